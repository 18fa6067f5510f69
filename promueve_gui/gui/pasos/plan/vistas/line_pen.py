"""How lines are written and drawn in rows, cards and bars: the signs of their state, their marks, texts that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from promueve_gui.gui.pasos.plan.vistas.line_signs import LINE_SIGNS
from promueve_gui.gui.widgets.record_delegate import CHIPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from promueve_gui.domain.vocabularios import EstadoLinea
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.plan.vistas.line_signs import Mark

SIGN = 14.0
GAP = 4.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter


class LinePen:
    """Writes with the fonts and colours of the program on the painter that it was last given."""

    painter: QPainter

    def __init__(self, context: Context, family: QFont, pixels: int = 13) -> None:
        """Write in ``family`` at ``pixels``."""
        self._context = context
        self.colours = context.colores
        self._icons = context.icons
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = {}
        self._family, self._pixels = family, pixels
        self._signs = QFont(context.icons.family)
        self._signs.setPixelSize(int(SIGN))

    def begin(self, painter: QPainter) -> None:
        """Write on a painter from now on, in the colours in force."""
        self.painter, self.colours = painter, self._context.colores

    def colour(self, name: str) -> QColor:
        """Return a colour by its name."""
        return QColor(getattr(self.colours, name))

    def inks(self, estado: EstadoLinea | None) -> tuple[QColor, QColor]:
        """Return ink and ground of a state."""
        name = CHIPS.get(estado, "") if estado else ""
        return (
            (self.colour(name), self.colour(f"{name}_suave"))
            if name
            else (self.colour("secundario"), self.colour("fondo"))
        )

    def width(self, text: str, *, pixels: int = 0, bold: bool = False) -> float:
        """Return how wide a text is."""
        return self._font(pixels or self._pixels, bold=bold)[1].horizontalAdvance(text)

    def write(  # a text is described in one place
        self,
        box: QRectF,
        text: str,
        ink: QColor,
        align: Qt.AlignmentFlag = LEFT,
        *,
        pixels: int = 0,
        bold: bool = False,
    ) -> float:
        """Write as much of a text as fits and return how wide that is."""
        if box.width() <= 0 or not text:
            return 0.0
        font, metrics = self._font(pixels or self._pixels, bold=bold)
        shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, box.width())
        self.painter.setFont(font)
        self.painter.setPen(ink)
        self.painter.drawText(box, align, shown)
        return metrics.horizontalAdvance(shown)

    def write_lines(self, box: QRectF, text: str, ink: QColor, *, pixels: int = 0) -> None:
        """Write a text in one line or, where it does not fit, in two."""
        metrics = self._font(pixels or self._pixels, bold=False)[1]
        words, first = text.split(), ""
        while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= box.width():
            first = f"{first} {words.pop(0)}".strip()
        height = metrics.height()
        if not words or not first:
            self.write(QRectF(box.left(), box.top(), box.width(), height), text, ink, pixels=pixels)
            return
        for place, line in enumerate((first, " ".join(words))):
            self.write(QRectF(box.left(), box.top() + place * height, box.width(), height), line, ink, pixels=pixels)

    def signed(self, box: QRectF, text: str, ink: QColor, marks: Sequence[Mark], *, pixels: int = 0) -> None:
        """Write a text with its marks right after it."""
        taken = len(marks) * (SIGN + GAP / 2)
        written = self.write(box.adjusted(0, 0, -taken, 0), text, ink, pixels=pixels)
        self.marks(QRectF(box.left(), box.top(), min(written + GAP + taken, box.width()), box.height()), marks)

    def glyph(self, box: QRectF, name: str, ink: QColor) -> None:
        """Draw a sign in the middle of a box."""
        self.painter.setFont(self._signs)
        self.painter.setPen(ink)
        self.painter.drawText(box, MIDDLE, self._icons.glyph(name))

    def state(self, box: QRectF, estado: EstadoLinea | None) -> QRectF:
        """Draw the sign of a state at the left of a box and return the rest of it."""
        self.glyph(QRectF(box.left(), box.top(), SIGN, box.height()), LINE_SIGNS[estado], self.inks(estado)[0])
        return box.adjusted(SIGN + GAP, 0, 0, 0)

    def marks(self, box: QRectF, marks: Sequence[Mark]) -> QRectF:
        """Draw the marks of a line at the right of a box and return the rest of it."""
        right = box.right()
        for mark in reversed(marks):
            self.glyph(QRectF(right - SIGN, box.top(), SIGN, box.height()), mark.glyph, self.colour(mark.colour))
            right -= SIGN + GAP / 2
        return QRectF(box.left(), box.top(), right - box.left(), box.height())

    def _font(self, pixels: int, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
        known = self._fonts.get((pixels, bold))
        if known is None:
            font = QFont(self._family)
            font.setPixelSize(pixels)
            font.setBold(bold)
            known = self._fonts[pixels, bold] = font, QFontMetricsF(font)
        return known
