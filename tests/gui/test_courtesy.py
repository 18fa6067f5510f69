"""Work gives way to the window: after some work, while the window is at something, and never for ever."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from promueve_gui.gui.courtesy import MOST_WAIT, TURN_SECONDS, WAIT_SHARE, Courtesy, Turns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Clock:
    """Time that passes when told, and by waiting."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        """Wait in vain: the window is never free."""
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def turns(clock: Clock) -> Turns:
    return Turns(clock.wait, clock)


def test_a_little_work_asks_nobody(turns: Turns, clock: Clock) -> None:
    clock.now += TURN_SECONDS / 2
    turns.give_way()
    assert clock.waits == []


def test_more_work_waits_as_long_as_it_has_earned(turns: Turns, clock: Clock) -> None:
    clock.now += 2 * TURN_SECONDS
    turns.give_way()
    assert clock.waits == pytest.approx([WAIT_SHARE * 2 * TURN_SECONDS])


def test_no_wait_is_longer_than_the_longest(turns: Turns, clock: Clock) -> None:
    clock.now += 60
    turns.give_way()
    assert clock.waits == [MOST_WAIT]


def test_beside_a_window_that_is_never_free_work_goes_on_at_its_share(turns: Turns, clock: Clock) -> None:
    begin, worked = clock.now, 0.0
    for _ in range(500):
        clock.now += TURN_SECONDS * 1.5
        worked += TURN_SECONDS * 1.5
        turns.give_way()
    assert clock.now - begin == pytest.approx(worked * (1 + WAIT_SHARE))


def test_a_worker_goes_on_when_the_window_has_time(qtbot: QtBot) -> None:
    parent = QObject()
    courtesy, told = Courtesy(parent), threading.Event()

    def work() -> None:
        courtesy.wait(3600)
        told.set()

    worker = threading.Thread(target=work)
    worker.start()
    assert not told.is_set()  # this thread is at something
    qtbot.waitUntil(told.is_set)
    worker.join()


def test_a_worker_whose_window_does_not_answer_goes_on_all_the_same() -> None:
    parent = QObject()
    courtesy = Courtesy(parent)
    worker = threading.Thread(target=courtesy.wait, args=(TURN_SECONDS,))
    worker.start()
    worker.join(timeout=20)
    assert not worker.is_alive()
