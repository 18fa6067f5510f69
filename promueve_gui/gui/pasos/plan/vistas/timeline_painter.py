"""How the time line looks: bimestres, months and days over lanes of lines; days off shaded, today marked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from promueve_gui.domain.fechas import MESES, add_months, bimestre_de, es_habil, fecha_breve
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.pasos.plan.vistas.line_pen import GAP, LinePen
from promueve_gui.gui.pasos.plan.vistas.line_signs import LINE_SIGNS, marks_of
from promueve_gui.gui.pasos.plan.vistas.timeline_scene import SIGN_WIDTH
from promueve_gui.gui.widgets.box import Box
from promueve_gui.gui.widgets.text_pen import LEFT, MIDDLE, SIGN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.timeline_scene import Bar, TimelineScene

STRIP = 19.0
HEAD = 3 * STRIP
SHADED_FROM = 6.0  # pixels of a day, from which weekends are told apart
NUMBERED_FROM = 20.0
WEEK_FROM = 6.0
TITLE_LINES = 3  # of the name of a lane, where the lane is as high


@frozen
class Look:
    """What is shown of a scene besides its lines."""

    left: float  # scrolled
    top: float
    titles: float  # width of the column of titles
    width: float
    height: float
    today: date
    current: Id | None
    lane: int | None
    focused: bool
    target: tuple[date, int] | None  # day and lane over which something is carried
    stretched: tuple[Id, date, date] | None


class TimelinePainter:
    """Paints what is seen."""

    def __init__(
        self,
        pen: LinePen,
        scene: TimelineScene,
        look: Look,
        day_off: Callable[[date], str],
        warning: Callable[[LineaPlan], str],
    ) -> None:
        """Take where and what to paint."""
        self._pen, self._painter, self._scene, self._look = pen, pen.painter, scene, look
        self._day_off, self._warning = day_off, warning
        self._view = Box(look.left, look.top, look.width - look.titles, look.height - HEAD)

    def paint(self) -> None:
        """Paint everything, back to front."""
        self._painter.fillRect(QRectF(0, 0, self._look.width, self._look.height), self._pen.colour("superficie"))
        self._painter.save()
        self._painter.setClipRect(QRectF(self._look.titles, 0, self._view.width, self._look.height))
        self._paint_days()
        self._paint_months()
        self._painter.setClipRect(QRectF(self._look.titles, HEAD, self._view.width, self._view.height))
        self._paint_lanes()
        self._paint_target()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # lines of a pixel are sharper without
        for bar in self._scene.bars_in(self._view):
            self._paint_bar(bar)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for more in self._scene.more_in(self._view):
            box = self._moved(more.box)
            self._pen.write(box, f"+{len(more.lineas)} más", self._pen.colour("acento"), pixels=12)
        self._painter.restore()
        self._paint_titles()

    # Days and months

    def _days(self) -> Iterator[date]:
        dia, last = self._scene.day_at(self._view.left), self._scene.day_at(self._view.right)
        while dia <= last:
            yield dia
            dia += timedelta(days=1)

    def _x(self, dia: date) -> float:
        return self._scene.x_of(dia) - self._look.left + self._look.titles

    def _paint_days(self) -> None:
        day, tall, today = self._scene.zoom.day, self._look.height, self._today_box()
        for dia in self._days():
            off = self._day_off(dia)
            place = QRectF(self._x(dia), HEAD, max(day, 1.0), tall - HEAD)
            if off and es_habil(dia):
                self._painter.fillRect(place, self._pen.colour("atencion_suave"))
            elif off and day >= SHADED_FROM:
                self._painter.fillRect(place, self._pen.colour("fondo"))
            number = QRectF(place.left(), 2 * STRIP, max(day, STRIP), STRIP)
            ink = self._pen.colour("atencion" if off and es_habil(dia) else "secundario" if off else "texto")
            if day >= NUMBERED_FROM:
                self._pen.write(number, str(dia.day), ink, MIDDLE, pixels=11, bold=dia == self._look.today)
            elif day >= WEEK_FROM and dia.weekday() == 0 and not number.intersects(today):
                self._pen.write(number, str(dia.day), ink, LEFT, pixels=11)
        self._paint_today(today)

    def _today_box(self) -> QRectF:
        """Return where «hoy» is written, over the numbers of the days."""
        width = self._pen.width("hoy", pixels=11, bold=True) + 4
        middle = self._x(self._look.today) + self._scene.zoom.day / 2
        return QRectF(middle - width / 2, 2 * STRIP, width, STRIP)

    def _paint_today(self, box: QRectF) -> None:
        x = box.center().x()
        self._painter.setPen(QPen(self._pen.colour("acento"), 2, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(x, HEAD), QPointF(x, self._look.height))
        if self._scene.zoom.day < NUMBERED_FROM:
            self._painter.fillRect(box, self._pen.colour("superficie"))
            self._pen.write(box, "hoy", self._pen.colour("acento"), MIDDLE, pixels=11, bold=True)

    def _paint_months(self) -> None:
        month = self._scene.day_at(self._view.left).replace(day=1)
        if month.month % 2 == 0:
            month = add_months(month, -1)
        last = self._scene.day_at(self._view.right)
        line = QPen(self._pen.colour("linea"), 1)
        while month <= last:
            x, after = self._x(month), self._x(add_months(month, 1))
            self._painter.setPen(line)
            self._painter.drawLine(QPointF(x, STRIP), QPointF(x, self._look.height))
            name = MESES[month.month - 1].capitalize()
            text = f"{name} {month.year}" if after - x > self._pen.width(f"{name} {month.year}") + 12 else name[:3]
            self._pen.write(self._stuck(x, after, STRIP), text, self._pen.colour("texto"), pixels=12, bold=True)
            if month.month % 2 == 1:
                self._paint_bimester(month, x, self._x(add_months(month, 2)))
            month = add_months(month, 1)
        self._painter.setPen(line)
        self._painter.drawLine(QPointF(0, HEAD), QPointF(self._look.width, HEAD))

    def _paint_bimester(self, month: date, x: float, after: float) -> None:
        bimestre = bimestre_de(month)
        ground = "seleccion" if (month.month // 2) % 2 else "fondo"
        self._painter.fillRect(QRectF(x, 0, after - x, STRIP), self._pen.colour(ground))
        whole = f"{bimestre.ordinal.capitalize()} bimestre de {month.year}"
        text = whole if self._pen.width(whole, pixels=11) < after - x - 8 else f"B{(month.month + 1) // 2}"
        self._pen.write(self._stuck(x, after, 0), text, self._pen.colour("secundario"), pixels=11)

    def _stuck(self, x: float, after: float, top: float) -> QRectF:
        """Return the place of a text over a stretch of days: at its left, or where it comes into view."""
        left = max(x, self._look.titles) + GAP
        return QRectF(left, top, max(after - left - GAP, 0), STRIP)

    # Lanes

    def _paint_lanes(self) -> None:
        self._painter.setPen(QPen(self._pen.colour("linea"), 1))
        for place in self._scene.lanes_in(self._view.top, self._view.bottom):
            lane = self._scene.lanes[place]
            y = HEAD + lane.top + lane.height - self._look.top
            self._painter.drawLine(QPointF(self._look.titles, y), QPointF(self._look.width, y))

    def _paint_titles(self) -> None:
        titles = QRectF(0, 0, self._look.titles, self._look.height)
        self._painter.fillRect(titles, self._pen.colour("superficie"))
        self._painter.setPen(QPen(self._pen.colour("linea"), 1))
        self._painter.drawLine(titles.topRight(), titles.bottomRight())
        self._painter.drawLine(QPointF(0, HEAD), QPointF(self._look.titles, HEAD))
        self._painter.setClipRect(titles.adjusted(0, HEAD, 0, 0))
        for place in self._scene.lanes_in(self._view.top, self._view.bottom):
            self._paint_title(place)
        self._painter.setClipping(False)

    def _paint_title(self, place: int) -> None:
        lane = self._scene.lanes[place]
        top = HEAD + lane.top - self._look.top
        box = QRectF(0, top, self._look.titles, lane.height)
        if self._look.target is not None and self._look.target[1] == place:
            self._painter.fillRect(box, self._pen.colour("seleccion"))
        self._painter.setPen(QPen(self._pen.colour("linea"), 1))
        self._painter.drawLine(box.bottomLeft(), box.bottomRight())
        stuck = max(top, HEAD) if lane.height > STRIP + 2 * GAP else top
        count = f"{len(lane.carril.lineas)}"
        line = QRectF(10, min(stuck + 5, box.bottom() - STRIP - 3), self._look.titles - 18, STRIP)
        width = self._pen.width(count, pixels=12) + GAP
        name = line.adjusted(0, 0, -width - GAP, 0)
        lines = int((box.bottom() - line.top()) // STRIP)
        if lines > 1:
            self._pen.write_lines(name, lane.carril.titulo, self._pen.colour("texto"), most=min(lines, TITLE_LINES))
        else:
            self._pen.write(name, lane.carril.titulo, self._pen.colour("texto"))
        number = QRectF(line.right() - width + GAP, line.top(), width, STRIP)
        self._pen.write(number, count, self._pen.colour("secundario"), pixels=12)

    def _paint_target(self) -> None:
        if self._look.target is None:
            return
        dia, place = self._look.target
        lane = self._scene.lanes[place] if 0 <= place < len(self._scene.lanes) else None
        x = self._x(dia)
        if lane is not None:
            box = QRectF(self._look.titles, HEAD + lane.top - self._look.top, self._view.width, lane.height)
            self._painter.fillRect(box, self._pen.colour("seleccion"))
        self._painter.setPen(QPen(self._pen.colour("acento"), 2))
        self._painter.drawLine(QPointF(x, HEAD), QPointF(x, self._look.height))
        off = self._day_off(dia)
        text = fecha_breve(dia) + (f" · {off.lower() if not es_habil(dia) else off}" if off else "")
        self._pen.write(QRectF(x + GAP, HEAD + 1, 220, STRIP), text, self._pen.colour("acento"), pixels=12, bold=True)

    # Lines

    def _moved(self, box: Box) -> QRectF:
        left = box.left - self._look.left + self._look.titles
        return QRectF(left, box.top - self._look.top + HEAD, box.width, box.height)

    def _paint_bar(self, bar: Bar) -> None:
        linea = bar.linea
        ink, ground = self._pen.inks(linea.estado)
        box, room = self._moved(bar.box), self._moved(bar.room)
        if self._look.stretched is not None and self._look.stretched[0] == linea.id:
            _, start, end = self._look.stretched
            box.setLeft(self._x(start))
            box.setRight(self._x(end) + self._scene.zoom.day)
            room = room.united(box)
        current = linea.id == self._look.current and self._look.lane in {None, bar.lane}
        self._painter.setBrush(ground)
        self._painter.setPen(QPen(self._pen.colour("acento") if current else ink, 2 if current else 1))
        self._painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if current and self._look.focused:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._pen.colour("acento"), 1, Qt.PenStyle.DotLine))
            self._painter.drawRect(room.adjusted(-2, -1, 2, 1))
        left = max(box.left(), self._look.titles) if box.right() > self._look.titles + SIGN_WIDTH else box.left()
        sign = QRectF(left + 2, box.top(), SIGN, box.height())
        self._pen.glyph(sign, LINE_SIGNS[linea.estado], ink)
        inside = QRectF(sign.right() + GAP, room.top(), room.right() - sign.right() - 2 * GAP, room.height())
        marks = marks_of(linea, self._warning(linea))
        self._pen.signed(inside, linea.titulo_breve, self._pen.colour("texto"), marks, pixels=12)
