"""The calendar as people use it; what counts is what the project then holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea, Rol
from tests.gui.mouse import LEFT, drag, move_on, press_and_move
from tests.gui.pasos.plan.conftest import MARTES, MIERCOLES, month_of
from tests.gui.pasos.plan.month_hands import CONTROL, free_place, line, line_place, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


def test_the_present_month_is_shown_with_its_lines(shown: PlanPage) -> None:
    month = month_of(shown).month
    assert month.day == date(2026, 11, 19)
    assert month.place_of_line("boletin") is not None
    assert month_of(shown).bar.month.currentText() == "Noviembre"
    assert shown.lines.side.tray.count() == 1


def test_holidays_and_other_dates_are_there(shown: PlanPage) -> None:
    layer = month_of(shown).month.layer
    assert layer.inhabiles[date(2026, 11, 16)] == "Día de la Revolución"
    assert [otro.texto for otro in layer.otros[date(2026, 11, 25)]] == ["Mesa de caminos"]
    assert [otro.texto for otro in layer.otros[date(2026, 11, 10)]] == ["Aforos (actualización)"]


def test_dragging_a_line_moves_it_to_another_day(shown: PlanPage, project: Project) -> None:
    month = month_of(shown).month
    drag(month, line_place(shown, "boletin"), month, free_place(shown, date(2026, 11, 26)))
    assert line(project, "boletin").fecha == date(2026, 11, 26)
    assert project.session.history()[0].detalle == "Mover «Boletín» al 26 de noviembre de 2026"
    assert month.selected == "boletin"


def test_a_period_carried_by_a_later_day_keeps_its_length(shown: PlanPage, project: Project) -> None:
    month = month_of(shown).month
    start = free_place(shown, date(2026, 11, 18))
    cell_top = QPoint(start.x() - 20, line_place(shown, "campana").y())
    drag(month, cell_top, month, free_place(shown, date(2026, 11, 25)))
    assert (line(project, "campana").fecha, line(project, "campana").fecha_fin) == (
        date(2026, 11, 24),
        date(2026, 11, 26),
    )


def test_dragging_out_of_the_tray_gives_a_day(shown: PlanPage, project: Project) -> None:
    tray = shown.lines.side.tray
    start = tray.visualRect(tray.model().index(0, 0)).center()
    drag(tray.viewport(), start, month_of(shown).month, free_place(shown, MIERCOLES))
    assert line(project, "estudio").fecha == MIERCOLES
    assert tray.count() == 0


def test_dragging_into_the_tray_takes_the_day_away(shown: PlanPage, project: Project) -> None:
    drag(month_of(shown).month, line_place(shown, "correo"), shown.lines.side.tray, QPoint(20, 60))
    assert line(project, "correo").fecha is None
    assert shown.lines.side.tray.current_id() == "correo"


def test_a_drop_on_the_names_of_the_weekdays_changes_nothing(shown: PlanPage, project: Project) -> None:
    drag(month_of(shown).month, line_place(shown, "correo"), month_of(shown).month, QPoint(50, 5))
    assert project.session.next_undo() is None


def test_resting_over_an_arrow_while_carrying_turns_the_page(shown: PlanPage, project: Project, qtbot: QtBot) -> None:
    lines, start = month_of(shown), line_place(shown, "boletin")
    for turner in lines.turners:
        turner.timer.setInterval(0)
    month, arrow = lines.month, lines.bar.on
    over = month.mapFromGlobal(arrow.mapToGlobal(arrow.rect().center()))
    press_and_move(month, start, start + QPoint(15, 15), over)
    assert arrow.isDown()
    qtbot.waitUntil(lambda: month.day >= date(2027, 1, 1))  # it stays there: a page, and another
    move_on(month, start)
    assert not arrow.isDown()
    lines.refresh()
    dia = month.day
    QTest.mouseRelease(month, LEFT, pos=free_place(shown, dia))
    assert line(project, "boletin").fecha == dia


def test_a_period_carried_to_another_month_is_put_by_the_day_that_was_taken(shown: PlanPage, project: Project) -> None:
    lines, start = month_of(shown), free_place(shown, date(2026, 11, 18))
    taken = QPoint(start.x() - 20, line_place(shown, "campana").y())
    press_and_move(lines.month, taken, taken + QPoint(15, 15))
    lines.bar.on.click()
    lines.refresh()
    QTest.mouseRelease(lines.month, LEFT, pos=free_place(shown, date(2026, 12, 17)))
    assert (line(project, "campana").fecha, line(project, "campana").fecha_fin) == (
        date(2026, 12, 16), date(2026, 12, 18),
    )  # fmt: skip


def test_m_pages_and_enter_move_to_another_month(shown: PlanPage, project: Project) -> None:
    month = month_of(shown).month
    month.set_day(MARTES)
    press(shown, Qt.Key.Key_Space, Qt.Key.Key_M, Qt.Key.Key_PageDown)
    assert "Moviendo: Boletín" in month.accessibleDescription()
    press(shown, Qt.Key.Key_Return)
    assert line(project, "boletin").fecha == date(2026, 12, 10)


def test_arrows_move_the_day_and_pages_the_month(shown: PlanPage) -> None:
    press(shown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert month_of(shown).month.day == date(2026, 11, 12)
    press(shown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert month_of(shown).month.day == date(2027, 1, 12)
    assert month_of(shown).bar.year.value() == 2027
    press(shown, Qt.Key.Key_PageUp)
    assert month_of(shown).bar.month.currentText() == "Diciembre"


def test_space_goes_through_the_lines_of_the_day(shown: PlanPage) -> None:
    month = month_of(shown).month
    month.set_day(MARTES)
    found = []
    for _ in range(3):
        press(shown, Qt.Key.Key_Space)
        found.append(month.selected)
    assert found == ["boletin", "correo", "boletin"]
    assert "Boletín" in month.accessibleDescription()


def test_space_on_a_free_day_chooses_nothing(shown: PlanPage) -> None:
    month_of(shown).month.set_day(MIERCOLES)
    press(shown, Qt.Key.Key_Space)
    assert month_of(shown).month.selected is None


def test_control_and_arrows_move_the_chosen_line(shown: PlanPage, project: Project) -> None:
    month_of(shown).month.set_day(MARTES)
    press(shown, Qt.Key.Key_Space)
    QTest.keyClick(month_of(shown).month, Qt.Key.Key_Down, CONTROL)
    assert line(project, "boletin").fecha == date(2026, 11, 17)
    QTest.keyClick(month_of(shown).month, Qt.Key.Key_Left, CONTROL)
    assert line(project, "boletin").fecha == date(2026, 11, 16)
    assert month_of(shown).month.day == date(2026, 11, 16)


def test_m_arrows_and_enter_move_in_one_edition(shown: PlanPage, project: Project) -> None:
    month_of(shown).month.set_day(MARTES)
    press(shown, Qt.Key.Key_Space, Qt.Key.Key_M)
    assert month_of(shown).month.moving
    press(shown, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert line(project, "boletin").fecha == MARTES
    press(shown, Qt.Key.Key_Return)
    assert line(project, "boletin").fecha == date(2026, 11, 18)
    project.undo()
    assert line(project, "boletin").fecha == MARTES


def test_escape_leaves_the_line_where_it_was(shown: PlanPage, project: Project) -> None:
    month_of(shown).month.set_day(MARTES)
    press(shown, Qt.Key.Key_Space, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert not month_of(shown).month.moving
    assert project.session.next_undo() is None


def test_backspace_sends_the_chosen_line_to_the_tray(shown: PlanPage, project: Project) -> None:
    month_of(shown).month.set_day(MARTES)
    press(shown, Qt.Key.Key_Space, Qt.Key.Key_Backspace)
    assert line(project, "boletin").fecha is None


def test_delete_withdraws_the_chosen_line_for_a_reason(shown: PlanPage, project: Project, messages: Answers) -> None:
    month_of(shown).month.set_day(MARTES)
    messages.answer("Ya no se hará")
    press(shown, Qt.Key.Key_Space, Qt.Key.Key_Delete)
    assert line(project, "boletin").retirado == "Ya no se hará"
    assert messages.said == ["Retirar «Boletín»"]


def test_enter_in_the_tray_puts_the_line_on_the_day(shown: PlanPage, project: Project) -> None:
    month_of(shown).month.set_day(MIERCOLES)
    shown.lines.side.tray.select("estudio")
    QTest.keyClick(shown.lines.side.tray, Qt.Key.Key_Return)
    assert line(project, "estudio").fecha == MIERCOLES


def test_enter_on_a_free_day_begins_a_line_with_that_date(shown: PlanPage, project: Project) -> None:
    month_of(shown).month.set_day(MIERCOLES)
    press(shown, Qt.Key.Key_Return)
    nueva = project.proyecto.activos(LineaPlan)[-1]
    assert (nueva.fecha, nueva.estado, nueva.rol_responsable) == (MIERCOLES, EstadoLinea.PLANEADA, Rol.ENLACE)
    assert shown.lines.form.record_id == nueva.id


def test_a_double_click_on_a_free_day_begins_a_line(shown: PlanPage, project: Project) -> None:
    QTest.mouseDClick(month_of(shown).month, LEFT, pos=free_place(shown, MIERCOLES))
    assert project.proyecto.activos(LineaPlan)[-1].fecha == MIERCOLES


def test_the_button_begins_a_line_without_date(shown: PlanPage, project: Project) -> None:
    shown.lines.bar.new.click()
    assert project.proyecto.activos(LineaPlan)[-1].fecha is None
    assert shown.lines.side.tray.count() == 2


def test_a_line_opens_beside_the_calendar_and_is_saved_there(shown: PlanPage, project: Project) -> None:
    QTest.mouseDClick(month_of(shown).month, LEFT, pos=line_place(shown, "correo"))
    card = shown.lines
    assert card.form.record_id == "correo"
    name = card.form.editor("nombre").focusProxy() or card
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, " a estados")
    shown.flush()
    assert line(project, "correo").nombre == "Correo a estados"


def test_closing_the_form_shows_the_tray_again(shown: PlanPage) -> None:
    shown.open_line("correo")
    shown.lines.close_form()
    assert shown.lines.form.record_id is None
    assert shown.lines.side.tray.isVisible()


def test_the_form_closes_when_its_line_is_undone(shown: PlanPage, project: Project) -> None:
    shown.lines.bar.new.click()
    project.undo()
    assert shown.lines.form.record_id is None
    assert shown.lines.side.tray.isVisible()
