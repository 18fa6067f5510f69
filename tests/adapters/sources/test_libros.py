"""What a workbook says besides its values: merged cells, formulas, hidden sheets and data far away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.adapters.sources.fabrica import TITULOS_B, con_parte, fila, leer, libro, mensajes, parte

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def con_juntas(contenido: bytes, *juntas: str) -> bytes:
    """Return a workbook with cells of its first sheet merged («A2:A4»); what they hold stays where it is."""
    nombre = "xl/worksheets/sheet1.xml"
    dichas = "".join(f'<mergeCell ref="{junta}"/>' for junta in juntas)
    hoja = parte(contenido, nombre).replace(b"</sheetData>", f"</sheetData><mergeCells>{dichas}</mergeCells>".encode())
    return con_parte(contenido, nombre, hoja)


def test_merged_cells_say_the_same_in_all_their_rows(tmp_path: Path) -> None:
    filas = [
        fila(),
        fila(c1="", c2="", c3="Aforos 2024"),
        fila(c1="", c2="viejo", c3="Aforos 2025"),
        [""] * 8,
        fila(c2="Presas"),
    ]
    lectura = leer(tmp_path, con_juntas(libro({"Inventario": [TITULOS_B, *filas]}), "A2:A5", "B2:B5"))
    assert [(c.valores["nombre"], c.area, [r.valores["nombre"] for r in c.recursos]) for c in lectura.conjuntos] == [
        ("Aforos de ríos", "Dirección de Aguas", ["Aforos 2023", "Aforos 2024", "Aforos 2025"]),
        ("Presas", "Dirección de Aguas", ["Aforos 2023"]),
    ]
    assert mensajes(lectura) == []


def test_titles_merged_over_two_rows_are_one_header(tmp_path: Path) -> None:
    arriba = [TITULOS_B[0], "Datos", "", "", "", "", "", "Publicación"]
    hojas = {"Inventario": [["SEMARH"], arriba, ["", *TITULOS_B[1:]], fila()]}
    lectura = leer(tmp_path, con_juntas(libro(hojas), "A1:H1", "A2:A3", "B2:G2"))
    assert [(c.valores["nombre"], c.area) for c in lectura.conjuntos] == [("Aforos de ríos", "Dirección de Aguas")]
    assert mensajes(lectura) == []


def test_a_header_merged_with_the_row_below_is_no_data(tmp_path: Path) -> None:
    debajo = ["", "", "", "", "", "", "", "(AAAA-MM)"]
    lectura = leer(tmp_path, con_juntas(libro({"Inventario": [TITULOS_B, debajo, fila()]}), "A1:A2", "B1:B2", "C1:C2"))
    assert [c.valores["nombre"] for c in lectura.conjuntos] == ["Aforos de ríos"]
    assert [frase[:33] for frase in mensajes(lectura)] == ["Hoja «Inventario», renglón 2, col"]


def test_a_formula_without_result_has_its_own_sentence(tmp_path: Path) -> None:
    hojas: dict[str, list[Sequence[object]]] = {
        "Inventario": [
            TITULOS_B,
            fila(c4="=CONCAT(A2,B2)", c8="=Otra!A1"),
            ["=UPPER(A2)", "=UPPER(B2)", "=UPPER(C2)"],
            fila(c2="=UPPER(B2)"),
            fila(c8="#REF!"),
        ],
        "Otra": [["2024-05"]],
    }
    lectura = leer(tmp_path, libro(hojas))
    assert [(c.valores["nombre"], len(c.recursos)) for c in lectura.conjuntos] == [("Aforos de ríos", 2)]
    assert lectura.conjuntos[0].valores["fecha_publicacion"] == date(2024, 5, 1)
    sin_resultado = (
        "la fórmula se guardó sin su resultado y no se tomó; abra el archivo en Excel o LibreOffice y guárdelo de "
        "nuevo, o escriba el valor"
    )
    assert mensajes(lectura) == [
        f"Hoja «Inventario», renglón 2, columna D: {sin_resultado}.",
        f"Hoja «Inventario», renglón 3, columna A: {sin_resultado} (también en las columnas B, C).",
        f"Hoja «Inventario», renglón 4, columna B: {sin_resultado}.",
        (
            "Hoja «Inventario», renglón 4, columna B: falta el nombre del conjunto; el renglón no se importó. "
            "Escríbalo, o borre el renglón."
        ),
        (
            "Hoja «Inventario», renglón 5, columna H: #REF! es un error de una fórmula y no se tomó; "
            "escriba en su lugar el valor."
        ),
    ]


def test_a_cell_whose_formula_gives_no_value_is_told_of_once(tmp_path: Path) -> None:
    filas = [fila(c8="#REF!"), fila(c8=""), fila(c5="#REF!", c8="#REF!")]
    lectura = leer(tmp_path, libro({"Inventario": [TITULOS_B, *filas]}))
    assert [(p.renglon, p.columna, p.mensaje.partition(": ")[2][:20]) for p in lectura.problemas] == [
        (2, "H", "#REF! es un error de"),
        (3, "H", "falta la fecha de pu"),
        (4, "E", "#REF! es un error de"),
    ]


@pytest.mark.parametrize("orden", [(0, 2, 1, 3), (1, 2, 3, 0)])
def test_rows_that_stand_out_of_order_in_the_file_are_all_read(tmp_path: Path, orden: Sequence[int]) -> None:
    contenido = libro({"Inventario": [TITULOS_B, *(fila(c3=f"Aforos {n}") for n in range(3))]})
    nombre = "xl/worksheets/sheet1.xml"
    hoja = parte(contenido, nombre)
    antes, *renglones = hoja.partition(b"</sheetData>")[0].split(b"<row ")
    revuelta = b"<row ".join([antes, *(renglones[lugar] for lugar in orden)]) + hoja[hoja.index(b"</sheetData>") :]
    lectura = leer(tmp_path, con_parte(contenido, nombre, revuelta))
    (conjunto,) = lectura.conjuntos
    assert [(r.valores["nombre"], r.renglon) for r in conjunto.recursos] == [(f"Aforos {n}", n + 2) for n in range(3)]
    assert mensajes(lectura) == []


def test_a_sheet_copied_whole_is_read_once_and_told_of(tmp_path: Path) -> None:
    filas = [TITULOS_B, fila(), fila(c3="Aforos 2024")]
    contenido = libro({"Inventario": filas, "Inventario (2)": filas, "Otra": [TITULOS_B, fila(c2="Presas")]})
    lectura = leer(tmp_path, contenido)
    assert [(c.valores["nombre"], len(c.recursos)) for c in lectura.conjuntos] == [("Aforos de ríos", 2), ("Presas", 1)]
    assert mensajes(lectura) == [
        "La hoja «Inventario (2)» dice lo mismo que «Inventario» y no se leyó otra vez; si es una copia, bórrela."
    ]


def test_a_copy_of_a_hidden_sheet_is_the_one_that_is_read(tmp_path: Path) -> None:
    filas = [TITULOS_B, fila()]
    contenido = libro({"Antes": filas, "Inventario": filas})
    escondido = parte(contenido, "xl/workbook.xml").replace(
        b'name="Antes" sheetId="1" state="visible"', b'name="Antes" sheetId="1" state="hidden"'
    )
    lectura = leer(tmp_path, con_parte(contenido, "xl/workbook.xml", escondido))
    assert (lectura.hoja, [len(c.recursos) for c in lectura.conjuntos]) == ("Inventario", [1])
    assert mensajes(lectura) == [
        "La hoja «Antes» dice lo mismo que «Inventario» y no se leyó otra vez; si es una copia, bórrela."
    ]


def test_a_copy_with_some_changes_is_read_and_told_of(tmp_path: Path) -> None:
    filas = [fila(c3=f"Aforos {anio}") for anio in range(2020, 2025)]
    cambiada = [*filas[:3], fila(c3="Aforos 2030"), filas[4]]
    contenido = libro({"Inventario": [TITULOS_B, *filas], "Copia": [["SEMARH"], TITULOS_B, *cambiada]})
    lectura = leer(tmp_path, contenido)
    assert [len(c.recursos) for c in lectura.conjuntos] == [10]
    assert mensajes(lectura) == [
        (
            "De los 5 renglones de la hoja «Copia», 4 están también en «Inventario» y se leyeron otra vez; si es una "
            "copia, bórrela."
        )
    ]


def test_sheets_with_a_few_rows_alike_or_none_are_no_copies(tmp_path: Path) -> None:
    filas = [fila(c3=f"Aforos {anio}") for anio in range(2020, 2025)]
    otras = [filas[0], *(fila(c2="Presas", c3=f"Presas {anio}") for anio in range(2020, 2025))]
    vacias = {nombre: [TITULOS_B] for nombre in ("Área 1", "Área 2")}
    lectura = leer(tmp_path, libro({"Inventario": [TITULOS_B, *filas], "Presas": [TITULOS_B, *otras], **vacias}))
    assert [len(c.recursos) for c in lectura.conjuntos] == [6, 5]
    assert mensajes(lectura) == []


def test_a_title_that_is_a_formula_without_result_is_told_of(tmp_path: Path) -> None:
    lectura = leer(tmp_path, libro({"Inventario": [["=UPPER(A9)", *TITULOS_B[1:]], fila()]}))
    assert [frase.partition(": ")[2][:46] for frase in mensajes(lectura)] == [
        "falta la columna «Responsable»; lo que iría en",
        "la fórmula se guardó sin su resultado y no se ",
    ]


def test_a_hidden_sheet_is_read_and_said_so(tmp_path: Path) -> None:
    contenido = libro({"Inventario": [TITULOS_B, fila()], "Antes": [TITULOS_B, fila(c2="Presas")], "Notas": [["x"]]})
    escondido = parte(contenido, "xl/workbook.xml").replace(
        b'name="Antes" sheetId="2" state="visible"', b'name="Antes" sheetId="2" state="hidden"'
    )
    escondido = escondido.replace(
        b'name="Notas" sheetId="3" state="visible"', b'name="Notas" sheetId="3" state="veryHidden"'
    )
    lectura = leer(tmp_path, con_parte(contenido, "xl/workbook.xml", escondido))
    assert [c.valores["nombre"] for c in lectura.conjuntos] == ["Aforos de ríos", "Presas"]
    assert mensajes(lectura) == [
        "La hoja «Antes» está oculta y también se leyó; si no debía leerse, bórrela del archivo."
    ]


@pytest.mark.parametrize(("columna", "leida"), [(256, "IV"), (257, "IW"), (16_384, "XFD")])
def test_data_far_to_the_right_are_told_of(tmp_path: Path, columna: int, leida: str) -> None:
    lejos = [*fila(), *[""] * (columna - 9), "sobra"]
    lectura = leer(tmp_path, libro({"Inventario": [TITULOS_B, fila(), lejos]}))
    assert [len(c.recursos) for c in lectura.conjuntos] == [2]
    (frase,) = mensajes(lectura)
    if columna <= 256:
        assert frase.startswith("Hoja «Inventario», renglón 3: hay datos a la derecha de la última columna")
    else:
        assert frase == (
            f"La hoja «Inventario» tiene datos muy a la derecha de la tabla (celda {leida}3) y no se leyeron; páselos "
            "a las columnas del formato, o bórrelos."
        )


def test_a_hidden_sheet_of_another_layout_does_not_win(tmp_path: Path) -> None:
    catalogo = ["ds:identifier", "ds:title", "ds:description", "ds:keyword", "ds:modified", "ds:mbox", "rs:title"]
    otros = ["rs:description", "rs:downloadURL", "rs:mediaType"]
    hojas: dict[str, list[Sequence[object]]] = {
        "Inventario": [TITULOS_B, fila()],
        "Antes": [[*catalogo, *otros], ["p", "Presas"]],
    }
    contenido = libro(hojas)
    escondido = parte(contenido, "xl/workbook.xml").replace(
        b'name="Antes" sheetId="2" state="visible"', b'name="Antes" sheetId="2" state="hidden"'
    )
    lectura = leer(tmp_path, con_parte(contenido, "xl/workbook.xml", escondido))
    assert [c.valores["nombre"] for c in lectura.conjuntos] == ["Aforos de ríos"]
    assert mensajes(lectura) == ["La hoja «Antes» tiene otro formato y no se leyó; guárdela en un archivo aparte."]


def test_a_sheet_with_rows_and_no_header_is_told_of(tmp_path: Path) -> None:
    hojas: dict[str, list[Sequence[object]]] = {
        "Inventario": [TITULOS_B, fila()],
        "Sigue": [fila(c2="Presas"), fila(c2="Pozos")],
        "Notas": [["a", "b", "c", "d", "e"], ["uno"]],
        "Vacía": [],
    }
    lectura = leer(tmp_path, libro(hojas))
    assert [c.valores["nombre"] for c in lectura.conjuntos] == ["Aforos de ríos"]
    assert mensajes(lectura) == [
        (
            "La hoja «Sigue» parece traer datos y no se leyó, porque no tiene el encabezado oficial; si deben "
            "importarse, póngaselo."
        )
    ]
