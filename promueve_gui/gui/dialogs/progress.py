"""Shows how far a long piece of work has come, after half a second, and lets it be cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from promueve_gui.gui.fitting import lay_out
from promueve_gui.gui.task_runner import PATIENCE_MS
from promueve_gui.gui.widgets.parts import button, column, label, row, show_part

if TYPE_CHECKING:
    from promueve_gui.gui.task_runner import Task


class ProgressDialog(QDialog):
    """Stands over the window while a task runs; the window stays alive but cannot be edited."""

    def __init__(self, parent: QWidget, title: str, task: Task, *, can_cancel: bool = True, count: str = "") -> None:
        """Watch ``task``; nothing is shown when it ends soon. What writes as one transaction cannot be cancelled.

        ``count`` is how the bar says how far it is («%v de %m»), where steps mean something to people.
        """
        super().__init__(parent)
        self.setWindowTitle("Promueve")
        self.setModal(True)
        self.setMinimumWidth(420)
        self._task = task
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        if count:
            self._bar.setFormat(count)
        self._cancel = button("Cancelar", self.reject)
        lay_out(self, column(label(title, "subtitulo", wrap=True), self._bar), row(None, self._cancel))
        show_part(self._cancel, shown=can_cancel)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self.open)
        self._timer.start()
        task.progressed.connect(self._on_progress)
        task.ended.connect(self._on_ended)

    def reject(self) -> None:
        """Ask the task to stop, if it can; the dialog closes when it has."""
        if self._cancel.isHidden():
            return
        self._cancel.setEnabled(False)
        self._cancel.setText("Cancelando…")
        self._task.cancel()

    def _on_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_ended(self) -> None:
        self._timer.stop()
        self.done(QDialog.DialogCode.Accepted)
        self.deleteLater()
