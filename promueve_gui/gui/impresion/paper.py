"""Letter paper, the letters on it, and how texts are broken into lines. Nothing here paints.

Lengths are in tenths of a point, so that letters are measured the same whatever they are painted on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QTextLine

    from promueve_gui.domain.enriquecido import Tramo

POINT = 10  # units
INCH = 72 * POINT
LETTER = (612 * POINT, 792 * POINT)
MARGIN = 36 * POINT
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LINE_SEPARATOR = "\u2028"  # where Qt breaks a line
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


@frozen
class Run:
    """A stretch of a line that looks the same: how far from the beginning of the line, and what it says."""

    x: float
    text: str
    bold: bool = False
    italic: bool = False
    link: bool = False


class Typesetter:
    """Fonts, and texts broken into lines; the same text in the same width is worked out once."""

    def __init__(self, base: QFont) -> None:
        """Take the family from ``base``."""
        self._fonts = {look: _font(base, look) for look in Look}
        self._metrics: Mapping[Look, QFontMetricsF] = {look: QFontMetricsF(f) for look, f in self._fonts.items()}
        self._known: dict[tuple[str, Look, int], tuple[str, ...]] = {}
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def font(self, look: Look, run: Run | None = None) -> QFont:
        """Return the font of a look, or of a stretch of it."""
        font = self._fonts[look]
        if run is not None and (run.bold or run.italic or run.link):
            font = QFont(font)
            font.setBold(font.bold() or run.bold)
            font.setItalic(run.italic)
            font.setUnderline(run.link)
        return font

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

    def runs(self, tramos: Sequence[Tramo], look: Look, width: float) -> Iterator[list[Run]]:
        """Yield the lines that stretches of text take together in ``width``."""
        whole, styled = self._styled(tramos)
        layout = QTextLayout(whole, self._fonts[look])
        layout.setTextOption(self._option)
        layout.setFormats([_range(start, end, self.font(look, run)) for start, end, run in styled])
        units = whole.encode("utf-16-le")  # as Qt counts
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            first, last = line.textStart(), line.textStart() + line.textLength()
            made = []
            for start, end, run in styled:
                begin, stop = max(start, first), min(end, last)
                if begin < stop:
                    x = min(_across(line, begin), _across(line, stop))  # what is read from the right begins at its end
                    text = units[2 * begin : 2 * stop].decode("utf-16-le", "ignore")
                    made.append(replace(run, x=x, text=text.rstrip() if stop == last else text))
            yield made
        layout.endLayout()

    def _styled(self, tramos: Sequence[Tramo]) -> tuple[str, list[tuple[int, int, Run]]]:
        """Return what the stretches say together, and where each begins and ends for Qt."""
        styled, at = [], 0
        for tramo in tramos:
            text = printable(tramo.texto).replace("\n", _LINE_SEPARATOR)
            end = at + len(text.encode("utf-16-le")) // 2
            styled.append((at, end, Run(0.0, text, tramo.negrita, tramo.cursiva, bool(tramo.enlace))))
            at = end
        return "".join(run.text for _, _, run in styled), styled

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


def _across(line: QTextLine, at: int) -> float:
    """Return how far a place of the text is from the beginning of its line."""
    return cast("tuple[float, int]", line.cursorToX(at))[0]  # PySide6 says «object»


def _range(start: int, end: int, font: QFont) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setFont(font)
    made.start, made.length, made.format = start, end - start, look
    return made


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
