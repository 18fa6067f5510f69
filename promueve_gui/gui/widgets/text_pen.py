"""Writes texts and signs that are painted again and again: how much of each fits, and its glyphs, are kept.

Hundreds of texts are painted whenever a view scrolls, most of them as they were before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QStaticText

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPainter

    from promueve_gui.gui.context import Context

    Written = tuple[QStaticText, QSizeF]

SIGN = 14.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter
MOST_KEPT = 2000  # texts, of a window that shows some hundred


class TextPen:
    """Writes with the fonts and colours of the program on the painter that it was last given."""

    painter: QPainter

    def __init__(self, context: Context, family: QFont, pixels: int = 13) -> None:
        """Write in ``family`` at ``pixels``."""
        self._context = context
        self.colours = context.colores
        self._icons = context.icons
        self._inks: dict[str, QColor] = {}
        self._written: dict[tuple[str, int, int, bool], Written] = {}
        self._broken: dict[tuple[str, int, int], tuple[str, ...]] = {}
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = {}
        self._family, self._pixels = QFont(family), pixels  # a copy: that of an option goes with the option
        self._signs = QFont(context.icons.family)
        self._signs.setPixelSize(int(SIGN))
        self._glyphs: dict[str, QStaticText] = {}

    def begin(self, painter: QPainter) -> None:
        """Write on a painter from now on, in the colours in force."""
        self.painter = painter
        if self.colours is not self._context.colores:
            self.colours = self._context.colores
            self._inks.clear()

    def colour(self, name: str) -> QColor:
        """Return a colour by its name."""
        if name not in self._inks:
            self._inks[name] = QColor(getattr(self.colours, name))
        return self._inks[name]

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
        width = int(box.width())
        if width <= 0 or not text:
            return 0.0
        pixels = pixels or self._pixels
        font = self._font(pixels, bold=bold)[0]
        shown, size = self._written.get((text, width, pixels, bold)) or self._fit(text, width, pixels, bold=bold)
        if self.painter.font() != font:
            self.painter.setFont(font)
        self.painter.setPen(ink)
        self.painter.drawStaticText(_placed(box, size, align), shown)
        return size.width()

    def _fit(self, text: str, width: int, pixels: int, *, bold: bool) -> Written:
        font, metrics = self._font(pixels, bold=bold)
        words = " ".join(text.split())
        shown = _still(metrics.elidedText(words, Qt.TextElideMode.ElideRight, width), font)
        if len(self._written) >= MOST_KEPT:
            self._written.clear()
        made = self._written[text, width, pixels, bold] = shown, shown.size()
        return made

    def write_lines(self, box: QRectF, text: str, ink: QColor, *, most: int = 2) -> None:
        """Write a text in one line or, where it does not fit, in several."""
        height = self._font(self._pixels, bold=False)[1].height()
        for place, line in enumerate(self.lines(text, int(box.width()), most)):
            self.write(QRectF(box.left(), box.top() + place * height, box.width(), height), line, ink)

    def lines(self, text: str, width: int, most: int = 2) -> tuple[str, ...]:
        """Return a text in lines of whole words, at most so many; the last of them holds the rest, however long."""
        known = self._broken.get((text, width, most))
        if known is not None:
            return known
        metrics = self._font(self._pixels, bold=False)[1]
        words, made = text.split(), [""]
        while words:
            longer = f"{made[-1]} {words[0]}".strip()
            if made[-1] and len(made) < most and metrics.horizontalAdvance(longer) > width:
                made.append("")
            else:
                made[-1] = longer
                del words[0]
        if len(self._broken) >= MOST_KEPT:
            self._broken.clear()
        found = self._broken[text, width, most] = tuple(made)
        return found

    def glyph(self, box: QRectF, name: str, ink: QColor) -> None:
        """Draw a sign in the middle of a box."""
        if name not in self._glyphs:
            self._glyphs[name] = _still(self._icons.glyph(name), self._signs)
        glyph = self._glyphs[name]
        self.painter.setFont(self._signs)
        self.painter.setPen(ink)
        self.painter.drawStaticText(_placed(box, glyph.size(), MIDDLE), glyph)

    def _font(self, pixels: int, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
        known = self._fonts.get((pixels, bold))
        if known is None:
            font = QFont(self._family)
            font.setPixelSize(pixels)
            font.setBold(bold)
            known = self._fonts[pixels, bold] = font, QFontMetricsF(font)
        return known


def _still(text: str, font: QFont) -> QStaticText:
    """Return a text whose glyphs are found once; it is never taken for markup."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=font)
    return made


def _placed(box: QRectF, size: QSizeF, align: Qt.AlignmentFlag) -> QPointF:
    """Return where a text of some size begins in a box, in the middle of its height."""
    left = box.left()
    if align != LEFT:
        left += (box.width() - size.width()) / (1 if align == RIGHT else 2)
    return QPointF(left, box.top() + (box.height() - size.height()) / 2)
