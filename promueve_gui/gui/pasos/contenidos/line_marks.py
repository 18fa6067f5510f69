"""Marks in one line of text, such as a title: its misspelled words, with a wavy line beneath. They never change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from promueve_gui.application.text_review import LONGEST_PARAGRAPH, VACIO
from promueve_gui.gui.widgets.editors.marked_look import qt_positions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMenu

    from promueve_gui.application.text_review import Parrafo
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.contenidos.live_review import LiveReview
    from promueve_gui.gui.widgets.editors.text import LineEditor

WAVE, THICK = 2, 1.3  # pixels


class LineWord(NamedTuple):
    """A word of the line, and where it begins and ends for Qt."""

    start: int
    end: int
    text: str


class LineMarks(QWidget):
    """Stands over the line of one editor, which has no place for looks of its own, and lets everything through."""

    reads = leaves_out = False

    def __init__(
        self, context: Context, editor: LineEditor, review: LiveReview, value_of: Callable[[str], str]
    ) -> None:
        """Take the editor, and what a merge field is filled in with."""
        super().__init__(editor.line)
        self.editor, self.box, self._review, self._value_of = editor, editor.line, review, value_of
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.box.textChanged.connect(self._on_changed)
        self.box.cursorPositionChanged.connect(self._on_moved)
        self.box.installEventFilter(self)
        review.learned.connect(self._on_moved)
        self._on_changed(self.box.text())

    # What there is

    def words(self) -> list[LineWord]:
        """Return the words that no dictionary knows."""
        text = self.box.text()
        place = qt_positions(text)
        return [
            LineWord(place(palabra.inicio), place(palabra.fin), palabra.texto)
            for palabra in self._review.text.wrong(self._parrafo(text))
        ]

    def shown(self) -> list[LineWord]:
        """Return the words that are marked: not the one that is being written."""
        at = self.box.cursorPosition() if self.box.hasFocus() else -1
        return [word for word in self.words() if not word.start < at <= word.end]

    def wrong(self) -> int:
        """Return how many words no dictionary knows."""
        return len(self.words())

    def _parrafo(self, text: str) -> Parrafo:
        return VACIO if len(text) > LONGEST_PARAGRAPH else self._review.text.paragraph(text, self._value_of)

    # What the desk asks

    @property
    def watched(self) -> tuple[QWidget, ...]:
        """Return what asks for the menu of a word."""
        return (self.box,)

    @property
    def is_read_only(self) -> bool:
        """Tell whether nothing may be mended."""
        return self.box.isReadOnly()

    def after_selection(self) -> int:
        """Return where the search for the next word goes on."""
        return max(self.box.selectionEnd(), self.box.cursorPosition())

    def next_wrong(self, after: int) -> LineWord | None:
        """Return the first misspelled word that begins at ``after`` or later."""
        return next((word for word in self.words() if word.start >= after), None)

    def word_here(self) -> LineWord | None:
        """Return the misspelled word where the cursor is."""
        return self._word_at(self.box.cursorPosition())

    def word_under(self, place: QPoint) -> LineWord | None:
        """Return the misspelled word at a point of the line."""
        return self._word_at(self.box.cursorPositionAt(place))

    def _word_at(self, at: int) -> LineWord | None:
        return next((word for word in self.words() if word.start <= at <= word.end), None)

    def select(self, word: LineWord) -> None:
        """Go to a word."""
        self.box.setFocus()
        self.box.setSelection(word.start, word.end - word.start)

    def below(self, word: LineWord) -> QPoint:
        """Return the point of the screen below a word."""
        left, _ = self._sides(word)
        return self.box.mapToGlobal(QPointF(left, self.box.height()).toPoint())

    def text_of(self, word: LineWord) -> str:
        """Return the letters of a word."""
        return word.text

    def standard_menu(self) -> QMenu:
        """Return the menu of the line."""
        return self.box.createStandardContextMenu()

    def replace(self, word: LineWord, text: str) -> None:
        """Write one word for another, which can be undone, and stay after it."""
        self.box.setSelection(word.start, word.end - word.start)
        if not self.is_read_only and self.box.selectedText() == word.text:
            self.box.insert(text)
            self.box.textEdited.emit(self.box.text())  # as typing does

    # What is seen

    def _on_changed(self, text: str) -> None:
        self._review.want(palabra.texto for palabra in self._parrafo(text).palabras)
        self.update()

    def _on_moved(self, *_: object) -> None:
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the line wherever it goes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self.resize(self.box.size())
        elif event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a wavy line beneath each word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._context.colores.error), THICK))
        for word in self.shown():
            painter.drawPolyline(list(self._wave(word)))
        painter.end()

    def _wave(self, word: LineWord) -> Iterator[QPointF]:
        left, right = self._sides(word)
        bottom = self.box.cursorRect().bottom() - THICK
        up = False
        while left <= right:
            yield QPointF(left, bottom - WAVE * up)
            left, up = left + WAVE, not up

    def _sides(self, word: LineWord) -> tuple[float, float]:
        """Return where a word begins and ends in the line, from where its cursor stands."""
        text, metrics = self.box.displayText(), self.box.fontMetrics()
        cursor = self.box.cursorRect()
        origin = cursor.left() + cursor.width() / 2 - metrics.horizontalAdvance(text, self.box.cursorPosition())
        left, right = (origin + metrics.horizontalAdvance(text, place) for place in (word.start, word.end))
        return max(left, 0), min(right, self.width())
