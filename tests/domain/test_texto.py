"""Texts are compared as people read them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from promueve_gui.domain.texto import (
    anidado,
    compuesto,
    contado,
    en_un_renglon,
    plegar,
    sin_controles,
    sin_cortes,
    sin_giros,
)
from tests.generated import TEXTO


@pytest.mark.parametrize(
    ("texto", "plegado"),
    [
        ("Dirección General", "direccion general"),
        ("  DIRECCIÓN \n GENERAL ", "direccion general"),
        ("Dirección", "direccion"),
        ("Año", "ano"),
        ("plain  Text", "plain text"),
        ("ﬁn", "fin"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_accents_capitals_and_spare_spaces_do_not_matter(texto: str, plegado: str) -> None:
    assert plegar(texto) == plegado


@given(TEXTO)
def test_spaces_around_never_matter(texto: str) -> None:
    assert plegar(f" {texto}\t") == plegar(texto)
    assert plegar(texto) == plegar(texto).strip()


@pytest.mark.parametrize(
    ("texto", "limpio"),
    [
        ("plano", "plano"),
        ("dos\n renglones\t", "dos\n renglones\t"),
        ("a\x07b\x00c\x7f\x80", "abc"),
        ("a\x1fb", "a b"),
        ("a\x0bb\x0cc", "a\nb\nc"),
        ("a\ufffeb\ud800", "ab"),
        ("\u202eal revés", "\u202eal revés"),
    ],
)
def test_control_characters_are_no_text(texto: str, limpio: str) -> None:
    assert sin_controles(texto) == limpio


def test_marks_that_turn_the_text_round_are_no_text() -> None:
    assert sin_giros("a\u202eb\u2066c\u2069ñ") == "abcñ"
    assert en_un_renglon(" \u202ea\x0bb \x07 c\n") == "a b c"


def test_where_a_word_may_be_cut_is_no_text() -> None:
    assert sin_cortes("publi\u00adca\u200bción\ufeff") == "publicación"
    assert sin_cortes("\U0001f468\u200d\U0001f469") == "\U0001f468\u200d\U0001f469"


def test_accents_are_kept_within_their_letters_whatever_computer_they_come_from() -> None:
    apart = unicodedata.normalize("NFD", "Dirección de Año Nuevo")
    assert compuesto(apart) == en_un_renglon(apart) == "Dirección de Año Nuevo"
    assert en_un_renglon("ñ" + "a" * 300) == "ñ" + "a" * 300


@given(TEXTO)
def test_cleaning_again_changes_nothing(texto: str) -> None:
    assert sin_controles(sin_controles(texto)) == sin_controles(texto)
    assert en_un_renglon(en_un_renglon(texto)) == en_un_renglon(texto)


def test_marks_within_marks_are_the_other_ones() -> None:
    assert anidado("Cambiar «Notas» de «Escuelas»") == "Cambiar “Notas” de “Escuelas”"


def test_what_is_counted_is_said_as_people_do() -> None:
    assert [contado(n, "día", "días") for n in (0, 1, 2, 1200)] == ["0 días", "1 día", "2 días", "1,200 días"]
