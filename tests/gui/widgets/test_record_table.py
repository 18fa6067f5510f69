"""The table by keyboard and mouse: moving, editing in place, copying, the menu, columns in the user's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.models.record_table import RecordTableModel
from promueve_gui.gui.widgets.record_table import WIDEST, RecordTable
from tests.gui.desk import type_text
from tests.gui.looking import PaintCount
from tests.gui.mouse import menu_of, right_click

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

COLUMNS = ("nombre", Derived("letras", "Letras", 8, lambda r: Shown(str(len(r.nombre)))), "clase", "area", "poder")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def make_table(context: Context, show: Callable[..., QWidget]) -> Callable[[Project], RecordTable]:
    def make(project: Project) -> RecordTable:
        table = RecordTable(context, project, RecordTableModel(project, GrupoUsuarios, COLUMNS))
        show(table)
        table.setFocus()
        return table

    return make


@pytest.fixture
def table(make_table: Callable[[Project], RecordTable], project: Project) -> RecordTable:
    return make_table(project)


@pytest.fixture
def told(table: RecordTable) -> list[str]:
    """Return what the table asks for, as it asks."""
    heard: list[str] = []
    table.opened.connect(lambda: heard.append("abrir"))
    table.withdraw_asked.connect(lambda: heard.append("retirar"))
    table.pasted.connect(lambda text: heard.append(f"pegar {text}"))
    table.pasted_as_new.connect(lambda text: heard.append(f"pegar como nuevos {text}"))
    return heard


def editor(table: RecordTable, kind: type[QWidget] = QLineEdit) -> QWidget:
    """Return the editor that is open in a cell."""
    made = table.viewport().findChild(kind)
    assert made is not None
    return made


def group(project: Project, identidad: str = "senado") -> GrupoUsuarios:
    found = project.proyecto.get(GrupoUsuarios, identidad)
    assert found is not None
    return found


def commit(line: QWidget) -> None:
    """Press Enter in an editor, and let the table take what it says, as it does in its own time."""
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def current(table: RecordTable) -> str | None:
    registro = table.current_record()
    return None if registro is None else registro.id


def test_no_record_is_put_in_order_before_anybody_asks(context: Context, project: Project) -> None:
    asked: set[str] = set()

    def letters(registro: Registro) -> Shown:
        asked.add(registro.id)
        return Shown(registro.id)

    model = RecordTableModel(project, GrupoUsuarios, (Derived("letras", "Letras", 8, letters),))
    table = RecordTable(context, project, model)
    assert asked == set()
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert asked == {registro.id for registro in project.proyecto.activos(GrupoUsuarios)}


def test_an_empty_table_has_no_cursor(make_table: Callable[[Project], RecordTable], empty_project: Project) -> None:
    table = make_table(empty_project)
    assert current(table) is None
    assert table.selected_records() == []


def test_the_cursor_is_put_on_a_record_in_the_column_where_it_was(table: RecordTable) -> None:
    table.setCurrentIndex(table.model().index(0, 2))
    assert table.select_record("prensa")
    assert (current(table), table.currentIndex().column()) == ("prensa", 2)
    assert not table.select_record("nadie")
    assert current(table) == "prensa"


def test_the_arrows_move_and_choose(table: RecordTable) -> None:
    table.select_record("planeacion")
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert current(table) == "senado"
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert [registro.id for registro in table.selected_records()] == ["senado", "prensa"]
    QTest.keyClick(table, Qt.Key.Key_A, CONTROL)
    assert len(table.selected_records()) == 4


def test_chosen_records_come_in_the_order_shown(table: RecordTable) -> None:
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.selectAll()
    assert [registro.id for registro in table.selected_records()] == ["senado", "escuelas", "prensa", "planeacion"]


def test_a_click_on_a_header_sorts_and_the_third_takes_it_back(table: RecordTable) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    seen = []
    for _ in range(3):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        seen.append(table.model().index(0, 0).data())
    assert seen == ["Comisión del Senado", "Planeación", "Planeación"]
    assert header.sortIndicatorSection() == -1


def test_f2_edits_a_cell_and_enter_keeps_it(table: RecordTable, project: Project) -> None:
    table.select_record("senado")
    QTest.keyClick(table, Qt.Key.Key_F2)
    line = editor(table)
    assert line.accessibleName() == "Grupo de usuarios"
    assert isinstance(line, QLineEdit)
    assert line.text() == "Comisión del Senado"
    line.selectAll()
    type_text(line, "Cámara de Senadores ñ")
    commit(line)
    assert group(project).nombre == "Cámara de Senadores ñ"
    assert project.undo() == "Cambiar «Grupo de usuarios» de «Comisión del Senado»"


def test_escape_leaves_a_cell_as_it_was(table: RecordTable, project: Project) -> None:
    table.select_record("senado")
    QTest.keyClick(table, Qt.Key.Key_F2)
    type_text(editor(table), "xyz")
    QTest.keyClick(editor(table), Qt.Key.Key_Escape)
    assert group(project).nombre == "Comisión del Senado"


def test_typing_begins_to_edit(table: RecordTable, project: Project) -> None:
    table.select_record("senado")
    QTest.keyClick(table, Qt.Key.Key_Z)
    line = editor(table)
    commit(line)
    assert group(project).nombre == "z"


def test_a_double_click_edits(table: RecordTable) -> None:
    table.select_record("senado")
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor(table).isVisible()


def test_a_vocabulary_is_chosen_from_a_list(table: RecordTable, project: Project) -> None:
    table.setCurrentIndex(table.model().index(1, 2))
    QTest.keyClick(table, Qt.Key.Key_F2)
    choices = editor(table, QComboBox)
    assert isinstance(choices, QComboBox)
    choices.setCurrentText("Otros sectores de la sociedad")
    choices.activated.emit(choices.currentIndex())
    assert group(project).clase is ClaseGrupo.SOCIEDAD


def test_what_is_worked_out_cannot_be_edited(table: RecordTable, project: Project) -> None:
    table.setCurrentIndex(table.model().index(1, 1))
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert table.viewport().findChild(QLineEdit) is None


def test_a_table_that_is_only_read_opens_no_editor(
    make_table: Callable[[Project], RecordTable], read_only_project: Project
) -> None:
    table = make_table(read_only_project)
    table.select_record("senado")
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClick(table, Qt.Key.Key_Z)
    assert table.viewport().findChild(QLineEdit) is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_asks_for_the_form(table: RecordTable, told: list[str], key: Qt.Key) -> None:
    table.select_record("senado")
    QTest.keyClick(table, key)
    assert told == ["abrir"]


def test_delete_asks_to_withdraw(table: RecordTable, told: list[str]) -> None:
    table.select_record("senado")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert told == ["retirar"]


def test_a_block_is_copied_with_its_labels_and_without_what_is_worked_out(table: RecordTable) -> None:
    table.select_record("senado")
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == (
        "Grupo de usuarios\tClase\tÁrea generadora\tPoder\n"
        "Comisión del Senado\tOtras instituciones de gobierno\tDirección de Caminos\t5\n"
    )


def test_columns_are_copied_in_the_order_that_the_user_gave_them(table: RecordTable) -> None:
    table.horizontalHeader().moveSection(4, 0)
    table.select_record("senado")
    table.copy()
    assert QGuiApplication.clipboard().text().splitlines()[0].split("\t")[:2] == ["Poder", "Grupo de usuarios"]


def test_with_nothing_chosen_the_clipboard_stays_as_it_is(table: RecordTable) -> None:
    QGuiApplication.clipboard().setText("antes")
    table.copy()
    assert QGuiApplication.clipboard().text() == "antes"


def test_paste_hands_over_what_was_copied_elsewhere(table: RecordTable, told: list[str]) -> None:
    QGuiApplication.clipboard().setText("Transportistas\nAduanas")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert told == ["pegar Transportistas\nAduanas"]


def test_the_menu_says_the_keys_and_does_the_same(table: RecordTable, told: list[str]) -> None:
    table.select_record("senado")
    QGuiApplication.clipboard().setText("Aduanas")
    place = table.visualRect(table.currentIndex()).center()
    right_click(table.viewport(), place)
    menu = menu_of(table)
    assert [action.text() for action in menu.actions()] == [
        "Abrir la ficha\tEntrar",
        "Copiar\tCtrl+C",
        "Pegar desde Excel\tCtrl+V",
        "Pegar como renglones nuevos\tCtrl+Mayús+V",
        "Retirar…\tSupr",
    ]
    for place_in_menu in (0, 2, 3, 4, 1):
        menu.actions()[place_in_menu].trigger()
    assert told == ["abrir", "pegar Aduanas", "pegar como nuevos Aduanas", "retirar"]
    assert "Comisión del Senado" in QGuiApplication.clipboard().text()
    menu.close()


def test_columns_are_as_wide_as_their_texts_and_no_wider_than_a_page(table: RecordTable) -> None:
    widths = [table.columnWidth(place) for place in range(len(COLUMNS))]
    assert widths[0] > widths[4]
    assert max(widths) <= WIDEST
    assert all(
        table.columnWidth(place)
        > table.fontMetrics().horizontalAdvance(table.model().headerData(place, Qt.Orientation.Horizontal))
        for place in range(len(COLUMNS))
    )


def test_a_screen_reader_hears_which_list_it_is(table: RecordTable) -> None:
    assert table.accessibleName() == "Lista de grupos"


def widths(table: RecordTable) -> list[int]:
    QApplication.processEvents()
    return [table.columnWidth(place) for place in range(len(COLUMNS))]


def test_what_room_is_left_over_goes_to_the_widest_column(table: RecordTable) -> None:
    table.resize(400, 300)
    narrow = widths(table)
    table.resize(1400, 300)
    wide = widths(table)
    assert sum(wide) == table.viewport().width()
    assert wide[1:] == narrow[1:]
    table.resize(400, 300)
    assert widths(table) == narrow


def test_a_column_that_was_dragged_keeps_its_width_while_there_is_no_more_room(table: RecordTable) -> None:
    table.resize(1400, 300)
    widths(table)
    table.setColumnWidth(0, 900)
    table.resize(400, 300)
    assert widths(table)[0] == 900


def test_the_record_with_the_cursor_stays_in_sight_when_the_table_shrinks(
    make_table: Callable[[Project], RecordTable], open_project: Callable[..., Project]
) -> None:
    table = make_table(open_project(*(GrupoUsuarios(id=f"g{n}", nombre=f"Grupo {n:02}") for n in range(40))))
    table.resize(1000, 700)
    QApplication.processEvents()
    row = table.rowAt(table.viewport().height() - 4)
    table.setCurrentIndex(table.model().index(row, 0))
    table.resize(500, 300)
    QApplication.processEvents()
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_a_name_that_nobody_has_is_refused_once_and_can_be_typed_over(table: RecordTable, project: Project) -> None:
    told: list[str] = []
    model = table.model()
    assert isinstance(model, RecordTableModel)
    model.rejected.connect(told.append)
    project.edit("Poner el área", [cambio(group(project), area="caminos")])
    table.setCurrentIndex(model.index(model.row_of("senado"), COLUMNS.index("area")))
    QTest.keyClick(table, Qt.Key.Key_F2)
    line = editor(table, QComboBox).findChild(QLineEdit)
    assert line is not None
    type_text(line, "Dirección inventada")
    commit(line)
    assert [text.partition("»")[0] for text in told] == ["«Dirección inventada"]
    assert group(project).area == "caminos"


def test_a_link_to_what_was_withdrawn_is_not_lost_by_looking_at_it(table: RecordTable, project: Project) -> None:
    project.edit("Poner el área", [cambio(group(project), area="caminos")])
    area = project.proyecto.registro("area_generadora", "caminos")
    assert area is not None
    project.proyecto.apply(filter(None, [retiro(area, "Ya no existe")]))
    model = table.model()
    assert isinstance(model, RecordTableModel)
    table.setCurrentIndex(model.index(model.row_of("senado"), COLUMNS.index("area")))
    QTest.keyClick(table, Qt.Key.Key_F2)
    commit(editor(table, QComboBox))
    assert group(project).area == "caminos"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_what_a_cell_refuses_stays_in_it_to_be_corrected(table: RecordTable, project: Project, key: Qt.Key) -> None:
    project.edit("Poner el área", [cambio(group(project), area="caminos")])
    model = table.model()
    assert isinstance(model, RecordTableModel)
    place = model.index(model.row_of("senado"), COLUMNS.index("area"))
    table.setCurrentIndex(place)
    QTest.keyClick(table, Qt.Key.Key_F2)
    box = editor(table, QComboBox)
    assert isinstance(box, QComboBox)
    box.setEditText("Subdireccion de Puente")
    QTest.keyClick(box, key)
    QApplication.processEvents()
    QApplication.processEvents()
    again = table.indexWidget(place)
    assert isinstance(again, QComboBox)
    assert (again.currentText(), table.currentIndex()) == ("Subdireccion de Puente", place)
    again.setEditText("Subdirección de Puentes")
    QTest.keyClick(again, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert group(project).area == "puentes"


@pytest.mark.parametrize("name", ["nombre", "clase", "area"])
def test_an_editor_stands_in_the_middle_of_its_cell(table: RecordTable, name: str) -> None:
    place = table.model().index(1, COLUMNS.index(name))
    table.setCurrentIndex(place)
    QTest.keyClick(table, Qt.Key.Key_F2)
    made, cell = table.indexWidget(place), table.visualRect(place)
    assert made is not None
    assert cell.contains(made.geometry())
    assert abs(made.geometry().center().y() - cell.center().y()) <= 1


def test_other_rows_are_painted_once(table: RecordTable) -> None:
    QApplication.processEvents()
    painted = PaintCount(table.viewport())
    table.model().set_query("sociedad")  # type: ignore[attr-defined]  # the model of a list
    table.viewport().repaint()
    QApplication.processEvents()
    assert painted.many == 1
