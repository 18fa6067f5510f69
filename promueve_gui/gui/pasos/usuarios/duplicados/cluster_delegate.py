"""How the tree of clusters looks: a name and, beneath it, how many groups and how alike, or of which area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from promueve_gui.gui.pasos.usuarios.duplicados.clusters_model import SUMMARY
from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context

ROW_HEIGHT = 44
FIRST_LINE, SECOND_LINE = 18, 36  # where the lines stand, from the top
SMALL = 12


class ClusterDelegate(QStyledItemDelegate):
    """Paints two lines for each row."""

    def __init__(self, context: Context) -> None:
        """Take the colours."""
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for two lines."""
        return QSize(0, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint both lines."""
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        title, blank.text = blank.text, ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        small = QFont(option.font)
        small.setPixelSize(SMALL)
        colours = self._context.colores
        left, room = option.rect.left() + GRID // 2, option.rect.width() - GRID
        painter.save()
        for text, font, colour, line in (
            (title, option.font, colours.texto, FIRST_LINE),
            (str(index.data(SUMMARY)), small, colours.secundario, SECOND_LINE),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(left, option.rect.top() + line, shown)
        painter.restore()
