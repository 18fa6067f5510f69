"""How a text reads, as a line from hard to easy with a mark on it. The words beside it say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from promueve_gui.application.content_measures import Legibilidad
    from promueve_gui.gui.context import Context

# Up to where each degree of the INFLESZ scale goes, and the colour that helps to find it.
STRETCHES = ((40, "error"), (55, "atencion"), (65, "secundario"), (80, "bien"), (100, "bien"))
HEIGHT = 18
BAR = 6
MARK = 3
NOTHING = "Sin texto que medir"


class ReadingScale(QWidget):
    """The INFLESZ scale from 0 to 100."""

    def __init__(self, context: Context) -> None:
        """Start without a text."""
        super().__init__()
        self._context = context
        self._value: Legibilidad | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_value(None)

    def show_value(self, value: Legibilidad | None) -> None:
        """Show how a text reads, or nothing."""
        self._value = value
        words = NOTHING if value is None else f"Lectura, de difícil a fácil: {value.texto}"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(160, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stretches with a gap between them, and the mark."""
        del event
        c = self._context.colores
        painter = QPainter(self)
        top, begin = (self.height() - BAR) / 2, 0
        for end, colour in STRETCHES:
            left, right = self._x(begin), self._x(end)
            ink = QColor(getattr(c, colour) if self._value is not None else c.linea)
            painter.fillRect(QRectF(left, top, right - left - 2, BAR), ink)
            begin = end
        if self._value is not None:
            place = self._x(self._value.indice)
            painter.fillRect(QRectF(place - MARK / 2 - 1, 0, MARK + 2, self.height()), QColor(c.superficie))
            painter.fillRect(QRectF(place - MARK / 2, 1, MARK, self.height() - 2), QColor(c.texto))
        painter.end()

    def _x(self, value: float) -> float:
        return MARK + (self.width() - 2 * MARK) * value / 100
