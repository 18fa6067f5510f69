"""The lines as an agenda: days one after the other, with weekends and holidays, and what begins on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox

from promueve_gui.application.plan_lines import counted
from promueve_gui.gui.pasos.plan.vistas.agenda_delegate import HEIGHT, AgendaDelegate
from promueve_gui.gui.pasos.plan.vistas.agenda_model import AgendaModel
from promueve_gui.gui.pasos.plan.vistas.edge_scroller import EdgeScroller
from promueve_gui.gui.pasos.plan.vistas.line_menu import ENTER, add_line_keys, take_line_key
from promueve_gui.gui.pasos.plan.vistas.lines_view import LinesView
from promueve_gui.gui.pasos.plan.vistas.row_list import RowList
from promueve_gui.gui.widgets.parts import button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
    from promueve_gui.gui.widgets.carrier import Carrier

SHIFTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
EVERY_DAY = "todos"
HELP = (
    "Con las flechas recorre días y actividades; con Entrar abre una actividad, o agrega una en ese día; con Ctrl y "
    "las flechas la mueve de día; con Retroceso le quita la fecha."
)


class AgendaLines(LinesView):
    """A list of days and lines; lines are carried to other days."""

    KEY: ClassVar[str] = "agenda"
    NAME: ClassVar[str] = "Agenda"

    def __init__(self, desk: PlanDesk) -> None:
        """Build the list and its controls."""
        super().__init__(desk)
        self._today = desk.context.services.today()
        self.model = AgendaModel(desk.lines.day_off, desk.lines.warning)
        self.list = AgendaList(desk, self.model)
        self.today_button = button("Hoy", self.go_to_today)
        self.today_button.setToolTip("Ir al día de hoy")
        self.every_day = QCheckBox("Días sin actividades")
        self.every_day.toggled.connect(lambda _: self._on_every_day())
        self.controls = (self.today_button, self.every_day)
        self.lay_out(self.list)
        self._began = False
        self._version: tuple[int, int] | None = None
        self.list.create_asked.connect(lambda dia: self.create_asked.emit({"fecha": dia}))
        self.list.menu_asked.connect(self.show_menu)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.list.current_line()))
        add_line_keys(self.list, desk, self.selected)
        desk.lines.days_known.connect(self.list.viewport().update)

    def refresh(self) -> None:
        """Show the lines as they are now, keeping cursor and scroll."""
        lines = self.desk.lines
        shown = lines.lines()
        changes = None if self._version is None else lines.changes_since(self._version)
        self._version = lines.version
        if changes is None or not self.model.rowCount():
            self._show_all(shown)
        else:
            for before, now in changes:
                self.model.replace(before, now)
        self.show_state(self.model.rowCount())

    def select(self, identidad: Id | None) -> None:
        """Put the cursor on a line."""
        row = self.model.row_of(self.desk.lines.line(identidad))
        if row >= 0:
            self.list.go_to(row)

    def selected(self) -> list[Id]:
        """Return the lines chosen, in their order."""
        return self.list.chosen_lines()

    def day(self) -> date | None:
        """Return the day that has the cursor."""
        index = self.list.currentIndex()
        return self.model.row(index.row())[0] if index.isValid() else self._today

    def go_to_today(self) -> None:
        """Put the cursor on today, at the top."""
        row = self.model.row_of_day(self._today)
        if row >= 0:
            self.list.go_to(row, top=True)

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.list.setFocus()

    def carry(self, carrier: Carrier) -> None:
        """Let lines be carried from day to day."""
        carrier.add_source(self.list.viewport(), self.list.pick)
        carrier.add_target(self.list.viewport(), self.list.set_target, self.list.drop)

    def option(self) -> str:
        """Return whether every day is shown."""
        return EVERY_DAY if self.every_day.isChecked() else ""

    def set_option(self, option: str) -> None:
        """Show every day, or only those with lines."""
        self.every_day.setChecked(option == EVERY_DAY)

    def _show_all(self, shown: Sequence[LineaPlan]) -> None:
        line, dia = self.desk.lines.line(self.list.current_line()), self.day()
        scrolled, top = self.list.verticalScrollBar().value(), self.list.stays_at_top()
        self.model.set_lines(shown, self._today, every_day=self.every_day.isChecked())
        self.list.verticalScrollBar().setValue(scrolled)
        if not self._began and self.model.rowCount():
            self._began = True
            self.go_to_today()
        elif self.model.row_of(line) >= 0:
            self.list.go_to(self.model.row_of(line))
        elif dia is not None and self.model.rowCount():
            self.list.go_to(self.model.row_of_day(dia), top=top)

    def _on_every_day(self) -> None:
        self._version = None
        self.refresh()

    def _on_current(self) -> None:
        index = self.list.currentIndex()
        self.described.emit(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "") if index.isValid() else "")


class AgendaList(RowList):
    """The list itself, with mouse and keyboard."""

    create_asked = Signal(object)  # date

    def __init__(self, desk: PlanDesk, model: AgendaModel) -> None:
        """Show ``model``."""
        super().__init__(model, HEIGHT)
        self._desk, self._rows = desk, model
        self._carried: Sequence[Id] = ()
        self._delegate = AgendaDelegate(desk, model, self.font())
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Agenda del plan")
        self.setAccessibleDescription(HELP)
        self.doubleClicked.connect(lambda _: self._enter())
        self._scroller = EdgeScroller(self, self.set_target)

    def current_line(self) -> Id | None:
        """Return the line that has the cursor."""
        linea = self._rows.row(self.currentIndex().row())[1] if self.currentIndex().isValid() else None
        return None if linea is None else linea.id

    def chosen_lines(self) -> list[Id]:
        """Return the lines chosen, in their order."""
        return [linea.id for row in self.chosen_rows() if (linea := self._rows.row(row)[1]) is not None]

    def pick(self, place: QPoint) -> tuple[Id, str] | None:
        """Return what is carried from a place: its line, with the others chosen if it is one of them."""
        index = self.indexAt(place)
        linea = self._rows.row(index.row())[1] if index.isValid() else None
        if linea is None:
            return None
        chosen = self.chosen_lines()
        self._carried = chosen if linea.id in chosen else [linea.id]
        name = linea.titulo_visible
        return linea.id, name if len(self._carried) == 1 else counted(len(self._carried))

    def set_target(self, place: QPoint | None) -> None:
        """Show the day on which what is carried would be put."""
        self._scroller.hover(place)
        target = None if place is None else self._day_at(place)
        if target != self._delegate.target:
            self._delegate.target = target
            self.viewport().update()

    def drop(self, place: QPoint, identidad: Id) -> None:
        """Put what is carried on the day at a place."""
        dia = self._day_at(place)
        ids = self._carried if identidad in self._carried else [identidad]
        self._carried = ()
        if dia is not None:
            self._desk.actions.move(ids, dia)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move lines with Ctrl and the arrows, begin one on a day, and do what the keys of lines do."""
        shift = SHIFTS.get(Qt.Key(event.key()))
        if shift is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._desk.actions.shift(self.chosen_lines(), shift)
        elif event.key() in ENTER and not self.chosen_lines():
            self._enter()
        elif not take_line_key(event, self._desk, self.chosen_lines()):
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if not self.currentIndex().isValid():
            return
        dia, linea = self._rows.row(self.currentIndex().row())
        if linea is not None:
            self._desk.actions.open(linea.id)
        elif self._desk.editable:
            self.create_asked.emit(dia)

    def _day_at(self, place: QPoint) -> date | None:
        index = self.indexAt(place)
        return self._rows.row(index.row())[0] if index.isValid() else None
