"""The menu of what has the focus, asked for with Shift+F10."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QWidget

from promueve_gui.gui.fitting import lay_out
from promueve_gui.gui.menu_key import ask_for_menu, serve_menu_key
from promueve_gui.gui.widgets.parts import column

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


def test_they_ask_inside_a_dialog_too(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    serve_menu_key(window)
    window.show()
    dialog = QDialog(window)
    line, go = Line(dialog), QPushButton("Aceptar")
    lay_out(dialog, column(line), go)
    with qtbot.waitActive(dialog):
        dialog.open()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert len(line.asked) == 1


def test_a_menu_that_is_open_gets_no_other_on_top(qtbot: QtBot) -> None:
    window = QWidget()
    line, menu = Line(window), QMenu(window)
    menu.addAction("Copiar")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    menu.popup(QPoint(0, 0))
    assert QApplication.activePopupWidget() is menu
    ask_for_menu()
    assert not line.asked
    menu.close()
