"""Work off the GUI thread: its result, its progress, its errors and its end, all heard on the thread of the window."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication

from promueve_gui.application.garbage import held_back
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.task_runner import FEW, SAY_SECONDS, Task, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from promueve_gui.application.ports import Progress


class Ears:
    """Everything that a task tells, in order, and on which thread."""

    def __init__(self, task: Task) -> None:
        self.heard: list[tuple[str, Any]] = []
        self.threads: set[int] = set()
        task.progressed.connect(lambda done, total: self._hear("progressed", (done, total)))
        for name in ("succeeded", "refused", "crashed"):
            getattr(task, name).connect(lambda value, name=name: self._hear(name, value))
        task.cancelled.connect(lambda: self._hear("cancelled", None))
        task.ended.connect(lambda: self._hear("ended", None))

    def _hear(self, name: str, value: object) -> None:
        self.heard.append((name, value))
        self.threads.add(threading.get_ident())

    @property
    def over(self) -> bool:
        return len(self.heard) > 1 and self.heard[-2][0] == "ended"


def finish(qtbot: QtBot, task: Task) -> list[tuple[str, Any]]:
    """Wait for the end of a task and return all it told; it must have told it here."""
    ears = Ears(task)
    qtbot.waitUntil(lambda: ears.over)
    assert ears.threads == {threading.get_ident()}
    return ears.heard


def test_the_result_arrives_after_the_progress(runner: TaskRunner, qtbot: QtBot) -> None:
    def work(progress: Progress) -> str:
        progress(1, 2)
        progress(2, 2)
        return "listo"

    told = finish(qtbot, runner.start(work))
    assert told == [("progressed", (1, 2)), ("progressed", (2, 2)), ("ended", None), ("succeeded", "listo")]


def test_of_many_reports_in_a_moment_the_window_hears_the_first_and_the_last(
    runner: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([10.0, 10.01, 10.0 + SAY_SECONDS, 10.06, 10.07])
    monkeypatch.setattr("promueve_gui.gui.task_runner.monotonic", lambda: next(moments))

    def work(progress: Progress) -> None:
        for done in range(1, 6):
            progress(done, 5)

    told = finish(qtbot, runner.start(work))
    assert told[:-2] == [("progressed", (1, 5)), ("progressed", (3, 5)), ("progressed", (5, 5))]


def test_the_work_is_done_elsewhere(runner: TaskRunner, qtbot: QtBot) -> None:
    told = finish(qtbot, runner.start(lambda _: threading.get_ident()))
    assert told[0][1] != threading.get_ident()


@pytest.mark.parametrize(
    ("error", "name"),
    [(UserError("archivo_ajeno"), "refused"), (ValueError("ups"), "crashed")],
    ids=["refused", "crash"],
)
def test_an_error_is_told_and_not_lost(runner: TaskRunner, qtbot: QtBot, error: Exception, name: str) -> None:
    def work(_: Progress) -> None:
        raise error

    assert finish(qtbot, runner.start(work)) == [("ended", None), (name, error)]


def test_work_done_on_the_spot_is_told_all_the_same(qtbot: QtBot) -> None:
    task = Task(lambda progress: progress(1, 1))
    ears = Ears(task)
    task.run()
    assert ears.heard == []  # told in its turn, never from within
    qtbot.waitUntil(lambda: ears.over)
    assert ears.heard == [("progressed", (1, 1)), ("ended", None), ("succeeded", None)]


def test_work_stopped_before_it_began_is_cancelled(qtbot: QtBot) -> None:
    task = Task(lambda progress: progress(1, 1))
    task.cancel()
    ears = Ears(task)
    task.run()
    qtbot.waitUntil(lambda: ears.over)
    assert ears.heard == [("ended", None), ("cancelled", None)]


@pytest.mark.parametrize(("error", "name"), [(UserError("x"), "refused"), (KeyError("x"), "crashed")])
def test_an_error_on_the_spot_is_told_too(qtbot: QtBot, error: Exception, name: str) -> None:
    def work(_: Progress) -> None:
        raise error

    task = Task(work)
    ears = Ears(task)
    task.run()
    qtbot.waitUntil(lambda: ears.over)
    assert ears.heard == [("ended", None), (name, error)]


def waiting_for(gate: threading.Event) -> Callable[[Progress], str]:
    """Return work that begins to report once ``gate`` is open."""

    def work(progress: Progress) -> str:
        assert gate.wait(timeout=20)
        progress(1, 1)
        return "terminó"

    return work


def test_cancelled_work_stops_at_its_next_report(runner: TaskRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    task = runner.start(waiting_for(gate))
    task.cancel()
    gate.set()
    assert finish(qtbot, task) == [("ended", None), ("cancelled", None)]


def test_the_runner_is_busy_until_the_end_is_heard(runner: TaskRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen = [runner.busy]
    task = runner.start(waiting_for(gate))
    seen.append(runner.busy)
    gate.set()
    finish(qtbot, task)
    seen.append(runner.busy)
    assert seen == [False, True, False]


def test_waiting_stops_what_can_be_stopped(qtbot: QtBot) -> None:
    runner = TaskRunner()
    gate = threading.Event()
    ears = [Ears(runner.start(waiting_for(gate))) for _ in range(4)]  # more than run at once
    gate.set()
    runner.wait()
    qtbot.waitUntil(lambda: all(one.over for one in ears))
    assert {one.heard[-1][0] for one in ears} <= {"cancelled", "succeeded"}
    assert not runner.busy


def test_two_tasks_work_at_the_same_time(runner: TaskRunner, qtbot: QtBot) -> None:
    meeting = threading.Barrier(2, timeout=20)
    tasks = [runner.start(lambda _: meeting.wait()) for _ in range(2)]
    ears = [Ears(task) for task in tasks]
    qtbot.waitUntil(lambda: all(one.over for one in ears))
    assert [one.heard[1][0] for one in ears] == ["succeeded", "succeeded"]


@pytest.fixture
def collecting() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.usefixtures("collecting")
def test_no_worker_ever_destroys_what_belongs_to_the_window(runner: TaskRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    first, second = runner.start(lambda _: gc.isenabled()), runner.start(lambda _: gate.wait() and gc.isenabled())
    assert finish(qtbot, first)[-1] == ("succeeded", False)
    assert not gc.isenabled()  # the other one still runs
    gate.set()
    assert finish(qtbot, second)[-1] == ("succeeded", False)
    qtbot.waitUntil(gc.isenabled)


@pytest.mark.usefixtures("collecting")
def test_the_collector_works_again_though_tasks_follow_one_another(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[bool] = []
    first = runner.start(lambda _: None)
    first.succeeded.connect(lambda _: runner.start(lambda _: gc.isenabled()).succeeded.connect(told.append))
    qtbot.waitUntil(lambda: told == [False])
    qtbot.waitUntil(gc.isenabled)


@pytest.mark.usefixtures("collecting")
def test_it_rests_for_work_that_was_begun_while_somebody_else_held_it(runner: TaskRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    with held_back():
        task = runner.start(lambda _: gate.wait() and gc.isenabled())
    assert not gc.isenabled()
    gate.set()
    assert finish(qtbot, task)[-1] == ("succeeded", False)
    assert gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_it_rests_as_long_as_the_work_of_any_window_does(runner: TaskRunner, qtbot: QtBot) -> None:
    other, gate = TaskRunner(), threading.Event()
    task = runner.start(lambda _: gate.wait() and gc.isenabled())
    finish(qtbot, other.start(lambda _: None))
    assert not gc.isenabled()
    gate.set()
    assert finish(qtbot, task)[-1] == ("succeeded", False)
    assert gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_it_works_again_when_the_window_goes_before_it_heard_of_the_end() -> None:
    runner = TaskRunner()
    runner.start(lambda _: None)
    runner.wait()
    assert gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_a_collector_that_rested_before_goes_on_resting(runner: TaskRunner, qtbot: QtBot) -> None:
    gc.disable()
    finish(qtbot, runner.start(lambda _: None))
    QCoreApplication.processEvents()
    assert not gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_what_a_worker_made_is_not_searched_in_front_of_the_user(runner: TaskRunner, qtbot: QtBot) -> None:
    made: list[list[int]] = []
    finish(qtbot, runner.start(lambda _: made.extend([number] for number in range(2 * FEW))))
    qtbot.waitUntil(gc.isenabled)
    young = {id(one) for generation in (0, 1) for one in gc.get_objects(generation)}
    assert young.isdisjoint(map(id, made))


def test_what_a_task_worked_on_and_made_goes_with_it(runner: TaskRunner, qtbot: QtBot) -> None:
    class Project:
        """Stands for what takes much memory."""

    def begin() -> list[weakref.ref[Project]]:
        given, made = Project(), Project()
        task = runner.start(lambda _: (given, made)[1])
        task.succeeded.connect(lambda _: None)
        return [weakref.ref(given), weakref.ref(made)]

    kept = begin()
    qtbot.waitUntil(lambda: not runner.busy)
    qtbot.waitUntil(lambda: [one() for one in kept] == [None, None])


class Held:
    """What a work or a listener holds; notes on which thread it goes."""

    def __init__(self, gone: list[int]) -> None:
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())


@pytest.mark.parametrize("fails", [False, True])
def test_no_worker_is_the_last_to_hold_what_came_of_the_work(runner: TaskRunner, qtbot: QtBot, *, fails: bool) -> None:
    gone: list[int] = []

    def work(_: Progress) -> Held:
        made = Held(gone)
        if fails:
            raise UserError("nada", motivo=str(made))
        return made

    often = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(300):
            runner.start(work)
            qtbot.waitUntil(lambda: not runner.busy)
        qtbot.waitUntil(lambda: len(gone) == 300)
    finally:
        sys.setswitchinterval(often)
    assert set(gone) == {threading.get_ident()}


def test_no_worker_is_the_last_to_hold_a_task_nor_its_work(runner: TaskRunner, qtbot: QtBot) -> None:
    gone: list[int] = []

    def start() -> None:
        held, listening = Held(gone), Held(gone)
        task = runner.start(lambda _: str(held))
        task.succeeded.connect(lambda said: said + str(listening))

    often = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # so that a worker is seldom done with a task before the window has told its outcome
    try:
        for _ in range(300):
            start()
            qtbot.waitUntil(lambda: not runner.busy)
        qtbot.waitUntil(lambda: len(gone) == 600)
    finally:
        sys.setswitchinterval(often)
    assert set(gone) == {threading.get_ident()}
