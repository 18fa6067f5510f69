from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from promueve_gui.gui.widgets.carrier import Carrier
from tests.gui.mouse import LEFT, drag, press_and_move

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Desk:
    """A source and a target side by side, and what happened between them."""

    def __init__(self, host: QWidget) -> None:
        self.host = host
        self.source, self.target = QWidget(host), QWidget(host)
        self.source.setGeometry(0, 0, 100, 100)
        self.target.setGeometry(100, 0, 100, 100)
        self.hovered: list[QPoint | None] = []
        self.dropped: list[tuple[QPoint, str]] = []
        self.carrier = Carrier(host)
        self.carrier.add_source(self.source, lambda place: ("uno", "El <b>uno</b>") if place.x() < 50 else None)
        self.carrier.add_target(
            self.target, self.hovered.append, lambda place, what: self.dropped.append((place, what))
        )


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(200, 100)
    host.show()
    made = Desk(host)
    made.source.show()
    made.target.show()
    return made


def test_what_is_carried_to_a_target_is_put_down_there(desk: Desk) -> None:
    drag(desk.source, QPoint(10, 10), desk.target, QPoint(30, 40))
    assert desk.dropped == [(QPoint(30, 40), "uno")]
    assert desk.hovered[-2:] == [QPoint(30, 40), None]
    assert not desk.carrier.carrying


def test_a_place_without_anything_gives_nothing_to_carry(desk: Desk) -> None:
    drag(desk.source, QPoint(80, 10), desk.target, QPoint(30, 40))
    assert desk.dropped == []


def test_a_click_is_no_carrying(desk: Desk) -> None:
    QTest.mouseClick(desk.source, LEFT, pos=QPoint(10, 10))
    assert desk.dropped == []
    assert not desk.carrier.carrying


def test_what_is_carried_shows_its_name_as_typed(desk: Desk) -> None:
    press_and_move(desk.source, QPoint(10, 10), QPoint(60, 60))
    ghost = desk.host.findChild(QLabel)
    assert isinstance(ghost, QLabel)
    assert ghost.textFormat() is Qt.TextFormat.PlainText
    assert ghost.text() == "El <b>uno</b>"
    QTest.mouseRelease(desk.source, LEFT, pos=QPoint(60, 60))
    assert ghost.isHidden()


@pytest.mark.parametrize("place", [QPoint(60, 60), QPoint(190, 95), QPoint(5, 95)])
def test_its_name_is_seen_whole_at_every_edge(desk: Desk, place: QPoint) -> None:
    press_and_move(desk.source, QPoint(10, 10), place)
    ghost = desk.host.findChild(QLabel)
    assert ghost is not None
    assert desk.host.rect().contains(ghost.geometry())
    assert not ghost.geometry().contains(place)
    QTest.mouseRelease(desk.source, LEFT, pos=place)


def test_escape_puts_it_back(desk: Desk) -> None:
    press_and_move(desk.source, QPoint(10, 10), QPoint(150, 50))
    QTest.keyClick(desk.source, Qt.Key.Key_X)
    assert desk.carrier.carrying
    QTest.keyClick(desk.source, Qt.Key.Key_Escape)
    QTest.mouseRelease(desk.source, LEFT, pos=QPoint(150, 50))
    assert desk.dropped == []
    assert desk.hovered[-1] is None


def test_a_hidden_target_takes_nothing(desk: Desk) -> None:
    desk.target.hide()
    drag(desk.source, QPoint(10, 10), desk.target, QPoint(30, 40))
    assert desk.dropped == []


def test_other_buttons_carry_nothing(desk: Desk) -> None:
    QTest.mousePress(desk.source, Qt.MouseButton.RightButton, pos=QPoint(10, 10))
    QTest.mouseMove(desk.source, QPoint(60, 60))
    QTest.mouseRelease(desk.source, Qt.MouseButton.RightButton, pos=QPoint(60, 60))
    assert not desk.carrier.carrying
