"""How the power–interest grid looks: axes, quadrants with their treatment, points, names, legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from promueve_gui.domain.actores import Tratamiento
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.pasos.usuarios.grid_scene import GRADES, short_name
from promueve_gui.gui.pasos.usuarios.marks import paint_mark, paint_marks
from promueve_gui.gui.pasos.usuarios.placing import MARK, caption
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.usuarios.grid_scene import Grades, GridScene, Point
    from promueve_gui.gui.theme import Colores

LEFT = 34.0  # room for the name of the axis and its grades
TOP, BELOW = 20.0, 36.0  # room for the treatments, and below also for the name of the axis and the grades
RIGHT = 8.0
EDGE = 4.0
ROW = 16.0
LEGEND_LINE = 18.0
SMALL = 11
LEGEND = {ClaseGrupo.DENTRO: "Dentro", ClaseGrupo.GOBIERNO: "Gobierno", ClaseGrupo.SOCIEDAD: "Sociedad"}


def small_font(font: QFont) -> QFont:
    """Return the font of names and legend."""
    made = QFont(font)
    made.setPixelSize(SMALL)
    return made


def rect(box: Box) -> QRectF:
    """Return a box as Qt wants it."""
    return QRectF(box.left, box.top, box.width, box.height)


class GridPainter:
    """Paints one grid of a given size."""

    def __init__(self, colores: Colores, font: QFont, width: float, height: float) -> None:
        """Take colours, font and size."""
        self._colores, self._font = colores, small_font(font)
        self._width, self._height = width, height
        self._metrics = QFontMetricsF(self._font)
        self._legend = self._legend_places()

    @property
    def plot(self) -> Box:
        """Return the place of the grid itself, inside axes and legend."""
        below = BELOW + self._legend[-1][1] + LEGEND_LINE
        return Box(LEFT, TOP, max(self._width - LEFT - RIGHT, 50.0), max(self._height - TOP - below, 50.0))

    def name_width(self, text: str) -> float:
        """Return how wide a name is."""
        return self._metrics.horizontalAdvance(text) + 2

    def paint(
        self, painter: QPainter, scene: GridScene, current: Id | None, lit: Collection[Grades], *, focused: bool
    ) -> None:
        """Paint everything; ``lit`` are the cells where a group that is carried or typed may go."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        painter.fillRect(QRectF(0, 0, self._width, self._height), QColor(self._colores.superficie))
        self._paint_ground(painter, scene, lit)
        self._paint_axes(painter, scene)
        self._paint_legend(painter)
        self._paint_points(painter, scene.points)
        for more in scene.more:
            self._text(painter, QRectF(more.spot[0] - 16, more.spot[1] - 8, 32, 16), f"+{more.how_many}", "texto")
        chosen = scene.point(current)
        if chosen is not None:
            self._paint_chosen(painter, scene, chosen, focused=focused)

    def _paint_ground(self, painter: QPainter, scene: GridScene, lit: Collection[Grades]) -> None:
        c = self._colores
        painter.setPen(QPen(QColor(c.linea), 1))
        for poder in GRADES:
            for interes in GRADES:
                painter.setBrush(QColor(c.seleccion) if (poder, interes) in lit else Qt.BrushStyle.NoBrush)
                painter.drawRect(rect(scene.cell(poder, interes)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        plot = scene.plot
        for advice, box in scene.quadrants():
            painter.setPen(QPen(QColor(c.secundario), 1.2))
            painter.drawRect(rect(box))
            beneath = box.bottom >= plot.bottom - 1
            at_right = box.right >= plot.right - 1
            place = QRectF(plot.left, plot.bottom if beneath else plot.top - ROW - 1, plot.width, ROW)
            align = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
            self._text(painter, place, advice.etiqueta, "secundario", align | Qt.AlignmentFlag.AlignVCenter)

    def _paint_axes(self, painter: QPainter, scene: GridScene) -> None:
        plot = scene.plot
        for grade in GRADES:
            row, column = scene.cell(grade, 1), scene.cell(1, grade)
            self._text(painter, QRectF(LEFT - 18, row.top, 14, row.height), str(grade), "secundario")
            self._text(painter, QRectF(column.left, plot.bottom + ROW, column.width, ROW), str(grade), "secundario")
        # Between the names of the two treatments that stand in the same line.
        left, right = (self.name_width(advice.etiqueta) for advice in (Tratamiento.MONITOREAR, Tratamiento.INFORMAR))
        place = QRectF(plot.left + left, plot.bottom, plot.width - left - right, ROW)
        self._text(painter, place, "Interés →", "texto")
        painter.save()
        painter.translate(8, plot.top + plot.height / 2)
        painter.rotate(-90)
        self._text(painter, QRectF(-plot.height / 2, -8, plot.height, 16), "Poder →", "texto")
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        top = self._height - self._legend[-1][1] - LEGEND_LINE
        for (clase, name), (left, line) in zip(LEGEND.items(), self._legend, strict=True):
            middle = QPointF(left + MARK / 2, top + line + LEGEND_LINE / 2)
            paint_mark(painter, self._colores, middle, MARK - 4, clase)
            place = QRectF(left + MARK + 4, top + line, self._width, LEGEND_LINE)
            self._text(painter, place, name, "texto", Qt.AlignmentFlag.AlignVCenter)

    def _paint_points(self, painter: QPainter, points: Sequence[Point]) -> None:
        """Paint the points class by class, since none lies over another, and then their names."""
        for clase in (*ClaseGrupo, None):
            marks = [(QPointF(*point.spot), point.size) for point in points if point.grupo.clase is clase]
            paint_marks(painter, self._colores, marks, clase)
        for point in points:
            if point.name is not None:
                self._name(painter, point, point.name)

    def _paint_chosen(self, painter: QPainter, scene: GridScene, point: Point, *, focused: bool) -> None:
        c = self._colores
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.acento), 2.5 if focused else 1.5))
        painter.drawEllipse(QPointF(*point.spot), point.size * 0.8, point.size * 0.8)
        if point.name is None:
            width = self.name_width(short_name(point.grupo))
            others = [other.spot for other in scene.points if other is not point]
            box = caption(
                point.spot, point.size, width, Box(EDGE, 0, self._width - 2 * EDGE, scene.plot.bottom), others
            )
            painter.setPen(QPen(QColor(c.acento), 1))
            painter.setBrush(QColor(c.superficie))
            painter.drawRoundedRect(rect(box).adjusted(-3, -1, 3, 1), 3, 3)
            self._name(painter, point, box)

    def _name(self, painter: QPainter, point: Point, box: Box) -> None:
        text = self._metrics.elidedText(short_name(point.grupo), Qt.TextElideMode.ElideRight, box.width)
        self._text(painter, rect(box), text, "texto", Qt.AlignmentFlag.AlignVCenter)

    def _text(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        colour: str,
        align: Qt.AlignmentFlag | Qt.TextFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        painter.setPen(QColor(getattr(self._colores, colour)))
        painter.drawText(place, int(align), text)

    def _legend_places(self) -> list[tuple[float, float]]:
        """Return left edge and line of each entry of the legend, going on in a new line where it does not fit."""
        places: list[tuple[float, float]] = []
        left, line = LEFT, 0.0
        for name in LEGEND.values():
            width = MARK + 4 + self._metrics.horizontalAdvance(name) + 14
            if places and left + width > self._width:
                left, line = LEFT, line + LEGEND_LINE
            places.append((left, line))
            left += width
        return places
