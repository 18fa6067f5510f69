"""What the tests of the time line do again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from promueve_gui.application.plan_views import Carriles
from promueve_gui.gui.pasos.plan.vistas.timeline_painter import HEAD

if TYPE_CHECKING:
    from datetime import date

    from promueve_gui.gui.pasos.plan.vistas.timeline_lines import TimelineLines

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def by(timeline: TimelineLines, carriles: Carriles) -> list[str]:
    """Show lanes of a kind and return their titles."""
    timeline.by.setCurrentIndex(list(Carriles).index(carriles))
    return [lane.carril.titulo for lane in timeline.view.scene.lanes]


def place_of(timeline: TimelineLines, identidad: str) -> QPoint:
    """Put the cursor on a line and return where its sign is."""
    timeline.select(identidad)
    bar = timeline.view.scene.bar_of(identidad)
    assert bar is not None
    return on_screen(timeline, bar.box.left + min(9.0, timeline.view.zoom.day / 2), bar.box.top + 9)


def end_of(timeline: TimelineLines, identidad: str) -> QPoint:
    """Return where the end of a line is grabbed."""
    bar = timeline.view.scene.bar_of(identidad)
    assert bar is not None
    return on_screen(timeline, bar.box.right - 2, bar.box.top + 9)


def place_on(timeline: TimelineLines, dia: date, lane: int) -> QPoint:
    """Return a place of a day in a lane."""
    view = timeline.view
    return on_screen(timeline, view.scene.x_of(dia) + view.zoom.day / 2, view.scene.lanes[lane].top + 12)


def on_screen(timeline: TimelineLines, x: float, y: float) -> QPoint:
    """Return where a place of the scene is seen."""
    view = timeline.view
    left, top = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    return QPoint(int(x - left + view.titles), int(y - top + HEAD))


def press(timeline: TimelineLines, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(timeline.view, key, modifiers)


def lane_of(timeline: TimelineLines, titulo: str) -> int:
    return [lane.carril.titulo for lane in timeline.view.scene.lanes].index(titulo)
