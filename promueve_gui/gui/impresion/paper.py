"""Letter paper, the letters on it, and how texts are broken into lines. Nothing here paints.

Lengths are in tenths of a point, so that letters are measured the same whatever they are painted on.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

POINT = 10  # units
INCH = 72 * POINT
LETTER = (612 * POINT, 792 * POINT)
MARGIN = 36 * POINT
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
HEAD, FOOT = 30 * POINT, 24 * POINT  # of every page, inside the margins


class Look(Enum):
    """How words look: size in points and whether they are bold."""

    TITLE = (16, True)
    SECTION = (11, True)
    BLOCK = (10, True)
    COLUMN = (9, True)
    TEXT = (9, False)
    BODY = (10.5, False)
    SMALL = (8, False)
    NUMBER = (8.0, True)


@frozen
class Paper:
    """A sheet of letter paper, upright or lying down."""

    landscape: bool

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return LETTER[1] if self.landscape else LETTER[0]

    @property
    def height(self) -> float:
        """Return how tall it is."""
        return LETTER[0] if self.landscape else LETTER[1]

    @property
    def body(self) -> QRectF:
        """Return where the document itself stands, between what every page says."""
        return QRectF(MARGIN, MARGIN + HEAD, self.width - 2 * MARGIN, self.height - 2 * MARGIN - HEAD - FOOT)


class Typesetter:
    """Fonts, and texts broken into lines; the same text in the same width is worked out once."""

    def __init__(self, base: QFont) -> None:
        """Take the family from ``base``."""
        self._fonts = {look: _font(base, look) for look in Look}
        self._metrics: Mapping[Look, QFontMetricsF] = {look: QFontMetricsF(f) for look, f in self._fonts.items()}
        self._known: dict[tuple[str, Look, int], tuple[str, ...]] = {}
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def font(self, look: Look) -> QFont:
        """Return the font of a look."""
        return self._fonts[look]

    def leading(self, look: Look) -> float:
        """Return how far a line is from the next."""
        return self._metrics[look].height()

    def ascent(self, look: Look) -> float:
        """Return how far the foot of the letters is under the top of their line."""
        return self._metrics[look].ascent()

    def width(self, text: str, look: Look) -> float:
        """Return how wide a text is on one line."""
        return self._metrics[look].horizontalAdvance(text)

    def wrap(self, text: str, look: Look, width: float) -> tuple[str, ...]:
        """Return the lines that a text takes in ``width``; a word that is wider than that is broken too."""
        key = (text, look, int(width))
        if key not in self._known:
            paragraphs = printable(text).split("\n")
            self._known[key] = tuple(line for paragraph in paragraphs for line in self._broken(paragraph, look, width))
        return self._known[key]

    def _broken(self, paragraph: str, look: Look, width: float) -> list[str]:
        if self.width(paragraph, look) <= width:
            return [paragraph]
        layout = QTextLayout(paragraph, self._fonts[look])
        layout.setTextOption(self._option)
        units = paragraph.encode("utf-16-le")  # as Qt counts
        lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = 2 * line.textStart()
            lines.append(units[start : start + 2 * line.textLength()].decode("utf-16-le", "ignore").rstrip())
        layout.endLayout()
        return lines


def printable(text: str) -> str:
    """Return a text without what no paper can show: control characters and halves of letters."""
    return _CONTROL.sub("", _BREAK.sub("\n", text).replace("\t", " "))


_LIGATURES = QFont.Tag("liga")  # as one sign, «fi» is found by nobody who looks for «oficina» in a PDF


def _font(base: QFont, look: Look) -> QFont:
    size, bold = look.value
    font = QFont(base)
    font.setPixelSize(round(size * POINT))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(_LIGATURES, 0)
    return font
