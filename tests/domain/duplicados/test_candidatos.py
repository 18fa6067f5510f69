"""Names that are alike meet, however many names there are; most of those that are not never do."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.duplicados.candidatos import Candidatos, frecuencias_de
from promueve_gui.domain.duplicados.formas import Forma

PALABRAS = [f"{letra}{otra}ban" for letra in "bcdfg" for otra in "aeiou"]


def forms(*nombres: tuple[str, ...], marcas: str = "") -> list[Forma]:
    return [Forma(nombre, frozenset(marcas), numero) for numero, nombre in enumerate(nombres)]


def met(formas: list[Forma], vecinas: dict[str, dict[str, float]] | None = None) -> set[tuple[int, int]]:
    candidatos = Candidatos(formas, frecuencias_de(formas), vecinas or {})
    return {par for forma in formas for par in candidatos.pares(forma.numero)}


def test_words_are_counted_once_a_name() -> None:
    assert frecuencias_de(forms(("agua", "agua", "rio"), ("agua",))) == {"agua": 2, "rio": 1}


def test_names_that_share_a_rare_word_meet() -> None:
    assert met(forms(("agua", "rio", "sal"), ("rio", "mar", "sal"), ("sol",))) == {(0, 1)}


def test_names_with_other_numbers_never_meet() -> None:
    uno, otro = Forma(("region",), frozenset("1"), 0), Forma(("region",), frozenset("2"), 1)
    assert met([uno, otro]) == set()


def test_a_word_that_may_be_another_brings_names_together() -> None:
    vecinas = {"periodist": {"perodist": 0.9}, "perodist": {"periodist": 0.9}}
    assert met(forms(("perodist",), ("periodist",)), vecinas) == {(0, 1)}


def test_names_that_differ_in_one_word_meet_though_all_others_are_everywhere() -> None:
    muchas = [("escuela", "rural", f"x{n}") for n in range(80)]
    vecinas = {"norte": {"nrte": 0.9}, "nrte": {"norte": 0.9}}
    formas = forms(("escuela", "rural"), ("escuela", "rural", "norte"), ("escuela", "rural", "nrte"), *muchas)
    halladas = met(formas, vecinas)
    assert {(0, 1), (0, 2), (1, 2)} <= halladas
    assert len([par for par in halladas if min(par) > 2]) == 0


def test_light_words_do_not_keep_names_apart() -> None:
    assert met(forms(("sector", "academic"), ("academic",), ("comunidad", "academic"))) == {(0, 1), (0, 2), (1, 2)}


@given(st.lists(st.sets(st.sampled_from(PALABRAS), min_size=2, max_size=5), min_size=2, max_size=25))
def test_names_that_share_most_of_their_words_always_meet(nombres: list[set[str]]) -> None:
    """Among names few enough that no word is everywhere: then the rarest words of one are enough to find the other."""
    formas = forms(*(tuple(sorted(nombre)) for nombre in nombres))
    halladas = met(formas)
    for una, otra in combinations(formas, 2):
        comunes = len(una.conjunto & otra.conjunto)
        if 2 * comunes >= 0.8 * (len(una.conjunto) + len(otra.conjunto)):
            assert (una.numero, otra.numero) in halladas


@given(st.lists(st.sets(st.sampled_from(PALABRAS), min_size=1, max_size=4), min_size=1, max_size=25))
def test_every_pair_is_of_two_names_the_lower_number_first(nombres: list[set[str]]) -> None:
    for uno, otro in met(forms(*(tuple(nombre) for nombre in nombres))):
        assert 0 <= uno < otro < len(nombres)
