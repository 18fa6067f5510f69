"""Merging another project into the open one: what is certain goes in, what is not is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.consolidate import consolidate as consolidate_projects
from promueve_gui.application.mensajes import mensaje
from promueve_gui.gui.dialogs.progress import ProgressDialog

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.consolidate import Consolidacion
    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.gui.shell import Shell


def consolidate(window: Shell) -> None:
    """Ask for another project and merge it."""
    path = window.messages.open_project()
    if path is not None:
        consolidate_file(window, path)


def consolidate_file(window: Shell, path: Path) -> None:
    """Merge a project that is known already."""
    project = window.project
    if project is None:
        return
    if window.wizard is not None:
        window.wizard.flush()
    services = window.context.services

    def work(session: Session, _: Progress) -> Consolidacion:
        with services.open_untouched(services.opener, path) as otra:
            return consolidate_projects(session, otra, path.name)

    def tell(made: Consolidacion) -> None:
        nuevos, cambiados = sum(made.nuevos.values()), sum(made.cambiados.values())
        text = f"Se consolidó «{path.name}». Registros nuevos: {nuevos}; cambiados: {cambiados}."
        if made.dudas:
            window.messages.tell_list(f"{text} Revise además:", list(made.dudas))
        else:
            window.messages.tell(text, "Consolidación")

    task = project.run_long(work)
    ProgressDialog(window, f"Consolidando «{path.name}»…", task, can_cancel=False)
    task.succeeded.connect(tell)
    task.refused.connect(lambda error: window.messages.tell(mensaje(error)))
    task.crashed.connect(window.crash.report)
