"""A small chart of bars, each with its number and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.gui.context import Context

HEIGHT = 112
FOOT = 20
TOP = 18
WIDEST_BAR = 36
SMALL_TEXT = 11


class BarChart(QWidget):
    """Bars from zero."""

    def __init__(self, context: Context) -> None:
        """Start empty."""
        super().__init__()
        self._context = context
        self._values: Sequence[tuple[str, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_values(self, values: Sequence[tuple[str, int]]) -> None:
        """Show names with their numbers."""
        self._values = values
        self.setAccessibleName("; ".join(f"{name}: {value}" for name, value in values))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(280, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars; a zero is a line in the colour of attention, with its number all the same."""
        del event
        if not self._values:
            return
        c = self._context.colores
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(SMALL_TEXT)
        painter.setFont(font)
        ground = self.height() - FOOT
        step = self.width() / len(self._values)
        tallest = max(value for _, value in self._values) or 1
        painter.setPen(QPen(QColor(c.linea), 1))
        painter.drawLine(0, ground, self.width(), ground)
        for place, (name, value) in enumerate(self._values):
            width = min(WIDEST_BAR, step * 0.6)
            height = (ground - TOP) * value / tallest if value else 2
            bar = QRectF(place * step + (step - width) / 2, ground - height, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.acento if value else c.atencion))
            painter.drawRoundedRect(bar, 2, 2)
            painter.setPen(QColor(c.texto))
            painter.drawText(
                QRectF(place * step, bar.top() - TOP, step, TOP - 2), Qt.AlignmentFlag.AlignCenter, str(value)
            )
            painter.setPen(QColor(c.secundario))
            painter.drawText(QRectF(place * step, ground + 2, step, FOOT - 2), Qt.AlignmentFlag.AlignCenter, name)
        painter.end()
