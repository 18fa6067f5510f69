"""The menu of what has the focus, asked for with Shift+F10."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from promueve_gui.gui.menu_key import ask_for_menu, serve_menu_key

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Line(QLineEdit):
    """Keeps what is asked of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Faros", parent)
        self.asked: list[tuple[QContextMenuEvent.Reason, QPoint]] = []

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.append((event.reason(), event.pos()))


def test_the_keys_ask_for_the_menu_at_the_cursor(qtbot: QtBot) -> None:
    window = QWidget()
    line = Line(window)
    qtbot.addWidget(window)
    serve_menu_key(window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    ((reason, place),) = line.asked
    assert reason is QContextMenuEvent.Reason.Keyboard
    assert place == line.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()


def test_without_focus_nothing_is_asked_and_what_has_no_cursor_is_asked_all_the_same(qtbot: QtBot) -> None:
    ask_for_menu()
    window = QWidget()
    pressed = QPushButton("Uno", window)
    pressed.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    places: list[QPoint] = []
    pressed.customContextMenuRequested.connect(places.append)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    pressed.setFocus()
    ask_for_menu()
    assert len(places) == 1
