"""Merging other projects into the open one: what is certain goes in, what is not is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.consolidate import consolidate as consolidate_projects
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.dialogs.progress import ProgressDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from promueve_gui.application.consolidate import Consolidacion
    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.gui.shell import Shell


COUNT = "%v de %m"


@frozen
class Hecho:
    """What became of one project: what was merged, or the sentence that says why it was not."""

    archivo: str
    consolidado: Consolidacion | None = None
    rechazo: str = ""


def consolidate(window: Shell) -> None:
    """Ask for another project and merge it."""
    path = window.messages.open_project()
    if path is not None:
        consolidate_files(window, [path], [])


def consolidate_files(window: Shell, paths: list[Path], others: list[Path]) -> None:
    """Merge projects that are known already, one after the other, and receive the files of other kinds ``others``.

    Each is an edition of its own: where somebody cancels, those that came before stay.
    """
    project = window.project
    if project is None:
        return
    if window.wizard is not None:
        window.wizard.flush()
    services = window.context.services
    made: list[Hecho] = []

    def work(session: Session, progress: Progress) -> None:
        for done, path in enumerate(paths):
            progress(done, len(paths))
            try:
                with services.open_untouched(services.opener, path) as otra:
                    made.append(Hecho(path.name, consolidate_projects(session, otra, path.name)))
            except UserError as error:
                made.append(Hecho(path.name, rechazo=mensaje(error)))

    def finish() -> None:
        _tell(window, made)
        if others and window.project is project:
            window.import_files(others)

    several = len(paths) > 1
    title = f"Consolidando {len(paths)} proyectos…" if several else f"Consolidando «{paths[0].name}»…"
    task = project.run_long(work)
    ProgressDialog(window, title, task, can_cancel=several, count=COUNT if several else "")
    task.succeeded.connect(finish)
    task.cancelled.connect(lambda: _tell(window, made, _left(paths[len(made) :], others)))
    task.crashed.connect(window.crash.report)


def _tell(window: Shell, made: Sequence[Hecho], left: str = "") -> None:
    """Say what came in, what people have to look at, and why a project did not come in."""
    done = [(hecho.archivo, hecho.consolidado) for hecho in made if hecho.consolidado is not None]
    refused = [hecho.rechazo for hecho in made if hecho.rechazo]
    if not made or (len(made) == 1 and refused):
        window.messages.tell(" ".join(filter(None, (*refused, left))))
        return
    nuevos = sum(sum(one.nuevos.values()) for _, one in done)
    cambiados = sum(sum(one.cambiados.values()) for _, one in done)
    what = f"Se consolidó «{done[0][0]}»." if len(made) == 1 else f"Proyectos consolidados: {len(done)} de {len(made)}."
    text = f"{what} Registros nuevos: {nuevos:,}; cambiados: {cambiados:,}.{left and f' {left}'}"
    source = "" if len(made) == 1 else "«{}»: "
    sentences = [*refused, *(f"{source.format(archivo)}{duda}" for archivo, one in done for duda in one.dudas)]
    if sentences:
        window.messages.tell_list(f"{text} Revise además:", sentences)
    else:
        window.messages.tell(text, "Consolidación")


def _left(projects: Sequence[Path], others: Sequence[Path]) -> str:
    names = ", ".join(f"«{path.name}»" for path in (*projects, *others))
    return f"Se canceló antes de recibir {names}."
