"""How cells look and are edited: chips, ticks, the row with the cursor, and an editor for each kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QStyleOptionViewItem, QWidget

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoContenido
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.models.record_table import RecordTableModel
from promueve_gui.gui.theme import GRID, Tema
from promueve_gui.gui.widgets.chip_painter import chip_width, paint_chip
from promueve_gui.gui.widgets.record_delegate import CHIPS, SHORT, RecordDelegate
from promueve_gui.gui.widgets.record_table import RecordTable
from tests.gui.looking import colours

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

LETTERS = Derived("letras", "Letras", 8, lambda r: Shown(f"{len(r.titulo)} letras", colour="dato"))
PLAIN = Derived("siglas_o_nada", "Siglas", 8, lambda r: Shown(r.siglas))
EMPTY = Derived("vacia", "Vacía", 8, lambda _: Shown("", colour="error"))
COLUMNS = ("nombre", "clase", "prioritario", "poder", "area", LETTERS, PLAIN, EMPTY)


@pytest.fixture
def make_table(context: Context, project: Project, show: Callable[..., QWidget]) -> Callable[..., RecordTable]:
    def make(tipo: type[Registro], columns: tuple[str | Derived, ...] = ()) -> RecordTable:
        table = RecordTable(context, project, RecordTableModel(project, tipo, columns))
        show(table, 1300, 400)
        return table

    return make


@pytest.fixture
def table(make_table: Callable[..., RecordTable]) -> RecordTable:
    return make_table(GrupoUsuarios, COLUMNS)


def seen(table: RecordTable, row: int, column: int) -> set[str]:
    return colours(table.viewport(), table.visualRect(table.model().index(row, column)))


def edit(table: RecordTable, row: int, column: int) -> QWidget:
    """Open the editor of a cell and return it."""
    index = table.model().index(row, column)
    table.setCurrentIndex(index)
    table.edit(index)
    made = table.indexWidget(index)
    assert made is not None
    return made


@pytest.mark.parametrize("tema", [Tema.CLARO, Tema.OSCURO])
def test_classes_are_chips_in_their_colours(table: RecordTable, context: Context, tema: Tema) -> None:
    context.set_theme(tema)
    c = context.colores
    assert c.bien_suave in seen(table, 0, 1)
    assert c.dato_suave in seen(table, 1, 1)
    assert c.atencion_suave in seen(table, 2, 1)
    assert not {c.bien_suave, c.dato_suave, c.atencion_suave} & seen(table, 3, 1)  # without a class


def test_what_is_worked_out_is_a_chip_where_it_has_a_colour(table: RecordTable, context: Context) -> None:
    assert context.colores.dato_suave in seen(table, 0, 5)
    assert context.colores.dato_suave not in seen(table, 0, 6)
    assert context.colores.error_suave not in seen(table, 0, 7)


def test_yes_is_a_tick_and_no_is_nothing(table: RecordTable, context: Context) -> None:
    assert context.colores.bien in seen(table, 0, 2)
    assert context.colores.bien not in seen(table, 1, 2)


def test_the_chosen_row_stands_out_under_chips_and_ticks_too(table: RecordTable, context: Context) -> None:
    table.selectRow(1)
    for column in (0, 1, 2, 5):
        assert context.colores.seleccion in seen(table, 1, column)
        assert context.colores.seleccion not in seen(table, 0, column)


def test_the_cell_with_the_focus_has_a_frame(table: RecordTable, context: Context) -> None:
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))
    assert context.colores.acento in seen(table, 1, 0)
    assert context.colores.acento not in seen(table, 1, 4)


def test_every_state_of_a_chip_can_be_painted(context: Context) -> None:
    for opcion, colour in CHIPS.items():
        picture = QPixmap(220, 34)
        picture.fill(context.colores.superficie)
        painter = QPainter(picture)
        wide = chip_width(painter, opcion.etiqueta)
        paint_chip(painter, context, QRect(0, 0, 220, 34), opcion.etiqueta, colour)
        painter.end()
        image = picture.toImage()
        ground = getattr(context.colores, f"{colour}_suave") if colour else context.colores.fondo
        assert image.pixelColor(14, 10).name() == ground, opcion
        assert image.pixelColor(min(219, wide + 16), 17).name() == context.colores.superficie, opcion


def test_a_chip_stays_within_a_narrow_cell(context: Context) -> None:
    picture = QPixmap(200, 34)
    picture.fill(context.colores.superficie)
    painter = QPainter(picture)
    paint_chip(painter, context, QRect(0, 0, 80, 34), "Otros sectores de la sociedad", "atencion")
    painter.end()
    image = picture.toImage()
    assert {image.pixelColor(x, 17).name() for x in range(74, 200)} == {context.colores.superficie}


@pytest.mark.parametrize(
    ("column", "choices"),
    [
        (1, ["", "Dentro de la institución", "Otras instituciones de gobierno", "Otros sectores de la sociedad"]),
        (2, ["Sí", "No"]),
        (3, ["", "1", "2", "3", "4", "5"]),
        (4, ["", "Dirección de Caminos", "Subdirección de Puentes"]),
    ],
)
def test_choices_are_offered_in_a_list(table: RecordTable, column: int, choices: list[str]) -> None:
    made = edit(table, 0, column)
    assert isinstance(made, QComboBox)
    assert [made.itemText(place) for place in range(made.count())] == choices
    assert made.currentText() == table.model().index(0, column).data()
    assert made.isEditable() is (column == 4)
    assert made.accessibleName() == table.model().headerData(column, Qt.Orientation.Horizontal)


def test_a_typed_name_of_a_linked_record_is_taken(table: RecordTable, project: Project) -> None:
    made = edit(table, 3, 4)
    assert isinstance(made, QComboBox)
    line = made.lineEdit()
    assert line is not None
    line.setText("subdireccion de puentes")
    QTest.keyClick(made, Qt.Key.Key_Return)
    QApplication.processEvents()  # the table takes it in its own time
    changed = project.proyecto.get(GrupoUsuarios, "escuelas")
    assert changed is not None
    assert changed.area == "puentes"


def test_an_editor_left_as_it_was_changes_nothing(table: RecordTable, project: Project) -> None:
    for column in (0, 1, 2, 3, 4):
        made = edit(table, 0, column)
        QTest.keyClick(made, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert project.undo() == ""


@pytest.mark.parametrize(
    ("tipo", "nombre", "shown"),
    [(LineaPlan, "fecha", "01/12/2026"), (LineaPlan, "grupos", "Periodistas; Comisión del Senado")],
)
def test_the_rest_is_a_line_of_text(
    make_table: Callable[..., RecordTable], tipo: type[Registro], nombre: str, shown: str
) -> None:
    made = edit(make_table(tipo, (nombre,)), 0, 0)
    assert isinstance(made, QLineEdit)
    assert made.text() == shown


def test_access_is_a_chip_of_its_own_colour(make_table: Callable[..., RecordTable], context: Context) -> None:
    table = make_table(ConjuntoDatos, ("nombre", "acceso"))
    assert context.colores.bien_suave in seen(table, 0, 1)
    assert context.colores.atencion_suave in seen(table, 1, 1)


def test_other_editors_are_left_alone(table: RecordTable, context: Context, project: Project) -> None:
    delegate, box = RecordDelegate(context, project), QSpinBox(table)
    delegate.setEditorData(box, table.model().index(0, 0))
    assert box.value() == 0
    option = QStyleOptionViewItem()
    assert isinstance(delegate.createEditor(table.viewport(), option, table.model().index(0, 0)), QLineEdit)


def test_each_state_of_a_content_has_room_in_its_column(make_table: Callable[..., RecordTable]) -> None:
    states = make_table(Contenido, ("nombre", "estado"))
    painter = QPainter(picture := QPixmap(10, 10))
    painter.setFont(states.font())
    widest = max(chip_width(painter, SHORT.get(estado, estado.etiqueta)) for estado in EstadoContenido)
    painter.end()
    assert widest + 2 * GRID <= states.columnWidth(1), picture.size()
