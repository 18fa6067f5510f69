"""Paints a short text as a chip, for those who paint their own cells: tables, and the first page without a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context

CHIP_HEIGHT = 20


def chip_width(painter: QPainter, text: str) -> int:
    """Return how wide the chip of ``text`` is, its margins included."""
    font = QFont(painter.font())
    font.setPixelSize(12)
    return QFontMetrics(font).horizontalAdvance(text) + 2 * GRID + 4


def paint_chip(painter: QPainter, context: Context, rect: QRect, text: str, colour: str) -> None:
    """Paint a rounded label at the left of ``rect``; ``colour`` names a pair of ``Colores``, or nothing for grey."""
    c = context.colores
    ink = QColor(getattr(c, colour) if colour else c.secundario)
    ground = QColor(getattr(c, f"{colour}_suave") if colour else c.fondo)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = painter.font()
    font.setPixelSize(12)
    painter.setFont(font)
    room = rect.width() - 2 * GRID
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room - 2 * GRID)
    width = min(room, painter.fontMetrics().horizontalAdvance(shown) + 2 * GRID)
    chip = QRect(rect.left() + GRID, rect.center().y() - CHIP_HEIGHT // 2 + 1, width, CHIP_HEIGHT)
    line = QColor(ink)
    line.setAlpha(90)
    painter.setPen(QPen(line, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(chip, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
    painter.setPen(ink)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
