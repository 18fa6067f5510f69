"""Names brought to the form in which they are compared, and the groups that share one."""

from __future__ import annotations

import pytest

from promueve_gui.domain.duplicados.formas import Forma, formas_de
from promueve_gui.domain.duplicados.palabras import LUGAR, PLENA
from promueve_gui.domain.duplicados.siglas_sueltas import por_siglas
from tests.domain.duplicados.comparar import SINONIMOS, group


def forms(*nombres: str) -> list[Forma]:
    grupos = [group(str(numero), nombre) for numero, nombre in enumerate(nombres)]
    return formas_de(grupos, SINONIMOS, lambda: None)[0]


@pytest.mark.parametrize(
    ("nombre", "palabras", "marcas"),
    [
        ("Las y los periodistas", "periodist", ""),
        ("Secretaría de Salud del Estado de Jalisco", "secretari salud §jalisco", ""),
        ("Sría. de Salud, Jalisco", "secretari salud §jalisco", ""),
        ("Hoteles de Cancún, Quintana Roo", "hotel cancun", ""),
        ("Hoteles de Ciudad Juárez, Chihuahua", "hotel ciudad juar", ""),
        ("Hoteles de Cancún, Jalisco", "hotel cancun §jalisco", ""),
        ("Jurisdicción Sanitaria No. 2", "jurisdiccion sanitari", "2"),
        ("Distrito de Riego 011", "distrit rieg", "11"),
        ("Tercera Región Militar", "region militar", "3"),
        ("Zona B", "zona", "b"),
        ("H. Ayuntamiento Constitucional de Tonalá", "ayuntamient tonal", ""),
        ("Fundar, Asociación Civil", "fundar", ""),
        ("Asociación Ganadera", "asociacion ganader", ""),
        ("Est. de Ing. Civil", "est. ing. civil", ""),
        ("1a. Región Naval", "region naval", "1"),
        ("No hay número", "no hay numer", ""),
        ("De la", "de la", ""),
        ("2026", "", "2026"),
    ],
)
def test_a_name_is_its_roots_and_its_numbers(nombre: str, palabras: str, marcas: str) -> None:
    (forma,) = forms(nombre)
    assert (" ".join(forma.palabras), "".join(sorted(forma.marcas))) == (palabras, marcas)


def test_names_that_say_the_same_share_a_form() -> None:
    formas = forms("INEGI", "Instituto Nacional de Geografía y Estadística", "I.N.E.G.I.", "Prensa")
    assert [[grupo.id for grupo in forma.grupos] for forma in formas] == [["0", "1", "2"], ["3"]]
    assert [forma.numero for forma in formas] == [0, 1]


def test_what_says_nothing_at_all_has_no_form() -> None:
    assert forms("", "¿?", "...") == []


def test_light_words_are_no_part_of_the_core_unless_there_are_no_others() -> None:
    sector, general = forms("Sector académico", "Público en general")
    assert sector.nucleo == {"academic"}
    assert general.nucleo == {"public"}
    (solo,) = forms("Sector general")
    assert solo.nucleo == solo.conjunto


def test_a_name_weighs_what_its_words_weigh() -> None:
    (forma,) = forms("Bibliotecas de Jalisco")
    assert forma.peso == PLENA + LUGAR


def test_what_one_record_explains_serves_the_others() -> None:
    grupos = [group("a", "Mesa de Aguas del Norte", siglas="MAN"), group("b", "Socios de la MAN"), group("c", "MAN")]
    formas = formas_de(grupos, SINONIMOS, lambda: None)[0]
    assert [[grupo.id for grupo in forma.grupos] for forma in formas] == [["a", "c"], ["b"]]
    assert formas[1].palabras == ("soci", "mesa", "agua", "nort")


def test_progress_is_told_once_a_group() -> None:
    dichos: list[int] = []
    formas_de([group(str(n), "Prensa") for n in range(5)], SINONIMOS, lambda: dichos.append(1))
    assert len(dichos) == 5


def alone(*grupos: tuple[str, str]) -> list[tuple[int, int, float | None]]:
    """Return the pairs that initials bring together, each with its points."""
    registros = [group(str(numero), nombre, siglas=siglas) for numero, (nombre, siglas) in enumerate(grupos)]
    formas, equivalencias = formas_de(registros, SINONIMOS, lambda: None)
    hallados = por_siglas(formas, equivalencias, {})
    return [(uno, otro, cotejo and cotejo.puntaje) for uno, otro, cotejo in hallados]


def test_initials_alone_meet_the_names_that_they_may_be() -> None:
    assert alone(("RAN", ""), ("Red de Aguas del Norte", ""), ("Prensa", "")) == [(0, 1, 88)]
    assert alone(("Red de Aguas del Norte", ""), ("RAN", "")) == [(0, 1, 88)]


def test_initials_of_two_letters_count_in_capitals() -> None:
    assert alone(("RA", ""), ("Red de Aguas", "")) == [(0, 1, 88)]
    assert alone(("ra", ""), ("Red de Aguas", "")) == []
    assert alone(("RA", ""), ("Red de Aguas del Norte", "")) == []
    assert alone(("RA", ""), ("Red de Aguas", ""), ("Registro de Aves", "")) == [(0, 1, 72), (0, 2, 72)]


def test_a_word_is_no_initials_of_a_name_that_has_it() -> None:
    assert alone(("Ganaderos", ""), ("Ganaderos en selvas", "")) == []
    assert alone(("Investigadores", ""), ("Investigadora es", "")) == []


def test_initials_in_a_record_bring_it_to_their_name_and_to_each_other() -> None:
    assert alone(("REMA", ""), ("Mesa del agua", "REMA")) == [(0, 1, 92)]
    assert alone(("Mesa del agua", "RM"), ("Foro de ríos", "R.M.")) == [(0, 1, None)]


def test_a_name_of_one_word_that_is_known_is_no_riddle() -> None:
    assert alone(("INEGI", ""), ("Instituto Nuevo de Estudios Generales Internos", "")) == []


def test_with_no_riddles_no_name_is_looked_at() -> None:
    assert alone(("Prensa rural", ""), ("Guías de montaña", "")) == []
