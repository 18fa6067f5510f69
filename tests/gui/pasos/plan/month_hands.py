"""What the tests of the month do again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from promueve_gui.domain.plan import LineaPlan
from tests.gui.pasos.plan.conftest import month_of

if TYPE_CHECKING:
    from datetime import date

    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.project import Project

CONTROL = Qt.KeyboardModifier.ControlModifier


def line(project: Project, identidad: str) -> LineaPlan:
    found = project.proyecto.get(LineaPlan, identidad)
    assert found is not None
    return found


def free_place(page: PlanPage, dia: date) -> QPoint:
    place = month_of(page).month.place_of(dia)
    assert place is not None
    return place


def line_place(page: PlanPage, identidad: str) -> QPoint:
    place = month_of(page).month.place_of_line(identidad)
    assert place is not None
    return place


def press(page: PlanPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(month_of(page).month, key)
