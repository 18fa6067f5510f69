"""Which words may be one and the same, and which words of two names are taken for one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.duplicados.formas import Forma
from promueve_gui.domain.duplicados.lexico import vecinas_de
from promueve_gui.domain.duplicados.puntaje import cotejar
from tests.domain.duplicados.comparar import slips

if TYPE_CHECKING:
    from collections.abc import Mapping


def neighbours(*palabras: str, veces: int = 1) -> Mapping[str, Mapping[str, float]]:
    return vecinas_de(dict.fromkeys(palabras, veces), slips)


@pytest.mark.parametrize(
    ("una", "otra"),
    [
        ("estadistic", "estaditic"), ("estadistic", "estadisitc"), ("estadistic", "estadistiv"),
        ("administracion", "adminstarcion"), ("conservacion", "conserbasion"), ("periodism", "periodist"),
        ("municip", "municipal"), ("interno", "internal"), ("depto.", "departament"), ("dir.", "direccion"),
        ("u.", "unidad"), ("salud.", "salud"), ("matutino.", "matutin"), ("comunicacion", "cominicacion"),
    ],
)  # fmt: skip
def test_words_that_may_be_one(una: str, otra: str) -> None:
    vecinas = neighbours(una, otra)
    assert 0 < vecinas[una][otra] <= 1
    assert vecinas[una][otra] == vecinas[otra][una]


@pytest.mark.parametrize(
    ("una", "otra"),
    [
        ("ganader", "panader"), ("apicultor", "avicultor"), ("moral", "mural"), ("agu", "ag"), ("voz", "bos"),
        ("importador", "exportador"), ("estatal", "esta"), ("estadistic", "estad"), ("public", "privad"),
        ("urban", "rural"), ("dir.", "salud"), ("dxt.", "departament"), ("dt.", "departament"), ("§jalisco", "jalisc"),
        ("produccion", "proteccion"), ("secretari", "secretarial."),
    ],
)  # fmt: skip
def test_words_that_are_two(una: str, otra: str) -> None:
    assert neighbours(una, otra) == {}


def test_a_usual_word_is_no_typing_error_of_another() -> None:
    assert neighbours("semilla", "semolla", veces=9) == {}
    assert "semolla" in neighbours("semilla", "semolla", veces=2)["semilla"]
    assert "semolla" in vecinas_de({"semilla": 200, "semolla": 9}, slips)["semilla"]


def test_opposites_are_never_one_word() -> None:
    assert neighbours("internacional", "intermunicipal", "internacion") == neighbours("internacional", "internacion")


def test_a_drawer_with_too_many_words_tells_nothing() -> None:
    muchas = [f"minis{letra}{otra}{tercera}" for letra in "bcdfgl" for otra in "aeiou" for tercera in "bcdfg"]
    assert "ministerio" not in neighbours(*muchas[:149], "ministerio", "ministerial").get("ministerial", {})


def form(*palabras: str) -> Forma:
    return Forma(palabras, frozenset(), 0)


def test_each_word_is_taken_for_one_other_the_surest_first() -> None:
    vecinas = {"a": {"x": 0.9, "y": 0.8}, "b": {"x": 0.95}, "x": {"a": 0.9, "b": 0.95}, "y": {"a": 0.8}}
    cotejo = cotejar(form("a", "b"), form("x", "y"), vecinas)
    assert dict(cotejo.tomadas) == {"b": "x", "a": "y"}
    assert not cotejo.solo_uno | cotejo.solo_otro
    solo = cotejar(form("a", "b"), form("x"), vecinas)
    assert dict(solo.tomadas) == {"b": "x"}
    assert solo.solo_uno == {"a"}
