"""Work a slice at a time: the window goes on meanwhile, and it ends as any task does."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from promueve_gui.domain.errors import UserError
from promueve_gui.gui.impresion.slices import SLICE_MS, SlicedTask

if TYPE_CHECKING:
    from collections.abc import Generator

    from pytestqt.qtbot import QtBot


def busy(milliseconds: int) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not clock.hasExpired(milliseconds):
        pass


def counting(to: int, milliseconds: int = 0) -> Generator[tuple[int, int], None, str]:
    for n in range(to):
        busy(milliseconds)
        yield n + 1, to
    return "hecho"


@pytest.fixture
def owner() -> QObject:
    return QObject()


def ended(qtbot: QtBot, task: SlicedTask) -> dict[str, Any]:
    """Wait for the end and return what was told, by signal."""
    told: dict[str, Any] = {}
    for name in ("succeeded", "refused", "crashed"):
        getattr(task, name).connect(lambda value, name=name: told.update({name: value}))
    task.cancelled.connect(lambda: told.update(cancelled=True))
    with qtbot.waitSignal(task.ended):
        pass
    qtbot.waitUntil(lambda: bool(told))
    return told


def test_it_gives_what_the_work_returns(qtbot: QtBot, owner: QObject) -> None:
    assert ended(qtbot, SlicedTask(counting(5), owner)) == {"succeeded": "hecho"}


def test_it_says_how_far_it_is_and_lets_others_work(qtbot: QtBot, owner: QObject) -> None:
    task = SlicedTask(counting(20, SLICE_MS // 2), owner)
    heard: list[tuple[int, int]] = []
    ticks: list[None] = []
    task.progressed.connect(lambda done, total: heard.append((done, total)))
    timer = QTimer(owner, interval=1)
    timer.timeout.connect(lambda: ticks.append(None))
    timer.start()
    ended(qtbot, task)
    assert len(heard) > 3
    assert len(ticks) > 3


def test_it_can_be_cancelled_and_the_work_cleans_up(qtbot: QtBot, owner: QObject) -> None:
    closed: list[bool] = []

    def endless() -> Generator[tuple[int, int], None, None]:
        try:
            while True:
                yield 0, 0
        finally:
            closed.append(True)

    task = SlicedTask(endless(), owner)
    task.cancel()
    assert ended(qtbot, task) == {"cancelled": True}
    assert closed == [True]


@pytest.mark.parametrize(("error", "name"), [(UserError("impresion_fallida"), "refused"), (ValueError("x"), "crashed")])
def test_errors_are_told(qtbot: QtBot, owner: QObject, error: Exception, name: str) -> None:
    def failing() -> Generator[tuple[int, int], None, None]:
        yield 0, 1
        raise error

    assert ended(qtbot, SlicedTask(failing(), owner)) == {name: error}


def test_the_collector_rests_during_a_slice_and_works_between_two(qtbot: QtBot, owner: QObject) -> None:
    seen: list[bool] = []

    def watching() -> Generator[tuple[int, int], None, None]:
        for n in range(3):
            seen.append(gc.isenabled())
            busy(SLICE_MS + 1)
            yield n, 3

    was_on = gc.isenabled()
    gc.enable()
    try:
        task = SlicedTask(watching(), owner)
        between: list[bool] = []
        turn = QTimer(owner, interval=0)
        turn.timeout.connect(lambda: between.append(gc.isenabled()))
        turn.start()
        ended(qtbot, task)
        assert gc.isenabled()
    finally:
        (gc.enable if was_on else gc.disable)()
    assert seen == [False] * 3
    assert between
    assert all(between)
