"""The result that is mailed back says of every row what became of it, in words, and looks alike in any program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from promueve_gui.adapters.excel.devueltos import read_returned
from promueve_gui.adapters.excel.resultado import GRACIAS, write_result
from promueve_gui.application.export_documents import Entrega, ignore_progress
from promueve_gui.application.return_batch import apply_all, compare_one
from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.grupos import GrupoUsuarios
from returned.institution import MOMENT, identity
from tests.adapters.excel.muestra import Leido, rows
from tests.galeria import EDITED, read, sent_session

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, nombre: str) -> Leido:
    """Receive a workbook of the gallery while the project changed a grade, write the result and read it back."""
    session = sent_session()
    municipios = session.proyecto.get(GrupoUsuarios, identity(22))
    assert municipios is not None
    session.edit("Cambiar interés", [cambio(municipios, interes=1)])
    returns = Returns(session)
    aplicado = apply_all(returns, [compare_one(returns, read(nombre))], [{}], ignore_progress).aplicados[0]
    entrega = Entrega(proyecto=session.proyecto, momento=MOMENT)
    write_result(aplicado, entrega, folder / "r.xlsx", ignore_progress)
    return load_workbook(folder / "r.xlsx")


def table(hoja: Leido) -> list[list[object]]:
    todas = rows(hoja)
    cabecera = next(lugar for lugar, fila in enumerate(todas) if fila[0] == "Hoja")
    return todas[cabecera:]


def test_every_row_tells_what_became_of_it(tmp_path: Path) -> None:
    assert table(written(tmp_path, EDITED)["Resultado"]) == [
        ["Hoja", "Renglón", "De qué se trata", "Qué pasó", "Por qué"],
        ["Grupos", 2, "Laboratorio de calidad del agua", "Sin cambios", None],
        [
            "Grupos",
            3,
            "Municipios costeros",
            "Queda pendiente",
            "«Interés»: también se cambió en el proyecto y falta decidir cuál vale.",
        ],
        [
            "Grupos",
            4,
            "Hoteleros de la costa",
            "Se actualizó",
            "«Notas»: se tomó «Se reúnen en marzo y en octubre.».",
        ],
        ["Grupos", 5, "Periodistas de medio ambiente", "Sin cambios", None],
        ["Grupos", 6, "Universidades con carreras del mar", "Sin cambios", None],
        ["Grupos", 7, "Pescadores ribereños", "Se agregó", None],
        ["Datos", 2, "Banderas de advertencia por día", "Sin cambios", None],
        ["Datos", 3, "Hoteleros de la costa: Calidad del agua de las playas", "Sin cambios", None],
        ["Datos", 4, "Periodistas de medio ambiente: Calidad del agua de las playas", "Sin cambios", None],
    ]


def test_the_heading_says_whose_it_is_and_how_much_of_each(tmp_path: Path) -> None:
    lineas = [fila[0] for fila in rows(written(tmp_path, EDITED)["Resultado"])[:5]]
    assert lineas == [
        f"Qué pasó con «{EDITED}»",
        "Secretaría de Mares y Costas · Dirección General de Playas · Recibido el 6 de octubre de 2026",
        "Queda pendiente: 1 · Se agregó: 1 · Se actualizó: 1 · Sin cambios: 6",
        GRACIAS,
        None,
    ]


def test_what_no_longer_comes_and_what_is_wrong_with_a_column_are_told_too(tmp_path: Path) -> None:
    faltan = table(written(tmp_path, "renglones borrados.xlsx")["Resultado"])[-2:]
    assert [(fila[1], fila[2], fila[3]) for fila in faltan] == [
        (None, "Laboratorio de calidad del agua", "Queda pendiente"),
        (None, "Universidades con carreras del mar", "Queda pendiente"),
    ]
    lineas = [fila[0] for fila in rows(written(tmp_path, "columnas agregadas.xlsx")["Resultado"])[:6]]
    assert any("la columna «Teléfono» no es del formato" in str(linea) for linea in lineas)
    lineas = [fila[0] for fila in rows(written(tmp_path, "version anterior.xlsx")["Resultado"])[:6]]
    assert any("se comparó con lo que este traía" in str(linea) for linea in lineas)


def test_titles_stay_in_sight_and_the_table_can_be_filtered(tmp_path: Path) -> None:
    hoja = written(tmp_path, EDITED)["Resultado"]
    assert hoja.freeze_panes == "A7"
    assert hoja.auto_filter.ref == "A6:E15"
    assert hoja.print_title_rows == "$6:$6"
    assert {str(rango) for rango in hoja.merged_cells.ranges} == {f"A{n}:E{n}" for n in range(1, 6)}


def test_it_is_no_workbook_to_be_returned(tmp_path: Path) -> None:
    written(tmp_path, EDITED)
    assert read_returned(tmp_path / "r.xlsx") is None
