"""Long work off the GUI thread: a plain function gets a progress callback, its result arrives as a signal."""

from __future__ import annotations

import gc
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from promueve_gui.application.garbage import resume
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.courtesy import Courtesy, Turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.application.ports import Progress

SAY_SECONDS = 0.05  # between two reports of progress: each calls the window, and nobody reads faster
FEW = 2_000  # new objects, past which searching them takes as long as painting a few rows
PATIENCE_MS = 500  # how long something may take before the window says what it waits for


class Task(QObject):
    """One piece of long work. Its signals are emitted on the thread that made the task, never on the worker's."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    refused = Signal(object)  # UserError
    crashed = Signal(object)  # any other exception
    cancelled = Signal()
    ended = Signal()
    _told = Signal(str, object)

    def __init__(
        self,
        work: Callable[[Progress], Any],
        parent: QObject | None = None,
        *,
        wait: Callable[[float], None] = lambda _: None,
    ) -> None:
        """Take the function to run; it calls its argument with (done, total), and may be stopped there.

        It gives way there too: ``wait`` returns when the window is free, or after so many seconds.
        """
        super().__init__(parent)
        self._work, self._wait = work, wait
        self._turns: Turns | None = None  # on a worker's thread only
        self._stop = False
        self._say_from = 0.0  # when the next report is passed on, by the clock of the computer
        self.over = False
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop = True

    def run(self) -> None:
        """Do the work; called by the runner on a worker thread."""
        self._turns = Turns(self._wait)
        work, self._work = self._work, _nothing  # what it holds is let go of with it, whoever keeps the task
        try:
            outcome: tuple[str, object] = ("succeeded", work(self._report))
        except Cancelled:
            outcome = ("cancelled", None)
        except UserError as error:
            outcome = ("refused", error)
        except Exception as error:  # noqa: BLE001  # handed to the crash dialog on the GUI thread
            outcome = ("crashed", error)
        self._told.emit(*outcome)

    def _report(self, done: int, total: int) -> None:
        if self._stop:
            raise Cancelled
        now = monotonic()
        if now >= self._say_from or done == total:
            self._say_from = now + SAY_SECONDS
            self._told.emit("progressed", (done, total))
        if self._turns is not None:
            self._turns.give_way()

    @Slot(str, object)
    def _deliver(self, kind: str, value: Any) -> None:  # noqa: ANN401  # what the work returned
        if kind == "progressed":
            self.progressed.emit(*value)
            return
        self.over = True
        # First the end: what is told next may be a question, and a progress dialog must not open over it.
        self.ended.emit()
        if kind == "cancelled":
            self.cancelled.emit()
        else:
            getattr(self, kind).emit(value)


def _nothing(_: Progress) -> None:
    """Stand for work that was done."""


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    @Slot()
    def run(self) -> None:
        self._task.run()


class TaskRunner(QObject):
    """Starts tasks and keeps them alive until they end.

    Python's collector rests meanwhile: it works on whatever thread fills the measure, and a worker that destroys
    widgets waits for the window while the window waits for it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Use a pool of its own, so that waiting for it waits for nobody else."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._courtesy = Courtesy(self)
        self._tasks: set[Task] = set()
        self._collecting = False  # before the first of the tasks that run

    def start(self, work: Callable[[Progress], Any]) -> Task:
        """Begin ``work`` on another thread; connect to the task's signals before returning to the event loop."""
        task = Task(work, wait=self._courtesy.wait)
        if not self._tasks:
            self._collecting = gc.isenabled()
            gc.disable()
        self._tasks.add(task)
        task.ended.connect(self._on_ended)  # a function that knows the task would keep it, and its work, for ever
        self._pool.start(_Runnable(task))
        return task

    def _on_ended(self) -> None:
        over = {task for task in self._tasks if task.over}
        self._tasks -= over
        QTimer.singleShot(0, self, over.clear)  # not in the middle of telling its outcome
        if self._collecting and not self._tasks:
            resume(FEW)  # what the worker made is not searched now, in front of the user

    @property
    def busy(self) -> bool:
        """Tell whether anything is still running."""
        return bool(self._tasks)

    def wait(self) -> None:
        """Ask everything to stop and wait for it; used when the window closes."""
        for task in tuple(self._tasks):
            task.cancel()
        self._pool.waitForDone()
