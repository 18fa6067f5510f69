"""Editors of text, numbers and days: typing, what does not fit, the calendar, undo of letters and of editions."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QPlainTextEdit, QTableView

from promueve_gui.domain.conjuntos import Recurso
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui import theme
from promueve_gui.gui.widgets.editors.text import TALLEST, DateEditor, LineEditor, LongTextEditor
from promueve_gui.gui.widgets.editors.text_height import FRAME
from tests.gui.desk import type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Services
    from promueve_gui.gui.widgets.editors.base import FieldEditor

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def line(make: Callable[..., LineEditor]) -> LineEditor:
    return make(GrupoUsuarios, "nombre")


@pytest.fixture
def long(make: Callable[..., LongTextEditor]) -> LongTextEditor:
    return make(GrupoUsuarios, "descripcion")


@pytest.fixture
def day(make: Callable[..., DateEditor]) -> DateEditor:
    return make(LineaPlan, "fecha")


def test_each_letter_is_told(line: LineEditor, listen: Callable[[FieldEditor], list[str]]) -> None:
    told = listen(line)
    type_text(line.line, "Año")
    assert line.value() == "Año"
    assert told.count("cambia") == 3


def test_a_long_line_shows_its_beginning_once_it_is_left(line: LineEditor) -> None:
    type_text(line.line, "Un nombre muy largo " * 20)
    QTest.keyClick(line.line, Qt.Key.Key_Tab)
    assert line.line.cursorPosition() == 0
    line.line.setFocus()
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)  # another window, for a while
    QApplication.sendEvent(line.line, away)
    assert line.line.cursorPosition() == len(line.line.text())


def test_spaces_around_a_line_are_left_out(line: LineEditor) -> None:
    type_text(line.line, "  Dos   palabras ")
    assert line.value() == "Dos palabras"


def test_a_text_is_shown_from_its_beginning(line: LineEditor) -> None:
    line.set_value("Comisión de Comunicaciones y Transportes " * 5)
    assert line.line.cursorPosition() == 0


def test_showing_the_same_text_leaves_the_cursor(line: LineEditor) -> None:
    line.set_value("Comisión")
    line.line.setCursorPosition(3)
    line.set_value("Comisión")
    assert line.line.cursorPosition() == 3


def test_addresses_say_how_they_are_written(make: Callable[..., LineEditor]) -> None:
    assert make(Contacto, "correo").line.placeholderText() == "nombre@institucion.gob.mx"
    assert make(Recurso, "url").line.placeholderText() == "https://…"
    assert make(GrupoUsuarios, "nombre").line.placeholderText() == ""


def test_a_number_that_is_none_is_an_error_with_its_sentence(make: Callable[..., LineEditor]) -> None:
    editor = make(Recurso, "bytes")
    type_text(editor.line, "mil")
    with pytest.raises(ValorInvalidoError, match="escriba un número entero"):
        editor.value()


def test_the_tab_key_leaves_a_long_text(long: LongTextEditor, listen: Callable[[FieldEditor], list[str]]) -> None:
    long.setFocus()
    told = listen(long)
    type_text(long.box, "Uno")
    QTest.keyClick(long.box, Qt.Key.Key_Tab)
    assert long.value() == "Uno"
    assert not long.box.hasFocus()
    assert told == ["cambia", "cambia", "cambia", "listo"]


def test_a_long_text_grows_with_what_is_written_up_to_a_height(long: LongTextEditor) -> None:
    height = long.box.height()
    long.set_value("\n".join(f"Renglón {number}" for number in range(7)))
    grown = long.box.height()
    assert grown > height
    long.set_value("\n".join(f"Renglón {number}" for number in range(400)))
    assert long.box.height() == TALLEST * long.box.fontMetrics().lineSpacing() + FRAME
    long.set_value("")
    assert long.box.height() == height


def test_a_long_text_fits_again_when_it_gets_narrower(long: LongTextEditor, qtbot: QtBot) -> None:
    long.set_value("palabra " * 60)
    wide = long.box.height()
    long.window().resize(240, 300)
    qtbot.waitUntil(lambda: long.box.height() > wide)


def test_a_long_text_may_be_given_other_heights(long: LongTextEditor) -> None:
    height = long.box.height()
    long.height_keeper.set_range(6, 9)
    assert long.box.height() > height


def test_html_pasted_into_a_long_text_stays_text(long: LongTextEditor) -> None:
    QApplication.clipboard().setText("<b>Uno</b>")
    long.setFocus()
    QTest.keyClick(long.box, Qt.Key.Key_V, CONTROL)
    assert long.value() == "<b>Uno</b>"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("05/02/2026", date(2026, 2, 5)), ("2026-02-05", date(2026, 2, 5)), (" 5.2.2026 ", date(2026, 2, 5)), ("", None)],
)
def test_days_are_typed_as_people_write_them(day: DateEditor, typed: str, value: date | None) -> None:
    type_text(day.line, typed)
    assert day.value() == value


@pytest.mark.parametrize("typed", ["31/02/2026", "mañana", "5/2"])
def test_a_day_that_is_none_is_an_error(day: DateEditor, typed: str) -> None:
    type_text(day.line, typed)
    with pytest.raises(ValorInvalidoError, match="escríbala como dd/mm/aaaa"):
        day.value()


def open_calendar(day: DateEditor) -> QCalendarWidget:
    QTest.mouseClick(day.pick, Qt.MouseButton.LeftButton)
    made = day.findChild(QCalendarWidget)
    assert isinstance(made, QCalendarWidget)
    return made


def test_a_day_is_picked_from_the_calendar(day: DateEditor, listen: Callable[[FieldEditor], list[str]]) -> None:
    day.set_value(date(2026, 2, 5))
    told = listen(day)
    calendar = open_calendar(day)
    assert calendar.selectedDate() == QDate(2026, 2, 5)
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    calendar.clicked.emit(QDate(2026, 3, 9))
    assert day.value() == date(2026, 3, 9)
    assert not calendar.isVisible()
    assert told[-2:] == ["cambia", "listo"]


def test_the_calendar_is_used_with_the_keyboard_too(day: DateEditor) -> None:
    day.set_value(date(2026, 2, 5))
    calendar = open_calendar(day)
    calendar.activated.emit(QDate(2026, 2, 6))  # Enter on a day
    assert day.value() == date(2026, 2, 6)
    assert not calendar.isVisible()


def test_the_calendar_says_each_day(day: DateEditor, services: Services) -> None:
    day.setStyleSheet(theme.style_sheet(theme.CLARO, services.recursos / "iconos"))
    day.set_value(date(2026, 2, 5))
    days = open_calendar(day).findChild(QTableView)
    assert isinstance(days, QTableView)
    cells = [days.visualRect(days.model().index(3, column)).adjusted(2, 2, -2, -2) for column in range(7)]
    pictures = [days.viewport().grab(cell).toImage() for cell in cells]
    assert all(one != other for one, other in pairwise(pictures))  # and not «…», «…», «…»


@pytest.mark.parametrize("text", ["", "no es una fecha"])
def test_the_calendar_opens_whatever_stands_there(day: DateEditor, text: str) -> None:
    day.line.setText(text)
    calendar = open_calendar(day)
    assert calendar.isVisible()
    calendar.close()


def test_the_calendar_is_not_offered_where_it_is_only_read(day: DateEditor) -> None:
    day.set_read_only(True)
    assert not day.pick.isEnabled()
    assert day.pick.accessibleName() == "Elegir en el calendario: Fecha"


@pytest.fixture
def project_keys() -> Callable[[QWidget], list[str]]:
    """Return how to give a window the keys of the project, and hear which it is asked for."""

    def give(window: QWidget) -> list[str]:
        heard: list[str] = []
        for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.activated.connect(lambda name=key.name: heard.append(name))
        return heard

    return give


@pytest.mark.parametrize("nombre", ["nombre", "descripcion"])
def test_undo_takes_back_letters_first_and_then_editions(
    make: Callable[..., FieldEditor], project_keys: Callable[[QWidget], list[str]], nombre: str
) -> None:
    editor = make(GrupoUsuarios, nombre)
    heard = project_keys(editor.window())
    editor.set_value("Uno")
    editor.setFocus()
    box = editor.focusProxy()
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert heard == ["Undo"]
    type_text(box, "x")
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert editor.value() == "Uno"
    assert heard == ["Undo"]
    QTest.keySequence(box, QKeySequence(QKeySequence.StandardKey.Redo))
    assert editor.value() in {"xUno", "Unox"}
    QTest.keySequence(box, QKeySequence(QKeySequence.StandardKey.Redo))
    assert heard == ["Undo", "Redo"]


def test_undo_in_a_list_of_choices_is_of_the_project(
    make: Callable[..., FieldEditor], project_keys: Callable[[QWidget], list[str]]
) -> None:
    editor = make(GrupoUsuarios, "clase")
    heard = project_keys(editor.window())
    editor.setFocus()
    target = editor.focusProxy()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_Z, CONTROL)
    QTest.keySequence(target, QKeySequence(QKeySequence.StandardKey.Redo))
    assert heard == ["Undo", "Redo"]


def test_a_text_is_read_from_its_beginning_and_goes_on_at_its_end(line: LineEditor, qtbot: QtBot) -> None:
    line.line.clearFocus()
    line.set_value("Observatorio ciudadano de caminos rurales")
    assert line.line.cursorPosition() == 0
    line.line.setFocus()
    qtbot.waitUntil(line.line.hasFocus)
    assert line.line.cursorPosition() == len(line.line.text())
