"""What is carried near an edge scrolls what is under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from promueve_gui.gui.pasos.plan.vistas.edge_scroller import STEP, EdgeScroller

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """Return something larger than what is seen of it, scrolled to its middle."""
    made, inside = QScrollArea(), QWidget()
    inside.resize(2000, 2000)
    made.setWidget(inside)
    made.resize(300, 300)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.horizontalScrollBar().setValue(500)
    made.verticalScrollBar().setValue(500)
    return made


@pytest.mark.parametrize(
    ("place", "across", "down"),
    [
        (QPoint(5, 150), -STEP, 0),
        (QPoint(150, 5), 0, -STEP),
        (QPoint(270, 270), STEP, STEP),
    ],
)
def test_it_goes_towards_the_edge_that_is_near(area: QScrollArea, place: QPoint, across: int, down: int) -> None:
    again: list[QPoint] = []
    scroller = EdgeScroller(area, again.append)
    scroller.hover(place)
    scroller.step()
    scroller.hover(None)
    scrolled = area.horizontalScrollBar().value() - 500, area.verticalScrollBar().value() - 500
    assert scrolled == (across, down)
    assert again == [place]


def test_it_goes_on_by_itself_until_it_leaves(area: QScrollArea, qtbot: QtBot) -> None:
    scroller = EdgeScroller(area, lambda _: None)
    scroller.hover(QPoint(150, 270))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() >= 500 + 3 * STEP)
    scroller.hover(None)
    there = area.verticalScrollBar().value()
    scroller.hover(QPoint(150, 150))
    assert area.verticalScrollBar().value() == there


def test_at_the_end_it_stops(area: QScrollArea) -> None:
    area.verticalScrollBar().setValue(0)
    again: list[QPoint] = []
    scroller = EdgeScroller(area, again.append)
    scroller.hover(QPoint(150, 5))
    scroller.step()
    assert again == []
