"""Watches Qt's event loop: the longest time for which a window did not answer."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from promueve_gui.gui import light_qt

light_qt.load()  # as the program does: or else PySide reads the source of every module imported after it
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer  # noqa: E402  # after the line above

if TYPE_CHECKING:
    from collections.abc import Callable

TICK_MS = 1
MILLI = 1000.0


class StallWatch(QObject):
    """Ticks every millisecond; the longest wait between two ticks is the longest stall.

    ``clock`` tells seconds; that of the thread's processor time leaves out what others of the computer take.
    """

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        super().__init__()
        self._clock = clock
        self.longest = 0.0  # milliseconds
        self._last = self._clock()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def look_away(self) -> None:
        """Do not count the time since the last tick: something else was measured meanwhile."""
        self._last = self._clock()

    def stop(self) -> float:
        """Stop watching and return the longest stall, one that is not over included."""
        self._tick()
        self._timer.stop()
        return self.longest

    def _tick(self) -> None:
        now = self._clock()
        self.longest = max(self.longest, (now - self._last) * MILLI)
        self._last = now


def wait_until(done: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let events happen until ``done``. Raises ``TimeoutError``."""
    end = perf_counter() + seconds
    loop = QEventLoop()
    poll = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
    poll.timeout.connect(lambda: loop.quit() if done() or perf_counter() > end else None)
    poll.start()
    loop.exec()
    poll.stop()
    QCoreApplication.sendPostedEvents()
    if not done():
        raise TimeoutError


def idle_for(seconds: float) -> None:
    """Let events happen for some time."""
    end = perf_counter() + seconds
    wait_until(lambda: perf_counter() >= end)
