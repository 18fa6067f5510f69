"""Long work that only the thread of the window may do, such as painting with its fonts: a slice at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from promueve_gui.application.garbage import held_back
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.task_runner import Task

if TYPE_CHECKING:
    from collections.abc import Generator

    Steps = Generator[tuple[int, int], None, Any]

SLICE_MS = 20  # of work between two looks at what the user does
FEW = 500  # objects: pages hold many that stay, and looking through all of them takes a fifth of a second


class SlicedTask(Task):
    """A task that begins by itself and lets the window breathe; each step says how far it is, its end what came out."""

    def __init__(self, steps: Steps, parent: QObject) -> None:
        """Take the work; ``parent`` keeps it alive until it ends."""
        super().__init__(lambda _: None, parent)
        self._steps = steps
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)
        self.ended.connect(self.deleteLater)
        self._timer.start()

    def _slice(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        try:
            with held_back(FEW):
                done = next(self._steps)
                while not clock.hasExpired(SLICE_MS):
                    done = next(self._steps)
            self.report(*done)
        except StopIteration as end:
            self._end("succeeded", end.value)
        except Cancelled:
            self._end("cancelled", None)
        except UserError as error:
            self._end("refused", error)
        except Exception as error:  # noqa: BLE001  # handed to the crash dialog
            self._end("crashed", error)

    def _end(self, kind: str, value: object) -> None:
        self._timer.stop()
        self._steps.close()
        self._told.emit(kind, value)
