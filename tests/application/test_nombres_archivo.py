"""File names must be ones that Windows takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.nombres_archivo import LARGO_MAXIMO, nombre_de_archivo, nombre_unico

PROHIBIDOS = set('<>:"/\\|?*') | {chr(n) for n in range(32)}
RESERVADOS = {"con", "prn", "aux", "nul", "com1", "lpt9"}


@pytest.mark.parametrize(
    ("texto", "nombre"),
    [
        ("Comunicado 012/2026 Más puentes", "Comunicado 012-2026 Más puentes.docx"),
        ("Datos: ¿qué son?", "Datos - ¿qué son.docx"),
        ("«Niñez» y caminos", "«Niñez» y caminos.docx"),
        ("dos\n renglones\ty tabulador", "dos renglones y tabulador.docx"),
        ("nulo\x00 y borrado\x7f", "nulo - y borrado.docx"),
        ("CON", "_CON.docx"),
        ("nul.txt", "_nul.txt.docx"),
        ("Contratos", "Contratos.docx"),
        ("LPT¹", "_LPT¹.docx"),
        ("...", "Documento.docx"),
        ("", "Documento.docx"),
        ("con punto final. ", "con punto final.docx"),
        ("a\ud800b", "a-b.docx"),
    ],
)
def test_names_keep_what_they_can(texto: str, nombre: str) -> None:
    assert nombre_de_archivo(texto, ".docx") == nombre


def test_names_are_cut_with_their_ending_whole() -> None:
    nombre = nombre_de_archivo("á" * 300, ".docx")
    assert len(nombre) == LARGO_MAXIMO
    assert nombre.endswith("á.docx")


@given(st.text())
def test_any_text_gives_a_valid_name(texto: str) -> None:
    nombre = nombre_de_archivo(texto, ".xlsx")
    tronco = nombre.removesuffix(".xlsx")
    assert tronco
    assert not PROHIBIDOS & set(nombre)
    assert tronco.split(".")[0].casefold() not in RESERVADOS
    assert tronco == tronco.strip()
    assert len(nombre) <= LARGO_MAXIMO
    nombre.encode()


def test_marks_that_turn_a_name_round_are_left_out() -> None:
    assert nombre_de_archivo("Comunicado \u202excod.exe\u2066", ".docx") == "Comunicado xcod.exe.docx"


def test_equal_names_are_numbered_and_capitals_do_not_tell_them_apart() -> None:
    usados: set[str] = set()
    pedidos = ["Boletín.docx", "boletín.docx", "Boletín.docx", "Otro.docx"]
    assert [nombre_unico(pedido, usados) for pedido in pedidos] == [
        "Boletín.docx",
        "boletín (2).docx",
        "Boletín (3).docx",
        "Otro.docx",
    ]


def test_a_numbered_name_is_not_longer_than_allowed() -> None:
    usados: set[str] = set()
    largo = nombre_de_archivo("a" * 300, ".docx")
    nombre_unico(largo, usados)
    segundo = nombre_unico(largo, usados)
    assert len(segundo) == LARGO_MAXIMO
    assert segundo.endswith("a (2).docx")


def test_a_name_without_ending_is_numbered_too() -> None:
    assert nombre_unico("Carpeta", {"carpeta"}) == "Carpeta (2)"
