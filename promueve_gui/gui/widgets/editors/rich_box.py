"""The text box of rich text: keys of the formats, clean pasting, lists that go on, fields that tell their value."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from promueve_gui.domain.campos_combinados import lugares
from promueve_gui.domain.enriquecido import Clase, Tramo
from promueve_gui.gui.widgets.editors import rich_paste
from promueve_gui.gui.widgets.editors.marked_look import qt_position
from promueve_gui.gui.widgets.editors.rich_document import STYLES, char_format, insert, join_lists, kind_of, set_kind
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QMimeData

    from promueve_gui.domain.enriquecido import Bloque

NO_VALUE = "Todavía no tiene valor en este contenido."
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOLD, ITALICS, LINK = "negrita", "cursiva", "liga"
BULLETS, NUMBERS, HEADING, DATA = "lista", "numerada", "subtitulo", "datos"
KEYS: Mapping[str, QKeyCombination] = MappingProxyType(
    {
        BOLD: QKeyCombination(_CONTROL, Qt.Key.Key_B),
        ITALICS: QKeyCombination(_CONTROL, Qt.Key.Key_I),
        LINK: QKeyCombination(_CONTROL | _SHIFT, Qt.Key.Key_L),
        BULLETS: QKeyCombination(_CONTROL | _SHIFT, Qt.Key.Key_B),
        NUMBERS: QKeyCombination(_CONTROL | _SHIFT, Qt.Key.Key_N),
        HEADING: QKeyCombination(_CONTROL | _SHIFT, Qt.Key.Key_T),
        DATA: QKeyCombination(_CONTROL | _SHIFT, Qt.Key.Key_D),
    }
)
KINDS: Mapping[str, Clase] = MappingProxyType({BULLETS: Clase.VINETA, NUMBERS: Clase.NUMERO, HEADING: Clase.TITULO})
# What begins a list when a space follows it, alone in its paragraph: as everybody writes lists in Word.
BEGINNINGS: Mapping[str, Clase] = MappingProxyType(
    {"-": Clase.VINETA, "*": Clase.VINETA, "•": Clase.VINETA, "1.": Clase.NUMERO}
)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RichBox(QTextEdit):
    """Writes paragraphs, headings and lists; the tab key goes on to the next field."""

    asked = Signal(str)  # a format that needs an answer first: an address, or which datum
    told = Signal(str)  # a sentence about what was pasted

    def __init__(self) -> None:
        """Start empty, with a document that fetches nothing."""
        super().__init__()
        document = rich_paste.SealedDocument(self)
        document.setDefaultFont(self.font())
        self.setDocument(document)
        self.setTabChangesFocus(True)
        self.value_of: Callable[[str], str] = str  # what a merge field stands for; itself while that is not known

    # Formats

    def apply(self, action: str) -> None:
        """Switch a format of what is selected, or of what is typed from here on."""
        if self.isReadOnly():
            return
        if action == BOLD:
            weight = QFont.Weight.Normal if self.is_on(BOLD) else QFont.Weight.Bold
            look = QTextCharFormat()
            look.setFontWeight(weight)
            self.mergeCurrentCharFormat(look)
        elif action == ITALICS:
            self.setFontItalic(not self.fontItalic())
        elif action in KINDS:
            self._switch_kind(KINDS[action])
        else:
            self.asked.emit(action)

    def is_on(self, action: str) -> bool:
        """Tell whether a format is in force where the cursor is."""
        if action == BOLD:
            return self.fontWeight() > QFont.Weight.Medium
        if action == ITALICS:
            return self.fontItalic()
        if action == LINK:
            return self.currentCharFormat().isAnchor()
        return action in KINDS and kind_of(self.textCursor().block()) is KINDS[action]

    def _switch_kind(self, clase: Clase) -> None:
        cursor = self.textCursor()
        document, document_end = self.document(), max(cursor.selectionStart(), cursor.selectionEnd())
        wanted = Clase.PARRAFO if kind_of(cursor.block()) is clase else clase
        block = document.findBlock(cursor.selectionStart())
        cursor.beginEditBlock()
        while block.isValid() and block.position() <= document_end:
            set_kind(QTextCursor(block), wanted)
            block = block.next()
        cursor.endEditBlock()
        join_lists(document)

    # Links and fields

    def link(self) -> tuple[QTextCursor, str]:
        """Return the words that a link is to be put on, the whole of the link where the cursor is, and its address."""
        cursor = self.textCursor()
        address = cursor.charFormat().anchorHref()
        first_line = self.document().findBlock(cursor.selectionStart())
        if cursor.selectionEnd() >= first_line.position() + first_line.length():  # a link is of one line
            cursor.setPosition(cursor.selectionStart())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if not cursor.hasSelection() and address:
            place = cursor.position()
            first = last = place
            while first > cursor.block().position() and self._address_at(first) == address:
                first -= 1
            while self._address_at(last + 1) == address and last < cursor.block().position() + cursor.block().length():
                last += 1
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor, address

    def _address_at(self, place: int) -> str:
        """Return where the character before ``place`` leads."""
        probe = QTextCursor(self.document())
        probe.setPosition(min(place, self.document().characterCount() - 1))
        return probe.charFormat().anchorHref()

    def set_link(self, cursor: QTextCursor, text: str, address: str) -> None:
        """Make what the cursor selects a link that says ``text``; without address, text."""
        look = QTextCharFormat(cursor.charFormat())
        look.setAnchor(bool(address))
        look.setAnchorHref(address)
        if not address:
            look.clearProperty(look.Property.AnchorHref)
        cursor.beginEditBlock()
        if text == cursor.selectedText():
            cursor.mergeCharFormat(look)
        else:
            cursor.insertText(text, look)
        cursor.endEditBlock()
        after = QTextCursor(self.document())
        after.setPosition(max(cursor.position(), cursor.anchor()))
        self.setTextCursor(after)

    def insert_blocks(self, bloques: Sequence[Bloque]) -> None:
        """Insert blocks in place of what is selected."""
        if bloques and not self.isReadOnly():
            insert(self.textCursor(), bloques)
            join_lists(self.document())
            self.ensureCursorVisible()

    def insert_field(self, mark: str) -> None:
        """Insert a merge field."""
        cursor = self.textCursor()
        look = QTextCharFormat(cursor.charFormat())
        cursor.insertText(mark, look)

    # What comes from outside

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether something of it comes in."""
        return rich_paste.takes(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected, as others read it and as we do."""
        return rich_paste.copied(self.textCursor().selection())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what comes in, clean; after a whole line, what stood behind it begins another."""
        found = rich_paste.pasted(source)
        self.insert_blocks(found.bloques)
        cursor = self.textCursor()
        if found.bloques and source.text().endswith(("\n", "\r")) and not cursor.atBlockEnd():
            cursor.joinPreviousEditBlock()
            cursor.insertBlock()
            cursor.endEditBlock()
        if found.aviso:
            self.told.emit(found.aviso)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Take the keys of the formats before the menus of the window do; tell the value of a field."""
        overriding = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and overriding and event.keyCombination() in KEYS.values():
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what stands under the pointer: what a field is filled in with, where a link leads."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(self.cursorForPosition(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, cursor: QTextCursor) -> str:
        """Return what is to be known of the place of a cursor; empty for nothing."""
        text, place = cursor.block().text(), cursor.positionInBlock()
        for start, end in lugares(text):
            if qt_position(text, start) <= place <= qt_position(text, end):
                mark = text[start:end]
                value = self.value_of(mark)
                return NO_VALUE if value == mark else value
        return cursor.charFormat().anchorHref()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Switch formats, go on with lists and leave them; everything else is Qt's."""
        asked = next((name for name, keys in KEYS.items() if event.keyCombination() == keys), "")
        if asked:
            self.apply(asked)
        elif self.isReadOnly() or not self._handled(event):
            self._leave_link(event)
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        clase, start = kind_of(cursor.block()), cursor.atBlockStart() and not cursor.hasSelection()
        if event.text() == " " and clase is Clase.PARRAFO and cursor.block().text() in BEGINNINGS:
            return self._begin_list(cursor)
        leaves = event.key() == Qt.Key.Key_Backspace and start and clase is not Clase.PARRAFO
        if event.key() in _ENTER and not event.modifiers() & _CONTROL:
            if clase in STYLES and not cursor.block().text():
                leaves = True
            else:
                return self._new_paragraph(cursor, clase)
        if leaves:
            set_kind(cursor, Clase.PARRAFO)
        return leaves

    def _begin_list(self, cursor: QTextCursor) -> bool:
        """Make an item of a paragraph that is only the sign of one; undone, the sign is what was meant."""
        if not cursor.atBlockEnd() or cursor.hasSelection():
            return False
        clase = BEGINNINGS[cursor.block().text()]
        cursor.insertText(" ")
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        set_kind(cursor, clase)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        join_lists(self.document())
        return True

    def _new_paragraph(self, cursor: QTextCursor, clase: Clase) -> bool:
        """Begin another paragraph: after a heading, an ordinary one. A line break alone is none of our formats."""
        cursor.beginEditBlock()
        ends = cursor.atBlockEnd()
        cursor.insertBlock()
        if clase is Clase.TITULO and ends:
            set_kind(cursor, Clase.PARRAFO)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _leave_link(self, event: QKeyEvent) -> None:
        """Write after a link, not on in it."""
        cursor = self.textCursor()
        if not event.text() or not event.text().isprintable() or not cursor.charFormat().isAnchor():
            return
        goes_on = self._address_at(cursor.position() + 1) == cursor.charFormat().anchorHref()
        if cursor.atBlockEnd() or not (goes_on or cursor.hasSelection()):
            self.setCurrentCharFormat(char_format(Tramo("", self.is_on(BOLD), self.fontItalic())))
