"""How work on other threads gives way to the window.

Python does one thing at a time, and lets go of it at each of the thousands of calls to Qt that painting takes: a worker
would take it each time, and the window wait each time to have it back. So a worker asks now and then whether the window
is at something, and waits until it is done.
"""

from __future__ import annotations

from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

TURN_SECONDS = 0.002  # of work before the window is asked whether it is at something
MOST_WAIT = 0.5  # seconds for which work waits at a time while the window is at something
WAIT_SHARE = 9.0  # how much longer than it has worked it may have waited in all: it takes ten times as long at most


class Courtesy(QObject):
    """Answers workers when the event loop of its thread has time for it."""

    _asked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Answer on this thread."""
        super().__init__(parent)
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def wait(self, seconds: float) -> None:
        """Return when the window has done what it was at, or after ``seconds``; called by a worker."""
        answered = Event()
        self._asked.emit(answered)
        answered.wait(seconds)

    @Slot(object)
    def _answer(self, asked: Event) -> None:
        asked.set()


class Turns:
    """When one piece of work gives way to the window, so that it waits often but never for ever."""

    def __init__(self, wait: Callable[[float], None], clock: Callable[[], float] = monotonic) -> None:
        """Count from now on in the seconds of ``clock``; ``wait`` returns when the window is free, or after so many."""
        self._wait, self._clock = wait, clock
        self._since = clock()  # when it last gave way
        self._worked = self._waited = 0.0

    def give_way(self) -> None:
        """Wait while the window is at something, after some work and within what the work done so far allows."""
        before = self._clock()
        if before - self._since < TURN_SECONDS:
            return
        self._worked += before - self._since
        self._wait(min(MOST_WAIT, WAIT_SHARE * self._worked - self._waited))
        self._since = self._clock()
        self._waited += self._since - before
