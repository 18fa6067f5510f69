"""Scrolls a view while something is carried near its edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

EDGE = 32  # pixels
STEP = 18
INTERVAL_MS = 30


class EdgeScroller(QObject):
    """Told where something hovers; ``again`` is called after each step, since what is under it changed."""

    def __init__(self, area: QAbstractScrollArea, again: Callable[[QPoint], object]) -> None:
        """Scroll ``area``."""
        super().__init__(area)
        self._area, self._again = area, again
        self._place = QPoint()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.step)

    def hover(self, place: QPoint | None) -> None:
        """Follow what is carried over the area; ``None`` when it left."""
        if place is None or not (self._near(place.x(), self._width()) or self._near(place.y(), self._height())):
            self._timer.stop()
            return
        self._place = place
        self._timer.start()

    def step(self) -> None:
        """Scroll one step towards the edge that is near."""
        moved = _push(self._area.horizontalScrollBar(), self._near(self._place.x(), self._width()))
        moved = _push(self._area.verticalScrollBar(), self._near(self._place.y(), self._height())) or moved
        if moved:
            self._again(self._place)
        else:
            self._timer.stop()

    def _near(self, where: int, size: int) -> int:
        return -1 if where < EDGE else 1 if where > size - EDGE else 0

    def _width(self) -> int:
        return self._area.viewport().width()

    def _height(self) -> int:
        return self._area.viewport().height()


def _push(bar: QScrollBar, direction: int) -> bool:
    before = bar.value()
    bar.setValue(before + direction * STEP)
    return bar.value() != before
