"""Rows as XML: values, formats, and text that can never become a formula nor break the file."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.excel.filas import (
    RENGLONES_TOPE,
    Estilo,
    Fila,
    count_lines,
    row_xml,
)
from promueve_gui.domain.celdas import LARGO_MAXIMO, RECORTADO, clean

if TYPE_CHECKING:
    from promueve_gui.adapters.excel.filas import Dato

ESTILO = Estilo(normal=4, literal=5)


def cell(valor: Dato) -> str:
    return re.sub(r"^<row [^>]*>|</row>$", "", row_xml(3, Fila([valor], [ESTILO])))


@pytest.mark.parametrize(
    ("valor", "xml"),
    [
        ("Puentes", '<c r="A3" s="4" t="inlineStr"><is><t>Puentes</t></is></c>'),
        ("a < b & «c»", '<c r="A3" s="4" t="inlineStr"><is><t>a &lt; b &amp; «c»</t></is></c>'),
        (" orilla", '<c r="A3" s="4" t="inlineStr"><is><t xml:space="preserve"> orilla</t></is></c>'),
        (7, '<c r="A3" s="4"><v>7</v></c>'),
        (0, '<c r="A3" s="4"><v>0</v></c>'),
        (date(2026, 1, 31), '<c r="A3" s="4"><v>46053</v></c>'),
        (date(1900, 3, 1), '<c r="A3" s="4"><v>61</v></c>'),
        (date(1857, 2, 5), '<c r="A3" s="4" t="inlineStr"><is><t>05/02/1857</t></is></c>'),
        ("", ""),
        (None, ""),
    ],
)
def test_each_kind_of_value_has_its_cell(valor: Dato, xml: str) -> None:
    assert cell(valor) == xml


@pytest.mark.parametrize("texto", ["=1+1", "+52 55", "-3", "@arroba", "\t=1", "\r\n=1"])
def test_text_like_a_formula_is_text_and_marked_so(texto: str) -> None:
    assert 't="inlineStr"' in cell(texto)
    assert "<f>" not in cell(texto)
    assert ('s="5"' in cell(texto)) == (texto[0] != "\r")


def test_blank_cells_are_painted_only_where_asked() -> None:
    banda = Fila(["Área", None, ""], [ESTILO] * 3, rellena=True)
    assert row_xml(1, banda).count("<c ") == 3
    assert row_xml(1, Fila(["Área", None, ""], [ESTILO] * 3)).count("<c ") == 1


@pytest.mark.parametrize(
    ("fila", "atributos"),
    [
        (Fila([1], [ESTILO]), 'r="3"'),
        (Fila([1], [ESTILO], alto=32.5), 'r="3" ht="32.5" customHeight="1"'),
        (Fila([1], [ESTILO], anchos=[10]), 'r="3" ht="18"'),
        (Fila(["uno dos tres"], [ESTILO], anchos=[5]), 'r="3" ht="44"'),
        (Fila(["a\nb"], [ESTILO], anchos=[50]), 'r="3" ht="31"'),
        (Fila(["a " * 9000], [ESTILO], anchos=[5]), 'r="3" ht="161"'),
        (Fila([1], [ESTILO], nivel=1), 'r="3" outlineLevel="1"'),
    ],
)
def test_rows_are_as_tall_as_their_texts_need(fila: Fila, atributos: str) -> None:
    assert row_xml(3, fila).startswith(f"<row {atributos}>")


@pytest.mark.parametrize(
    ("texto", "ancho", "renglones"),
    [
        ("corto", 10, 1),
        ("Enlace de Comunicación Digital", 16, 3),
        ("una\n\ntres", 10, 3),
        ("palabralarguísimaquenocabe", 10, 3),
        ("", 10, 1),
        ("a\n" * 500, 10, RENGLONES_TOPE + 1),
    ],
)
def test_lines_are_counted_by_words(texto: str, ancho: int, renglones: int) -> None:
    assert count_lines(texto, ancho) == renglones


def test_texts_too_long_for_a_cell_are_cut_and_say_so() -> None:
    assert clean("a" * LARGO_MAXIMO) == "a" * LARGO_MAXIMO
    largo = clean("a" * (LARGO_MAXIMO + 1))
    assert len(largo) == LARGO_MAXIMO
    assert largo.endswith(RECORTADO)


def test_letters_of_two_units_count_twice_and_are_not_halved() -> None:
    assert clean("🛣" * 16_383) == "🛣" * 16_383
    cortado = clean("x" + "🛣" * 16_384)
    assert len(cortado.encode("utf-16-le")) // 2 <= LARGO_MAXIMO
    assert cortado.endswith("🛣" + RECORTADO)


def test_line_breaks_are_all_alike_and_controls_are_gone() -> None:
    assert clean("uno\r\ndos\rtres\x00\x0b\ufffe\ud800") == "uno\ndos\ntres"


ESCAPES = st.lists(st.sampled_from(["_", "x", "005F", "000d", "0041", "_x0041_", "ñ"]), max_size=9).map("".join)


def decoded(texto: str) -> str:
    """Return what readers make of a text (ST_Xstring)."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), texto)


@given(st.text(st.characters(exclude_categories=())) | ESCAPES)
def test_any_text_gives_well_formed_xml_that_says_the_same(texto: str) -> None:
    fila = fromstring(row_xml(1, Fila([texto], [ESTILO])).encode())
    assert decoded("".join(fila.itertext())) == clean(texto)
