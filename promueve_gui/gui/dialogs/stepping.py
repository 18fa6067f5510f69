"""Undoing and redoing in the window: at once when it is quick, on a worker with progress after a large import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.mensajes import mensaje
from promueve_gui.gui.dialogs.progress import ProgressDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.gui.project import Project


def step(parent: QWidget, project: Project, *, redo: bool, done: Callable[[str], object]) -> None:
    """Undo, or redo, the newest edition; ``done`` is told its reason, and nothing when there was none."""
    pending = project.session.next_redo() if redo else project.session.next_undo()
    if pending is None or project.busy:
        return
    if not pending.grande:
        motivo = project.redo() if redo else project.undo()
        if motivo:
            done(motivo)
        return

    def work(session: Session, _: Progress) -> Edicion | None:
        return session.redo() if redo else session.undo()

    task = project.run_long(work)
    ProgressDialog(parent, f"{'Rehaciendo' if redo else 'Deshaciendo'}: {pending.motivo}", task, can_cancel=False)
    task.succeeded.connect(lambda _: done(pending.motivo))
    task.refused.connect(lambda error: project.failed.emit(mensaje(error)))
    task.crashed.connect(project.crashed)
