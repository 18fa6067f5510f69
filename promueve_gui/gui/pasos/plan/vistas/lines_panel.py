"""The tab of the lines: one filter, one card and one tray for several views of the same lines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from promueve_gui.application.plan_lines import initial_values
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.vistas.agenda_lines import AgendaLines
from promueve_gui.gui.pasos.plan.vistas.board_lines import BoardLines
from promueve_gui.gui.pasos.plan.vistas.bulk_bar import BulkBar
from promueve_gui.gui.pasos.plan.vistas.filter_bar import FilterBar
from promueve_gui.gui.pasos.plan.vistas.follow_ups import FollowUps
from promueve_gui.gui.pasos.plan.vistas.line_actions import LineActions
from promueve_gui.gui.pasos.plan.vistas.line_notes import LineNotes
from promueve_gui.gui.pasos.plan.vistas.month_lines import MonthLines
from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
from promueve_gui.gui.pasos.plan.vistas.shared_lines import SharedLines
from promueve_gui.gui.pasos.plan.vistas.table_lines import TableLines
from promueve_gui.gui.pasos.plan.vistas.timeline_lines import TimelineLines
from promueve_gui.gui.pasos.plan.vistas.view_switch import ViewSwitch
from promueve_gui.gui.pasos.plan.vistas.waiting_side import WaitingSide
from promueve_gui.gui.widgets.carrier import Carrier
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import column
from promueve_gui.gui.widgets.record_panel import FORM_WIDTH, RecordPanel
from promueve_gui.gui.widgets.still_line import StillLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QHideEvent, QShowEvent

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.pasos.plan.vistas.lines_view import LinesView

VIEWS: tuple[type[LinesView], ...] = (TableLines, MonthLines, AgendaLines, TimelineLines, BoardLines)
SETTING = "plan/vista"  # which view was shown last, with how it was set
OPTION = ":"  # between view and option, as ``VistaGuardada.vista`` keeps them
WAITING_WIDTH = 190
LAYERS = 10  # of widgets, one in the other, that a view with other controls has laid out anew


def make_desk(page: StepPage) -> PlanDesk:
    """Return what the views of a page are given."""
    lines = SharedLines(page.project, page.runner, page.context.services.today, page)
    actions = LineActions(page.context, page.project, page.messages, lines)
    return PlanDesk(page.context, page.project, page.messages, page.runner, lines, actions)


class LinesPanel(RecordPanel):
    """The lines with their views; the table is the list of the panel, so that jumps find it as any other."""

    jump_asked = Signal(str, str, str)

    def __init__(self, page: StepPage) -> None:
        """Build the table and the view that was shown last; the others when they are asked for."""
        self.desk = desk = make_desk(page)
        self.table = TableLines(desk, initial_values)
        self._views: dict[str, LinesView] = {TableLines.KEY: self.table}
        self._place = QStackedWidget()
        self.side = WaitingSide(desk)
        self._main = QWidget()
        self._fresh: dict[str, tuple[int, int]] = {}  # which state of the lines each view shows
        self.switch = ViewSwitch([(tipo.KEY, tipo.NAME) for tipo in VIEWS])
        super().__init__(page.context, page.project, self.table.records, LineaPlan, main=self._main, beside=self.side)
        self.bar = FilterBar(desk)
        self.follow_ups = FollowUps(desk)
        self.notes = LineNotes(desk, self.form)
        self.form.place_above(self.notes)
        self.bulk = BulkBar(desk)
        self._head = FlowRow(self.switch)
        self._said = StillLine("menor")
        self._carrier = Carrier(self)
        self._lay_out()
        self._join()
        if desk.editable:
            self.side.carry(self._carrier)
        self._add(self.table)
        self._add_keys()
        self.show_view(page.context.settings.text(SETTING) or TableLines.KEY)

    # What pages and tests ask

    @property
    def view(self) -> LinesView:
        """Return the view shown."""
        return self._views[self.switch.current]

    def view_of(self, key: str) -> LinesView:
        """Return a view, built now if nobody looked at it yet. Raises ``KeyError`` for one that does not exist."""
        if key not in self._views:
            made = {tipo.KEY: tipo for tipo in VIEWS}[key](self.desk)
            self._views[key] = made
            self._add(made)
        return self._views[key]

    def show_view(self, state: str) -> None:
        """Show a view, set as ``state`` says after its key; one that is not known is the table."""
        key, _, option = state.partition(OPTION)
        known = key if any(key == tipo.KEY for tipo in VIEWS) else TableLines.KEY
        self.view_of(known).set_option(option)
        self.switch.choose(known)

    def state(self) -> str:
        """Return the view shown and how it is set, as ``show_view`` takes it."""
        option = self.view.option()
        return f"{self.view.KEY}{OPTION}{option}" if option else self.view.KEY

    def create_line(self, valores: Mapping[str, Any]) -> Id | None:
        """Make a line and open it; ``None`` when that was refused."""
        made = self.desk.actions.create(valores)
        if made is not None:
            self.open_form(made)
        return made

    def open_form(self, identidad: Id) -> None:
        """Open the form of a line beside the view shown, whatever the filter."""
        self._reach(identidad)
        super().open_form(identidad)

    def show_record(self, identidad: Id, nombre: str = "") -> None:
        """Go to a line and to a field of it, in the view shown."""
        self._reach(identidad)
        self._show_form(identidad)
        if nombre:
            self.form.focus_field(nombre)

    def take_focus(self) -> None:
        """Take the keyboard, in the view shown."""
        self.view.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember the view for the next time."""
        super().hideEvent(event)
        if self.switch.current in self._views:
            self.desk.context.settings.set_text(SETTING, self.state())

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while nobody looked."""
        super().showEvent(event)
        self._refresh()

    # What happens inside

    def _lay_out(self) -> None:
        self._main.setLayout(column(self._place, self.bulk, self._said, spacing=4))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(8)
            for place, widget in enumerate((self.bar, self._head, self.follow_ups)):
                layout.insertWidget(place, widget)  # type: ignore[attr-defined]  # a box, made by RecordPanel
            layout.setStretch(3, 1)  # type: ignore[attr-defined]  # the views have the rest

    def _join(self) -> None:
        desk = self.desk
        self.bar.create_asked.connect(lambda: self.create_line({}))
        self.bar.views.state = self.state
        self.bar.views.view_asked.connect(self.show_view)
        self.switch.chosen.connect(self._on_view)
        self.side.place_asked.connect(self._place_waiting)
        desk.lines.prepare_view(lambda: self.view.prepare() if self.isVisible() else iter(()))
        desk.lines.renewed.connect(self._on_renewed)
        desk.actions.open_asked.connect(self.open_form)
        desk.actions.moved.connect(self._on_moved)
        desk.actions.content_asked.connect(
            lambda identidad: self.jump_asked.emit(Contenido.ENTIDAD, identidad, "nombre")
        )

    def _add(self, view: LinesView) -> None:
        self._place.addWidget(view)
        for control in view.controls:
            control.hide()
        self._head.add(*view.controls)
        view.chosen.connect(lambda identidad: self._on_chosen(view, identidad))
        view.create_asked.connect(self.create_line)
        view.clear_asked.connect(self.bar.clear)
        view.described.connect(lambda text: self._said.set_text(text) if self._in_sight(view) else None)
        if view is not self.table:  # which has that key already
            self._on(view, "Ins", lambda: self.create_line({}))
        if isinstance(view, MonthLines):
            view.jump_asked.connect(self.jump_asked)
        if self.desk.editable:
            view.carry(self._carrier)

    def _add_keys(self) -> None:
        for place in range(len(VIEWS)):
            shortcut = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)  # wherever the focus is
            shortcut.activated.connect(partial(self.switch.choose_place, place))
        self._on(self, "Ctrl+F", self.bar.search.setFocus)

    def _on(self, widget: QWidget, keys: str, call: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(call)

    def _on_view(self, key: str) -> None:
        view, opened = self.view_of(key), self.form.record_id
        if opened is None:  # the tray first, so that the view comes in its size
            self._put_form_away()
            self._splitter.refresh()
        for each in self._views.values():
            for control in each.controls:
                control.setVisible(each is view)
        self._said.set_text("")
        self._said.setVisible(view.TRAY)
        QCoreApplication.sendPostedEvents(self._head, QEvent.Type.LayoutRequest)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._place.setCurrentWidget(view)
        self._refresh()
        if opened is not None:
            view.select(opened)
        self.bulk.show_for(view.selected())
        view.settle()
        for _ in range(LAYERS):  # each tells the one around it; or else everything would be painted twice
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        # So it would when what came into sight asked for that after what was there before it.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater)

    def _on_renewed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Show the lines as they are now; views that nobody looks at wait until they are shown."""
        version = self.desk.lines.version
        if self.switch.current and self._fresh.get(self.view.KEY) != version:
            self._fresh[self.view.KEY] = version
            self.view.refresh()
            if self.view.TRAY:
                self.side.refresh()
            self.bulk.show_for(self.view.selected())

    def _in_sight(self, view: LinesView) -> bool:
        return self.switch.current == view.KEY

    def _reach(self, identidad: Id) -> None:
        self.desk.lines.keep(identidad)
        self._refresh()
        self.view.select(identidad)

    def _on_chosen(self, view: LinesView, identidad: Id | None) -> None:
        if not self._in_sight(view):
            return
        self.bulk.show_for(view.selected())
        if self.form_open and identidad is not None and identidad != self.form.record_id:
            self._show_form(identidad)

    def _on_current(self, identidad: Id | None) -> None:
        """Leave the card alone while the table is not in sight: only views that are seen choose."""
        if self._in_sight(self.table):
            super()._on_current(identidad)

    def _on_moved(self, identidad: Id) -> None:
        linea = self.desk.lines.line(identidad)
        self._refresh()
        if linea is not None and linea.fecha is None and self.view.TRAY:
            self.view.select(None)
            self.side.tray.select(identidad)
        else:
            self.view.select(identidad)

    def _place_waiting(self, identidad: Id) -> None:
        dia = self.view.day()
        if dia is not None:
            self.desk.actions.move([identidad], dia)

    def _put_form_away(self) -> None:
        """Show the tray where the view has one, or nothing beside it."""
        super()._put_form_away()
        shown = bool(self.switch.current) and self.view.TRAY
        self._side.setVisible(shown)
        self._side.setMinimumWidth(WAITING_WIDTH)
        if shown:
            self._splitter.setSizes([self._splitter.width(), WAITING_WIDTH])

    def _show_form(self, identidad: Id) -> None:
        if not self.form_open:
            self._side.setMinimumWidth(FORM_WIDTH)
            self._splitter.setSizes([self._splitter.width(), FORM_WIDTH])
        super()._show_form(identidad)
