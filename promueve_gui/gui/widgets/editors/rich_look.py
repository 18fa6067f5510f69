"""How a rich text looks: headings, links and merge fields, put over the document without being part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontInfo, QTextCharFormat, QTextFormat

from promueve_gui.domain.campos_combinados import lugares
from promueve_gui.gui.widgets.editors.marked_look import MarkedLook, qt_position
from promueve_gui.gui.widgets.editors.rich_document import fragments

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from promueve_gui.gui.theme import Colores
    from promueve_gui.gui.widgets.editors.marked_look import Stretch

HEADING = 1.15  # times the size of the text


class RichLook(MarkedLook):
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

    def stretches(self, block: QTextBlock, text: str) -> list[Stretch]:
        """Return headings, links and fields of a paragraph."""
        found: list[Stretch] = []
        if block.blockFormat().headingLevel():
            size = round(QFontInfo(block.document().defaultFont()).pixelSize() * HEADING)
            self._heading.setProperty(QTextFormat.Property.FontPixelSize, size)
            found.append((0, block.length(), self._heading))
        for fragment in fragments(block):
            if fragment.charFormat().isAnchor():
                start = fragment.position() - block.position()
                found.append((start, start + fragment.length(), self._link))
        for start, end in lugares(text) if "{" in text else ():
            found.append((qt_position(text, start), qt_position(text, end), self._field))
        return found
