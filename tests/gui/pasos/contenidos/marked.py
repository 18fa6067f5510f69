"""What is marked in a text box: the words that have a line of some kind beneath them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

Line = QTextCharFormat.UnderlineStyle
MISSPELLED, LONG, HARD = Line.WaveUnderline, Line.DashUnderline, Line.DotLine


def looks(box: QPlainTextEdit | QTextEdit, line: Line) -> list[str]:
    """Return what has this line beneath it, in order; what only differs in other looks is one."""
    found: list[str] = []
    block = box.document().begin()
    while block.isValid():
        end = -1
        for part in sorted(block.layout().formats(), key=lambda part: part.start):
            if part.format.underlineStyle() is line:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + part.start)
                cursor.setPosition(block.position() + part.start + part.length, QTextCursor.MoveMode.KeepAnchor)
                if part.start == end:
                    found[-1] += cursor.selectedText()
                else:
                    found.append(cursor.selectedText())
                end = part.start + part.length
        block = block.next()
    return found
