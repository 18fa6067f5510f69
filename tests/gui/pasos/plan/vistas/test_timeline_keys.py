"""The time line with the keyboard and the wheel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from promueve_gui.application.plan_views import Carriles
from promueve_gui.domain.vocabularios import Canal
from tests.gui.pasos.plan.vistas.conftest import MARTES
from tests.gui.pasos.plan.vistas.seen import line, timeline_of
from tests.gui.pasos.plan.vistas.timeline_hands import CONTROL, SHIFT, by, press

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.pasos.plan.vistas.timeline_lines import TimelineLines
    from promueve_gui.gui.project import Project


@pytest.fixture
def timeline(panel: LinesPanel) -> TimelineLines:
    """Return the time line, shown."""
    return timeline_of(panel)


def test_keys_stretch_and_move(timeline: TimelineLines, project: Project) -> None:
    by(timeline, Carriles.CANAL)
    timeline.select("boletin")
    press(timeline, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert line(project, "boletin").fecha_fin == date(2026, 11, 11)
    press(timeline, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert line(project, "boletin").fecha_fin is None
    press(timeline, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert (line(project, "boletin").fecha, line(project, "boletin").fecha_fin) == (MARTES, None)
    press(timeline, Qt.Key.Key_Left, CONTROL)
    assert line(project, "boletin").fecha == date(2026, 11, 9)
    press(timeline, Qt.Key.Key_Up, CONTROL)
    assert line(project, "boletin").canal is Canal.REDES
    press(timeline, Qt.Key.Key_Up, CONTROL)
    assert line(project, "boletin").canal is Canal.REDES
    press(timeline, Qt.Key.Key_Down, CONTROL)
    assert line(project, "boletin").canal is Canal.CORREO
    press(timeline, Qt.Key.Key_Backspace)
    assert line(project, "boletin").fecha is None


def test_arrows_go_through_lines_and_lanes(timeline: TimelineLines) -> None:
    by(timeline, Carriles.CANAL)
    press(timeline, Qt.Key.Key_Right)
    assert timeline.view.current is not None
    timeline.select("boletin")
    press(timeline, Qt.Key.Key_Right)
    assert timeline.view.current == "correo"
    press(timeline, Qt.Key.Key_Right)
    assert timeline.view.current == "correo"
    press(timeline, Qt.Key.Key_Left)
    assert timeline.view.current == "boletin"
    press(timeline, Qt.Key.Key_Down)
    assert timeline.view.current == "feria"
    press(timeline, Qt.Key.Key_Down)
    assert timeline.view.current == "feria"
    press(timeline, Qt.Key.Key_Up)
    assert timeline.view.current in {"boletin", "correo"}
    press(timeline, Qt.Key.Key_Up)
    assert timeline.view.current in {"serie11", "campana"}


def test_pages_turn_and_plus_and_minus_zoom(timeline: TimelineLines) -> None:
    bar = timeline.view.horizontalScrollBar()
    bar.setValue(0)
    press(timeline, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(timeline, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    timeline.view.show_day(date(2026, 11, 1))
    middle = timeline.view.middle()
    press(timeline, Qt.Key.Key_Plus)
    assert timeline.zoom.currentText() == "Meses", timeline.zoom.currentIndex()
    assert abs((timeline.view.middle() - middle).days) <= 1
    press(timeline, Qt.Key.Key_Plus)
    assert timeline.zoom.currentText() == "Meses"
    for _ in range(3):
        press(timeline, Qt.Key.Key_Minus)
    assert timeline.zoom.currentText() == "Año"


def test_the_wheel_zooms_with_control_and_scrolls_without(timeline: TimelineLines) -> None:
    def turn(angle: int, modifiers: Qt.KeyboardModifier) -> None:
        event = QWheelEvent(
            QPointF(200, 200),
            QPointF(200, 200),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # Qt's signature
        )
        QApplication.sendEvent(timeline.view.viewport(), event)

    turn(120, CONTROL)
    assert timeline.zoom.currentText() == "Meses"
    turn(-120, CONTROL)
    assert timeline.zoom.currentText() == "Trimestres"
    turn(-120, Qt.KeyboardModifier.NoModifier)
    assert timeline.zoom.currentText() == "Trimestres"
