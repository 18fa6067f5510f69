"""The board as people use it; what counts is what the project then holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea
from promueve_gui.gui.pasos.plan.vistas.board_model import BoardModel
from tests.gui.mouse import LEFT, drag, press_and_move
from tests.gui.pasos.plan.vistas.conftest import BOLETIN, CORREO, LINES, VIERNES
from tests.gui.pasos.plan.vistas.seen import board_of, line, menu_on, texts

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.plan.vistas.board_column import BoardColumn
    from promueve_gui.gui.pasos.plan.vistas.board_lines import BoardLines
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project

CONTROL = Qt.KeyboardModifier.ControlModifier


def cards(column: BoardColumn) -> list[str]:
    return [column.list.cards.line(row).id for row in range(column.list.cards.rowCount())]


def column_of(board: BoardLines, estado: EstadoLinea) -> BoardColumn:
    return board.columns[estado]


def card_place(board: BoardLines, estado: EstadoLinea, identidad: str) -> QPoint:
    column = column_of(board, estado)
    return column.list.place_of(cards(column).index(identidad))


def test_every_state_has_its_column(panel: LinesPanel) -> None:
    board = board_of(panel)
    assert {estado: cards(column) for estado, column in board.columns.items()} == {
        EstadoLinea.IDEA: ["serie10", "serie11", "correo", "campana", "serie12", "estudio"],
        EstadoLinea.PLANEADA: ["boletin"],
        EstadoLinea.EN_ELABORACION: [],
        EstadoLinea.LISTA: ["feria"],
        EstadoLinea.HECHA: [],
        EstadoLinea.CANCELADA: ["vieja"],
    }
    assert column_of(board, EstadoLinea.IDEA).list.accessibleName() == "Idea: 6 actividades"


def test_a_card_is_carried_to_another_state(panel: LinesPanel, project: Project) -> None:
    board = board_of(panel)
    source = column_of(board, EstadoLinea.PLANEADA).list.viewport()
    target = column_of(board, EstadoLinea.EN_ELABORACION)
    drag(source, card_place(board, EstadoLinea.PLANEADA, "boletin"), target, QPoint(40, 90))
    assert line(project, "boletin").estado is EstadoLinea.EN_ELABORACION
    assert cards(target) == ["boletin"]
    assert board.selected() == ["boletin"]


def test_the_column_under_a_card_lights_its_frame(panel: LinesPanel) -> None:
    board = board_of(panel)
    source = column_of(board, EstadoLinea.PLANEADA).list.viewport()
    target = column_of(board, EstadoLinea.LISTA)
    start = card_place(board, EstadoLinea.PLANEADA, "boletin")
    press_and_move(source, start, start + QPoint(15, 15), source.mapFromGlobal(target.mapToGlobal(QPoint(40, 90))))
    assert target.property("destino") is True
    QTest.keyClick(column_of(board, EstadoLinea.PLANEADA).list, Qt.Key.Key_Escape)
    assert target.property("destino") is False


def test_several_cards_are_carried_together(panel: LinesPanel, project: Project) -> None:
    board = board_of(panel)
    ideas = column_of(board, EstadoLinea.IDEA)
    board.select("serie10")
    ideas.list.setFocus()
    QTest.keyClick(ideas.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert board.selected() == ["serie10", "serie11"]
    place = card_place(board, EstadoLinea.IDEA, "serie10")
    drag(ideas.list.viewport(), place, column_of(board, EstadoLinea.HECHA), QPoint(40, 90))
    assert {line(project, identidad).estado for identidad in ("serie10", "serie11")} == {EstadoLinea.HECHA}
    project.undo()
    assert line(project, "serie10").estado is EstadoLinea.IDEA


def test_control_and_arrows_pass_a_card_on(panel: LinesPanel, project: Project) -> None:
    board = board_of(panel)
    board.select("boletin")
    column_of(board, EstadoLinea.PLANEADA).list.setFocus()
    QTest.keyClick(column_of(board, EstadoLinea.PLANEADA).list, Qt.Key.Key_Right, CONTROL)
    assert line(project, "boletin").estado is EstadoLinea.EN_ELABORACION
    assert column_of(board, EstadoLinea.EN_ELABORACION).list.hasFocus()
    QTest.keyClick(column_of(board, EstadoLinea.EN_ELABORACION).list, Qt.Key.Key_Left, CONTROL)
    assert line(project, "boletin").estado is EstadoLinea.PLANEADA


def test_beyond_the_last_state_there_is_none(panel: LinesPanel, project: Project) -> None:
    board = board_of(panel)
    board.select("vieja")
    cancelled = column_of(board, EstadoLinea.CANCELADA).list
    cancelled.setFocus()
    QTest.keyClick(cancelled, Qt.Key.Key_Right, CONTROL)
    QTest.keyClick(cancelled, Qt.Key.Key_Right)
    assert line(project, "vieja").estado is EstadoLinea.CANCELADA
    assert cancelled.hasFocus()


def test_arrows_go_from_column_to_column(panel: LinesPanel) -> None:
    board = board_of(panel)
    board.take_focus()
    ideas = column_of(board, EstadoLinea.IDEA).list
    assert ideas.hasFocus()
    ideas.go_to(0)
    QTest.keyClick(ideas, Qt.Key.Key_Right)
    planned = column_of(board, EstadoLinea.PLANEADA).list
    assert planned.hasFocus()
    assert board.selected() == ["boletin"]
    QTest.keyClick(planned, Qt.Key.Key_Right)
    assert column_of(board, EstadoLinea.EN_ELABORACION).list.hasFocus()
    assert board.selected() == []


def test_enter_and_a_double_click_open_the_card(panel: LinesPanel) -> None:
    board = board_of(panel)
    board.select("feria")
    ready = column_of(board, EstadoLinea.LISTA).list
    QTest.keyClick(ready, Qt.Key.Key_Return)
    assert panel.form.record_id == "feria"
    QTest.keyClick(ready, Qt.Key.Key_Escape)
    assert not panel.form_open
    place = card_place(board, EstadoLinea.LISTA, "feria")
    QTest.mouseClick(ready.viewport(), LEFT, pos=place)
    QTest.mouseDClick(ready.viewport(), LEFT, pos=place)
    assert panel.form.record_id == "feria"


def test_the_form_follows_the_card_that_is_chosen(panel: LinesPanel) -> None:
    board = board_of(panel)
    panel.open_form("feria")
    board.select("boletin")
    assert panel.form.record_id == "boletin"


def test_the_right_button_shows_the_menu(panel: LinesPanel) -> None:
    board = board_of(panel)
    board.select("feria")
    column_of(board, EstadoLinea.LISTA).list.customContextMenuRequested.emit(QPoint(20, 20))
    menu = menu_on(board)
    assert "Estado" in texts(menu)
    menu.close()
    column_of(board, EstadoLinea.LISTA).list.clearSelection()
    column_of(board, EstadoLinea.LISTA).list.customContextMenuRequested.emit(QPoint(20, 300))
    assert not menu_on(board).isVisible()


def test_nothing_is_carried_from_a_free_place(panel: LinesPanel, project: Project) -> None:
    board = board_of(panel)
    ready = column_of(board, EstadoLinea.LISTA).list
    drag(ready.viewport(), QPoint(20, 300), column_of(board, EstadoLinea.HECHA), QPoint(40, 90))
    assert project.session.next_undo() is None


def test_changes_from_elsewhere_show_by_themselves(panel: LinesPanel, project: Project) -> None:
    board = board_of(panel)
    project.edit("Agregar", [alta(LineaPlan(id="otra", nombre="Otra", estado=None))])
    project.edit("Pasar", [cambio(line(project, "feria"), estado=EstadoLinea.HECHA)])
    QApplication.processEvents()
    assert cards(column_of(board, EstadoLinea.HECHA)) == ["feria"]
    assert cards(column_of(board, EstadoLinea.LISTA)) == []
    assert cards(column_of(board, EstadoLinea.IDEA))[-1] == "otra"


def test_without_lines_it_says_what_to_do(empty_panel: LinesPanel) -> None:
    board = board_of(empty_panel)
    assert not column_of(board, EstadoLinea.IDEA).isVisible()
    board.take_focus()
    board.select(None)
    assert board.day() is None


def test_a_read_only_board_changes_nothing(read_only_panel: LinesPanel) -> None:
    board = board_of(read_only_panel)
    source = column_of(board, EstadoLinea.PLANEADA).list
    drag(source.viewport(), source.place_of(0), column_of(board, EstadoLinea.LISTA), QPoint(40, 90))
    board.select("boletin")
    QTest.keyClick(source, Qt.Key.Key_Right, CONTROL)
    assert read_only_panel.desk.project.proyecto.activos(LineaPlan) == list(LINES)


def test_cards_are_a_sound_model() -> None:
    model = BoardModel(lambda linea: "Cae en sábado" if linea.id == "correo" else "")
    QAbstractItemModelTester(model)
    model.set_lines([BOLETIN])
    model.put_in(CORREO)
    index = model.index(1, 0)
    assert index.data() == "Correo"
    assert "Cae en sábado" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("Cae en sábado")
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(-1, 0)) is None
    model.take_out(BOLETIN)
    model.take_out(BOLETIN)
    assert model.rowCount() == 1
    assert model.rowCount(index) == 0
    model.put_in(LineaPlan(id="sin", fecha=VIERNES))
    assert model.index(1, 0).data() == "Actividad sin nombre"
