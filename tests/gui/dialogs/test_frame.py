"""What the plain dialogs share: heading, hint, a way out, and nothing left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from promueve_gui.gui.dialogs.frame import PlainDialog
from tests.gui.desk import press

if TYPE_CHECKING:
    from tests.gui.dialogs.conftest import Host


def texts(dialog: PlainDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_it_says_its_title_and_hint(host: Host) -> None:
    dialog = PlainDialog(host.widget, "Respaldos", 500, 300, "Copias del proyecto.")
    assert dialog.windowTitle() == "Respaldos"
    assert texts(dialog) == ["Respaldos", "Copias del proyecto."]
    assert (dialog.width(), dialog.height()) == (500, 300)


def test_without_hint_there_is_only_the_title(host: Host) -> None:
    assert texts(PlainDialog(host.widget, "Manual", 500, 300)) == ["Manual"]


@pytest.mark.parametrize("way", ["button", "escape"])
def test_it_is_freed_when_it_closes(host: Host, way: str) -> None:
    dialog = PlainDialog(host.widget, "Manual", 400, 300)
    host.show(dialog)
    if way == "button":
        assert host.is_freed(dialog, lambda: press(dialog, "Cerrar"))
    else:
        assert host.is_freed(dialog, lambda: host.qtbot.keyClick(dialog, Qt.Key.Key_Escape))


def test_enter_in_a_field_does_not_close_it(host: Host) -> None:
    dialog = PlainDialog(host.widget, "Pedir", 400, 300)
    line = QLineEdit()
    dialog.body.addWidget(line)
    host.show(dialog)
    host.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_title_that_looks_like_html_is_shown_as_it_is(host: Host) -> None:
    dialog = PlainDialog(host.widget, "<b>Aguas</b>", 400, 300)
    assert dialog.findChildren(QLabel)[0].textFormat() is Qt.TextFormat.PlainText
