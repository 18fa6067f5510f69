"""How the rows of the agenda look: days as headings, lines with sign, name, what goes with them and their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from promueve_gui.application.plan_views import line_details
from promueve_gui.domain.fechas import DIAS_SEMANA, es_habil, fecha_breve, fecha_larga
from promueve_gui.gui.pasos.plan.vistas.line_pen import GAP, LinePen
from promueve_gui.gui.pasos.plan.vistas.line_signs import marks_of
from promueve_gui.gui.widgets.text_pen import RIGHT

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QFont, QPainter

    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.agenda_model import AgendaModel
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 30
INDENT = 22.0
STATE_WIDTH = 104.0
NARROW = 420.0
NAME_SHARE = 0.5


class AgendaDelegate(QStyledItemDelegate):
    """Paints one row; ``target`` is the day over which a line is carried."""

    def __init__(self, desk: PlanDesk, model: AgendaModel, font: QFont) -> None:
        """Take colours, font and what is said of days."""
        super().__init__()
        self._pen = LinePen(desk.context, font)
        self._desk, self._model = desk, model
        self.target: date | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a day or a line."""
        painter.save()
        pen = self._pen
        pen.begin(painter)
        box = QRectF(option.rect)
        dia, linea = self._model.row(index.row())
        self._paint_ground(pen, box, option, dia, heading=linea is None)
        if linea is None:
            self._paint_day(pen, box.adjusted(8, 0, -10, 0), dia)
        else:
            self._paint_line(pen, box.adjusted(INDENT, 0, -10, 0), linea)
        painter.restore()

    def _paint_ground(
        self, pen: LinePen, box: QRectF, option: QStyleOptionViewItem, dia: date, *, heading: bool
    ) -> None:
        c = pen.colours
        ground = c.fondo if heading else c.superficie
        if heading and self._desk.lines.day_off(dia) and es_habil(dia):
            ground = c.atencion_suave
        if option.state & QStyle.StateFlag.State_Selected or dia == self.target:
            ground = c.seleccion
        pen.painter.fillRect(box, ground)
        pen.painter.setPen(QPen(pen.colour("linea"), 1))
        pen.painter.drawLine(box.bottomLeft(), box.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen.painter.setPen(QPen(pen.colour("acento"), 1))
            pen.painter.setBrush(Qt.BrushStyle.NoBrush)
            pen.painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -1))

    def _paint_day(self, pen: LinePen, box: QRectF, dia: date) -> None:
        today, off = dia == self._desk.context.services.today(), self._desk.lines.day_off(dia)
        ink = pen.colour("acento" if today else "secundario" if off else "texto")
        weekday = DIAS_SEMANA[dia.weekday()]
        text = f"{'Hoy, ' if today else ''}{weekday if today else weekday.capitalize()} {fecha_larga(dia)}"
        box = box.adjusted(pen.write(box, text, ink, bold=True) + 12, 0, 0, 0)
        if off:
            said = "fin de semana" if off.lower() == weekday else off
            holiday = pen.colour("secundario" if off.lower() == weekday else "atencion")
            box = box.adjusted(pen.write(box, said, holiday, pixels=12) + 12, 0, 0, 0)
        count = self._model.count(dia)
        said = {0: "sin actividades", 1: ""}.get(count, f"{count} actividades")
        pen.write(box, said, pen.colour("secundario"), RIGHT, pixels=12)

    def _paint_line(self, pen: LinePen, box: QRectF, linea: LineaPlan) -> None:
        ink, _ = pen.inks(linea.estado)
        inside = pen.state(box, linea.estado)
        if box.width() > NARROW:
            place = QRectF(box.right() - STATE_WIDTH, box.top(), STATE_WIDTH, box.height())
            pen.write(place, linea.estado.etiqueta if linea.estado else "", ink, pixels=12)
            inside.setRight(place.left() - GAP)
        inside = pen.marks(inside, marks_of(linea, self._desk.lines.warning(linea)))
        details = line_details(self._desk.project.proyecto, linea)
        if linea.fecha_fin is not None:
            details = f"hasta el {fecha_breve(linea.fecha_fin)}" + (f" · {details}" if details else "")
        name = QRectF(inside)
        if details:
            name.setWidth(inside.width() * NAME_SHARE)
        written = pen.write(name, linea.titulo_visible, pen.colour("texto"))
        pen.write(inside.adjusted(written + 12, 0, -GAP, 0), details, pen.colour("secundario"), pixels=12)
