"""Where the month scrolls on a small window, with the names of the weekdays always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from promueve_gui.gui.pasos.plan.vistas.line_pen import LinePen
from promueve_gui.gui.pasos.plan.vistas.month_painter import SMALL, paint_weekdays
from promueve_gui.gui.pasos.plan.vistas.month_scene import HEAD
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from promueve_gui.gui.context import Context


class MonthScroll(QScrollArea):
    """Scrolls the month downwards, below the names of its weekdays."""

    def __init__(self, context: Context, month: QWidget) -> None:
        """Hold ``month``, as wide as there is room."""
        super().__init__()
        self.weekdays = WeekdayStrip(context, self)
        self.setWidget(month)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(month.minimumSizeHint().width())

    def reach(self, top: int, bottom: int) -> None:
        """Scroll to where a day is, its top first, below the names of the weekdays."""
        self.ensureVisible(0, bottom, 0, 0)
        self.ensureVisible(0, top, 0, int(HEAD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names of the weekdays as wide as the days."""
        super().resizeEvent(event)
        room = self.viewport().geometry()
        self.weekdays.setGeometry(room.x(), room.y(), room.width(), int(HEAD))
        self.weekdays.raise_()


class WeekdayStrip(QWidget):
    """The names of the weekdays, over those of the month that scroll away."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Write as the month does."""
        super().__init__(parent)
        self._pen = LinePen(context, self.font(), SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names."""
        painter = QPainter(self)
        self._pen.begin(painter)
        paint_weekdays(self._pen, Box(0.0, 0.0, float(self.width()), HEAD))
        painter.end()
