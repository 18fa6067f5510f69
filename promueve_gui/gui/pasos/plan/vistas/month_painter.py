"""How the month looks: weekdays, days, holidays, lines as chips with the sign of their state, other dates quieter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from promueve_gui.application.review import ClaseProximo
from promueve_gui.domain.fechas import DIAS_SEMANA
from promueve_gui.gui.pasos.plan.vistas.line_signs import LINE_SIGNS, marks_of
from promueve_gui.gui.pasos.plan.vistas.month_scene import COUNT, HEAD, NUMBER, PAD
from promueve_gui.gui.widgets.box import Box
from promueve_gui.gui.widgets.record_delegate import CHIPS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.context import Context
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


class MonthPainter:
    """Paints one month."""

    def __init__(
        self, painter: QPainter, context: Context, scene: MonthScene, mes: int, warning: Callable[[LineaPlan], str]
    ) -> None:
        """Take where and what to paint."""
        self._warning = warning
        self._painter, self._context, self._scene, self._mes = painter, context, scene, mes
        self._colours = context.colores
        self._text_font = QFont(painter.font())
        self._text_font.setPixelSize(SMALL)
        self._sign_font = QFont(context.icons.family)
        self._sign_font.setPixelSize(int(SIGN))
        self._metrics = QFontMetricsF(self._text_font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint_days(self, today: date, inhabiles: Mapping[date, str], target: date | None) -> None:
        """Paint the ground, the numbers and the names of holidays."""
        c, area = self._colours, self._scene.area
        self._painter.fillRect(rect(area), QColor(c.superficie))
        for place, name in enumerate(DIAS_SEMANA):
            width = area.width / len(DIAS_SEMANA)
            box = QRectF(area.left + place * width, area.top, width, HEAD)
            short = name if self._metrics.horizontalAdvance(name) + 2 * PAD < width else name[:3]
            self._text(box, short, c.secundario, Qt.AlignmentFlag.AlignCenter)
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
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            self._text(rect(more.box), f"+{more.how_many} más", self._colours.acento, align)

    def paint_current(self, dia: date, *, focused: bool) -> None:
        """Frame the day that has the cursor."""
        cell = self._scene.cell(dia)
        if cell is not None:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(QColor(self._colours.acento), 2 if focused else 1))
            self._painter.drawRect(rect(cell).adjusted(1, 1, -1, -1))

    def _paint_day(self, dia: date, today: date, holiday: str, *, hovered: bool) -> None:
        c, cell = self._colours, self._scene.cell(dia)
        if cell is None:
            return
        box = rect(cell)
        ground = c.superficie
        if hovered:
            ground = c.seleccion
        elif holiday:
            ground = c.atencion_suave
        elif dia.weekday() >= SATURDAY:
            ground = c.fondo
        self._painter.setBrush(QColor(ground))
        self._painter.setPen(QPen(QColor(c.linea), 1))
        self._painter.drawRect(box)
        number = QRectF(box.left() + PAD, box.top() + 2, 20, NUMBER - 3)
        if dia == today:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(c.acento))
            self._painter.drawRoundedRect(number, 8, 8)
        inside = c.texto if dia.month == self._mes else c.secundario
        ink = c.sobre_acento if dia == today else inside
        self._text(number, str(dia.day), ink, Qt.AlignmentFlag.AlignCenter, bold=dia.month == self._mes)
        if holiday:
            counted = COUNT if self._scene.counted(dia) else 0.0
            width = box.right() - number.right() - 2 * PAD - counted
            place = QRectF(number.right() + PAD, number.top(), width, number.height())
            self._text(place, holiday, c.atencion, Qt.AlignmentFlag.AlignVCenter)

    def _paint_chip(self, chip: Chip, run: Box, *, selected: bool, moving: bool) -> None:
        c, painter, estado = self._colours, self._painter, chip.linea.estado
        colour = CHIPS.get(estado, "") if estado else ""
        ink = QColor(getattr(c, colour) if colour else c.secundario)
        ground = QColor(getattr(c, f"{colour}_suave") if colour else c.fondo)
        style = Qt.PenStyle.DashLine if selected and moving else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(c.acento) if selected else ink, 2 if selected else 1, style))
        painter.setBrush(ground)
        name, box = chip.linea.nombre or "Sin nombre", rect(run)
        if chip.goes_on:  # no round corners and no sign: it comes from the week before
            painter.drawRect(box)
            self._text(box.adjusted(PAD, 0, -PAD, 0), name, c.texto, Qt.AlignmentFlag.AlignVCenter)
        else:
            painter.drawRoundedRect(box, 4, 4)
            room = self._paint_marks(chip, run)
            self._signed(Box(box.left(), box.top(), room, box.height()), LINE_SIGNS[estado], ink.name(), name, c.texto)

    def _paint_marks(self, chip: Chip, run: Box) -> float:
        """Paint the signs of a line at the right of its chip and return how much room is left for its name."""
        right = run.right - PAD
        self._painter.setFont(self._sign_font)
        for mark in reversed(marks_of(chip.linea, self._warning(chip.linea))):
            place = QRectF(right - SIGN, run.top, SIGN, run.height)
            self._painter.setPen(QColor(getattr(self._colours, mark.colour)))
            self._painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._context.icons.glyph(mark.glyph))
            right -= SIGN
        return right - run.left

    def _paint_note(self, note: Note) -> None:
        c = self._colours
        self._signed(note.box, NOTE_SIGNS[note.proximo.clase], c.secundario, note.proximo.texto, c.secundario)

    def _signed(self, box: Box, sign: str, sign_ink: str, text: str, ink: str) -> None:
        place = rect(box).adjusted(PAD, 0, -PAD, 0)
        self._painter.setFont(self._sign_font)
        self._painter.setPen(QColor(sign_ink))
        left = QRectF(place.left(), place.top(), SIGN, place.height())
        self._painter.drawText(left, Qt.AlignmentFlag.AlignCenter, self._context.icons.glyph(sign))
        self._text(place.adjusted(SIGN + PAD, 0, 0, 0), text, ink, Qt.AlignmentFlag.AlignVCenter)

    def _text(self, box: QRectF, text: str, ink: str, align: Qt.AlignmentFlag, *, bold: bool = False) -> None:
        font = QFont(self._text_font)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        shown = self._metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, align, shown)
