"""The lines by state, as a board; carrying a card to another column changes its state."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from promueve_gui.application.plan_views import board
from promueve_gui.domain.vocabularios import EstadoLinea
from promueve_gui.gui.pasos.plan.vistas.board_column import BoardColumn
from promueve_gui.gui.pasos.plan.vistas.line_menu import add_line_keys
from promueve_gui.gui.pasos.plan.vistas.lines_view import LinesView
from promueve_gui.gui.widgets.parts import row

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
    from promueve_gui.gui.widgets.carrier import Carrier


class BoardLines(LinesView):
    """Six columns, from idea to cancelled."""

    KEY: ClassVar[str] = "tablero"
    NAME: ClassVar[str] = "Tablero"
    TRAY: ClassVar[bool] = False

    def __init__(self, desk: PlanDesk) -> None:
        """Build the columns."""
        super().__init__(desk)
        self.columns = {estado: BoardColumn(desk, estado) for estado in EstadoLinea}
        inside = QWidget()
        inside.setObjectName("contenido")
        layout = row(*self.columns.values(), spacing=4)
        for place in range(len(self.columns)):
            layout.setStretch(place, 1)
        inside.setLayout(layout)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lay_out(self._scroll)
        self._version: tuple[int, int] | None = None
        for made in self.columns.values():
            self._connect(made)
        add_line_keys(self, desk, self.selected)
        desk.lines.days_known.connect(self.update)

    def refresh(self) -> None:
        """Show the lines as they are now."""
        lines = self.desk.lines
        shown = lines.lines()
        changes = None if self._version is None else lines.changes_since(self._version)
        self._version = lines.version
        if changes is None:
            current = self._current_line()
            for estado, found in board(shown).items():
                self.columns[estado].set_lines(found)
            self.select(current)
        else:
            for before, now in changes:
                self._replace(before, now)
        self.show_state(len(shown))

    def select(self, identidad: Id | None) -> None:
        """Put the cursor on the card of a line."""
        linea = self.desk.lines.line(identidad)
        if linea is None:
            return
        for made in self.columns.values():
            place = made.list.cards.row_of(linea)
            if place < 0:
                made.list.clearSelection()
                continue
            focused = self._focused() is not None
            made.list.go_to(place)
            self._scroll.ensureWidgetVisible(made, 0, 0)
            if focused:
                made.list.setFocus()

    def selected(self) -> list[Id]:
        """Return the lines chosen, in whatever column."""
        return [identidad for made in self.columns.values() for identidad in made.list.chosen_lines()]

    def take_focus(self) -> None:
        """Take the keyboard, in the column that has the cursor or the first with cards."""
        chosen = [made for made in self.columns.values() if made.list.chosen_lines()]
        filled = [made for made in self.columns.values() if made.list.cards.rowCount()]
        (*chosen, *filled, *self.columns.values())[0].list.setFocus()

    def carry(self, carrier: Carrier) -> None:
        """Let cards be carried from column to column."""
        for made in self.columns.values():
            carrier.add_source(made.list.viewport(), made.list.pick)
            carrier.add_target(made, made.set_target, partial(self._drop, made))

    def _replace(self, before: LineaPlan | None, now: LineaPlan | None) -> None:
        if before is not None:
            old = self.columns[before.estado or EstadoLinea.IDEA]
            old.list.cards.take_out(before)
            old.say()
        if now is not None:
            new = self.columns[now.estado or EstadoLinea.IDEA]
            new.list.cards.put_in(now)
            new.say()

    def _connect(self, made: BoardColumn) -> None:
        made.list.menu_asked.connect(self._on_menu)
        made.list.step_asked.connect(lambda by: self._step(made, by))
        made.list.shift_asked.connect(lambda by: self._shift(made, by))
        made.list.selectionModel().selectionChanged.connect(lambda *_: self._on_selection(made))

    def _on_menu(self, globally: QPoint) -> None:
        self.show_menu(globally)

    def _on_selection(self, made: BoardColumn) -> None:
        index = made.list.currentIndex()
        linea = made.list.cards.line(index.row()) if index.isValid() and made.list.chosen_lines() else None
        self.chosen.emit(None if linea is None else linea.id)

    def _drop(self, made: BoardColumn, place: QPoint, identidad: Id) -> None:
        del place  # cards stand by date
        carried = next((c.list.carried for c in self.columns.values() if identidad in c.list.carried), [identidad])
        for each in self.columns.values():
            each.list.carried = ()
        self.desk.actions.change(carried, "estado", made.estado)

    def _step(self, made: BoardColumn, by: int) -> None:
        states = list(self.columns)
        place = states.index(made.estado) + by
        if 0 <= place < len(states):
            other = self.columns[states[place]].list
            made.list.clearSelection()
            other.setFocus()
            if other.cards.rowCount():
                other.go_to(min(max(made.list.currentIndex().row(), 0), other.cards.rowCount() - 1))
            self._scroll.ensureWidgetVisible(self.columns[states[place]], 0, 0)

    def _shift(self, made: BoardColumn, by: int) -> None:
        states = list(self.columns)
        place = states.index(made.estado) + by
        chosen = made.list.chosen_lines()
        if chosen and 0 <= place < len(states):
            self.desk.actions.change(chosen, "estado", states[place])

    def _focused(self) -> BoardColumn | None:
        return next((made for made in self.columns.values() if made.list.hasFocus()), None)

    def _current_line(self) -> Id | None:
        return next(iter(self.selected()), None)
