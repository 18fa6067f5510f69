"""Dialogs are as tall as what they say; where there is less room that scrolls, and their buttons stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from promueve_gui.gui.fitting import MARGINS, lay_out

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOMY, LOW = (900, 700), (500, 260)
FIELDS = 8


class Asking(QDialog):
    """Several fields, a sentence that comes and goes, and a button."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window_below = window  # or nobody would hold it
        self.lines = [QLineEdit() for _ in range(FIELDS)]
        self.sentence = QLabel("Una frase que explica lo que falta y que ocupa más de un renglón. " * 4, wordWrap=True)
        self.sentence.hide()
        self.go = QPushButton("Aceptar")
        body = QVBoxLayout()
        for widget in (*self.lines, self.sentence):
            body.addWidget(widget)
        lay_out(self, body, self.go)


@pytest.fixture(params=[ROOMY])
def dialog(request: pytest.FixtureRequest, qtbot: QtBot) -> Asking:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*request.param)
    window.show()
    qtbot.waitExposed(window)
    made = Asking(window)
    made.open()
    qtbot.waitExposed(made)
    with qtbot.waitActive(made):  # only then somebody gets the keyboard
        made.activateWindow()
    return made


def seen(widget: QWidget) -> bool:
    """Tell whether all of a widget is on screen."""
    QApplication.processEvents()
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_with_room_everything_is_seen_at_once(dialog: Asking) -> None:
    assert all(seen(widget) for widget in (*dialog.lines, dialog.go))


def test_it_grows_with_a_sentence_while_there_is_room(dialog: Asking) -> None:
    before = dialog.height()
    dialog.sentence.show()
    assert all(seen(widget) for widget in (*dialog.lines, dialog.sentence, dialog.go))
    assert dialog.height() > before


@pytest.mark.parametrize("dialog", [LOW], indirect=True)
def test_without_room_it_stays_inside_the_window_with_its_button(dialog: Asking) -> None:
    dialog.sentence.show()
    assert seen(dialog.go)
    assert dialog.height() <= LOW[1] - MARGINS.height()


@pytest.mark.parametrize("dialog", [LOW], indirect=True)
def test_what_gets_the_keyboard_is_brought_into_sight(dialog: Asking) -> None:
    dialog.lines[0].setFocus()
    assert not seen(dialog.lines[-1])
    dialog.lines[-1].setFocus()
    assert seen(dialog.lines[-1])
