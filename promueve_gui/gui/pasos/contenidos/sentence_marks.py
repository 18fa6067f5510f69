"""Marks the long sentences of a text while it is written: softly, beneath the words, and never changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from promueve_gui.domain.campos_combinados import lugares
from promueve_gui.domain.lectura import Frase, frases_largas
from promueve_gui.gui.widgets.editors.rich_look import qt_position

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPlainTextEdit

    from promueve_gui.gui.context import Context

    Box = QPlainTextEdit | QTextEdit

DELAY_MS = 200


class SentenceMarks(QObject):
    """Follows one text box. A background and a wavy line: the colour is not the only sign."""

    def __init__(
        self, context: Context, box: Box, limit: Callable[[], int | None], value_of: Callable[[str], str] = str
    ) -> None:
        """Take the box, from how many words on a sentence is long, and what a merge field is filled in with."""
        super().__init__(box)
        self._box, self._limit, self._value_of = box, limit, value_of
        self._format = QTextCharFormat()
        self._format.setBackground(QColor(context.colores.atencion_suave))
        self._format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._format.setUnderlineColor(QColor(context.colores.atencion))
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.mark)
        box.textChanged.connect(self._timer.start)

    def long_sentences(self) -> tuple[Frase, ...]:
        """Return the long sentences as their readers see them, and where they are in the text as it stands."""
        text = self._box.toPlainText()
        places = lugares(text)
        if not places:
            return frases_largas(text, self._limit())
        filled, origin = "", []  # of each letter of the filled text: where it stands in the other
        last = 0
        for start, end in (*places, (len(text), len(text))):
            value = self._value_of(text[start:end])
            filled += text[last:start] + value
            origin += [*range(last, start), *([start] * len(value))]
            last = end
        ends = [*origin[1:], len(text)]
        found = frases_largas(filled, self._limit())
        return tuple(
            Frase(origin[one.inicio], max(ends[one.fin - 1], origin[one.fin - 1] + 1), one.palabras) for one in found
        )

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
