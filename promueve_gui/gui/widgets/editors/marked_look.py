"""How a text looks while it is written: looks put over the document without being part of it.

Whoever knows more of the text — its spelling, how it reads — adds stretches of its own with ``over``. Positions are
Qt's, which counts emoji and the like as two.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

LAST_PLAIN = "\uffff"  # past it, Qt counts two where Python counts one
Stretch: TypeAlias = tuple[int, int, QTextCharFormat]  # where it begins, where it ends, how it looks


class MarkedLook(QSyntaxHighlighter):
    """Follows one document, paragraph by paragraph."""

    def __init__(self, document: QTextDocument) -> None:
        """Take the document."""
        super().__init__(document)
        self.over: Callable[[QTextBlock, str], Iterable[Stretch]] | None = None

    def stretches(self, block: QTextBlock, text: str) -> list[Stretch]:
        """Return how parts of a paragraph look, each over those before it."""
        return []

    def highlightBlock(self, text: str) -> None:
        """Show one paragraph."""
        block = self.currentBlock()
        found = self.stretches(block, text)
        if self.over is not None:
            found.extend(self.over(block, text))
        for start, end, look in merged(found):
            self.setFormat(start, end - start, look)


def merged(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Yield stretches that do not overlap: where several did, the looks of all, the later over the earlier."""
    if len(stretches) == 1:
        yield stretches[0]
        return
    edges = sorted({edge for start, end, _ in stretches for edge in (start, end)})
    opening: dict[int, list[int]] = {}
    for place, (start, _, _) in enumerate(stretches):
        opening.setdefault(start, []).append(place)
    active: list[int] = []
    for edge, following in pairwise(edges):
        active = sorted(place for place in (*active, *opening.get(edge, ())) if stretches[place][1] > edge)
        if active:
            look = QTextCharFormat(stretches[active[0]][2])
            for place in active[1:]:
                look.merge(stretches[place][2])
            yield edge, following, look


def qt_position(text: str, index: int) -> int:
    """Return where Qt counts the character ``index`` of ``text``: emoji and the like are two for it."""
    return index if text.isascii() else index + sum(letter > LAST_PLAIN for letter in text[:index])


def qt_positions(text: str) -> Callable[[int], int]:
    """Return ``qt_position`` of a text, for many places of it."""
    if not text or max(text) <= LAST_PLAIN:
        return int
    return lambda index: qt_position(text, index)


def python_position(text: str, place: int) -> int:
    """Return the character of ``text`` at Qt's position ``place``; of a pair of halves, the one that they make."""
    if not text or max(text) <= LAST_PLAIN:
        return min(place, len(text))
    counted = 0
    for index, letter in enumerate(text):
        counted += 1 + (letter > LAST_PLAIN)
        if counted > place:
            return index
    return len(text)
