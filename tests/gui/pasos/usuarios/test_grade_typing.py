from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer

from promueve_gui.gui.pasos.usuarios.grade_typing import PATIENCE_MS, GradeTyping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def typing(qtbot: QtBot) -> Iterator[GradeTyping]:
    parent = QObject()
    yield GradeTyping(parent)
    parent.deleteLater()


def test_two_digits_are_power_and_interest(typing: GradeTyping, qtbot: QtBot) -> None:
    with qtbot.waitSignal(typing.waiting) as waiting:
        assert typing.take("4")
    assert waiting.args == [4]
    with qtbot.waitSignal(typing.typed) as typed:
        assert typing.take("5")
    assert typed.args == [4, 5]
    assert typing.poder is None


@pytest.mark.parametrize("text", ["", "0", "6", "a", "45", " "])
def test_whatever_is_no_grade_is_left_to_others_and_begins_anew(typing: GradeTyping, text: str) -> None:
    typing.take("4")
    assert not typing.take(text)
    assert typing.poder is None


def test_after_a_while_the_first_digit_is_forgotten(typing: GradeTyping, qtbot: QtBot) -> None:
    typing.take("4")
    patience = typing.findChild(QTimer)
    assert patience is not None
    assert patience.interval() == PATIENCE_MS
    patience.start(0)
    qtbot.waitUntil(lambda: typing.poder is None)
