"""Accents survive whatever program saved the file."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.sources.text import decode, mend, split_lines

FRASE = "¿De qué es? — Año, niñez, «Público» y “Peñón” 25 °C\n"


def taken_for(codificacion: str, frase: str) -> str:
    """Return what a program shows that takes UTF-8 for another encoding; bytes that are no character there stay."""
    return "".join(bytes([byte]).decode(codificacion, "ignore") or chr(byte) for byte in frase.encode())


@pytest.mark.parametrize("codificacion", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(codificacion: str) -> None:
    assert decode(FRASE.encode(codificacion)) == FRASE


def test_big_endian_utf16_is_read() -> None:
    assert decode(b"\xfe\xff" + FRASE.encode("utf-16-be")) == FRASE


@pytest.mark.parametrize("codificacion", ["utf-16-le", "utf-16-be"])
def test_utf16_that_does_not_say_so_is_read(codificacion: str) -> None:
    assert decode(FRASE.encode(codificacion)) == FRASE
    assert decode(("—" + "a" * 9).encode(codificacion)) == "—" + "a" * 9


@pytest.mark.parametrize("codificacion", ["cp850", "mac_roman"])
@pytest.mark.parametrize(
    "frase",
    [
        "¿De qué es? Dirección de Niñez; año",
        "Área de Energía; ¿Qué? Núm. 3 «Público» m³",
        "producción medida más tarde",
    ],
)
def test_what_excel_calls_ms_dos_and_macintosh_is_read(codificacion: str, frase: str) -> None:
    frase = frase if codificacion == "cp850" else frase.replace("³", "")
    assert decode(frase.encode(codificacion)) == frase


@pytest.mark.parametrize("frase", ["Total‡ de pozos", "Cuesta 5 c¢ o 3 M¤", "l’eau – “x” • 3 €", "a\xa0b"])
def test_signs_of_windows_alone_are_no_letters_of_others(frase: str) -> None:
    assert decode(frase.encode("cp1252")) == frase


@given(st.text(alphabet="aábceéiíoóuúüñÑÁÉÍÓÚÜ¿¡«»“”‘’–—…°ºª·•€§²½©™ .,;:()-/1\xa0\n"))
def test_sound_typography_is_never_touched(texto: str) -> None:
    assert mend(texto) == texto


@pytest.mark.parametrize("lectura", ["latin-1", "cp1252", "mac_roman", "cp850", "cp437"])
def test_utf8_read_once_as_another_is_mended(lectura: str) -> None:
    frase = "¿De qué es? Razón, año, «Público», 25 °C, Ñandú: ½ º ¡ ü – € ™ • … ≥ → œ ﬁ ✓ 😀 ana\xa0ruiz"
    assert mend(taken_for(lectura, frase)) == frase


def test_loose_accents_are_mended() -> None:
    frase = unicodedata.normalize("NFD", "Atención, año, pingüino")
    assert mend(frase.encode().decode("latin-1")) == frase


def test_a_mark_of_order_in_the_middle_is_mended() -> None:
    assert mend("uno\nï»¿dos") == "uno\n\ufeffdos"


def test_utf8_spoilt_twice_is_mended() -> None:
    assert mend("Razón".encode().decode("cp1252").encode().decode("cp1252")) == "Razón"


def test_curly_quotes_are_mended() -> None:
    assert mend("“Peñón” – sí".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")) == "“Peñón” – sí"


def test_sound_and_spoilt_lines_may_stand_together() -> None:
    assert mend("Razón\nRazÃ³n\n") == "Razón\nRazón\n"


def test_lines_of_two_encodings_may_stand_together() -> None:
    assert decode("Año\n".encode() + "Año\n".encode("latin-1")) == "Año\nAño\n"


@pytest.mark.parametrize(
    "texto",
    [
        "SÃO PAULO",
        "Âmbar",
        "château",
        "«la mañana»",
        "Ã",
        "JOSÉ\xa0RUIZ",
        "«CAFÉ»",
        "ÑU",
        "Å",
        "√2 ≈ 1.4",
        "├── a",
        "Côté, Ô",
    ],
)
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
