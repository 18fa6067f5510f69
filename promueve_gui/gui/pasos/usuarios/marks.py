"""The sign of each class of groups, a shape and a colour, painted alike on the grid, in its legend and in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.theme import Colores

ICON = 14
COLOURS: dict[ClaseGrupo | None, str] = {
    ClaseGrupo.DENTRO: "bien",
    ClaseGrupo.GOBIERNO: "dato",
    ClaseGrupo.SOCIEDAD: "atencion",
    None: "secundario",
}


def paint_mark(painter: QPainter, c: Colores, middle: QPointF, size: float, clase: ClaseGrupo | None) -> None:
    """Paint a square (inside), a circle (government), a triangle (society) or, without class, an empty diamond."""
    paint_marks(painter, c, [(middle, size)], clase)


def paint_marks(
    painter: QPainter, c: Colores, marks: Iterable[tuple[QPointF, float]], clase: ClaseGrupo | None
) -> None:
    """Paint the signs of several groups of a class, by their middles and sizes; their colours are taken up once."""
    painter.setPen(QPen(QColor(c.superficie), 1) if clase else QPen(QColor(c.secundario), 1.5))
    painter.setBrush(QColor(getattr(c, COLOURS[clase])) if clase else Qt.BrushStyle.NoBrush)
    for middle, size in marks:
        box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        match clase:
            case ClaseGrupo.DENTRO:
                painter.drawRect(box.adjusted(1, 1, -1, -1))
            case ClaseGrupo.GOBIERNO:
                painter.drawEllipse(box)
            case ClaseGrupo.SOCIEDAD:
                painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
            case _:
                corners = [(0.0, -0.5), (0.5, 0.0), (0.0, 0.5), (-0.5, 0.0)]
                painter.drawPolygon(QPolygonF([middle + QPointF(x * size, y * size) for x, y in corners]))


def mark_icon(context: Context, clase: ClaseGrupo | None, ratio: float) -> QIcon:
    """Return the sign as an icon for a screen of that many pixels a unit."""
    picture = QPixmap(int(ICON * ratio), int(ICON * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, context.colores, QPointF(ICON / 2, ICON / 2), ICON - 2, clase)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # or Qt would tint it, and its colour means something
    return icon
