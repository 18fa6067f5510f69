"""What one cell says, and how it complains."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from promueve_gui.adapters.sources import cells
from promueve_gui.domain.fechas_leidas import SIN_FECHA
from promueve_gui.domain.vocabularios import Acceso, Frecuencia


@pytest.mark.parametrize(
    ("texto", "limpio"),
    [("  a  b ", "a b"), ("a\nb\tc", "a b c"), ("a\u00a0b", "a b"), ("a\x07b\u00ad\ud800c", "abc"), ("áéñ", "áéñ")],
)
def test_a_line_has_single_spaces_and_nothing_invisible(texto: str, limpio: str) -> None:
    assert cells.linea(texto) == (limpio, "")


def test_letters_are_composed_but_for_what_others_look_up() -> None:
    suelto = unicodedata.normalize("NFD", "Dirección de Niñez")
    assert cells.linea(suelto) == cells.nombre(suelto) == cells.parrafo(suelto) == ("Dirección de Niñez", "")
    assert cells.parrafo(f"{suelto}\n{suelto}") == ("Dirección de Niñez\nDirección de Niñez", "")
    assert cells.tal_cual(f" {suelto} ") == (suelto, "")


def test_a_paragraph_keeps_its_lines() -> None:
    assert cells.parrafo(" uno \r\n  dos\x00  veces\n") == ("uno\ndos veces", "")
    assert cells.parrafo("  uno  dos ") == ("uno  dos", "")


_SUELTO = unicodedata.normalize("NFD", "Niñez")


@pytest.mark.parametrize(
    "textos",
    [
        [],
        ["Oaxaca", " Nuevo León ", "Nota: por municipio"],
        ["Oaxaca", "", "No aplica", "no  aplica", "Nó Aplica", "N/A.", "Ninguno", " - ", "Null Island"],
        ["uno  dos", "a&amp;b", "tres\ncuatro", f"{_SUELTO} x", "\u00a0n/a"],
    ],
)
def test_a_column_is_read_as_its_cells_are(textos: list[str]) -> None:
    assert cells.nombres(textos) == [cells.nombre(texto)[0] for texto in textos]
    assert cells.parrafos(textos) == [cells.parrafo(texto)[0] for texto in textos]


def test_a_date_is_read_or_complained_of() -> None:
    assert cells.fecha("2015-02") == (date(2015, 2, 1), "")
    assert cells.fecha("No aplica") == (None, "")
    assert cells.fecha("02-2015") == (
        None,
        "la fecha «02-2015» no se entiende; escríbala como AAAA-MM, por ejemplo 2015-02",
    )


def test_access_is_read_or_complained_of() -> None:
    assert cells.acceso("Publico") == (Acceso.PUBLICO, "")
    assert cells.acceso(" ") == (None, "")
    assert "«tal vez» no se conoce" in cells.acceso("tal vez")[1]


def test_frequency_is_read_or_complained_of() -> None:
    assert cells.frecuencia("R/P1M") == (Frecuencia.MENSUAL, "")
    assert cells.frecuencia("No aplica") == cells.frecuencia("N/A.") == (None, "")
    assert "«a veces» no se conoce" in cells.frecuencia("a veces")[1]


def test_a_date_with_its_day_is_asked_for_with_its_day() -> None:
    assert cells.dia("ayer") == (
        None,
        "la fecha «ayer» no se entiende; escríbala como AAAA-MM-DD, por ejemplo 2015-02-28",
    )
    assert cells.dia("2015-02-28") == (date(2015, 2, 28), "")


@pytest.mark.parametrize(
    ("texto", "leido", "queja"),
    [
        ("ana.ruiz@semarh.gob.mx", "ana.ruiz@semarh.gob.mx", ""),
        (" <mailto:ana@semarh.gob.mx>. ", "ana@semarh.gob.mx", ""),
        ("ana@semarh.gob.mx; luis@semarh.gob.mx", "ana@semarh.gob.mx", "hay varios correos"),
        ("ana@semarh, luis@semarh.gob.mx", "luis@semarh.gob.mx", ""),
        ("ana arroba semarh", "", "no es válido"),
        ("No disponible", "", ""),
        ("", "", ""),
    ],
)
def test_the_first_sound_address_is_taken(texto: str, leido: str, queja: str) -> None:
    correo, dicho = cells.correo(texto)
    assert correo == leido
    assert queja in dicho
    assert bool(dicho) == bool(queja)


@pytest.mark.parametrize(
    ("texto", "leido", "queja"),
    [
        ("1200", 1200, False),
        ("20,100", 20100, False),
        ("1,020,100.00", 1020100, False),
        ("20 100", 20100, False),
        ("20\u00a0100", 20100, False),
        ("12.0", 12, False),
        (" ", None, False),
        ("3 MB", None, True),
        ("12.000", None, True),
        ("1,2", None, True),
        ("1,200300", None, True),
        ("1 2", None, True),
        ("-5", None, True),
        ("٣", None, True),
    ],
)
def test_sizes_are_whole_numbers(texto: str, leido: int | None, queja: bool) -> None:
    valor, dicho = cells.entero(texto)
    assert (valor, bool(dicho)) == (leido, queja)


def test_a_size_with_too_many_figures_is_a_number_but_too_large() -> None:
    assert "es demasiado grande" in cells.entero("1" + "0" * 15)[1]
    assert cells.entero("9" * 15) == (999_999_999_999_999, "")


def test_formats_of_file_are_told_from_platforms() -> None:
    assert cells.es_tipo_mime("text/csv")
    assert cells.es_tipo_mime("application/vnd.ms-excel")
    assert not cells.es_tipo_mime("Oracle / Access")
    assert not cells.es_tipo_mime(None)


def test_cells_that_say_there_is_nothing_to_say() -> None:
    assert cells.no_aplica("No aplica")
    assert cells.no_aplica("No aplica.")
    assert cells.no_aplica("n.a.")
    assert not cells.no_aplica("Datos personales")


@pytest.mark.parametrize("dicho", sorted(SIN_FECHA))
def test_what_says_nothing_does_so_however_it_is_written(dicho: str) -> None:
    decompuesto = unicodedata.normalize("NFD", dicho.replace("o", "ó"))
    formas = (dicho.upper(), f"\t {dicho}\xa0", dicho.replace(" ", "\t\n"), dicho.replace("o", "ó"), decompuesto)
    assert all(map(cells.no_aplica, formas))
    assert not cells.no_aplica(f"{dicho} x")
