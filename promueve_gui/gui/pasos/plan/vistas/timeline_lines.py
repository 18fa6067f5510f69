"""The lines over time, in lanes of what people choose, with its controls."""

from __future__ import annotations

from collections import deque
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from promueve_gui.application.month import FIRST_YEAR, LAST_YEAR
from promueve_gui.application.plan_views import Carriles, lanes_after, lanes_in_parts, to_lane
from promueve_gui.domain.fechas import add_months
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.vistas.line_menu import add_line_keys
from promueve_gui.gui.pasos.plan.vistas.lines_view import LinesView
from promueve_gui.gui.pasos.plan.vistas.timeline_scene import ZOOMS
from promueve_gui.gui.pasos.plan.vistas.timeline_view import TimelineView
from promueve_gui.gui.widgets.parts import button, label, row
from promueve_gui.gui.widgets.tips import plain_caption

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.application.plan_views import Carril
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
    from promueve_gui.gui.widgets.carrier import Carrier

MOST_LISTED = 30
BY_WIDTH = 160
AROUND = 2  # months before the first line and after the last
AREAS = "El área se sigue de los datos y de la persona: no cambia al arrastrar."
PARTS = "·"  # between lanes and zoom, in the option that a saved view keeps


class TimelineLines(LinesView):
    """Joins the time line and its controls with the lines."""

    KEY: ClassVar[str] = "tiempo"
    NAME: ClassVar[str] = "Línea de tiempo"

    def __init__(self, desk: PlanDesk) -> None:
        """Show lanes of roles, by quarters."""
        super().__init__(desk)
        self._today = desk.context.services.today()
        self.view = TimelineView(desk)
        self.by = QComboBox()
        self.by.setAccessibleName("Carriles")
        self.by.setMaximumWidth(BY_WIDTH)
        for carriles in Carriles:
            self.by.addItem(carriles.etiqueta)
        self.by.setCurrentIndex(list(Carriles).index(Carriles.ROL))
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("Acercamiento")
        self.zoom.addItems([zoom.name for zoom in ZOOMS])
        self.zoom.setCurrentIndex(1)
        self.today_button = button("Hoy", lambda: self.view.show_day(self._today, 0.3))
        self.today_button.setToolTip("Ir al día de hoy")
        self.controls = (_named("Carriles", self.by), self.zoom, self.today_button)
        self.lay_out(self.view)
        self._began = False
        self._end = self._today  # the last day of any line
        self._known: tuple[tuple[int, int], Carriles, Sequence[Carril]] | None = None
        self._connect()

    def refresh(self) -> None:
        """Show the lines as they are now."""
        carriles = self._lanes()
        starts = [carril.lineas[0].fecha for carril in carriles]
        first = min([self._today, *filter(None, starts)]).replace(day=1)
        first = add_months(max(first, date(FIRST_YEAR, 3, 1)), -AROUND)
        last = add_months(min(max(self._end, self._today), date(LAST_YEAR, 9, 1)).replace(day=1), AROUND + 1)
        self.view.set_lanes(carriles, first, last, ZOOMS[self.zoom.currentIndex()])
        self.show_state(len(self.desk.lines.lines()))
        if not self._began:
            self._began = True
            self.view.show_day(self._today, 0.3)
        self.view.describe()

    def prepare(self) -> Iterator[None]:
        """Put the lines in their lanes, and those in rows."""
        yield from self._put_in_lanes()
        yield from self.view.pack(self._lanes(), ZOOMS[self.zoom.currentIndex()])

    def _lanes(self) -> Sequence[Carril]:
        """Return the lanes as they are now; those that nothing happened in are the same as before."""
        lines, por, known = self.desk.lines, self._by(), self._known
        changes = None if known is None or known[1] is not por else lines.changes_since(known[0])
        if known is None or changes is None:
            deque(self._put_in_lanes(), 0)
        elif changes:
            ends = [now.ultimo_dia for _, now in changes if now is not None and now.ultimo_dia is not None]
            self._end = max([self._end, *ends])
            found = lanes_after(self.desk.project.proyecto, known[2], por, changes)
            self._known = lines.version, por, found
        return () if self._known is None else self._known[2]

    def _put_in_lanes(self) -> Iterator[None]:
        """Put all lines in lanes, with pauses; what changes meanwhile is taken over afterwards."""
        version, shown, por = self.desk.lines.version, list(self.desk.lines.lines()), self._by()
        found = yield from lanes_in_parts(self.desk.project.proyecto, shown, por)
        ends = [fin for linea in shown if (fin := linea.fecha_fin) is not None]
        self._end = max([self._today, *ends, *filter(None, (lane.lineas[-1].fecha for lane in found))])
        self._known = version, por, found
        yield

    def select(self, identidad: Id | None) -> None:
        """Put the cursor on a line."""
        self.view.select(identidad)

    def selected(self) -> list[Id]:
        """Return the line that has the cursor, if any."""
        return [] if self.view.current is None else [self.view.current]

    def day(self) -> date | None:
        """Return the day of the chosen line, or the one in the middle."""
        linea = self.view.line()
        return linea.fecha if linea is not None and linea.fecha is not None else self.view.middle()

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.view.setFocus()

    def carry(self, carrier: Carrier) -> None:
        """Let lines be carried over days and lanes."""
        carrier.add_source(self.view.viewport(), self.view.pick)
        carrier.add_target(self.view.viewport(), self.view.set_target, self.view.drop)

    def option(self) -> str:
        """Return lanes and zoom."""
        return f"{self._by()}{PARTS}{ZOOMS[self.zoom.currentIndex()].key}"

    def set_option(self, option: str) -> None:
        """Set lanes and zoom."""
        by, _, zoom = option.partition(PARTS)
        kinds, zooms = [str(carriles) for carriles in Carriles], [known.key for known in ZOOMS]
        if by in kinds:
            self.by.setCurrentIndex(kinds.index(by))
        if zoom in zooms:
            self.zoom.setCurrentIndex(zooms.index(zoom))

    def _by(self) -> Carriles:
        return list(Carriles)[self.by.currentIndex()]

    def _connect(self) -> None:
        view, actions = self.view, self.desk.actions
        self.by.currentIndexChanged.connect(lambda _: self.refresh())
        self.zoom.currentIndexChanged.connect(lambda _: self.refresh())
        view.zoom_asked.connect(self._zoom)
        view.chosen.connect(self.chosen)
        view.described.connect(self.described)
        view.open_asked.connect(actions.open)
        view.move_asked.connect(self._move)
        view.stretch_asked.connect(actions.stretch)
        view.create_asked.connect(self._create)
        view.menu_asked.connect(self.show_menu)
        view.more_asked.connect(self._list)
        add_line_keys(view, self.desk, self.selected)
        self.desk.lines.days_known.connect(view.viewport().update)

    def _zoom(self, by: int) -> None:
        self.zoom.setCurrentIndex(min(max(self.zoom.currentIndex() + by, 0), len(ZOOMS) - 1))

    def _move(self, identidad: Id, dia: date, source: int, target: int) -> None:
        linea = self.desk.lines.line(identidad)
        if linea is None:
            return
        keys = [lane.carril.clave for lane in self.view.scene.lanes]
        desde = keys[source] if 0 <= source < len(keys) else None
        hasta = keys[target] if 0 <= target < len(keys) else None
        if desde is None or hasta is None:
            self.desk.actions.move([identidad], dia)
            return
        self.desk.actions.carry(identidad, dia, to_lane(self.desk.project.proyecto, linea, self._by(), desde, hasta))
        if desde != hasta and self._by() is Carriles.AREA:
            self.described.emit(AREAS)

    def _create(self, dia: date, lane: int) -> None:
        """Begin a line on a day with what its lane stands for."""
        blank, key = LineaPlan(id=""), self.view.scene.lanes[lane].carril.clave
        told = to_lane(self.desk.project.proyecto, blank, self._by(), "", key)
        self.create_asked.emit({"fecha": dia, **told})

    def _list(self, lineas: Sequence[LineaPlan], globally: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for linea in lineas[:MOST_LISTED]:
            action = menu.addAction(plain_caption(linea.titulo_visible))
            action.triggered.connect(lambda _=False, identidad=linea.id: self.desk.actions.open(identidad))
        if len(lineas) > MOST_LISTED:
            menu.addAction(f"y {len(lineas) - MOST_LISTED} más: acérquese o filtre").setEnabled(False)
        menu.popup(globally)


def _named(text: str, widget: QComboBox) -> QWidget:
    made, name = QWidget(), label(text)
    name.setBuddy(widget)
    made.setLayout(row(name, widget, spacing=4))
    return made
