"""Walks the misspelled words of a form by keyboard, and offers what may have been meant: F7, Ctrl+. and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QKeySequence, QShortcut
from shiboken6 import isValid

from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from promueve_gui.gui.widgets.tips import plain_caption

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QMenu, QScrollArea

    from promueve_gui.gui.pasos.contenidos.live_review import LiveReview
    from promueve_gui.gui.pasos.contenidos.text_marks import TextMarks

NEXT_KEY, HERE_KEY = "F7", "Ctrl+."
SEARCHING, NONE = "Buscando sugerencias…", "Sin sugerencias"
PERSONAL, INSTITUTIONAL = "Agregar a mi diccionario", "Agregar al de la institución"
IGNORE = "Ignorar en este texto"
PAUSED = "Hay un texto o un párrafo demasiado largo: su ortografía y su lectura no se marcan hasta que lo acorte."


class SpellingDesk(QObject):
    """Serves the texts of one form, in their order."""

    def __init__(self, form: QScrollArea, marks: Mapping[str, TextMarks], review: LiveReview) -> None:
        """Take the texts; the keys work wherever the cursor is in the form."""
        super().__init__(form)
        self._form, self._marks, self._review = form, tuple(marks.values()), review
        self.menu: QMenu | None = None  # the last one shown
        for keys, slot in ((NEXT_KEY, self.go_on), (HERE_KEY, self.open_here)):
            shortcut = QShortcut(QKeySequence(keys), form)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        for one in self._marks:
            one.box.installEventFilter(self)
            one.box.viewport().installEventFilter(self)

    def wrong(self) -> int:
        """Return how many words of the form no dictionary knows."""
        return sum(one.wrong() for one in self._marks)

    @property
    def sentence(self) -> str:
        """Return why a text of the form is not marked; empty when all are."""
        return PAUSED if any(one.leaves_out for one in self._marks) else ""

    def go_on(self) -> bool:
        """Select the next misspelled word, go to it and offer its suggestions; false when there is none."""
        for one, after in self._turns():
            found = one.next_wrong(after)
            if found is not None:
                one.box.setFocus()
                one.box.setTextCursor(found)
                self._form.ensureWidgetVisible(one.editor)
                self._open(one, found)
                return True
        return False

    def open_here(self) -> None:
        """Offer what may have been meant by the word where the cursor is."""
        one = self._focused()
        found = None if one is None else one.word_at(one.box.textCursor())
        if one is not None and found is not None:
            self._open(one, found)

    def _turns(self) -> Iterator[tuple[TextMarks, int]]:
        """Yield the texts from where the cursor is on, and round again from the first."""
        focused = self._focused()
        if focused is not None:
            yield focused, focused.box.textCursor().selectionEnd()
            place = self._marks.index(focused) + 1
            for one in (*self._marks[place:], *self._marks[:place]):
                yield one, 0
        else:
            for one in self._marks:
                yield one, 0

    def _focused(self) -> TextMarks | None:
        return next((one for one in self._marks if one.box.hasFocus()), None)

    # Menus

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put suggestions into the menu of a text when it is asked for on a misspelled word."""
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            one = next(one for one in self._marks if watched in (one.box, one.box.viewport()))
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            cursor = one.box.cursorForPosition(event.pos()) if by_mouse else one.box.textCursor()
            found = one.word_at(cursor)
            if found is not None:
                self._open(one, found, event.globalPos() if by_mouse else None)
                return True
        return super().eventFilter(watched, event)

    def _open(self, one: TextMarks, word: QTextCursor, place: QPoint | None = None) -> None:
        self.menu = menu = self._menu(one, word)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place or one.box.viewport().mapToGlobal(one.box.cursorRect(word).bottomLeft()))

    def _menu(self, one: TextMarks, word: QTextCursor) -> QMenu:
        """Return the menu of a text with what concerns one word of it at the top."""
        editor, text = one.editor, word.selectedText()
        menu = editor.context_menu() if isinstance(editor, RichTextEditor) else one.box.createStandardContextMenu()
        menu.setParent(editor, menu.windowFlags())
        first = menu.actions()[0]
        searching = QAction(SEARCHING, menu, enabled=False)
        own = [QAction(caption, menu) for caption in (PERSONAL, INSTITUTIONAL, IGNORE)]
        own[0].triggered.connect(lambda: self._add_personal(text))
        own[1].triggered.connect(lambda: self._review.add_institutional(text))
        own[1].setEnabled(not one.box.isReadOnly())
        own[2].triggered.connect(lambda: self._review.ignore(text))
        menu.insertActions(first, [searching, *own])
        menu.insertSeparator(own[0])
        menu.insertSeparator(first)
        self._review.suggest(text, lambda found: _fill(menu, searching, one, word, found))
        return menu

    def _add_personal(self, word: str) -> None:
        sentence = self._review.add_personal(word)
        if sentence:
            self._review.told.emit(sentence)


def _fill(menu: QMenu, searching: QAction, one: TextMarks, word: QTextCursor, found: tuple[str, ...]) -> None:
    """Put suggestions where the menu said that it looks for them, unless it was closed meanwhile."""
    if not isValid(menu):
        return
    if not found:
        searching.setText(NONE)
        return
    bold = QFont(menu.font())
    bold.setBold(True)
    for suggestion in found:
        action = QAction(plain_caption(suggestion), menu)
        action.setFont(bold)
        action.setEnabled(not one.box.isReadOnly())
        action.triggered.connect(lambda _=False, text=suggestion: _replace(one, word, text))
        menu.insertAction(searching, action)
    menu.removeAction(searching)
    menu.setActiveAction(menu.actions()[0])


def _replace(one: TextMarks, word: QTextCursor, text: str) -> None:
    """Write one word for another, which can be undone, and stay after it."""
    if one.box.isReadOnly() or not word.hasSelection():
        return
    word.insertText(text, word.charFormat())
    one.box.setTextCursor(word)
