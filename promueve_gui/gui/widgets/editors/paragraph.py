"""The editor of a text of one paragraph, such as a title: it is read whole while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from promueve_gui.domain.formato import leer
from promueve_gui.gui.widgets.editors.base import leaves
from promueve_gui.gui.widgets.editors.plain_box import PlainBox
from promueve_gui.gui.widgets.editors.text import BACK_SOON, SIN_PROYECTO, LongTextEditor

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Campo, Valor

PARAGRAPH_LINES, PARAGRAPH_TALLEST = 1, 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ParagraphBox(PlainBox):
    """Wraps its one paragraph; the enter key goes on to the next field, as the tab key does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin no other paragraph."""
        if event.key() in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert the text of it, with spaces where it has breaks."""
        joined = QMimeData()
        joined.setText(" ".join(source.text().splitlines()))
        super().insertFromMimeData(joined)


class ParagraphEditor(LongTextEditor):
    """One paragraph of plain text, without spaces to spare."""

    def __init__(self, campo: Campo) -> None:
        """Make a box that grows with its text."""
        super().__init__(campo, ParagraphBox())
        self.height_keeper.set_range(PARAGRAPH_LINES, PARAGRAPH_TALLEST)

    def value(self) -> Valor:
        """Return what was typed, as its field keeps it."""
        return leer(self.campo, self.typed(), SIN_PROYECTO)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on where the text stops when the program puts the cursor here; once left, show its beginning again."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() is Qt.FocusReason.OtherFocusReason:
            self.box.moveCursor(QTextCursor.MoveOperation.End)
        elif isinstance(event, QFocusEvent) and leaves(event) and event.reason() not in BACK_SOON:
            self.box.moveCursor(QTextCursor.MoveOperation.Start)
        return super().eventFilter(watched, event)
