"""Walks the misspelled words of a form by keyboard, and offers what may have been meant: F7, Ctrl+. and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QKeySequence, QShortcut
from shiboken6 import isValid

from promueve_gui.gui.widgets.tips import plain_caption

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu, QScrollArea, QWidget

    from promueve_gui.gui.pasos.contenidos.live_review import LiveReview

W = TypeVar("W")
NEXT_KEY, HERE_KEY = "F7", "Ctrl+."
SEARCHING, NONE = "Buscando sugerencias…", "Sin sugerencias"
PERSONAL, INSTITUTIONAL = "Agregar a mi diccionario", "Agregar al de la institución"
IGNORE = "Ignorar en este texto"
PAUSED = "Hay un texto o un párrafo demasiado largo: su ortografía y su lectura no se marcan hasta que lo acorte."


class Marks(Protocol[W]):
    """What is known of the words of one text; ``W`` is how it names one of them."""

    @property
    def box(self) -> QWidget:
        """Return the widget that has the text."""
        ...

    @property
    def editor(self) -> QWidget:
        """Return the editor of the field."""
        ...

    @property
    def watched(self) -> tuple[QWidget, ...]:
        """Return what asks for the menu of a word."""
        ...

    @property
    def is_read_only(self) -> bool:
        """Tell whether nothing may be mended."""
        ...

    @property
    def leaves_out(self) -> bool:
        """Tell whether a part is too long to be marked."""
        ...

    def wrong(self) -> int:
        """Return how many words no dictionary knows."""
        ...

    def after_selection(self) -> int:
        """Return where the search for the next word goes on."""
        ...

    def next_wrong(self, after: int) -> W | None:
        """Return the first misspelled word at a place or later."""
        ...

    def word_here(self) -> W | None:
        """Return the misspelled word where the cursor is."""
        ...

    def word_under(self, place: QPoint) -> W | None:
        """Return the misspelled word at a point."""
        ...

    def select(self, word: W) -> None:
        """Go to a word."""
        ...

    def below(self, word: W) -> QPoint:
        """Return the point of the screen below a word."""
        ...

    def text_of(self, word: W) -> str:
        """Return the letters of a word."""
        ...

    def standard_menu(self) -> QMenu:
        """Return the menu of the text."""
        ...

    def replace(self, word: W, text: str) -> None:
        """Write one word for another."""
        ...


class SpellingDesk(QObject):
    """Serves the texts of one form, in their order."""

    def __init__(self, form: QScrollArea, marks: Iterable[Marks[Any]], review: LiveReview) -> None:
        """Take the texts; the keys work wherever the cursor is in the form."""
        super().__init__(form)
        self._form, self._marks, self._review = form, tuple(marks), review
        self.menu: QMenu | None = None  # the last one shown
        for keys, slot in ((NEXT_KEY, self.go_on), (HERE_KEY, self.open_here)):
            shortcut = QShortcut(QKeySequence(keys), form)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        for one in self._marks:
            for widget in one.watched:
                widget.installEventFilter(self)

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
                one.select(found)
                self._form.ensureWidgetVisible(one.editor)
                self._open(one, found)
                return True
        return False

    def open_here(self) -> None:
        """Offer what may have been meant by the word where the cursor is."""
        one = self._focused()
        found = None if one is None else one.word_here()
        if one is not None and found is not None:
            self._open(one, found)

    def _turns(self) -> Iterator[tuple[Marks[Any], int]]:
        """Yield the texts from where the cursor is on, and round again from the first."""
        focused = self._focused()
        if focused is not None:
            yield focused, focused.after_selection()
            place = self._marks.index(focused) + 1
            for one in (*self._marks[place:], *self._marks[:place]):
                yield one, 0
        else:
            for one in self._marks:
                yield one, 0

    def _focused(self) -> Marks[Any] | None:
        return next((one for one in self._marks if one.box.hasFocus()), None)

    # Menus

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put suggestions into the menu of a text when it is asked for on a misspelled word."""
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            one = next(one for one in self._marks if watched in one.watched)
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            found = one.word_under(event.pos()) if by_mouse else one.word_here()
            if found is not None:
                self._open(one, found, event.globalPos() if by_mouse else None)
                return True
        return super().eventFilter(watched, event)

    def _open(self, one: Marks[W], word: W, place: QPoint | None = None) -> None:
        if self.menu is not None and isValid(self.menu):
            self.menu.close()  # the keys are heard while it is open, too
        self.menu = menu = self._menu(one, word)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place or one.below(word))

    def _menu(self, one: Marks[W], word: W) -> QMenu:
        """Return the menu of a text with what concerns one word of it at the top."""
        text, menu = one.text_of(word), one.standard_menu()
        menu.setParent(one.editor, menu.windowFlags())
        first = menu.actions()[0]
        searching = QAction(SEARCHING, menu, enabled=False)
        own = [QAction(caption, menu) for caption in (PERSONAL, INSTITUTIONAL, IGNORE)]
        own[0].triggered.connect(lambda: self._add_personal(text))
        own[1].triggered.connect(lambda: self._review.add_institutional(text))
        own[1].setEnabled(not one.is_read_only)
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


def keep_on_screen(menu: QMenu) -> None:
    """Move a menu that has grown up, as far as its end is seen; Qt sees to it only when a menu opens."""
    screen = menu.screen().availableGeometry()
    over = menu.y() + menu.sizeHint().height() - screen.bottom() - 1
    if over > 0:
        menu.move(menu.x(), max(menu.y() - over, screen.top()))


def _fill(menu: QMenu, searching: QAction, one: Marks[W], word: W, found: tuple[str, ...]) -> None:
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
        action.setEnabled(not one.is_read_only)
        action.triggered.connect(lambda _=False, text=suggestion: one.replace(word, text))
        menu.insertAction(searching, action)
    menu.removeAction(searching)
    keep_on_screen(menu)
    menu.setActiveAction(menu.actions()[0])
