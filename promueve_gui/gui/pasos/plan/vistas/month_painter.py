"""How the month looks: weekdays, days, holidays, lines as chips with the sign of their state, other dates quieter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from promueve_gui.application.review import ClaseProximo
from promueve_gui.domain.fechas import DIAS_SEMANA
from promueve_gui.gui.pasos.plan.vistas.line_signs import LINE_SIGNS, marks_of
from promueve_gui.gui.pasos.plan.vistas.month_scene import COUNT, HEAD, NUMBER, PAD
from promueve_gui.gui.widgets.box import Box
from promueve_gui.gui.widgets.text_pen import MIDDLE, RIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtGui import QColor

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.line_pen import LinePen
    from promueve_gui.gui.pasos.plan.vistas.month_scene import Chip, MonthScene, Note

SMALL = 11
SIGN = 13.0
SATURDAY = 5
NOTE_SIGNS = {
    ClaseProximo.ACTIVIDAD: "calendar",
    ClaseProximo.DATO: "database-outline",
    ClaseProximo.VENCE: "clock-outline",
    ClaseProximo.EVENTO: "account-group",
    ClaseProximo.COMPROMISO: "flag-outline",
}


def rect(box: Box) -> QRectF:
    """Return a box as Qt wants it."""
    return QRectF(box.left, box.top, box.width, box.height)


def count_text(pen: LinePen, how_many: int, room: float) -> str:
    """Return how many more there are, in as few words as there is room for."""
    whole = f"+{how_many} más"
    return whole if pen.width(whole) <= int(room) else f"+{how_many}"


def paint_weekdays(pen: LinePen, area: Box) -> None:
    """Paint the names of the weekdays at the top of ``area``, and their ground."""
    width = area.width / len(DIAS_SEMANA)
    pen.painter.fillRect(QRectF(area.left, area.top, area.width, HEAD), pen.colour("superficie"))
    for place, name in enumerate(DIAS_SEMANA):
        short = name if pen.width(name) + 2 * PAD < width else name[:3]
        pen.write(QRectF(area.left + place * width, area.top, width, HEAD), short, pen.colour("secundario"), MIDDLE)


class MonthPainter:
    """Paints one month."""

    def __init__(self, pen: LinePen, scene: MonthScene, mes: int, warning: Callable[[LineaPlan], str]) -> None:
        """Take where and what to paint."""
        self._warning = warning
        self._pen, self._painter, self._scene, self._mes = pen, pen.painter, scene, mes
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint_days(self, today: date, inhabiles: Mapping[date, str], target: date | None) -> None:
        """Paint the ground, the numbers and the names of holidays."""
        pen, area = self._pen, self._scene.area
        self._painter.fillRect(rect(area), pen.colour("superficie"))
        paint_weekdays(pen, area)
        for week in self._scene.weeks:
            for dia in week:
                self._paint_day(dia, today, inhabiles.get(dia, ""), hovered=dia == target)

    def paint_items(self, selected: Id | None, *, moving: bool) -> None:
        """Paint lines, other dates and «+n más»."""
        for chip in self._scene.chips:
            if chip.run is None:  # painted with the first of its days in that week
                continue
            self._paint_chip(chip, chip.run, selected=chip.linea.id == selected, moving=moving)
        for note in self._scene.notes:
            self._paint_note(note)
        for more in self._scene.more:
            text = count_text(self._pen, more.how_many, more.box.width)
            self._pen.write(rect(more.box), text, self._pen.colour("acento"), RIGHT)

    def paint_current(self, dia: date, *, focused: bool) -> None:
        """Frame the day that has the cursor."""
        cell = self._scene.cell(dia)
        if cell is not None:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._pen.colour("acento"), 2 if focused else 1))
            self._painter.drawRect(rect(cell).adjusted(1, 1, -1, -1))

    def _paint_day(self, dia: date, today: date, holiday: str, *, hovered: bool) -> None:
        pen, cell = self._pen, self._scene.cell(dia)
        if cell is None:
            return
        box = rect(cell)
        ground = "superficie"
        if hovered:
            ground = "seleccion"
        elif holiday:
            ground = "atencion_suave"
        elif dia.weekday() >= SATURDAY:
            ground = "fondo"
        self._painter.setBrush(pen.colour(ground))
        self._painter.setPen(QPen(pen.colour("linea"), 1))
        self._painter.drawRect(box)
        number = QRectF(box.left() + PAD, box.top() + 2, 20, NUMBER - 3)
        if dia == today:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(pen.colour("acento"))
            self._painter.drawRoundedRect(number, 8, 8)
        inside = "texto" if dia.month == self._mes else "secundario"
        ink = pen.colour("sobre_acento" if dia == today else inside)
        pen.write(number, str(dia.day), ink, MIDDLE, bold=dia.month == self._mes)
        if holiday:
            counted = COUNT if self._scene.counted(dia) else 0.0
            width = box.right() - number.right() - 2 * PAD - counted
            place = QRectF(number.right() + PAD, number.top(), width, number.height())
            pen.write(place, holiday, pen.colour("atencion"))

    def _paint_chip(self, chip: Chip, run: Box, *, selected: bool, moving: bool) -> None:
        pen, painter, estado = self._pen, self._painter, chip.linea.estado
        ink, ground = pen.inks(estado)
        style = Qt.PenStyle.DashLine if selected and moving else Qt.PenStyle.SolidLine
        painter.setPen(QPen(pen.colour("acento") if selected else ink, 2 if selected else 1, style))
        painter.setBrush(ground)
        name, box = chip.linea.titulo_breve, rect(run)
        if chip.goes_on:  # no round corners and no sign: it comes from the week before
            painter.drawRect(box)
            pen.write(box.adjusted(PAD, 0, -PAD, 0), name, pen.colour("texto"))
        else:
            painter.drawRoundedRect(box, 4, 4)
            room = self._paint_marks(chip, run)
            place = Box(box.left(), box.top(), room, box.height())
            self._signed(place, LINE_SIGNS[estado], ink, name, pen.colour("texto"))

    def _paint_marks(self, chip: Chip, run: Box) -> float:
        """Paint the signs of a line at the right of its chip and return how much room is left for its name."""
        right = run.right - PAD
        for mark in reversed(marks_of(chip.linea, self._warning(chip.linea))):
            place = QRectF(right - SIGN, run.top, SIGN, run.height)
            self._pen.glyph(place, mark.glyph, self._pen.colour(mark.colour))
            right -= SIGN
        return right - run.left

    def _paint_note(self, note: Note) -> None:
        ink = self._pen.colour("secundario")
        self._signed(note.box, NOTE_SIGNS[note.proximo.clase], ink, note.proximo.texto, ink)

    def _signed(self, box: Box, sign: str, sign_ink: QColor, text: str, ink: QColor) -> None:
        place = rect(box).adjusted(PAD, 0, -PAD, 0)
        self._pen.glyph(QRectF(place.left(), place.top(), SIGN, place.height()), sign, sign_ink)
        self._pen.write(place.adjusted(SIGN + PAD, 0, 0, 0), text, ink)
