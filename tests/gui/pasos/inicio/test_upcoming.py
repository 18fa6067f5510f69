"""What comes in the next days, each with a jump to its record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from promueve_gui.application.review import ClaseProximo, Proximo
from promueve_gui.gui.pasos.inicio.upcoming import COLOURS, UpcomingList
from promueve_gui.gui.theme import Tema

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context

ITEMS = tuple(
    Proximo(date(2026, 11, 20 + place), clase, f"<b>Asunto {place}</b>", "linea_plan", f"l{place}")
    for place, clase in enumerate(ClaseProximo)
)


@pytest.fixture
def upcoming(qtbot: QtBot, context: Context) -> UpcomingList:
    made = UpcomingList(context)
    qtbot.addWidget(made)
    made.resize(352, 260)
    made.show()
    qtbot.waitExposed(made)
    return made


def asked_of(upcoming: UpcomingList) -> list[tuple[str, str, str]]:
    asked: list[tuple[str, str, str]] = []
    upcoming.jump_asked.connect(lambda *target: asked.append(target))
    return asked


def test_each_says_when_what_and_of_which_kind(upcoming: UpcomingList) -> None:
    upcoming.show_items(ITEMS)
    assert upcoming.count() == len(ITEMS)
    first = upcoming.item(0)
    assert first.text() == "20 nov <b>Asunto 0</b>, Actividad"
    assert "&lt;b&gt;" in first.toolTip()


def test_every_kind_has_a_colour_and_a_name() -> None:
    assert set(COLOURS) == set(ClaseProximo)


def test_a_click_goes_to_the_record(qtbot: QtBot, upcoming: UpcomingList) -> None:
    upcoming.show_items(ITEMS)
    asked = asked_of(upcoming)
    place = upcoming.visualItemRect(upcoming.item(1)).center()
    qtbot.mouseClick(upcoming.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [("linea_plan", "l1", "")]


def test_enter_goes_to_the_record(qtbot: QtBot, upcoming: UpcomingList) -> None:
    upcoming.show_items(ITEMS)
    asked = asked_of(upcoming)
    upcoming.setCurrentRow(2)
    qtbot.keyClick(upcoming, Qt.Key.Key_Return)
    assert asked == [("linea_plan", "l2", "")]


def test_with_nothing_to_come_it_says_so_and_goes_nowhere(upcoming: UpcomingList) -> None:
    upcoming.show_items(ITEMS)
    upcoming.show_items(())
    assert [upcoming.item(place).text() for place in range(upcoming.count())] == ["No hay fechas próximas."]
    asked = asked_of(upcoming)
    upcoming.itemActivated.emit(upcoming.item(0))
    assert asked == []
    assert upcoming.grab().width() == upcoming.width()


@pytest.mark.parametrize("tema", [Tema.CLARO, Tema.OSCURO])
def test_lines_are_painted_in_the_colours_in_force(qtbot: QtBot, context: Context, tema: Tema) -> None:
    context.set_theme(tema)
    upcoming = UpcomingList(context)
    qtbot.addWidget(upcoming)
    upcoming.resize(352, 260)
    upcoming.show_items(ITEMS)
    upcoming.setCurrentRow(0)
    image = upcoming.grab().toImage()
    seen = {image.pixel(x, y) for x in range(image.width()) for y in range(180)}
    for colour in (context.colores.texto, context.colores.atencion_suave, context.colores.seleccion):
        assert QColor(colour).rgb() in seen, colour


def test_the_line_with_the_keyboard_is_marked(qtbot: QtBot, upcoming: UpcomingList, context: Context) -> None:
    upcoming.show_items(ITEMS)
    upcoming.setCurrentRow(1)
    upcoming.activateWindow()
    upcoming.setFocus()
    qtbot.waitUntil(upcoming.hasFocus)
    rect = upcoming.visualItemRect(upcoming.item(1))
    image = upcoming.viewport().grab(rect).toImage()
    edge = {image.pixel(x, 1) for x in range(image.width())}
    assert QColor(context.colores.acento).rgb() in edge


def test_what_comes_as_before_leaves_the_list_as_it_is(upcoming: UpcomingList) -> None:
    upcoming.show_items(ITEMS)
    upcoming.setCurrentRow(1)
    upcoming.show_items(tuple(ITEMS))
    assert upcoming.currentRow() == 1
    upcoming.show_items(ITEMS[1:])
    assert upcoming.count() == len(ITEMS) - 1
    assert upcoming.currentRow() == -1
