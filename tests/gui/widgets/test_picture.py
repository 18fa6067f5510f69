from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from promueve_gui.gui.widgets.picture import save_picture

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.gui.answers import Answers


def widget(qtbot: QtBot) -> QLabel:
    made = QLabel("Poder e interés")
    qtbot.addWidget(made)
    made.resize(120, 40)
    return made


def test_a_picture_is_saved_at_twice_the_size(qtbot: QtBot, messages: Answers, tmp_path: Path) -> None:
    messages.answer(tmp_path / "imagen.png")
    assert save_picture(widget(qtbot), messages, "imagen")
    picture = QImage(str(tmp_path / "imagen.png"))
    assert (picture.width(), picture.height()) == (240, 80)
    assert messages.said == ["imagen.png"]


def test_thinking_better_of_it_writes_nothing(qtbot: QtBot, messages: Answers, tmp_path: Path) -> None:
    messages.answer(None)
    assert not save_picture(widget(qtbot), messages, "imagen")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_refuses_is_told_in_a_sentence(qtbot: QtBot, messages: Answers, tmp_path: Path) -> None:
    messages.answer(tmp_path / "no-existe" / "imagen.png")
    assert not save_picture(widget(qtbot), messages, "imagen")
    assert messages.said[-1].startswith("No se pudo guardar «imagen.png»")
