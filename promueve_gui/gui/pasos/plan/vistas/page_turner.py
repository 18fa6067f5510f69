"""Turns pages while something is carried over an arrow, as calendars do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QAbstractButton

WAIT_MS = 700  # long enough to pass over an arrow without turning the page


class PageTurner(QObject):
    """Told whether something hovers over an arrow, presses it after a moment, and again while it stays there."""

    def __init__(self, arrow: QAbstractButton) -> None:
        """Press ``arrow``."""
        super().__init__(arrow)
        self._arrow = arrow
        self.timer = QTimer(self, interval=WAIT_MS)
        self.timer.timeout.connect(self._turn)

    def hover(self, place: QPoint | None) -> None:
        """Follow what is carried over the arrow; ``None`` when it left."""
        if place is None:
            self.timer.stop()
            self._arrow.setDown(False)
        elif not self.timer.isActive():
            self.timer.start()
            self._arrow.setDown(True)  # the mouse belongs to what is carried, so that nothing else shows it

    def _turn(self) -> None:
        self._arrow.click()
        self._arrow.setDown(True)
