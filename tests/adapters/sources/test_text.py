"""Accents survive whatever program saved the file."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.sources.text import decode, mend, split_lines

FRASE = "¿De qué es? — Año, niñez, «Público» y “Peñón” 25 °C\n"


@pytest.mark.parametrize("codificacion", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(codificacion: str) -> None:
    assert decode(FRASE.encode(codificacion)) == FRASE


def test_big_endian_utf16_is_read() -> None:
    assert decode(b"\xfe\xff" + FRASE.encode("utf-16-be")) == FRASE


@pytest.mark.parametrize("lectura", ["latin-1", "cp1252"])
def test_utf8_read_once_as_western_is_mended(lectura: str) -> None:
    frase = "¿De qué es? Razón, año, «Público», 25 °C, Ñandú"
    assert mend(frase.encode().decode(lectura)) == frase


def test_utf8_spoilt_twice_is_mended() -> None:
    assert mend("Razón".encode().decode("cp1252").encode().decode("cp1252")) == "Razón"


def test_curly_quotes_are_mended() -> None:
    assert mend("“Peñón” – sí".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")) == "“Peñón” – sí"


def test_sound_and_spoilt_lines_may_stand_together() -> None:
    assert mend("Razón\nRazÃ³n\n") == "Razón\nRazón\n"


def test_lines_of_two_encodings_may_stand_together() -> None:
    assert decode("Año\n".encode() + "Año\n".encode("latin-1")) == "Año\nAño\n"


@pytest.mark.parametrize("texto", ["SÃO PAULO", "Âmbar", "château", "«la mañana»", "Ã"])
def test_what_only_looks_spoilt_is_left_alone(texto: str) -> None:
    assert mend(texto) == texto


def test_null_characters_are_dropped() -> None:
    assert decode(b"a\x00b") == "ab"


def test_every_kind_of_line_end_parts_lines() -> None:
    assert split_lines("a\r\nb\nc\rd\x0be\u2028f") == ["a\r\n", "b\n", "c\r", "d\x0be\u2028f"]


@given(st.text(alphabet="aé\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", max_size=20))
def test_lines_end_where_files_end_them(texto: str) -> None:
    assert split_lines(texto) == list(io.StringIO(texto, newline=""))


@given(st.text(alphabet=[chr(numero) for numero in range(0x80, 0x180)] + ["â", "Ã", "Â", "€", "œ", "™"]))
def test_any_odd_text_can_be_mended(texto: str) -> None:
    assert len(mend(texto)) <= len(texto)


@given(st.binary())
def test_any_bytes_give_some_text(data: bytes) -> None:
    assert "\x00" not in decode(data)


@given(st.text(alphabet="aábcéíóúüñÑÁÉ¿¡«»°,;\n"))
def test_sound_spanish_is_never_touched(texto: str) -> None:
    assert decode(texto.encode()) == texto
