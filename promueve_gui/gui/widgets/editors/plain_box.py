"""The text box of plain text: what is pasted into it comes in without formats, without what cannot be read, and cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from promueve_gui.domain.enriquecido import limpio
from promueve_gui.domain.texto import compuesto, sin_cortes
from promueve_gui.gui.widgets.editors.rich_paste import CUT, LONGEST_TEXT

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


class PlainBox(QPlainTextEdit):
    """Writes lines; the tab key goes on to the next field."""

    told = Signal(str)  # a sentence about what was pasted

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setTabChangesFocus(True)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert the text of it, as far as an editor goes."""
        text = source.text()
        self.textCursor().insertText(limpio(sin_cortes(compuesto(text[:LONGEST_TEXT]))))
        self.ensureCursorVisible()
        if len(text) > LONGEST_TEXT:
            self.told.emit(CUT.format(largo=LONGEST_TEXT))
