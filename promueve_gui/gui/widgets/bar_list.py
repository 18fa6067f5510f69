"""Bars that lie, each with its name and its number: painted, read aloud, gone through with the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.theme import Colores

PIXELS = 12
WIDE = 460.0  # from here on, names stand beside their bars and not over them
LINE, BAR, GAP = 17.0, 12.0, 6.0
NUMBER = 44.0
NAMES = 0.46  # of the width


@frozen
class Bar:
    """A name, its number, and the colour of its bar (a name of ``Colores``)."""

    name: str
    count: int
    colour: str = "acento"


def row_height(width: float) -> float:
    """Return how tall each bar is with its name, in a picture of that width."""
    return LINE + GAP if width >= WIDE else LINE + BAR + GAP


class BarPainter:
    """Paints bars from the origin on."""

    def __init__(self, colores: Colores, font: QFont) -> None:
        """Take colours and font."""
        self._colores, self._font = colores, QFont(font)
        self._font.setPixelSize(PIXELS)
        self._metrics = QFontMetricsF(self._font)

    def paint(self, painter: QPainter, width: float, bars: Sequence[Bar], current: int = -1) -> None:
        """Paint the bars; ``current`` is the one that the keyboard is on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        most = max((bar.count for bar in bars), default=0) or 1
        height = row_height(width)
        for line, bar in enumerate(bars):
            row = QRectF(0, line * height, width, height)
            if line == current:
                painter.setPen(QPen(QColor(self._colores.acento), 1.5))
                painter.setBrush(QColor(self._colores.seleccion))
                painter.drawRoundedRect(row.adjusted(1, 0, -1, -1), 4, 4)
            self._paint_bar(painter, row, bar, bar.count / most)

    def _paint_bar(self, painter: QPainter, row: QRectF, bar: Bar, share: float) -> None:
        beside = row.width() >= WIDE
        names = row.width() * NAMES if beside else row.width() - 2 * GAP
        align = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(self._colores.texto))
        said = self._metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, names)
        place = QRectF(GAP, row.top() + (GAP / 2 if beside else 0), names, LINE)
        painter.drawText(place, int(align | Qt.AlignmentFlag.AlignVCenter), said)
        left = names + 2 * GAP if beside else GAP
        top = row.top() + (row.height() - BAR) / 2 if beside else row.top() + LINE
        length = max((row.width() - left - NUMBER) * share, 2.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._colores, bar.colour if bar.count else "secundario")))
        painter.drawRoundedRect(QRectF(left, top, length, BAR), 2, 2)
        painter.setPen(QColor(self._colores.texto))
        number = QRectF(left + length + GAP, top - 3, NUMBER, BAR + 6)
        painter.drawText(number, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), f"{bar.count:,}")


class BarList(QWidget):
    """One chart of bars."""

    asked = Signal(int)  # which bar was pressed, or Enter on it

    def __init__(self, context: Context, name: str) -> None:
        """Start empty; ``name`` is what a screen reader says before the numbers."""
        super().__init__()
        self._context, self._name = context, name
        self.bars: Sequence[Bar] = ()
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._say()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self.bars = bars
        self.current = min(self.current, len(bars) - 1)
        self.updateGeometry()
        self._say()

    def hasHeightForWidth(self) -> bool:
        """Tell that names stand over their bars where there is little room beside them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all the bars."""
        return int(row_height(width) * max(len(self.bars), 1)) + 1

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which bars can be read."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        current = self.current if self.hasFocus() else -1
        BarPainter(self._context.colores, self.font()).paint(painter, self.width(), self.bars, current)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first bar, unless one is current already."""
        super().focusInEvent(event)
        self._go(max(self.current, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down; ask for the current bar with Enter or the space bar."""
        steps = {
            Qt.Key.Key_Up: self.current - 1,
            Qt.Key.Key_Down: self.current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.bars) - 1,
        }
        if event.key() in steps:
            self._go(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and 0 <= self.current < len(
            self.bars
        ):
            self.asked.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the bar under the mouse."""
        place = self._bar_at(event.position().y())
        if place >= 0:
            self._go(place)
            self.asked.emit(place)

    def event(self, event: QEvent) -> bool:
        """Show the whole name of the bar under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._bar_at(event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(_said(self.bars[place])) if place >= 0 else "", self)
            return True
        return super().event(event)

    def _bar_at(self, y: float) -> int:
        place = int(y // row_height(self.width()))
        return place if 0 <= place < len(self.bars) else -1

    def _go(self, place: int) -> None:
        self.current = min(max(place, 0), len(self.bars) - 1)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(f"{self._name}: {'; '.join(map(_said, self.bars)) or 'sin datos'}")
        self.setAccessibleDescription(_said(self.bars[self.current]) if 0 <= self.current < len(self.bars) else "")
        self.update()


def _said(bar: Bar) -> str:
    return f"{bar.name}: {bar.count}"
