"""Pages while they are made: marks put on them from top to bottom, and a new page where there is no more room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.impresion.paper import POINT, Look, Paper, Run, Typesetter
from promueve_gui.gui.theme import CLARO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF

    from promueve_gui.application.print_model import Impreso
    from promueve_gui.domain.enriquecido import Tramo

GAP = 4 * POINT


@frozen
class Words:
    """A line of text: its left end, its foot, its look and its colour; ``runs`` where parts of it look otherwise."""

    x: float
    y: float
    text: str
    look: Look
    colour: str
    runs: Sequence[Run] = ()


@frozen
class Fill:
    """A rectangle of one colour; a line is a thin one."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(slots=True)
class Page:
    """What is painted on one page, in order."""

    fills: list[Fill] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return what the page says, for those who cannot see it."""
        return "\n".join(words.text for words in self.words)


class Pages:
    """The pages of a document. ``top`` is where the next mark goes; ``complete`` tells that no more will come."""

    def __init__(self, document: Impreso, typesetter: Typesetter) -> None:
        """Start without pages; the flows of each part make them."""
        self.document, self.type = document, typesetter
        self.paper = Paper(document.apaisado)
        self.sheets: list[Page] = []
        self.top = 0.0
        self.complete = False

    @property
    def body(self) -> QRectF:
        """Return where the document stands on each page."""
        return self.paper.body

    @property
    def left_over(self) -> float:
        """Return how much room is left on the page in hand."""
        return self.body.bottom() - self.top if self.sheets else 0.0

    @property
    def fresh(self) -> bool:
        """Tell whether nothing stands on the page in hand yet."""
        return bool(self.sheets) and not self.sheets[-1].words

    def turn(self) -> Page:
        """Begin a new page."""
        self.sheets.append(Page())
        self.top = self.body.top()
        return self.sheets[-1]

    def room_for(self, height: float) -> bool:
        """Tell whether so much still goes on the page in hand."""
        return height <= self.left_over

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Paint a rectangle on the page in hand."""
        self.sheets[-1].fills.append(Fill(x, y, width, height, colour))

    def write(
        self,
        lines: Sequence[str],
        look: Look,
        x: float,
        y: float,
        *,
        colour: str = CLARO.texto,
        centred: float = 0.0,
    ) -> float:
        """Write lines from ``y`` down, in the middle of a width if given, and return where they end."""
        leading, ascent = self.type.leading(look), self.type.ascent(look)
        for line in lines:
            if line:
                indent = (centred - self.type.width(line, look)) / 2 if centred else 0.0
                self.sheets[-1].words.append(Words(x + indent, y + ascent, line, look, colour))
            y += leading
        return y

    def paragraph(self, text: str, look: Look, *, colour: str = CLARO.texto, indent: float = 0.0) -> None:
        """Write a text over the whole width, line by line, going on on the next page where it must."""
        for line in self.type.wrap(text, look, self.body.width() - indent):
            self._line(look)
            self.top = self.write([line], look, self.body.left() + indent, self.top, colour=colour)

    def rich(self, tramos: Sequence[Tramo], look: Look, *, colour: str = CLARO.texto, indent: float = 0.0) -> None:
        """Write, as ``paragraph`` does, a text whose stretches look different."""
        x, ascent = self.body.left() + indent, self.type.ascent(look)
        for runs in self.type.runs(tramos, look, self.body.width() - indent):
            self._line(look)
            text = "".join(run.text for run in runs)
            self.sheets[-1].words.append(Words(x, self.top + ascent, text, look, colour, runs))
            self.top += self.type.leading(look)

    def _line(self, look: Look) -> None:
        """Turn the page where not even one line has room."""
        if not self.room_for(self.type.leading(look)):
            self.turn()
