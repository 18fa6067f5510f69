"""Paints the cells of the coverage, in the table and in the picture that is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from promueve_gui.domain.texto import contado
from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from promueve_gui.application.coverage import Renglon
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.plan.coverage_model import CoverageModel, Index
    from promueve_gui.gui.theme import Colores

CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
SMALL = 12
MOST_ROWS = 60  # of a picture: more could not be read in a letter
NAME_SHARE = 0.3
HEAD, ROW = 64.0, 26.0


def paint_cell(painter: QPainter, box: QRectF, text: str, colores: Colores, *, gap: bool, total: bool) -> None:
    """Paint one cell: a number on a soft ground, a gap with its word and a broken frame, or a dash."""
    inner = box.adjusted(3, 3, -3, -3)
    filled = text.isdigit() and text != "0"
    if gap:
        painter.setPen(QPen(QColor(colores.atencion), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colores.atencion_suave))
        painter.drawRoundedRect(inner, 4, 4)
    elif filled and not total:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colores.bien_suave))
        painter.drawRoundedRect(inner, 4, 4)
    ink = colores.atencion if gap else colores.bien if filled and not total else colores.secundario
    painter.setPen(QColor(colores.texto if total and filled else ink))
    font = QFont(painter.font())
    font.setPixelSize(SMALL)
    font.setWeight(QFont.Weight.DemiBold if filled else QFont.Weight.Normal)
    painter.setFont(font)
    said = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, CENTRE, said)


class CoverageDelegate(QStyledItemDelegate):
    """Paints the cells of the table; the one with the cursor has a frame."""

    def __init__(self, context: Context, model: CoverageModel) -> None:
        """Take colours and the table."""
        super().__init__()
        self._context, self._model = context, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        c = self._context.colores
        row, column = self._model.row_at(index), index.column()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(c.seleccion))
        painter.setPen(QColor(c.linea))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        total = column == len(row.celdas)
        text, gap = self._model.text(row, column), self._model.is_gap(row, column)
        paint_cell(painter, QRectF(option.rect), text, c, gap=gap, total=total)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.acento), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()


class CoverageDrawing:
    """The rows that are shown, as a picture to be saved: the first of them when they are too many."""

    def __init__(self, model: CoverageModel) -> None:
        """Take what the table shows now."""
        self._model = model
        self._rows: Sequence[Renglon] = tuple(model.shown()[:MOST_ROWS])
        self._columns = len(model.columns()) + 1

    def height_for(self, width: float) -> float:
        """Return how tall it is."""
        del width
        return HEAD + ROW * max(len(self._rows), 1)

    def paint(self, painter: QPainter, width: float, height: float, colores: Colores) -> None:
        """Paint headings, names and cells."""
        del height
        names = width * NAME_SHARE
        across = (width - names) / self._columns
        font = QFont(painter.font())
        font.setPixelSize(SMALL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column in range(self._columns):
            painter.setFont(font)
            painter.setPen(QColor(colores.texto))
            box = QRectF(names + column * across, 0, across, HEAD)
            painter.drawText(
                box.adjusted(2, 0, -2, 0), CENTRE | int(Qt.TextFlag.TextWordWrap), self._model.heading(column)
            )
        for place, row in enumerate(self._rows):
            top = HEAD + place * ROW
            painter.setFont(font)
            painter.setPen(QColor(colores.texto))
            name = QFontMetricsF(font).elidedText(self._model.name(row), Qt.TextElideMode.ElideRight, names - GRID)
            painter.drawText(QRectF(0, top, names - GRID, ROW), LEFT, name)
            for column in range(self._columns):
                box = QRectF(names + column * across, top, across, ROW)
                gap, total = self._model.is_gap(row, column), column == self._columns - 1
                paint_cell(painter, box, self._model.text(row, column), colores, gap=gap, total=total)

    def said(self) -> str:
        """Return in words what it shows."""
        lacking = [row.titulo for row in self._rows if row.hueco]
        rows = contado(len(self._rows), "renglón", "renglones")
        if not lacking:
            return f"{rows}; todo lo prioritario tiene alguna actividad."
        return f"{rows}; sin actividad: {'; '.join(lacking)}."
