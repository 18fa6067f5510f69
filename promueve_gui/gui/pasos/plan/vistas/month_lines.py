"""The lines by month: the calendar with its controls, and what else falls on its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QTimer, Signal

from promueve_gui.application.month import Layer, by_day, layer
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.vistas.line_menu import add_line_keys, make_line_menu
from promueve_gui.gui.pasos.plan.vistas.lines_view import LinesView
from promueve_gui.gui.pasos.plan.vistas.month_bar import MonthBar
from promueve_gui.gui.pasos.plan.vistas.month_scroll import MonthScroll
from promueve_gui.gui.pasos.plan.vistas.month_view import MonthView
from promueve_gui.gui.pasos.plan.vistas.page_turner import PageTurner
from promueve_gui.gui.widgets.parts import column
from promueve_gui.gui.widgets.picture import save_picture

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
    from promueve_gui.gui.widgets.carrier import Carrier

Span = tuple["date", "date"]


class MonthLines(LinesView):
    """Joins the month and its controls with the lines."""

    KEY: ClassVar[str] = "mes"
    NAME: ClassVar[str] = "Mes"

    jump_asked = Signal(str, str, str)

    def __init__(self, desk: PlanDesk) -> None:
        """Show the present month."""
        super().__init__(desk)
        self.month = MonthView(desk.context, desk.context.services.today(), desk.lines)
        self.month.editable = desk.editable
        self.bar = MonthBar(desk.context)
        self.turners = PageTurner(self.bar.back), PageTurner(self.bar.on)
        self.controls = self.bar.controls
        self._scroll = MonthScroll(desk.context, self.month)
        self.setLayout(column(self._scroll))
        self._span: Span | None = None
        self._old_layer = True
        self._turned = QTimer(self, singleShot=True, interval=0)  # keys may turn several months at once
        self._turned.timeout.connect(self.refresh)
        self._connect()

    def refresh(self) -> None:
        """Show the month as the project is now."""
        self._turned.stop()
        span = self.month.span()
        self.month.set_lines(by_day(self.desk.lines.between(*span), *span))
        if self._old_layer or span != self._span:
            self._ask_layer(span)
        self._span = span

    def select(self, identidad: Id | None) -> None:
        """Choose a line, turning to its month."""
        linea = self.desk.lines.line(identidad)
        if linea is not None and linea.fecha is not None:
            self.month.set_day(linea.fecha)
        self.month.select(identidad)

    def selected(self) -> list[Id]:
        """Return the line chosen, if any."""
        return [] if self.month.selected is None else [self.month.selected]

    def day(self) -> date | None:
        """Return the day that has the cursor."""
        return self.month.day

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.month.setFocus()

    def carry(self, carrier: Carrier) -> None:
        """Let lines be carried from day to day, and over the arrows to another month."""
        carrier.add_source(self.month, self.month.pick)
        carrier.add_target(self.month, self.month.set_target, self.month.drop)
        for arrow, turner in zip((self.bar.back, self.bar.on), self.turners, strict=True):
            carrier.add_target(arrow, turner.hover, lambda *_: None)

    def show_menu(self, globally: QPoint) -> None:
        """Show the menu of the line chosen, or that of the day."""
        if self.month.selected is not None:
            super().show_menu(globally)

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the day that has the cursor, once everything has its size."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._reach(self.month.day))

    def _reach(self, dia: date) -> None:
        """Scroll, on a small window, to where a day is."""
        self._scroll.reach(*self.month.reach_of(dia))

    def _connect(self) -> None:
        desk, month = self.desk, self.month
        self.bar.month_asked.connect(month.set_day)
        self.bar.others_asked.connect(lambda shown: month.show_others(shown=shown))
        self.bar.picture_asked.connect(lambda: save_picture(month, desk.messages, "calendario"))
        month.day_changed.connect(self._on_day)
        month.described.connect(self.described)
        month.selection_changed.connect(self.chosen)
        month.open_asked.connect(desk.actions.open)
        month.create_asked.connect(lambda dia: self.create_asked.emit({"fecha": dia}))
        month.move_asked.connect(lambda identidad, dia: desk.actions.move([identidad], dia))
        month.withdraw_asked.connect(lambda identidad: desk.actions.withdraw([identidad]))
        month.menu_asked.connect(lambda identidad, place: make_line_menu(self, desk, [identidad]).popup(place))
        month.jump_asked.connect(lambda entidad, identidad: self.jump_asked.emit(entidad, identidad, ""))
        add_line_keys(month, desk, self.selected)
        desk.lines.days_known.connect(month.update)
        desk.project.changed.connect(self._on_changed)

    def _on_day(self, dia: date) -> None:
        self.bar.show_month(dia)
        self._reach(dia)
        if self.month.span() != self._span:
            self._turned.start()

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if any(cambio.entidad != LineaPlan.ENTIDAD for cambio in cambios):
            self._old_layer = True

    def _ask_layer(self, span: Span) -> None:
        """Work out holidays and other dates on a worker: the first holiday of a session takes a while."""
        self._old_layer = False
        services = self.desk.context.services
        snapshot = self.desk.project.session.snapshot()
        task = self.desk.runner.start(lambda _: (span, layer(snapshot, services.today(), services.feriados, *span)))
        task.succeeded.connect(self._on_layer)
        task.crashed.connect(self.desk.project.crashed)

    def _on_layer(self, answer: tuple[Span, Layer]) -> None:
        span, made = answer
        if span == self.month.span():
            self.month.set_layer(made)
