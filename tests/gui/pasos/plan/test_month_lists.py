"""What the calendar lists, tells and counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import Evento
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.vistas.month_scroll import WeekdayStrip
from tests.gui.mouse import LEFT, drag, hover, menu_of, right_click
from tests.gui.pasos.plan.conftest import MARTES, MIERCOLES, RECORDS, month_of
from tests.gui.pasos.plan.month_hands import free_place, line, line_place, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


def test_the_menu_of_a_day_lists_and_opens(shown: PlanPage, qtbot: QtBot) -> None:
    month = month_of(shown).month
    month.set_day(MARTES)
    press(shown, Qt.Key.Key_Return)
    menu = menu_of(month)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [
        "10 de noviembre de 2026",
        "Boletín (planeada)",
        "Correo (idea)",
        "Dato: Aforos (actualización)",
        "Nueva actividad este día",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert shown.lines.form.record_id == "boletin"


def test_other_dates_lead_to_their_record(shown: PlanPage, qtbot: QtBot) -> None:
    month = month_of(shown).month
    right_click(month, free_place(shown, date(2026, 11, 25)))
    month.set_day(date(2026, 11, 25))
    press(shown, Qt.Key.Key_Return)
    menu = menu_of(month)
    with qtbot.waitSignal(shown.jump_asked) as asked:
        next(action for action in menu.actions() if "Mesa" in action.text()).trigger()
    menu.close()
    assert asked.args == ["evento", "mesa", ""]


def test_a_double_click_on_another_date_leads_to_its_record(shown: PlanPage, qtbot: QtBot) -> None:
    month = month_of(shown).month
    place = free_place(shown, date(2026, 11, 25))
    (note,) = [note for note in month._scene().notes if note.dia.day == 25]  # noqa: SLF001  # where it is painted
    with qtbot.waitSignal(shown.jump_asked) as asked:
        QTest.mouseDClick(month, LEFT, pos=QPoint(int(note.box.left) + 4, int(note.box.top) + 4))
    assert asked.args == ["evento", "mesa", ""]
    assert place.y() > note.box.top


def test_the_other_dates_can_be_switched_off(shown: PlanPage) -> None:
    month = month_of(shown).month
    assert month._scene().notes  # noqa: SLF001  # what is painted
    month_of(shown).bar.others.setChecked(False)
    assert not month._scene().notes  # noqa: SLF001  # what is painted
    assert month.layer.inhabiles


def test_more_lines_than_fit_are_counted_and_listed(
    open_project: Callable[..., Project],
    make_page: Callable[[Project], PlanPage],
    show_calendar: Callable[[PlanPage], PlanPage],
) -> None:
    lines = [LineaPlan(id=f"l{n}", nombre=f"Línea {n:02}", fecha=MARTES) for n in range(40)]
    page = show_calendar(make_page(open_project(*lines)))
    month = month_of(page).month
    (more,) = month._scene().more  # noqa: SLF001  # where it is painted
    QTest.mouseClick(month, LEFT, pos=QPoint(int(more.box.left) + 4, int(more.box.top) + 4))
    menu = menu_of(month)
    assert any(action.text().startswith("y 10 más") for action in menu.actions())
    menu.close()


def test_month_and_year_are_picked(shown: PlanPage) -> None:
    bar, month = month_of(shown).bar, month_of(shown).month
    bar.month.setCurrentIndex(2)
    bar.month.activated.emit(2)
    assert month.day == date(2026, 3, 1)
    bar.year.setValue(2027)
    assert month.day == date(2027, 3, 1)
    bar.month_asked.emit(date(2026, 11, 19))
    assert month.day == date(2026, 11, 19)


def test_the_arrows_of_the_bar_turn_the_month(shown: PlanPage) -> None:
    back, on, today = month_of(shown).bar.back, month_of(shown).bar.on, month_of(shown).bar.today
    on.click()
    on.click()
    assert month_of(shown).month.day == date(2027, 1, 1)
    back.click()
    assert month_of(shown).month.day == date(2026, 12, 1)
    today.click()
    assert month_of(shown).month.day == date(2026, 11, 19)


def test_the_calendar_ends_somewhere(shown: PlanPage) -> None:
    month = month_of(shown).month
    month.set_day(date(2100, 12, 31))
    press(shown, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
    assert month.day == date(2100, 12, 31)


def test_what_happens_elsewhere_shows_by_itself(shown: PlanPage, project: Project, qtbot: QtBot) -> None:
    project.edit("Cambiar", [cambio(line(project, "estudio"), fecha=MIERCOLES)])
    qtbot.waitUntil(lambda: month_of(shown).month.place_of_line("estudio") is not None)
    project.edit("Nuevo evento", [alta(Evento(id="taller", nombre="Taller", fecha=MIERCOLES))])
    qtbot.waitUntil(lambda: MIERCOLES in month_of(shown).month.layer.otros)


def test_what_happened_while_nobody_looked_shows_later(page: PlanPage, project: Project, qtbot: QtBot) -> None:
    project.edit("Cambiar", [cambio(line(project, "estudio"), fecha=MIERCOLES)])
    page.lines.show_view("mes")
    qtbot.waitUntil(lambda: month_of(page).month.place_of_line("estudio") is not None)


@pytest.mark.parametrize(
    ("what", "said"),
    [("line", "Boletín<br>Planeada<br>10 de noviembre de 2026"), ("holiday", "Día de la Revolución"), ("head", "")],
)
def test_tooltips_tell_the_whole(shown: PlanPage, what: str, said: str) -> None:
    places = {
        "line": line_place(shown, "boletin"),
        "holiday": free_place(shown, date(2026, 11, 16)),
        "head": QPoint(10, 5),
    }
    QToolTip.hideText()
    hover(month_of(shown).month, places[what])
    if said:
        assert said in QToolTip.text()


def test_other_dates_have_tooltips_too(shown: PlanPage) -> None:
    (note,) = [n for n in month_of(shown).month._scene().notes if n.dia.day == 25]  # noqa: SLF001  # where it is painted
    hover(month_of(shown).month, QPoint(int(note.box.left) + 4, int(note.box.top) + 4))
    assert "Evento: Mesa de caminos" in QToolTip.text()


def test_the_month_is_saved_as_a_picture(shown: PlanPage, messages: Answers, tmp_path: Path) -> None:
    messages.answer(tmp_path / "mes.png")
    month_of(shown).bar.picture_asked.emit()
    assert QImage(str(tmp_path / "mes.png")).width() == 2 * month_of(shown).month.width()


def test_a_read_only_plan_is_shown_and_not_changed(
    open_project: Callable[..., Project],
    make_page: Callable[[Project], PlanPage],
    show_calendar: Callable[[PlanPage], PlanPage],
) -> None:
    project = open_project(*RECORDS, read_only=True)
    page = show_calendar(make_page(project))
    month = month_of(page).month
    drag(month, line_place(page, "boletin"), month, free_place(page, date(2026, 11, 26)))
    month.set_day(MARTES)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_M, Qt.Key.Key_Delete)
    QTest.mouseDClick(month, LEFT, pos=free_place(page, MIERCOLES))
    page.lines.side.tray.select("estudio")
    QTest.keyClick(page.lines.side.tray, Qt.Key.Key_Return)
    assert project.proyecto.activos(LineaPlan) == [r for r in RECORDS if isinstance(r, LineaPlan)]
    assert not month.moving
    assert not page.lines.bar.new.isEnabled()
    month.select(None)
    month.set_day(MIERCOLES)
    press(page, Qt.Key.Key_Return)
    menu_of(month).close()


def test_keys_that_mean_nothing_are_left_alone(shown: PlanPage, project: Project) -> None:
    press(shown, Qt.Key.Key_X, Qt.Key.Key_M)
    assert project.session.next_undo() is None


def test_on_a_small_window_the_month_scrolls_with_the_cursor(shown: PlanPage, qtbot: QtBot) -> None:
    shown.resize(1029, 503)  # what 1093×614 leaves of the page
    month = month_of(shown).month
    qtbot.waitUntil(lambda: month.visibleRegion().boundingRect().height() < month.height())
    assert month.height() == month.minimumSizeHint().height()
    for dia in (date(2026, 11, 30), date(2026, 11, 1)):
        month.set_day(dia)
        top, bottom = month.reach_of(dia)
        seen = month.visibleRegion().boundingRect()
        assert seen.top() <= top
        assert bottom <= seen.bottom() + 1
    assert month.reach_of(date(2030, 1, 1)) == (0, 0)


def test_the_names_of_the_weekdays_stay_in_sight_while_the_month_scrolls(shown: PlanPage, qtbot: QtBot) -> None:
    shown.resize(1029, 503)
    month, strip = month_of(shown).month, shown.findChild(WeekdayStrip)
    assert isinstance(strip, WeekdayStrip)
    qtbot.waitUntil(lambda: month.visibleRegion().boundingRect().height() < month.height())
    names = strip.grab().toImage()
    for dia in (date(2026, 11, 30), date(2026, 11, 9)):
        month.set_day(dia)
        top, _ = month.reach_of(dia)
        head = strip.mapTo(shown, QPoint(0, strip.height())).y()
        assert month.mapTo(shown, QPoint(0, top)).y() >= head  # the day is below them
        window = shown.grab().toImage()
        place = QRect(strip.mapTo(shown, QPoint(0, 0)), strip.size())
        assert window.copy(place) == names.convertToFormat(window.format())
