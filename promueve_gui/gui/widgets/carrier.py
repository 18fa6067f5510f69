"""Carrying a record with the mouse from one widget to another: a point of the grid, a line of the plan.

Done with plain mouse events and not with Qt's drag and drop, whose nested loop stalls everything else and cannot be
tried without a screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.widgets.parts import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Id

    Pick = Callable[[QPoint], tuple[Id, str] | None]
    Hover = Callable[[QPoint | None], object]
    Drop = Callable[[QPoint, Id], object]

GHOST_OFFSET = QPoint(12, 8)
GHOST_WIDTH = 240


@frozen
class _Target:
    widget: QWidget
    hover: Hover
    drop: Drop


class Carrier(QObject):
    """Carries one record at a time among the sources and targets made known to it."""

    def __init__(self, host: QWidget) -> None:
        """Show what is carried over ``host``."""
        super().__init__(host)
        self._host = host
        self._picks: dict[QWidget, Pick] = {}
        self._targets: list[_Target] = []
        self._picked: tuple[Id, str] | None = None
        self._start = QPoint()
        self._ghost: QLabel | None = None
        self._heard: QWidget | None = None  # what the keyboard is at while something is carried

    @property
    def carrying(self) -> bool:
        """Tell whether something is on its way."""
        return self._ghost is not None

    def add_source(self, widget: QWidget, pick: Pick) -> None:
        """Let records be taken from ``widget``; ``pick`` says which one is at a place, and its name."""
        self._picks[widget] = pick
        widget.installEventFilter(self)

    def add_target(self, widget: QWidget, hover: Hover, drop: Drop) -> None:
        """Let records be put down on ``widget``; ``hover`` is told where they are above it, ``None`` once they left."""
        self._targets.append(_Target(widget, hover, drop))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse from the press until the release; Escape puts everything back."""
        if isinstance(event, QMouseEvent):
            return isinstance(watched, QWidget) and watched in self._picks and self._on_mouse(watched, event)
        if self.carrying and event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                self._end()
            event.accept()
            return True
        return False

    def _on_mouse(self, source: QWidget, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._picked, self._start = self._picks[source](place), place
            return False
        if event.type() == QEvent.Type.MouseMove and self._picked is not None:
            far = (place - self._start).manhattanLength() >= QApplication.startDragDistance()
            if not self.carrying and far and event.buttons() & Qt.MouseButton.LeftButton:
                self._begin(source)
            self._move(event.globalPosition().toPoint())
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._picked is not None:
            return self._release(event.globalPosition().toPoint())
        return False

    def _begin(self, source: QWidget) -> None:
        ghost = label(self._picked[1] if self._picked else "", "tarjeta")
        ghost.setParent(self._host)
        ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ghost.setMaximumWidth(GHOST_WIDTH)
        ghost.setMargin(4)
        ghost.adjustSize()
        ghost.show()
        ghost.raise_()
        self._ghost = ghost
        self._heard = source.focusProxy() or source  # the keyboard of a list is not its viewport's
        self._heard.installEventFilter(self)
        self._heard.setFocus()  # so that Escape is heard

    def _move(self, globally: QPoint) -> None:
        if self._ghost is None:
            return
        mouse, size = self._host.mapFromGlobal(globally), self._ghost.size()
        right, below = mouse.x() + GHOST_OFFSET.x(), mouse.y() + GHOST_OFFSET.y()
        left, above = mouse.x() - GHOST_OFFSET.x() - size.width(), mouse.y() - GHOST_OFFSET.y() - size.height()
        self._ghost.move(  # on the other side of the mouse where it would be cut
            right if right + size.width() <= self._host.width() else max(left, 0),
            below if below + size.height() <= self._host.height() else max(above, 0),
        )
        for target in self._targets:
            place = target.widget.mapFromGlobal(globally)
            target.hover(place if _holds(target.widget, place) else None)

    def _release(self, globally: QPoint) -> bool:
        picked, carrying = self._picked, self.carrying
        self._end()
        if not carrying or picked is None:
            return False
        for target in self._targets:
            place = target.widget.mapFromGlobal(globally)
            if _holds(target.widget, place):
                target.drop(place, picked[0])
                break
        return True

    def _end(self) -> None:
        self._picked = None
        if self._heard is not None and self._heard not in self._picks:
            self._heard.removeEventFilter(self)
        self._heard = None
        if self._ghost is not None:
            self._ghost.deleteLater()
            self._ghost.hide()
            self._ghost = None
        for target in self._targets:
            target.hover(None)


def _holds(widget: QWidget, place: QPoint) -> bool:
    return widget.isVisible() and widget.rect().contains(place)
