"""Answers to dialogs that block: they are looked for while they run, as a person would, and then acted upon."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from collections.abc import Callable

D = TypeVar("D", bound=QDialog)
LOOK_MS = 5


def when_asked(kind: type[D], act: Callable[[D], object]) -> QTimer:
    """Act once upon the next dialog of ``kind`` that blocks; keep what is returned until it did."""
    timer = QTimer(interval=LOOK_MS)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            timer.stop()
            act(dialog)

    timer.timeout.connect(look)
    timer.start()
    return timer
