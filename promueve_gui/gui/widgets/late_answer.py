"""Something worked out of a snapshot on a worker, again and again: only the newest answer counts.

After half a second a bar shows how far it has come, and it can be cancelled; what was known before stays until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from promueve_gui.gui.widgets.parts import button, label, row, show_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import Task

PATIENCE_MS = 500
BAR_WIDTH = 160


class LateAnswer(QWidget):
    """Asks a worker, and is the line that says so while it takes long. Hidden while there is nothing to wait for."""

    ready = Signal(object)

    def __init__(self, project: Project, doing: str) -> None:
        """Take the project to ask about, and what is being done, as the line says («Buscando propuestas…»)."""
        super().__init__()
        self._project = project
        self._doing = doing
        self._work: Callable[[Proyecto, Progress], Any] | None = None
        self._task: Task | None = None
        self._said = label("", "menor")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(BAR_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(doing)
        self.cancel_button = button("Cancelar", self.cancel, "enlace")
        self.again = button("Calcular de nuevo", self._again, "enlace")
        self.setLayout(row(self._said, self._bar, self.cancel_button, self.again, None))
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_waiting)
        self.hide()

    @property
    def waiting(self) -> bool:
        """Tell whether an answer is still to come."""
        return self._task is not None

    def ask(self, work: Callable[[Proyecto, Progress], Any]) -> None:
        """Have ``work`` done on a snapshot of the project as it is now; what was asked before is given up."""
        if self._project.closed or self._project.busy:
            return  # a worker may have the session; listeners are told when it is over, and ask again
        self._work = work
        self._give_up()
        snapshot = self._project.session.snapshot()
        task = self._task = self._project.runner.start(lambda progress: work(snapshot, progress))
        self._bar.setRange(0, 0)
        # Methods, and not functions that hold the widget: Qt lets go of them when the widget goes first.
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(self.ready)
        task.crashed.connect(self._project.crashed)
        task.ended.connect(self._on_ended)
        self._patience.start()

    def cancel(self) -> None:
        """Stop, at the user's wish; what was known before stays, and the line offers to begin again."""
        self._give_up()
        self._said.setText("El cálculo se detuvo; se muestra lo anterior.")
        self._show(waiting=False)

    def forget(self) -> None:
        """Stop, since what is asked about changed: whoever asks does so again, and an edit has the processor alone."""
        self._give_up()
        self.hide()

    def _give_up(self) -> None:
        task, self._task = self._task, None
        self._patience.stop()
        if task is not None:
            task.cancel()
            task.progressed.disconnect(self._on_progress)
            task.succeeded.disconnect(self.ready)
            task.ended.disconnect(self._on_ended)

    def _again(self) -> None:
        if self._work is not None:
            self.hide()
            self.ask(self._work)

    def _on_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_ended(self) -> None:
        self._task = None
        self._patience.stop()
        self.hide()

    def _show_waiting(self) -> None:
        self._said.setText(self._doing)
        self._show(waiting=True)

    def _show(self, *, waiting: bool) -> None:
        show_part(self._bar, shown=waiting)
        show_part(self.cancel_button, shown=waiting)
        show_part(self.again, shown=not waiting)
        show_part(self, shown=True)
