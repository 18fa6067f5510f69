"""Marks in one text while it is written: misspelled words, long sentences, hard words. They never change it.

Each kind has a line of its own beneath the words — wavy, dashed, dotted —, so that colour is not the only sign.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QToolTip

from promueve_gui.application.text_review import LONGEST_PARAGRAPH, LONGEST_TEXT, VACIO, Clase
from promueve_gui.gui.widgets.editors.marked_look import MarkedLook, python_position, qt_positions
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget

    from promueve_gui.application.text_review import Marca, Parrafo
    from promueve_gui.domain.lectura import Frase
    from promueve_gui.domain.ortografia import Palabra
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.contenidos.live_review import LiveReview
    from promueve_gui.gui.widgets.editors.marked_look import Stretch
    from promueve_gui.gui.widgets.editors.text import LongTextEditor

    Editor: TypeAlias = LongTextEditor | RichTextEditor

SLICE_SECONDS = 0.006  # of marking paragraphs anew, and then the keys have their turn


class TextMarks(QObject):
    """Follows the text of one editor. ``reads`` tells whether how it reads is marked too, beside its spelling."""

    def __init__(
        self,
        context: Context,
        editor: Editor,
        review: LiveReview,
        longest: Callable[[], int],
        value_of: Callable[[str], str],
        *,
        reads: bool,
    ) -> None:
        """Take the editor, from how many words on a sentence is long, and what a merge field is filled in with."""
        super().__init__(editor)
        self.editor, self._review, self._longest, self._value_of = editor, review, longest, value_of
        self.reads = reads
        self.box: QPlainTextEdit | QTextEdit = editor.box
        self._formats: dict[Clase, QTextCharFormat] = {}
        self._context = context
        self._take_colours()
        self._written = (
            -1,
            -1,
            -1,
        )  # the word that is being written, not marked yet: its paragraph, first and last place
        self._waiting: list[int] = []  # paragraphs to be marked anew
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(lambda: self.editor.change_looks(self._mark_some))
        self._look = editor.look if isinstance(editor, RichTextEditor) else MarkedLook(self.box.document())
        self._look.over = self._stretches
        self.box.cursorPositionChanged.connect(self._on_moved)
        self.box.viewport().installEventFilter(self)
        self.box.installEventFilter(self)
        review.learned.connect(self._on_learned)
        context.theme_changed.connect(self._take_colours)  # a method, which Qt lets go of with the text

    @property
    def is_paused(self) -> bool:
        """Tell whether the text is too long to be marked."""
        return self.box.document().characterCount() > LONGEST_TEXT

    @property
    def leaves_out(self) -> bool:
        """Tell whether a part of the text, or all of it, is too long to be marked."""
        document = self.box.document()
        if document.characterCount() <= LONGEST_PARAGRAPH:
            return False
        return self.is_paused or any(block.length() > LONGEST_PARAGRAPH for block, _ in self._blocks())

    def _take_colours(self) -> None:
        lines, colores = QTextCharFormat.UnderlineStyle, self._context.colores
        for clase, line, ink in (
            (Clase.FRASE, lines.DashUnderline, colores.atencion),
            (Clase.DIFICIL, lines.DotLine, colores.secundario),
            (Clase.ORTOGRAFIA, lines.WaveUnderline, colores.error),
        ):
            made = QTextCharFormat()
            made.setUnderlineStyle(line)
            made.setUnderlineColor(QColor(ink))
            self._formats[clase] = made
        self._formats[Clase.FRASE].setBackground(QColor(colores.atencion_suave))

    # Marking

    def _stretches(self, block: QTextBlock, text: str) -> Iterator[Stretch]:
        parrafo = self._parrafo(text)
        if not parrafo.palabras:
            return
        self._review.want(palabra.texto for palabra in parrafo.palabras)
        place = qt_positions(text)
        at = self._cursor_in(block)
        for marca in self._review.text.marks(parrafo, self._longest()):
            start, end = place(marca.inicio), place(marca.fin)
            if marca.clase is not Clase.FRASE and start < at <= end:
                self._written = block.blockNumber(), start, end
            elif self.reads or marca.clase is Clase.ORTOGRAFIA:
                yield start, end, self._formats[marca.clase]

    def _parrafo(self, text: str) -> Parrafo:
        return VACIO if self.is_paused else self._review.text.paragraph(text, self._value_of)

    def _cursor_in(self, block: QTextBlock) -> int:
        """Return where somebody writes in a paragraph, −1 elsewhere."""
        if not self.box.hasFocus():
            return -1
        return self.box.textCursor().position() - block.position()

    def _on_moved(self) -> None:
        """Mark a word that was being written, once the cursor left it."""
        number, start, end = self._written
        if number < 0:
            return
        block = self.box.document().findBlockByNumber(number)
        if not start < self._cursor_in(block) <= end:
            self._written = -1, -1, -1
            self.editor.change_looks(lambda: self._look.rehighlightBlock(block))

    def _on_learned(self, words: frozenset[str] | None) -> None:
        """Mark anew the paragraphs that hold some of the words, or all of them."""
        if self.is_paused or words == frozenset():
            return
        self._waiting = [
            block.blockNumber()
            for block, parrafo in self._blocks()
            if words is None or any(palabra.texto in words for palabra in parrafo.palabras)
        ]
        if self._waiting:
            self._slices.start()

    def _mark_some(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        document = self.box.document()
        while self._waiting and perf_counter() < end:
            block = document.findBlockByNumber(self._waiting.pop())
            if block.isValid():
                self._look.rehighlightBlock(block)
        if self._waiting:
            self._slices.start()

    # What there is

    def _blocks(self) -> Iterator[tuple[QTextBlock, Parrafo]]:
        block = self.box.document().begin()
        while block.isValid():
            yield block, self._parrafo(block.text())
            block = block.next()

    def parrafos(self) -> list[Parrafo]:
        """Return the paragraphs taken apart; none of a text that is too long."""
        return [] if self.is_paused else [parrafo for _, parrafo in self._blocks()]

    def wrong(self) -> int:
        """Return how many words no dictionary knows."""
        return sum(len(self._review.text.wrong(parrafo)) for parrafo in self.parrafos())

    def next_wrong(self, after: int) -> QTextCursor | None:
        """Return the first misspelled word that begins at ``after`` (a position of Qt's) or later, selected."""
        for block, parrafo in () if self.is_paused else self._blocks():
            if block.position() + block.length() <= after:
                continue
            place = qt_positions(block.text())
            for palabra in self._review.text.wrong(parrafo):
                if block.position() + place(palabra.inicio) >= after:
                    return self._selected(block, palabra)
        return None

    def long_sentence(self) -> QTextCursor | None:
        """Return the first long sentence, selected."""
        longest = self._longest()
        found = ((block, frase) for block, p in self._blocks() for frase in p.frases if frase.palabras > longest)
        return next((self._selected(block, frase) for block, frase in found), None)

    def word_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """Return the misspelled word where a cursor is, selected."""
        block, place = cursor.block(), qt_positions(cursor.block().text())
        for palabra in self._review.text.wrong(self._parrafo(block.text())):
            if place(palabra.inicio) <= cursor.positionInBlock() <= place(palabra.fin):
                return self._selected(block, palabra)
        return None

    def _selected(self, block: QTextBlock, what: Palabra | Frase) -> QTextCursor:
        place = qt_positions(block.text())
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + place(what.inicio))
        cursor.setPosition(block.position() + place(what.fin), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # What the desk asks

    @property
    def watched(self) -> tuple[QWidget, ...]:
        """Return what asks for the menu of a word."""
        return self.box, self.box.viewport()

    @property
    def is_read_only(self) -> bool:
        """Tell whether nothing may be mended."""
        return self.box.isReadOnly()

    def after_selection(self) -> int:
        """Return where the search for the next word goes on."""
        return self.box.textCursor().selectionEnd()

    def word_here(self) -> QTextCursor | None:
        """Return the misspelled word where the cursor is, selected."""
        return self.word_at(self.box.textCursor())

    def word_under(self, place: QPoint) -> QTextCursor | None:
        """Return the misspelled word at a point of the text, selected."""
        return self.word_at(self.box.cursorForPosition(place))

    def select(self, word: QTextCursor) -> None:
        """Go to a word."""
        self.box.setFocus()
        self.box.setTextCursor(word)

    def below(self, word: QTextCursor) -> QPoint:
        """Return the point of the screen below a word."""
        return self.box.viewport().mapToGlobal(self.box.cursorRect(word).bottomLeft())

    def text_of(self, word: QTextCursor) -> str:
        """Return the letters of a word."""
        return word.selectedText()

    def standard_menu(self) -> QMenu:
        """Return the menu of the text."""
        editor = self.editor
        return editor.context_menu() if isinstance(editor, RichTextEditor) else self.box.createStandardContextMenu()

    def replace(self, word: QTextCursor, text: str) -> None:
        """Write one word for another, which can be undone, and stay after it."""
        if self.is_read_only or not word.hasSelection():
            return
        word.insertText(text, word.charFormat())
        self.box.setTextCursor(word)

    # What is told

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what a mark is about, where the pointer rests on one; mark the last word when the text is left."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tell(event.pos(), event.globalPos())
        if event.type() == QEvent.Type.FocusOut and watched is self.box:
            QTimer.singleShot(0, self, self._on_moved)  # once the box knows that it lost the focus
        return super().eventFilter(watched, event)

    def _tell(self, place: QPoint, on_screen: QPoint) -> bool:
        told = self.told_at(self.box.cursorForPosition(place))
        if told:
            QToolTip.showText(on_screen, plain_tip(told), self.box)
        return bool(told)

    def told_at(self, cursor: QTextCursor) -> str:
        """Return what the marks where a cursor is are about, the most particular first; empty without any."""
        text = cursor.block().text()
        at = python_position(text, cursor.positionInBlock())
        marks: list[Marca] = self._review.text.marks(self._parrafo(text), self._longest())
        shown = [m for m in marks if m.inicio <= at <= m.fin and (self.reads or m.clase is Clase.ORTOGRAFIA)]
        return "\n".join(marca.texto for marca in reversed(shown))
