"""What the tests of the time line do again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from promueve_gui.application.plan_views import Carriles

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.plan.vistas.timeline_lines import TimelineLines

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def by(timeline: TimelineLines, carriles: Carriles) -> list[str]:
    """Show lanes of a kind and return their titles."""
    timeline.by.setCurrentIndex(list(Carriles).index(carriles))
    return [lane.carril.titulo for lane in timeline.view.scene.lanes]


def place_of(timeline: TimelineLines, identidad: str) -> QPoint:
    timeline.select(identidad)
    place = timeline.view.place_of(identidad)
    assert place is not None
    return place


def end_of(timeline: TimelineLines, identidad: str) -> QPoint:
    place = timeline.view.end_of(identidad)
    assert place is not None
    return place


def press(timeline: TimelineLines, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(timeline.view, key, modifiers)


def lane_of(timeline: TimelineLines, titulo: str) -> int:
    return [lane.carril.titulo for lane in timeline.view.scene.lanes].index(titulo)
