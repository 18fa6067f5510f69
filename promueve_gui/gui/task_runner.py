"""Long work off the GUI thread: a plain function gets a progress callback, its result arrives as a signal."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from promueve_gui.application.garbage import hold_back, let_go
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.courtesy import Courtesy, Turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.application.ports import Progress

SAY_SECONDS = 0.05  # between two reports of progress: each calls the window, and nobody reads faster
FEW = 2_000  # new objects, past which searching them takes as long as painting a few rows
PATIENCE_MS = 500  # how long something may take before the window says what it waits for


class _Job:
    """What a worker knows of a task: neither the task nor, once it is done, the work and what came of it.

    All belong to the thread of the window, and so does whatever they hold: of widgets, the last one to hold them does
    away with them, and that must not be a worker. An error holds the functions that it passed through, too.
    """

    def __init__(
        self, work: Callable[[Progress], Any], tell: Callable[[str, object], None], wait: Callable[[float], None]
    ) -> None:
        """Take the work, whom to tell what becomes of it, and how to give way; see ``Task``."""
        self._work: Callable[[Progress], Any] | None = work
        self._tell, self._wait = tell, wait
        self._turns: Turns | None = None  # once it runs
        self._say_from = 0.0  # when the next report is passed on, by the clock of the computer
        self._value: object = None  # what came of it, until it is fetched
        self.stop = False

    def run(self) -> None:
        """Do the work, and tell what became of it; the rest is to be fetched with ``take``."""
        self._turns = Turns(self._wait)
        work, self._work = self._work, None
        kind = "succeeded"
        try:
            self._value = work and work(self.report)
        except Cancelled:
            kind = "cancelled"
        except UserError as error:
            kind, self._value = "refused", error
        except Exception as error:  # noqa: BLE001  # handed to the crash dialog on the GUI thread
            kind, self._value = "crashed", error
        del work
        self._tell(kind, None)

    def take(self) -> object:
        """Return what the work returned, or the error that it raised, and keep it no longer."""
        value, self._value = self._value, None
        return value

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is; raise ``Cancelled`` when it is to stop."""
        if self.stop:
            raise Cancelled
        now = monotonic()
        if now >= self._say_from or done == total:
            self._say_from = now + SAY_SECONDS
            self._tell("progressed", (done, total))
        if self._turns is not None:
            self._turns.give_way()


class Task(QObject):
    """One piece of long work. Its signals are emitted on the thread that made the task, never on the worker's."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    refused = Signal(object)  # UserError
    crashed = Signal(object)  # any other exception
    cancelled = Signal()
    ended = Signal()
    _told = Signal(str, object)

    def __init__(self, work: Callable[[Progress], Any], parent: QObject | None = None) -> None:
        """Take the function to run; it calls its argument with (done, total), and may be stopped there."""
        super().__init__(parent)
        self._work = work  # kept until the outcome was told, so that no worker is the last to hold it
        self._job: _Job | None = _Job(work, self._say, _go_on)
        self.over = False
        self._told.connect(self.deliver, Qt.ConnectionType.QueuedConnection)

    def job_for(self, tell: Callable[[str, object], None], wait: Callable[[float], None]) -> _Job:
        """Return what a worker is given; what it says to ``tell`` is to be delivered here."""
        self._job = job = _Job(self._work, tell, wait)
        return job

    def fetch(self) -> object:
        """Return what came of the work, once it told its outcome."""
        return None if self._job is None else self._job.take()

    def _say(self, kind: str, value: object) -> None:
        self._told.emit(kind, value if kind == "progressed" else self.fetch())

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        if self._job is not None:
            self._job.stop = True

    def run(self) -> None:
        """Do the work on the spot."""
        if self._job is not None:
            self._job.run()

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is, from the thread of the window; raise ``Cancelled`` when it is to stop."""
        if self._job is not None:
            self._job.report(done, total)

    @Slot(str, object)
    def deliver(self, kind: str, value: Any) -> None:  # noqa: ANN401  # what the work returned
        """Emit the signal of what the work told."""
        if kind == "progressed":
            self.progressed.emit(*value)
            return
        self.over, self._job = True, None
        # First the end: what is told next may be a question, and a progress dialog must not open over it.
        self.ended.emit()
        if kind == "cancelled":
            self.cancelled.emit()
        else:
            getattr(self, kind).emit(value)


def _go_on(_: float) -> None:
    """Give way to nobody."""


class _Runnable(QRunnable):
    def __init__(self, job: _Job) -> None:
        super().__init__()
        self._job = job

    @Slot()
    def run(self) -> None:
        self._job.run()


class TaskRunner(QObject):
    """Starts tasks and keeps them alive until they end.

    Python's collector rests meanwhile: it works on whatever thread fills the measure, and a worker that destroys
    widgets waits for the window while the window waits for it.
    """

    _told = Signal(int, str, object)  # by the task of that number

    def __init__(self, parent: QObject | None = None) -> None:
        """Use a pool of its own, so that waiting for it waits for nobody else."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._courtesy = Courtesy(self)
        self._tasks: dict[int, Task] = {}
        self._started = 0
        self._holding = False  # Python's collector, back
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[Progress], Any]) -> Task:
        """Begin ``work`` on another thread; connect to the task's signals before returning to the event loop."""
        task = Task(work)
        if not self._holding:
            hold_back()
            self._holding = True
        self._started += 1
        self._tasks[self._started] = task
        task.ended.connect(self._on_ended)  # a function that knows the task would keep it, and its work, for ever
        self._pool.start(_Runnable(task.job_for(partial(self._told.emit, self._started), self._courtesy.wait)))
        return task

    @Slot(int, str, object)
    def _deliver(self, number: int, kind: str, value: object) -> None:
        task = self._tasks[number]
        task.deliver(kind, value if kind == "progressed" else task.fetch())

    def _on_ended(self) -> None:
        over = [self._tasks.pop(number) for number, task in tuple(self._tasks.items()) if task.over]
        QTimer.singleShot(0, self, over.clear)  # not in the middle of telling its outcome
        QTimer.singleShot(0, self, self._when_idle)

    def _when_idle(self) -> None:
        """Let the collector work again, in a turn of its own: to see how much was made takes a while, too."""
        if not self._tasks:
            self._let_collect()

    def _let_collect(self) -> None:
        if self._holding:
            self._holding = False
            let_go(FEW)  # what the worker made is not searched now, in front of the user

    @property
    def busy(self) -> bool:
        """Tell whether anything is still running."""
        return bool(self._tasks)

    def wait(self) -> None:
        """Ask everything to stop and wait for it; used when the window closes."""
        for task in tuple(self._tasks.values()):
            task.cancel()
        self._pool.waitForDone()
        self._let_collect()
