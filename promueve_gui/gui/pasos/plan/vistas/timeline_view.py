"""The time line as a widget: lines are chosen, moved, stretched and opened with mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip

from promueve_gui.domain.fechas import add_days
from promueve_gui.gui.pasos.plan.vistas.edge_scroller import EdgeScroller
from promueve_gui.gui.pasos.plan.vistas.line_pen import LinePen
from promueve_gui.gui.pasos.plan.vistas.line_signs import line_told
from promueve_gui.gui.pasos.plan.vistas.timeline_keys import HELP, take_key
from promueve_gui.gui.pasos.plan.vistas.timeline_painter import HEAD, Look, TimelinePainter
from promueve_gui.gui.pasos.plan.vistas.timeline_scene import ZOOMS, Lane, TimelineScene, edge_at
from promueve_gui.gui.widgets.box import Box
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from promueve_gui.application.plan_views import Carril
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
    from promueve_gui.gui.pasos.plan.vistas.timeline_scene import Bar, More, Zoom

    Period = tuple[Id, date, date]

TITLES, NARROW_TITLES, NARROW = 150, 108, 520
PART = 100  # lanes that are put in rows without a pause


class TimelineView(QAbstractScrollArea):
    """Lanes of lines over time."""

    chosen = Signal(object)  # Id or None
    open_asked = Signal(object)  # Id
    create_asked = Signal(object, int)  # date and lane
    move_asked = Signal(object, object, int, int)  # Id, date, from lane, to lane (-1 for none)
    stretch_asked = Signal(object, object, object)  # Id, first and last day
    menu_asked = Signal(QPoint)
    more_asked = Signal(object, QPoint)  # lines, and where on the screen
    zoom_asked = Signal(int)
    described = Signal(str)

    def __init__(self, desk: PlanDesk) -> None:
        """Start without lanes."""
        super().__init__()
        self.desk = desk
        self.editable = desk.editable
        self._today = desk.context.services.today()
        self.zoom: Zoom = ZOOMS[1]
        self.scene = TimelineScene([], self.zoom, self._today, self._today)
        self._packed: list[Lane] = []  # of lanes that are to be shown next
        self._current: Id | None = None
        self.lane = -1
        self._target: tuple[date, int] | None = None
        self._grabbed: tuple[Id, date, int] | None = None
        self._stretched: Period | None = None
        self._held: tuple[QPoint, Period] | None = None  # an end, where it was grabbed, and what it was then
        self._side = 0
        self._pen = LinePen(desk.context, self.font())
        self.setObjectName("linea")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Línea de tiempo del plan")
        self.setAccessibleDescription(HELP)
        self._scroller = EdgeScroller(self, self.set_target)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    # What is shown

    @property
    def titles(self) -> int:
        """Return the width of the titles of the lanes."""
        return TITLES if self.viewport().width() > NARROW else NARROW_TITLES

    @property
    def current(self) -> Id | None:
        """Return which line has the cursor."""
        return self._current

    def set_lanes(self, carriles: Sequence[Carril], first: date, last: date, zoom: Zoom) -> None:
        """Show these lanes; the day in the middle stays there, if there is one."""
        middle = self.middle()
        again = bool(self.scene.lanes)
        self.zoom = zoom
        self.scene = TimelineScene(carriles, zoom, first, last, (*self.scene.lanes, *self._packed))
        self._packed.clear()
        if self._current is not None:
            self.lane = self.scene.lane_of(self._current)
        self._set_ranges()
        if again:
            self.show_day(middle)
        self.viewport().update()

    def pack(self, carriles: Sequence[Carril], zoom: Zoom) -> Iterator[None]:
        """Put lanes that are to be shown in rows beforehand, with a pause after every so many of them."""
        self._packed.clear()
        for place, carril in enumerate(carriles, 1):
            self._packed.append(Lane(carril, zoom))
            if place % PART == 0:
                yield

    def middle(self) -> date:
        """Return the day in the middle of what is shown."""
        return self.scene.day_at(self.horizontalScrollBar().value() + self._room() / 2)

    def show_day(self, dia: date, share: float = 0.5) -> None:
        """Scroll a day to a share of the width."""
        self.horizontalScrollBar().setValue(int(self.scene.x_of(dia) - self._room() * share))

    def turn_page(self, by: int) -> None:
        """Scroll over as many days as are seen."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def select(self, identidad: Id | None, lane: int | None = None, *, reveal: bool = True) -> None:
        """Put the cursor on a line, in one of its lanes."""
        known = identidad is not None and self.scene.lane_of(identidad) >= 0
        self.lane = -1 if not known or identidad is None else self.scene.lane_of(identidad) if lane is None else lane
        found = identidad if known else None
        changed, self._current = found != self._current, found
        if reveal and found is not None:
            self._reveal(found)
        self.describe()
        self.viewport().update()
        if changed:
            self.chosen.emit(found)

    def line(self) -> LineaPlan | None:
        """Return the line that has the cursor."""
        return self.desk.lines.line(self._current)

    def describe(self) -> None:
        """Say in words what has the cursor."""
        linea = self.line()
        text = ""
        if linea is not None:
            title = self.scene.lanes[self.lane].carril.titulo if self.lane >= 0 else ""
            text = f"{line_told(linea, self.desk.lines.warning)}\n{title}".strip().replace("\n", " · ")
        self.setAccessibleDescription(text or HELP)
        self.described.emit(text)

    # Carrying lines

    def pick(self, place: QPoint) -> tuple[Id, str] | None:
        """Return what is carried from a place: a line, but not by its ends, which stretch it."""
        bar = self._bar_at(place)
        if bar is None or not self.editable or self._edge(bar, place):
            return None
        self._grabbed = bar.linea.id, self._day_at(place), bar.lane
        return bar.linea.id, bar.linea.titulo_visible

    def set_target(self, place: QPoint | None) -> None:
        """Show day and lane where what is carried would be put."""
        self._scroller.hover(place)
        target = None
        if place is not None and self.scene.lanes:
            target = self._dropped_day(place), self._lane_at(place)
        if target != self._target:
            self._target = target
            self.viewport().update()

    def drop(self, place: QPoint, identidad: Id) -> None:
        """Ask for what is carried to be put on a day and a lane."""
        dia = self._dropped_day(place)
        grabbed, self._grabbed = self._grabbed, None
        source = grabbed[2] if grabbed is not None and grabbed[0] == identidad else -1
        self.move_asked.emit(identidad, dia, source, self._lane_at(place) if self.scene.lanes else -1)

    def _dropped_day(self, place: QPoint) -> date:
        """Return the first day of a line put down at a place: it moves by as many days as it was carried."""
        dia = self._day_at(place)
        if self._grabbed is None:
            return dia
        linea = self.desk.lines.line(self._grabbed[0])
        if linea is None or linea.fecha is None:
            return dia
        return add_days(dia, (linea.fecha - self._grabbed[1]).days)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen."""
        del event
        painter = QPainter(self.viewport())
        size = self.viewport().size()
        look = Look(
            left=float(self.horizontalScrollBar().value()),
            top=float(self.verticalScrollBar().value()),
            titles=float(self.titles),
            width=float(size.width()),
            height=float(size.height()),
            today=self._today,
            current=self._current,
            lane=self.lane if self.lane >= 0 else None,
            focused=self.hasFocus(),
            target=self._target,
            stretched=self._stretched,
        )
        self._pen.begin(painter)
        TimelinePainter(self._pen, self.scene, look, self.desk.lines.day_off, self.desk.lines.warning).paint()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll as far as there is something to see."""
        super().resizeEvent(event)
        self._set_ranges()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through lines and lanes, move, stretch and open them."""
        if not take_key(self, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, come nearer or go away."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(-1 if event.angleDelta().y() > 0 else 1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on what is under the mouse; by an end, begin to stretch it."""
        place = event.position().toPoint()
        bar, more = self._bar_at(place), self._more_at(place)
        if more is not None and bar is None and event.button() is Qt.MouseButton.LeftButton:
            self.more_asked.emit(more.lineas, event.globalPosition().toPoint())
            return
        self._side = 0 if bar is None or not self.editable else self._edge(bar, place)
        self.select(None if bar is None else bar.linea.id, None if bar is None else bar.lane, reveal=False)
        left = event.button() is Qt.MouseButton.LeftButton
        if self._side and left and bar is not None and bar.linea.fecha is not None:
            self._held = place, (bar.linea.id, bar.linea.fecha, bar.linea.ultimo_dia or bar.linea.fecha)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch what is held by an end; show which ends can be held."""
        place = event.position().toPoint()
        if self._held is not None:
            self._stretch_to(place, *self._held)
            return
        bar = self._bar_at(place)
        held = bar is not None and self.editable and self._edge(bar, place) != 0
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if held else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what was stretched to cover those days."""
        super().mouseReleaseEvent(event)
        stretched, self._stretched, self._held = self._stretched, None, None
        if stretched is not None:
            self.stretch_asked.emit(*stretched)
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the line under the mouse; a free place begins a new one there."""
        place = event.position().toPoint()
        bar = self._bar_at(place)
        self._stretched = self._held = None
        if bar is not None:
            self.open_asked.emit(bar.linea.id)
        elif self.editable and place.x() > self.titles and place.y() > HEAD and self.scene.lanes:
            self.create_asked.emit(self._day_at(place), self._lane_at(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the line under the mouse or the cursor."""
        if event.reason() is not event.Reason.Keyboard:
            bar = self._bar_at(event.pos())
            self.select(None if bar is None else bar.linea.id, None if bar is None else bar.lane, reveal=False)
        self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole of what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos())
            if bar is not None:
                text = line_told(bar.linea, self.desk.lines.warning)
            else:
                text = self.desk.lines.day_off(self._day_at(event.pos())) if event.pos().x() > self.titles else ""
            QToolTip.showText(event.globalPos(), plain_tip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    def _stretch_to(self, place: QPoint, grabbed: QPoint, was: Period) -> None:
        """Move the end that is held by as many days as the mouse went; a hand that only trembles moves nothing."""
        if self._stretched is None and (place - grabbed).manhattanLength() < QApplication.startDragDistance():
            return
        identidad, first, last = was
        days = (self._day_at(place) - self._day_at(grabbed)).days
        pair = (first, max(add_days(last, days), first)) if self._side > 0 else (min(add_days(first, days), last), last)
        self._stretched = identidad, *pair
        self.viewport().update()

    # Places

    def _room(self) -> int:
        return max(self.viewport().width() - self.titles, 1)

    def _set_ranges(self) -> None:
        across, down = self._room(), max(self.viewport().height() - int(HEAD), 1)
        horizontal, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        horizontal.setRange(0, max(int(self.scene.width) - across, 0))
        horizontal.setPageStep(across)
        horizontal.setSingleStep(int(self.zoom.day * 7))
        vertical.setRange(0, max(int(self.scene.height) - down, 0))
        vertical.setPageStep(down)
        vertical.setSingleStep(22)

    def _in_scene(self, place: QPoint) -> tuple[float, float]:
        x = place.x() - self.titles + self.horizontalScrollBar().value()
        return x, place.y() - HEAD + self.verticalScrollBar().value()

    def _day_at(self, place: QPoint) -> date:
        return self.scene.day_at(self._in_scene(place)[0])

    def _lane_at(self, place: QPoint) -> int:
        return self.scene.lane_at(self._in_scene(place)[1])

    def _bar_at(self, place: QPoint) -> Bar | None:
        if place.x() < self.titles or place.y() < HEAD:
            return None
        return self.scene.bar_at(*self._in_scene(place))

    def _more_at(self, place: QPoint) -> More | None:
        x, y = self._in_scene(place)
        return next((more for more in self.scene.more_in(Box(x, y, 1, 1)) if more.box.has(x, y)), None)

    def _edge(self, bar: Bar, place: QPoint) -> int:
        return edge_at(bar, self._in_scene(place)[0])

    def _reveal(self, identidad: Id) -> None:
        bar = self.scene.bar_of(identidad, self.lane if self.lane >= 0 else None)
        if bar is None:
            return
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        if not left <= bar.box.left <= left + self._room() - 40:
            self.show_day(bar.linea.fecha or self._today, 0.3)
        if not top <= bar.box.top <= top + self.viewport().height() - HEAD - 30:
            self.verticalScrollBar().setValue(int(bar.box.top - 40))
