"""Paints the marks of a comparison: round where one of a row counts, square where each counts by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from promueve_gui.gui.pasos.usuarios.duplicados.comparison_model import EXCLUSIVE
from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from promueve_gui.gui.context import Context

MARK = 16
LEFT = MARK + GRID + GRID // 2  # where the text begins
LEAST, MOST = 34, 132  # pixels that a row is high: one line, and seven of them
KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Select, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChoiceDelegate(QStyledItemDelegate):
    """A mark and a text of several lines; a click anywhere in the cell, or Space, chooses it."""

    def __init__(self, context: Context) -> None:
        """Take the colours."""
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the text takes at the width of its column."""
        width = max(option.rect.width() - LEFT - GRID, 60)
        text = str(index.data() or "")
        bounds = option.fontMetrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text)
        return QSize(option.rect.width(), min(max(bounds.height() + 2 * GRID, LEAST), MOST))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, mark and text; what does not count is paler."""
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        text, blank.text = blank.text, ""
        blank.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        mark = index.data(Qt.ItemDataRole.CheckStateRole)
        counts = mark is None or Qt.CheckState(mark) is Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark is not None:
            place = QRectF(option.rect.left() + GRID / 2, option.rect.top() + (LEAST - MARK) / 2, MARK, MARK)
            self._paint_mark(painter, place, checked=counts, round_=bool(index.data(EXCLUSIVE)))
        colours = self._context.colores
        painter.setPen(QColor(colours.texto if counts else colours.secundario))
        painter.setFont(option.font)
        room = QRectF(option.rect).adjusted(LEFT, GRID, -GRID / 2, -GRID / 4)
        painter.setClipRect(room)
        how = QTextOption()
        how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(room, text, how)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Choose the cell that is clicked, or on which a key is pressed."""
        clicked = event.type() is QEvent.Type.MouseButtonRelease
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in KEYS
        if not clicked and not pressed:
            return False
        return bool(model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole))

    def _paint_mark(self, painter: QPainter, place: QRectF, *, checked: bool, round_: bool) -> None:
        colours = self._context.colores
        painter.setPen(QPen(QColor(colours.acento if checked else colours.secundario), 1.4))
        painter.setBrush(QColor(colours.superficie))
        inside = place.adjusted(1, 1, -1, -1)
        if round_:
            painter.drawEllipse(inside)
            if checked:
                painter.setBrush(QColor(colours.acento))
                painter.drawEllipse(inside.center(), MARK / 4, MARK / 4)
            return
        painter.drawRoundedRect(inside, 3, 3)
        if checked:
            painter.setPen(QPen(QColor(colours.acento), 2.2))
            left, top, size = inside.left(), inside.top(), inside.width()
            tick = ((0.2, 0.52), (0.42, 0.74), (0.8, 0.28))
            painter.drawPolyline([QPointF(left + x * size, top + y * size) for x, y in tick])
