"""Marks the long sentences of a text while it is written: softly, beneath the words, and never changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from promueve_gui.domain.lectura import frases_largas

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPlainTextEdit

    from promueve_gui.domain.lectura import Frase
    from promueve_gui.gui.context import Context

DELAY_MS = 200
LAST_PLAIN = "\uffff"  # past it, Qt counts two where Python counts one


class SentenceMarks(QObject):
    """Follows one text box. A background and a wavy line: the colour is not the only sign."""

    def __init__(self, context: Context, box: QPlainTextEdit, limit: Callable[[], int | None]) -> None:
        """Take the box and how to know from how many words on a sentence is long."""
        super().__init__(box)
        self._box, self._limit = box, limit
        self._format = QTextCharFormat()
        self._format.setBackground(QColor(context.colores.atencion_suave))
        self._format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._format.setUnderlineColor(QColor(context.colores.atencion))
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.mark)
        box.textChanged.connect(self._timer.start)

    def long_sentences(self) -> tuple[Frase, ...]:
        """Return the long sentences of the text as it stands."""
        return frases_largas(self._box.toPlainText(), self._limit())

    def mark(self) -> None:
        """Mark what is long now."""
        text = self._box.toPlainText()
        selections = []
        for frase in self.long_sentences():
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(text, frase)
            selection.format = self._format
            selections.append(selection)
        self._box.setExtraSelections(selections)

    def select_first(self) -> bool:
        """Select the first long sentence and go to it; false when there is none."""
        found = self.long_sentences()
        if found:
            self._box.setTextCursor(self._cursor(self._box.toPlainText(), found[0]))
            self._box.setFocus()
        return bool(found)

    def _cursor(self, text: str, frase: Frase) -> QTextCursor:
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(qt_position(text, frase.inicio))
        cursor.setPosition(qt_position(text, frase.fin), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def qt_position(text: str, index: int) -> int:
    """Return where Qt counts the character ``index`` of ``text``: emoji and the like are two for it."""
    return index + sum(letter > LAST_PLAIN for letter in text[:index])
