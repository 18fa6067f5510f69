"""Bars that lie: as long as their numbers, said in words, and pressed with mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from promueve_gui.gui.widgets.bar_list import WIDE, Bar, BarList, row_height
from tests.gui.looking import colours
from tests.gui.mouse import hover

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context

BARS = (Bar("Dentro & fuera", 8, "bien"), Bar("Gobierno", 4, "dato"), Bar("Sin clase", 0))


@pytest.fixture
def bars(context: Context, show: Callable[..., QWidget]) -> BarList:
    made = BarList(context, "Grupos por clase")
    made.show_bars(BARS)
    show(made, 300, 130)
    return made


def length(bars: BarList, colour: str) -> int:
    """Return how long the bar of a colour is, in pixels."""
    image = bars.grab().toImage()
    rows = range(image.height())
    return max(sum(image.pixelColor(x, y).name() == colour for x in range(image.width())) for y in rows)


def test_bars_are_as_long_as_their_numbers(bars: BarList, context: Context) -> None:
    c = context.colores
    assert length(bars, c.bien) == pytest.approx(2 * length(bars, c.dato), abs=5)


def test_a_zero_is_seen_too(bars: BarList, context: Context) -> None:
    assert context.colores.secundario in colours(bars)
    assert context.colores.acento not in colours(bars)


def test_names_stand_over_their_bars_or_beside_them(bars: BarList) -> None:
    assert row_height(300) > row_height(WIDE)
    assert bars.heightForWidth(300) > bars.heightForWidth(int(WIDE))
    assert bars.hasHeightForWidth()
    assert bars.minimumSizeHint().height() == bars.heightForWidth(300)
    assert bars.sizeHint().height() == bars.heightForWidth(280)
    bars.resize(600, 130)
    assert len(colours(bars)) > 3


def test_the_numbers_are_said_in_words(bars: BarList) -> None:
    assert bars.accessibleName() == "Grupos por clase: Dentro & fuera: 8; Gobierno: 4; Sin clase: 0"
    bars.show_bars(())
    assert bars.accessibleName() == "Grupos por clase: sin datos"
    assert bars.heightForWidth(300) > 0


def test_the_arrows_go_from_bar_to_bar_and_enter_asks_for_one(bars: BarList, qtbot: QtBot, context: Context) -> None:
    bars.setFocus()
    qtbot.waitUntil(bars.hasFocus)
    assert bars.accessibleDescription() == "Dentro & fuera: 8"
    assert context.colores.seleccion in colours(bars)
    for key, expected in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        QTest.keyClick(bars, key)
        assert bars.current == expected
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(bars.asked) as asked:
            QTest.keyClick(bars, key)
        assert asked.args == [0]
    QTest.keyClick(bars, Qt.Key.Key_X)
    bars.clearFocus()
    assert context.colores.seleccion not in colours(bars)


def test_with_nothing_to_show_nothing_is_asked(bars: BarList, qtbot: QtBot) -> None:
    bars.show_bars(())
    bars.setFocus()
    with qtbot.assertNotEmitted(bars.asked):
        QTest.keyClick(bars, Qt.Key.Key_Return)
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))


def test_fewer_bars_keep_the_place_within_them(bars: BarList) -> None:
    QTest.keyClick(bars, Qt.Key.Key_End)
    bars.show_bars(BARS[:1])
    assert bars.current == 0


def test_a_bar_is_pressed_with_the_mouse(bars: BarList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bars.asked) as asked:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(20, int(row_height(300) * 1.5)))
    assert asked.args == [1]


def test_pointing_tells_the_whole_name(bars: BarList) -> None:
    hover(bars, QPoint(20, 10))
    assert "Dentro &amp; fuera: 8" in QToolTip.text()
    hover(bars, QPoint(20, 129))
