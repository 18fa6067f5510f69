"""What each key of the time line does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt

from promueve_gui.domain.fechas import add_days
from promueve_gui.gui.pasos.plan.vistas.line_menu import ENTER, take_line_key

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
    from promueve_gui.gui.pasos.plan.vistas.timeline_scene import TimelineScene

DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
LANES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ZOOMS = {Qt.Key.Key_Plus: -1, Qt.Key.Key_Minus: 1}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
HELP = (
    "Con las flechas recorre las actividades y los carriles; con Entrar abre una; con Ctrl y las flechas la mueve de "
    "día o de carril; con Ctrl, Mayús y las flechas la alarga o la acorta; con más y menos acerca y aleja."
)


class Keyed(Protocol):
    """What the keys need of a time line."""

    desk: PlanDesk
    scene: TimelineScene
    lane: int
    editable: bool

    @property
    def current(self) -> Id | None:
        """Return which line has the cursor."""

    @property
    def zoom_asked(self) -> SignalInstance:
        """Return what asks to come nearer or go away."""

    @property
    def move_asked(self) -> SignalInstance:
        """Return what asks to move a line."""

    @property
    def stretch_asked(self) -> SignalInstance:
        """Return what asks to stretch a line."""

    @property
    def create_asked(self) -> SignalInstance:
        """Return what asks for a new line."""

    def line(self) -> LineaPlan | None:
        """Return the line that has the cursor."""

    def middle(self) -> date:
        """Return the day in the middle."""

    def show_day(self, dia: date, share: float = 0.5) -> None:
        """Scroll to a day."""

    def select(self, identidad: Id | None, lane: int | None = None, *, reveal: bool = True) -> None:
        """Put the cursor on a line."""

    def turn_page(self, by: int) -> None:
        """Scroll over as many days as are seen."""


def take_key(view: Keyed, event: QKeyEvent) -> bool:
    """Do what a key asks; false for keys that mean nothing here."""
    key = Qt.Key(event.key())
    if key in DAYS or key in LANES:
        _on_arrow(view, key, event.modifiers())
    elif key in ZOOMS:
        view.zoom_asked.emit(ZOOMS[key])
    elif key in PAGES:
        view.turn_page(PAGES[key])
    elif key == Qt.Key.Key_Home:
        view.show_day(view.desk.context.services.today(), 0.3)
    elif key in ENTER and view.current is None and view.editable and view.scene.lanes:
        view.create_asked.emit(view.middle(), 0)
    else:
        return take_line_key(event, view.desk, [] if view.current is None else [view.current])
    return True


def _on_arrow(view: Keyed, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    linea = view.line()
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if not control or linea is None or linea.fecha is None:
        _go(view, key)
    elif key in DAYS and shift:
        last = add_days(linea.ultimo_dia or linea.fecha, DAYS[key])
        view.stretch_asked.emit(linea.id, linea.fecha, max(last, linea.fecha))
    elif key in DAYS:
        view.move_asked.emit(linea.id, add_days(linea.fecha, DAYS[key]), view.lane, view.lane)
    elif 0 <= view.lane + LANES[key] < len(view.scene.lanes):
        view.move_asked.emit(linea.id, linea.fecha, view.lane, view.lane + LANES[key])


def _go(view: Keyed, key: Qt.Key) -> None:
    """Go to the line before or after in the lane, or to the one of the nearest day in the lane above or below."""
    lanes, linea = view.scene.lanes, view.line()
    if not lanes:
        return
    if linea is None or view.lane < 0:
        nearest = _nearest(view, 0, view.middle().toordinal())
        view.select(nearest, 0 if nearest else None)
        return
    if key in DAYS:
        ids = [otra.id for otra in lanes[view.lane].carril.lineas]
        place = ids.index(linea.id) + DAYS[key]
        if 0 <= place < len(ids):
            view.select(ids[place], view.lane)
        return
    lane = view.lane + LANES[key]
    while 0 <= lane < len(lanes):
        nearest = _nearest(view, lane, (linea.fecha or view.middle()).toordinal())
        if nearest is not None:
            view.select(nearest, lane)
            return
        lane += LANES[key]


def _nearest(view: Keyed, lane: int, ordinal: int) -> str | None:
    lineas = view.scene.lanes[lane].carril.lineas
    found = min(lineas, key=lambda linea: abs(linea.fecha.toordinal() - ordinal) if linea.fecha else 0, default=None)
    return None if found is None else found.id
