"""The manual is found, read by sections, searched, and shows its pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextDocument

from promueve_gui.gui.dialogs.help import show_manual
from promueve_gui.gui.dialogs.manual import ManualDialog
from tests.gui.desk import type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextBrowser
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from tests.gui.dialogs.conftest import Host


@pytest.fixture
def manual(host: Host, context: Context) -> ManualDialog:
    show_manual(host.widget, context)
    (dialog,) = host.widget.findChildren(ManualDialog)
    assert dialog.isVisible()
    return dialog


def top_lines(browser: QTextBrowser) -> list[str]:
    """Return the texts at the top of what is on screen."""
    return [browser.cursorForPosition(QPoint(20, y)).block().text() for y in range(0, 60, 10)]


def test_every_section_is_listed_and_goes_to_the_top(manual: ManualDialog, context: Context) -> None:
    titles = re.findall(r"^## (.+)$", context.services.textos.manual, re.MULTILINE)
    assert [manual.sections.item(row).text() for row in range(manual.sections.count())] == titles
    for row in range(len(titles) - 2):  # the last ones have no page of text below them
        manual.sections.setCurrentRow(row)
        assert titles[row] in top_lines(manual.browser)
    manual.sections.clear()
    assert manual.browser.toPlainText()


def test_it_tells_how_to_install_and_where_things_are(manual: ManualDialog) -> None:
    text = manual.browser.toPlainText()
    assert all(
        word in text
        for word in ("Setup.exe", ".msi", "portable.zip", "/S", "_amd64.deb", "Desinstalar", "--autoprueba")
    )


def test_every_picture_is_there_and_says_what_it_shows(manual: ManualDialog, context: Context) -> None:
    pictures = re.findall(r"!\[(.*?)\]\((.+?)\)", context.services.textos.manual)
    assert len(pictures) >= 7
    for text, name in pictures:
        assert len(text) > 10
        shown = manual.browser.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
        assert QImage.fromData(shown).width() <= manual.browser.viewport().width()
        assert not QImage.fromData(shown).isNull()


def test_searching_goes_from_one_place_to_the_next_and_round(manual: ManualDialog) -> None:
    type_text(manual.search, "reenlace inexistente")
    manual.find_next()
    assert manual.told.text() == "No está en el manual."
    manual.search.setText("silenciosa")
    manual.find_next()
    first = manual.browser.textCursor().position()
    assert manual.browser.textCursor().selectedText() == "silenciosa"
    assert manual.told.text() == ""
    manual.find_next()
    assert manual.browser.textCursor().position() == first
    manual.search.clear()
    manual.find_next()
    assert manual.browser.textCursor().position() == first


def test_the_keyboard_reaches_the_search(manual: ManualDialog, qtbot: QtBot) -> None:
    with qtbot.waitActive(manual):
        manual.activateWindow()
    qtbot.keySequence(manual, QKeySequence("Ctrl+F"))
    qtbot.waitUntil(manual.search.hasFocus)
    type_text(manual.search, "silenciosa")
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.isVisible()
    assert manual.browser.textCursor().selectedText() == "silenciosa"
