"""The coverage as a table, and as a picture, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester

from promueve_gui.application.coverage import Columnas, Filas, coverage, lines_of_year
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea
from promueve_gui.gui.pasos.plan.coverage_model import GAP, NO_LINE, NOTHING, TOTAL, CoverageModel
from promueve_gui.gui.pasos.plan.coverage_painter import MOST_ROWS, CoverageDrawing, paint_cell
from promueve_gui.gui.theme import CLARO, OSCURO, Colores
from promueve_gui.gui.widgets.drawing import Sheet, image_of, svg_of
from tests.gui.looking import colours_of
from tests.projects import project_of

HOY = date(2026, 5, 20)
PRENSA = GrupoUsuarios(id="prensa", nombre="Prensa", prioritario=True)
SENADO = GrupoUsuarios(id="senado", nombre="Senado", prioritario=True)
ESCUELAS = GrupoUsuarios(id="escuelas", nombre="Escuelas <b>")
AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos", prioritario=True)
LINEA = LineaPlan(
    id="l",
    nombre="Boletín",
    conjunto="aforos",
    grupos=("prensa",),
    canal=Canal.CORREO,
    fecha=date(2026, 8, 3),
    estado=EstadoLinea.PLANEADA,
)
LAST = 6


def made(
    *lineas: LineaPlan, filas: Filas = Filas.GRUPOS, columnas: Columnas = Columnas.BIMESTRES, hoy: date = HOY
) -> CoverageModel:
    proyecto = project_of(PRENSA, SENADO, ESCUELAS, AFOROS, *lineas)
    model = CoverageModel()
    model.set_coverage(coverage(proyecto, filas, columnas, 2026, lines_of_year(proyecto.activos(LineaPlan), 2026)), hoy)
    return model


def row(model: CoverageModel, name: str) -> list[str]:
    (one,) = [one for one in model.shown() if one.titulo == name]
    return [model.text(one, column) for column in range(len(one.celdas) + 1)]


def test_it_holds_what_qt_asks_of_a_table() -> None:
    model = CoverageModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert (model.rowCount(), model.columnCount(), model.total, model.uncovered) == (0, 0, 0, 0)
    assert model.heading(0) == TOTAL
    filled = made(LINEA)
    other = QAbstractItemModelTester(filled, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert (tester.model(), other.model()) == (model, filled)
    assert (filled.rowCount(filled.index(0, 0)), filled.columnCount(filled.index(0, 0))) == (0, 0)


def test_gaps_are_of_priorities_and_of_bimestres_that_are_not_over() -> None:
    model = made(LINEA)
    assert row(model, "Prensa") == [NOTHING, NOTHING, GAP, "1", GAP, GAP, "1"]
    assert row(model, "Senado") == [NOTHING, NOTHING, GAP, GAP, GAP, GAP, NO_LINE]
    assert row(model, "Escuelas <b>") == [NOTHING] * LAST + ["0"]
    assert model.uncovered == 1


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_no_bimestre_that_is_over_is_a_gap_and_all_that_come_are(hoy: date) -> None:
    model = made(hoy=hoy)
    gone = (hoy.month - 1) // 2
    assert row(model, "Senado")[:LAST] == [NOTHING] * gone + [GAP] * (LAST - gone)


def test_types_and_channels_are_gaps_only_without_any_line() -> None:
    model = made(LINEA, filas=Filas.CONJUNTOS, columnas=Columnas.CANALES)
    assert GAP not in row(model, "Aforos")
    lacking = made(filas=Filas.CONJUNTOS, columnas=Columnas.CANALES)
    assert row(lacking, "Aforos") == [GAP] * len(Canal) + [NO_LINE]


def test_what_was_given_up_leaves_a_gap() -> None:
    model = made(replace(LINEA, estado=EstadoLinea.CANCELADA))
    assert row(model, "Prensa")[-1] == NO_LINE


def test_priorities_bear_a_star_and_columns_their_count() -> None:
    model = made(LINEA, replace(LINEA, id="m", grupos=("senado", "prensa")))
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(place, across) for place in (2, 3, LAST)] == ["may–jun\n(0)", "jul–ago\n(2)", TOTAL]
    assert [model.headerData(place, down) for place in range(3)] == ["★ Prensa", "★ Senado", "Escuelas <b>"]
    assert model.headerData(2, down, Qt.ItemDataRole.ToolTipRole) == "<qt>Escuelas &lt;b&gt;</qt>"
    assert model.headerData(0, down, Qt.ItemDataRole.DecorationRole) is None


def test_a_cell_gives_its_lines_its_row_and_its_column() -> None:
    model = made(LINEA)
    cell, total = model.index(0, 3), model.index(0, LAST)
    assert model.lines_at(cell) == ("l",)
    assert model.row_at(cell).id == "prensa"
    column = model.column_at(cell)
    assert column is not None
    assert column.titulo == "jul–ago"
    assert (model.lines_at(total), model.column_at(total)) == ((), None)
    assert model.data(QModelIndex()) is None
    assert cell.data(Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize(
    ("query", "gaps_only", "names"),
    [
        ("", False, ["Prensa", "Senado", "Escuelas <b>"]),
        ("", True, ["Prensa", "Senado"]),
        ("sená", False, ["Senado"]),
        ("escuelas", True, []),
        ("pre sa", False, ["Prensa"]),
    ],
)
def test_rows_are_narrowed(query: str, gaps_only: bool, names: list[str]) -> None:
    model = made(LINEA)
    model.narrow(query, gaps_only=gaps_only)
    assert [one.titulo for one in model.shown()] == names
    assert model.total == 3


def test_asking_the_same_again_changes_nothing() -> None:
    model, resets = made(LINEA), list[bool]()
    model.narrow("prensa", gaps_only=True)
    model.modelReset.connect(lambda: resets.append(True))
    model.narrow(" PRENSA", gaps_only=True)
    assert resets == []


def seen(text: str, colores: Colores, *, gap: bool = False, total: bool = False) -> set[str]:
    """Return the colours of one painted cell."""
    image = QImage(80, 32, QImage.Format.Format_RGB32)
    image.fill(colores.superficie)
    painter = QPainter(image)
    paint_cell(painter, QRectF(0, 0, 80, 32), text, colores, gap=gap, total=total)
    painter.end()
    return colours_of(image)


@pytest.mark.parametrize("colores", [CLARO, OSCURO])
def test_gaps_numbers_and_totals_have_grounds_of_their_own(qapp: object, colores: Colores) -> None:
    assert colores.atencion_suave in seen(GAP, colores, gap=True)
    assert colores.bien_suave in seen("3", colores)
    assert colores.bien_suave not in seen("3", colores, total=True)
    assert colores.bien_suave not in seen("0", colores, total=True)
    assert {colores.bien_suave, colores.atencion_suave}.isdisjoint(seen(NOTHING, colores))


def test_the_picture_says_what_it_shows(qapp: object) -> None:
    drawing = CoverageDrawing(made(LINEA))
    assert drawing.said() == "3 renglones; sin actividad: Senado."
    assert drawing.height_for(100) == drawing.height_for(2000)
    sheet = Sheet("Cobertura", ("Secretaría",), drawing, QFont())
    image = image_of(sheet)
    assert image.text("Description") == drawing.said()
    text = svg_of(sheet).decode()
    assert all(word in text for word in ("★ Prensa", GAP, NO_LINE, "jul–ago"))


def test_the_picture_of_one_row_says_so(qapp: object) -> None:
    model = made(LINEA)
    model.narrow("senado", gaps_only=False)
    assert CoverageDrawing(model).said() == "1 renglón; sin actividad: Senado."


def test_a_picture_of_nothing_and_of_too_much(qapp: object) -> None:
    empty = CoverageDrawing(CoverageModel())
    assert empty.said() == "0 renglones; todo lo prioritario tiene alguna actividad."
    assert empty.height_for(500) > 0
    many = CoverageModel()
    proyecto = project_of(*(GrupoUsuarios(id=f"g{n}", nombre=f"Grupo {n}") for n in range(MOST_ROWS + 9)))
    many.set_coverage(coverage(proyecto, Filas.GRUPOS, Columnas.TIPOS, 2026), HOY)
    assert CoverageDrawing(many).said().startswith(f"{MOST_ROWS} renglones")
