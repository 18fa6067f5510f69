"""What comes in the next days: date, text and kind, each with a jump to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from promueve_gui.application.review import ClaseProximo
from promueve_gui.domain.fechas import fecha_breve
from promueve_gui.gui.widgets.chip_painter import chip_width, paint_chip
from promueve_gui.gui.widgets.rows import fill, has_focus, is_selected
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.review import Proximo
    from promueve_gui.gui.context import Context

ITEM = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 32
DATE_WIDTH = 52
COLOURS = {
    ClaseProximo.ACTIVIDAD: "",
    ClaseProximo.DATO: "dato",
    ClaseProximo.VENCE: "atencion",
    ClaseProximo.EVENTO: "bien",
    ClaseProximo.COMPROMISO: "atencion",
}


class UpcomingDelegate(QStyledItemDelegate):
    """Paints one line."""

    def __init__(self, context: Context) -> None:
        """Take the colours."""
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a line."""
        del index
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint date, text and chip."""
        c = self._context.colores
        proximo: Proximo = index.data(ITEM)
        rect = option.rect
        painter.save()
        if is_selected(option, index):
            fill(painter, rect, QColor(c.seleccion))
        if has_focus(option, index):
            painter.setPen(QPen(QColor(c.acento), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        width = chip_width(painter, proximo.clase.etiqueta)
        painter.setPen(QColor(c.secundario))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRect(rect.left() + 4, rect.top(), DATE_WIDTH, rect.height()), middle, fecha_breve(proximo.fecha)
        )
        painter.setPen(QColor(c.texto))
        room = rect.width() - DATE_WIDTH - width - 14
        shown = painter.fontMetrics().elidedText(proximo.texto, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(rect.left() + DATE_WIDTH + 4, rect.top(), room, rect.height()), middle, shown)
        chip = QRect(rect.right() - width - 8, rect.top(), width + 16, rect.height())  # its margins included
        paint_chip(painter, self._context, chip, proximo.clase.etiqueta, COLOURS[proximo.clase])
        painter.setPen(QColor(c.linea))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class UpcomingList(QListWidget):
    """The next days."""

    jump_asked = Signal(str, str, str)

    def __init__(self, context: Context) -> None:
        """Start empty."""
        super().__init__()
        self.setAccessibleName("Próximos 15 días")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("proximos")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: Sequence[Proximo] | None = None
        self._delegate = UpcomingDelegate(context)
        self.setItemDelegate(self._delegate)
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)

    def show_items(self, items: Sequence[Proximo]) -> None:
        """Show what comes, or that nothing does."""
        if items == self._items:
            return
        self._items = items
        self.setItemDelegate(self._delegate if items else QStyledItemDelegate(self))
        self.clear()
        for proximo in items:
            text = f"{fecha_breve(proximo.fecha)} {proximo.texto}, {proximo.clase.etiqueta}"
            item = QListWidgetItem(text)
            item.setData(ITEM, proximo)
            item.setToolTip(plain_tip(text))
            self.addItem(item)
        if not items:
            nothing = QListWidgetItem("No hay fechas próximas.")
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(nothing)

    def _go(self, item: QListWidgetItem) -> None:
        proximo: Proximo | None = item.data(ITEM)
        if proximo is not None:
            self.jump_asked.emit(proximo.entidad, proximo.id, "")
