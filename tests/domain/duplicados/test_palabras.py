"""Roots, sounds, numbers and states: what of a word counts when names are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.duplicados.lugares import lugar_en
from promueve_gui.domain.duplicados.marcas import marca
from promueve_gui.domain.duplicados.palabras import peso
from promueve_gui.domain.duplicados.raiz import raiz, singular, sonido


@pytest.mark.parametrize(
    "palabras",
    [
        "maestro maestra maestros maestras", "investigador investigadora investigadores investigadoras",
        "estudiante estudiantes estudiantado", "profesor profesorado", "region regiones", "red redes", "voz voces",
        "base bases", "clase clases", "pais paises", "ley leyes", "tecnico tecnica", "mes meses", "juarez juares",
        "empresario empresariado",
    ],
)  # fmt: skip
def test_plural_and_gender_do_not_count(palabras: str) -> None:
    assert len({raiz(palabra) for palabra in palabras.split()}) == 1


@pytest.mark.parametrize(("una", "otra"), [("casa", "caso"), ("puerto", "puente"), ("gas", "gala"), ("tics", "tica")])
def test_other_words_stay_apart(una: str, otra: str) -> None:
    assert raiz(una) != raiz(otra)


@given(st.text("abcdefilmnorstuz", max_size=12))
def test_a_singular_is_its_own_singular_but_for_what_is_left_of_short_words(palabra: str) -> None:
    assert singular(palabra) == palabra or len(singular(palabra)) < len(palabra)


@pytest.mark.parametrize(
    ("bien", "mal"),
    [
        ("conservacion", "conserbasion"), ("geologia", "jeolojia"), ("hospital", "ospital"), ("queso", "keso"),
        ("yacimiento", "llacimiento"), ("chiapas", "chiapas"), ("ambiente", "anbiente"),
    ],
)  # fmt: skip
def test_words_that_sound_alike(bien: str, mal: str) -> None:
    assert sonido(bien) == sonido(mal)


@pytest.mark.parametrize(
    ("palabra", "mayusculas", "ultima", "numero"),
    [
        ("2", False, False, "2"), ("011", False, False, "11"), ("1a", False, False, "1"), ("2do", False, False, "2"),
        ("4t", False, False, "4t"), ("tercera", False, False, "3"), ("ii", False, False, "2"), ("ix", True, False, "9"),
        ("lxv", True, True, "65"), ("lxv", False, True, ""), ("civil", True, True, ""), ("v", False, True, "5"),
        ("x", True, False, "10"), ("i", False, False, ""), ("a", False, True, "a"), ("a", True, False, ""),
        ("b", True, False, "b"), ("b", False, False, ""), ("e", False, False, ""), ("b2", False, False, "b2"),
        ("agua", True, True, ""),
    ],
)  # fmt: skip
def test_numbers_and_letters(palabra: str, mayusculas: bool, ultima: bool, numero: str) -> None:
    assert marca(palabra, mayusculas=mayusculas, ultima=ultima) == numero


@pytest.mark.parametrize(
    ("texto", "lugar", "cuantas"),
    [
        ("jalisco", "§jalisco", 1), ("estado de jalisco", "§jalisco", 3), ("estado de mexico", "§mexico", 3),
        ("baja california sur", "§baja_california_sur", 3), ("baja california", "§baja_california", 2),
        ("ciudad de mexico", "§ciudad_de_mexico", 3), ("mexico", "", 0), ("estado mayor", "", 0),
        ("estado libre y soberano de puebla", "§puebla", 6), ("michoacan de ocampo", "§michoacan", 3),
    ],
)  # fmt: skip
def test_states_are_one_word(texto: str, lugar: str, cuantas: int) -> None:
    assert lugar_en(texto.split(), 0) == (lugar, cuantas)


def test_words_that_say_little_weigh_little() -> None:
    pesos = [peso(raiz(palabra)) for palabra in ("sector", "instituto", "asociacion", "geografia")]
    assert pesos == sorted(pesos)
    assert peso("§jalisco") > pesos[-1]


@pytest.mark.parametrize(
    ("colectivo", "plural"),
    [("profesorado", "profesores"), ("estudiantado", "estudiantes"), ("empresariado", "empresarios")],
)
def test_a_collective_noun_is_compared_as_its_plural(colectivo: str, plural: str) -> None:
    assert raiz(colectivo) == raiz(plural)
