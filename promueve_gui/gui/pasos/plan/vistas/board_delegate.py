"""How a line looks as a card of the board: name, day, channel and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from promueve_gui.domain.fechas import fecha_breve
from promueve_gui.gui.pasos.plan.vistas.line_pen import LinePen
from promueve_gui.gui.pasos.plan.vistas.line_signs import marks_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.board_model import BoardModel
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 72
LINE = 18.0
PAD = 8.0


class BoardDelegate(QStyledItemDelegate):
    """Paints one card."""

    def __init__(self, desk: PlanDesk, model: BoardModel, font: QFont) -> None:
        """Take colours, font and lines."""
        super().__init__()
        self._pen = LinePen(desk.context, font)
        self._desk, self._model = desk, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card of a line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._pen
        pen.begin(painter)
        linea = self._model.line(index.row())
        card = QRectF(option.rect).adjusted(4, 3, -4, -3)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(pen.colour("seleccion" if selected else "superficie"))
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge = "acento" if current or selected else "linea"
        painter.setPen(QPen(pen.colour(edge), 2 if current else 1))
        painter.drawRoundedRect(card, 5, 5)
        inside = card.adjusted(PAD, 4, -PAD, -4)
        pen.write_lines(inside, linea.titulo_visible, pen.colour("texto"))
        second = QRectF(inside.left(), inside.bottom() - LINE, inside.width(), LINE)
        second = pen.marks(second, marks_of(linea, self._desk.lines.warning(linea)))
        pen.write(second, _beneath(linea), pen.colour("secundario"), pixels=12)
        painter.restore()


def _beneath(linea: LineaPlan) -> str:
    """Return day and channel of a line."""
    dias = [fecha_breve(dia) for dia in (linea.fecha, linea.fecha_fin) if dia is not None]
    canal = linea.canal.etiqueta if linea.canal else ""
    return " · ".join(filter(None, (" a ".join(dias) or "sin fecha", canal)))
