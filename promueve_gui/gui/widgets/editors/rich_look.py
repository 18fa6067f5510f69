"""How a rich text looks: headings, links and merge fields, put over the document without being part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontInfo, QSyntaxHighlighter, QTextCharFormat, QTextFormat

from promueve_gui.domain.campos_combinados import lugares
from promueve_gui.gui.widgets.editors.rich_document import fragments

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from promueve_gui.gui.theme import Colores

HEADING = 1.15  # times the size of the text
LAST_PLAIN = "\uffff"  # past it, Qt counts two where Python counts one


class RichLook(QSyntaxHighlighter):
    """Follows one document. A link is underlined, a field stands on a ground of its own: colour is never alone."""

    def __init__(self, document: QTextDocument, colores: Colores) -> None:
        """Take the document and the colours."""
        super().__init__(document)
        self._link, self._field, self._heading = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        self.set_colours(colores)

    def set_colours(self, colores: Colores) -> None:
        """Take other colours; what is shown already takes them with ``rehighlight``."""
        self._link.setForeground(QColor(colores.dato))
        self._link.setFontUnderline(True)
        self._field.setForeground(QColor(colores.dato))
        self._field.setBackground(QColor(colores.dato_suave))
        self._heading.setFontWeight(QFont.Weight.DemiBold)

    def highlightBlock(self, text: str) -> None:
        """Show one paragraph."""
        block = self.currentBlock()
        if block.blockFormat().headingLevel():
            size = round(QFontInfo(block.document().defaultFont()).pixelSize() * HEADING)
            self._heading.setProperty(QTextFormat.Property.FontPixelSize, size)
            self.setFormat(0, block.length(), self._heading)
        for fragment in fragments(block):
            if fragment.charFormat().isAnchor():
                self._lay(self._link, fragment.position() - block.position(), fragment.length())
        if "{" in text:
            for start, end in lugares(text):
                first = qt_position(text, start)
                self._lay(self._field, first, qt_position(text, end) - first)

    def _lay(self, over: QTextCharFormat, start: int, count: int) -> None:
        look = QTextCharFormat(self.format(start))
        look.merge(over)
        self.setFormat(start, count, look)


def qt_position(text: str, index: int) -> int:
    """Return where Qt counts the character ``index`` of ``text``: emoji and the like are two for it."""
    return index + sum(letter > LAST_PLAIN for letter in text[:index])
