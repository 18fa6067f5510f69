"""Names that look alike are told; names that differ in what matters are not."""

from __future__ import annotations

import pytest

from promueve_gui.domain.parecidos import LIMITE, parecidos

DIRECCION = "Dirección General de Museos"


@pytest.mark.parametrize(
    "otra",
    [
        "Direccion General de Museos",
        "DIRECCIÓN GENERAL DE MUSEOS",
        "Dirección  General de Museos",
        "Direción General de Museos",
        "Dirección General de Museo",
    ],
)
def test_accents_capitals_spaces_and_slips_look_alike(otra: str) -> None:
    assert parecidos([DIRECCION, otra], {otra}) == {otra: DIRECCION}


@pytest.mark.parametrize(
    ("una", "otra"),
    [
        ("Delegación Regional 1", "Delegación Regional 2"),
        ("Coordinación de la Región I", "Coordinación de la Región II"),
        ("Unidad Administrativa A-1", "Unidad Administrativa A-2"),
        ("Departamento de Archivo B", "Departamento de Archivo C"),
        (DIRECCION, "Dirección General de Archivos"),
    ],
)
def test_numbers_letters_and_other_words_do_not(una: str, otra: str) -> None:
    assert parecidos([una, otra], {una, otra}) == {}


def test_lone_conjunctions_are_no_mark() -> None:
    assert parecidos(["Museos y Zonas Arqueológicas", "Museos e Zonas Arqueológicas"], {"Museos e Zonas Arqueológicas"})


def test_only_the_second_of_two_is_told_and_only_if_it_matters() -> None:
    nombres = [DIRECCION, "Direccion General de Museos"]
    assert parecidos(nombres, set(nombres)).keys() == {nombres[1]}
    assert parecidos(nombres, {DIRECCION}) == {}


def test_the_most_similar_is_told() -> None:
    nombres = ["Direccion Genral de Museos", DIRECCION, "Dirección General de Museoss"]
    assert parecidos(nombres, {nombres[2]}) == {nombres[2]: DIRECCION}


def test_of_two_equally_similar_the_first_is_told() -> None:
    nombres = ["Dirección General de Museosa", "Dirección General de Museosb", DIRECCION]
    assert parecidos(nombres, {DIRECCION}) == {DIRECCION: nombres[0]}


def test_among_very_many_names_only_accents_and_capitals_count() -> None:
    muchos = [f"Área {numero}" for numero in range(LIMITE + 1)]
    con_desliz, sin_acento = "Dirección General de Museo", "Direccion General de Museos"
    assert parecidos([DIRECCION, *muchos, con_desliz, sin_acento], {con_desliz, sin_acento}) == {sin_acento: DIRECCION}
