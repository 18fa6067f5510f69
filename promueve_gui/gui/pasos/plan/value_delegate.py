"""Paints the value matrix: boxes with a tick, the sign of what is proposed, and which datasets go first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle

from promueve_gui.domain.conjuntos import CRITERIOS
from promueve_gui.gui.pasos.plan.value_model import PROPOSED, TAKE_BACK, merits
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.record_delegate import RecordDelegate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from promueve_gui.domain.conjuntos import ConjuntoDatos
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.models.record_table import Index
    from promueve_gui.gui.pasos.plan.value_model import ValueModel
    from promueve_gui.gui.project import Project

BOX = 16
MARGIN = 6
SMALL, SMALLEST = 11, 10
MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def box_of(cell: QRect) -> QRect:
    """Return where the box of a cell is."""
    return QRect(cell.left() + MARGIN, cell.center().y() - BOX // 2 + 1, BOX, BOX)


class ValueDelegate(RecordDelegate):
    """Paints the cells of a ``ValueModel``."""

    def __init__(self, context: Context, project: Project, model: ValueModel) -> None:
        """Take colours and the table that knows what is proposed."""
        super().__init__(context, project)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        nombre = self._model.columns[index.column()]
        if nombre in CRITERIOS:
            self._paint_ground(painter, option)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_mark(painter, option.rect, index, nombre)
            if option.state & QStyle.StateFlag.State_HasFocus:
                self._paint_cursor(painter, option.rect)
            painter.restore()
        elif nombre == "nombre":
            self._paint_ground(painter, option)
            self._paint_name(painter, option.rect, self._model.dataset(index))
        else:
            super().paint(painter, option, index)

    def _paint_mark(self, painter: QPainter, cell: QRect, index: Index, nombre: str) -> None:
        c = self._context.colores
        conjunto = self._model.dataset(index)
        if not conjunto.promovible:
            painter.setPen(QColor(c.secundario))
            painter.drawText(cell.adjusted(GRID, 0, 0, 0), MIDDLE, "—")
            return
        box, marked = box_of(cell), bool(getattr(conjunto, nombre))
        one = self._model.proposed_at(index)
        pen = QPen(QColor(c.acento if marked else c.dato if one else c.secundario), 1.5 if one else 1.0)
        if one and not marked:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(c.acento if marked else c.superficie))
        painter.drawRoundedRect(box, 3, 3)
        if marked:
            self._context.icon("check", c.sobre_acento).paint(painter, box)
        if one is not None:
            painter.setFont(_font(painter, SMALLEST))
            painter.setPen(QColor(c.dato))
            words = PROPOSED if one.valor else TAKE_BACK
            room = cell.adjusted(MARGIN + BOX + 3, 0, -1, 0)
            said = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, MIDDLE, said)

    def _paint_cursor(self, painter: QPainter, cell: QRect) -> None:
        painter.setPen(QPen(QColor(self._context.colores.acento), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 3, 3)

    def _paint_name(self, painter: QPainter, cell: QRect, conjunto: ConjuntoDatos) -> None:
        c = self._context.colores
        said = merits(conjunto)
        room = cell.adjusted(GRID, 0, -GRID // 2, 0)
        painter.save()
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if said else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(c.texto if conjunto.promovible else c.secundario))
        name = painter.fontMetrics().elidedText(conjunto.nombre, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room.adjusted(0, 0, 0, -cell.height() // 3) if said else room, MIDDLE, name)
        if said:
            painter.setFont(_font(painter, SMALL))
            painter.setPen(QColor(c.acento))
            painter.drawText(room.adjusted(0, cell.height() // 2, 0, -2), MIDDLE, said)
        painter.restore()


def _font(painter: QPainter, pixels: int) -> QFont:
    made = QFont(painter.font())
    made.setWeight(QFont.Weight.Normal)
    made.setPixelSize(pixels)
    return made
