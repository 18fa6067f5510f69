"""The binding to Qt itself: a version that miscounts references ends the program after an hour of work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALLS = 5000


def test_calls_that_return_nothing_do_not_use_up_none(qtbot: QtBot) -> None:
    made = QPushButton()
    qtbot.addWidget(made)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        made.setText(str(number))
    assert sys.getrefcount(None) > before - CALLS // 10
