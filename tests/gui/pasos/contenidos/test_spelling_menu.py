"""The menu with suggestions, as long as it may become."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QTextEdit

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.gui.pasos.contenidos.spelling_desk import keep_on_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project

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


def test_the_key_goes_on_from_an_open_menu_and_leaves_one(page: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    estudio = project.proyecto.get(Contenido, "estudio")
    assert estudio is not None
    project.edit("Escribir", [cambio(estudio, cuerpo="Un camion con informasion.")])
    page.contents.show_record("estudio")
    form = page.editor.form
    assert form is not None
    qtbot.waitUntil(lambda: form.spelling.wrong() == 2)
    text = form.editor("cuerpo").focusProxy()
    assert isinstance(text, QPlainTextEdit | QTextEdit)
    text.setFocus()
    for word in ("camion", "informasion", "camion"):
        QTest.keyClick(text, Qt.Key.Key_F7)
        assert text.textCursor().selectedText() == word
        QTest.keyClick(text, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        assert [menu for menu in form.findChildren(QMenu) if menu.isVisible()] == [form.spelling.menu]
    assert form.spelling.menu is not None
    assert QApplication.activePopupWidget() is form.spelling.menu
    form.spelling.menu.close()
