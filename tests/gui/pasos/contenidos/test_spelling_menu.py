"""The menu with suggestions, as long as it may become."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu

from promueve_gui.gui.pasos.contenidos.spelling_desk import keep_on_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_menu_that_grows_stays_on_the_screen(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Buscando")
    screen = menu.screen().availableGeometry()
    menu.popup(screen.bottomLeft())
    for number in range(4):
        menu.addAction(str(number))
    keep_on_screen(menu)
    assert menu.y() + menu.sizeHint().height() == screen.bottom() + 1
    keep_on_screen(menu)
    assert menu.y() + menu.sizeHint().height() == screen.bottom() + 1
    menu.close()
