"""The plan by month: calendar, tray of undated lines and the form of the line that is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QSplitter, QStackedWidget, QWidget

from promueve_gui.application.month import Layer, layer, line_text, lines_by_day, undated
from promueve_gui.application.plan_lines import initial_values, move
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.line_card import LineCard
from promueve_gui.gui.pasos.plan.month_bar import MonthBar
from promueve_gui.gui.pasos.plan.month_painter import LINE_SIGNS
from promueve_gui.gui.pasos.plan.month_view import MonthView
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.carrier import Carrier
from promueve_gui.gui.widgets.parts import Card, column, label
from promueve_gui.gui.widgets.picture import save_picture
from promueve_gui.gui.widgets.tray import Tray

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.base import StepPage

SIDE_WIDTH = 200
FORM_WIDTH = 300
WAITING = "Arrástrelas a un día, o presione Entrar para ponerlas en el día elegido."
NOTHING_WAITS = "Aquí esperan las actividades que todavía no tienen día. Para planear una, haga doble clic en un día."
Span = tuple["date", "date"]


class CalendarTab(QWidget):
    """Joins the month, its controls, the tray and the form with the project."""

    jump_asked = Signal(str, str, str)
    field_focused = Signal(str, str)

    def __init__(self, page: StepPage) -> None:
        """Show the present month."""
        super().__init__()
        self._project, self._runner = page.project, page.runner
        self._services = page.context.services
        editable = not page.project.read_only
        self.month = MonthView(page.context, self._services.today())
        self.month.editable = editable
        self.bar = MonthBar(page.context, editable=editable)
        self.tray = Tray("Actividades sin fecha", lambda linea: _sign(page, linea), line_text)
        self.card = LineCard(page.context, page.project)
        self._count = label("", "subtitulo")
        self._hint = label("", "menor", wrap=True)
        self._said = label("", "menor")
        self._side = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._scroll = QScrollArea()
        self._span: Span | None = None
        # Many lines may change at once; the month is made once, when the dust has settled.
        self._stale = QTimer(self, singleShot=True, interval=0)
        self._stale.timeout.connect(self.refresh)
        self._old_layer = True
        self._lay_out()
        self._connect(page)
        self._carry()

    def flush(self) -> None:
        """Save what is being typed."""
        self.card.form.flush()

    def refresh(self) -> None:
        """Show the project as it is now; while nobody looks, it waits until the tab is shown."""
        if not self.isVisible():
            self._stale.stop()
            self._span = None
            return
        self._stale.stop()
        span = self.month.span()
        self.month.set_lines(lines_by_day(self._project.proyecto, *span))
        waiting = undated(self._project.proyecto)
        self.tray.set_records(waiting)
        self._count.setText(f"Sin fecha ({len(waiting)})")
        self._hint.setText(WAITING if waiting else NOTHING_WAITS)
        if self._old_layer or span != self._span:
            self._ask_layer(span)
        self._span = span

    def open_line(self, identidad: Id) -> None:
        """Open the form of a line beside the calendar."""
        self.month.select(identidad)
        self._show_side(1, FORM_WIDTH)
        self.card.show_line(identidad)

    def close_line(self) -> None:
        """Save what is pending and show the tray again."""
        self.card.close_form()
        self._show_side(0, SIDE_WIDTH)
        self.month.setFocus()

    def new_line(self, dia: date | None) -> None:
        """Begin a line on a day, or without one, and open it."""
        linea = LineaPlan(id=nuevo_id(), **initial_values(dia))
        if self._project.edit("Nueva actividad", [alta(linea)]) is not None:
            self.refresh()
            self.open_line(linea.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while nobody looked."""
        super().showEvent(event)
        self._stale.start()
        QTimer.singleShot(0, self, lambda: self._reach(self.month.day))  # once everything has its size

    def _reach(self, dia: date) -> None:
        """Scroll, on a small window, to where a day is."""
        for edge in reversed(self.month.reach_of(dia)):
            self._scroll.ensureVisible(0, edge, 0, 0)

    def _lay_out(self) -> None:
        waiting = Card()
        waiting.body.addWidget(self._count)
        waiting.body.addWidget(self._hint)
        waiting.body.addWidget(self.tray, 1)
        self._side.addWidget(waiting)
        self._side.addWidget(self.card)
        self._splitter.setHandleWidth(2 * GRID)
        self._splitter.setChildrenCollapsible(False)
        self._scroll.setWidget(self.month)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumWidth(self.month.minimumSizeHint().width())
        self._splitter.addWidget(self._scroll)
        self._splitter.addWidget(self._side)
        self._splitter.setStretchFactor(0, 1)
        self._show_side(0, SIDE_WIDTH)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = column(self.bar, self._splitter, self._said)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self, page: StepPage) -> None:
        self.bar.month_asked.connect(self.month.set_day)
        self.bar.others_asked.connect(lambda shown: self.month.show_others(shown=shown))
        self.bar.picture_asked.connect(lambda: save_picture(self.month, page.messages, "calendario"))
        self.bar.new_asked.connect(lambda: self.new_line(None))
        self.month.day_changed.connect(self._on_day)
        self.month.described.connect(self._said.setText)
        self.month.open_asked.connect(self.open_line)
        self.month.create_asked.connect(self.new_line)
        self.month.move_asked.connect(self._move)
        self.month.jump_asked.connect(lambda entidad, identidad: self.jump_asked.emit(entidad, identidad, ""))
        self.tray.place_asked.connect(lambda identidad: self._move(identidad, self.month.day))
        self.tray.open_asked.connect(self.open_line)
        self.card.closed.connect(self.close_line)
        self.card.form.field_focused.connect(self.field_focused)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_line)
        page.project.changed.connect(self._on_changed)

    def _show_side(self, place: int, width: int) -> None:
        """Show the tray (0) or the form (1), as narrow as it may be: the month has the rest."""
        self._side.setCurrentIndex(place)
        self._side.setMinimumWidth(width)
        self._splitter.setSizes([self._splitter.width(), width])

    def _carry(self) -> None:
        if self._project.read_only:
            return
        carrier = Carrier(self)
        carrier.add_source(self.month, self.month.pick)
        carrier.add_source(self.tray.viewport(), self.tray.at)
        carrier.add_target(self.month, self.month.set_target, self.month.drop)
        carrier.add_target(self.tray, lambda _: None, self._drop_on_tray)

    def _drop_on_tray(self, where: QPoint, identidad: Id) -> None:
        del where  # the tray keeps its own order
        self._move(identidad, None)

    def _move(self, identidad: Id, dia: date | None) -> None:
        linea = self._project.proyecto.get(LineaPlan, identidad)
        if linea is None or self._project.read_only:
            return
        motivo, cambiado = move(linea, dia)
        if self._project.edit(motivo, [cambiado]) is None:
            return
        self.refresh()
        if dia is None:
            self.month.select(None)
            self.tray.select(identidad)
        else:
            self.month.set_day(dia)
            self.month.select(identidad)

    def _on_day(self, dia: date) -> None:
        self.bar.show_month(dia)
        self._reach(dia)
        if self.month.span() != self._span:
            self._stale.start()

    def _on_changed(self, cambios: tuple[Cambio, ...]) -> None:
        if any(cambio.entidad != LineaPlan.ENTIDAD for cambio in cambios):
            self._old_layer = True
        self._stale.start()

    def _ask_layer(self, span: Span) -> None:
        """Work out holidays and other dates on a worker: the first holiday of a session takes a while."""
        self._old_layer = False
        snapshot, services = self._project.session.snapshot(), self._services
        task = self._runner.start(lambda _: (span, layer(snapshot, services.today(), services.feriados, *span)))
        task.succeeded.connect(self._on_layer)
        task.crashed.connect(self._project.crashed)

    def _on_layer(self, answer: tuple[Span, Layer]) -> None:
        span, made = answer
        if span == self.month.span():
            self.month.set_layer(made)


def _sign(page: StepPage, linea: LineaPlan) -> QIcon:
    return page.context.icon(LINE_SIGNS[linea.estado], page.context.colores.secundario)
