"""Importing in the window: read on a worker, preview, apply. One file after the other, each its own edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from promueve_gui.application.import_files import apply_import, plan_import
from promueve_gui.application.import_report import summary
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.moves import last_moves, moved_since
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.dialogs.import_preview import ImportPreview
from promueve_gui.gui.dialogs.moves import MovesDialog
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.widgets.parts import button

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from promueve_gui.application.moves import Movidos
    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.domain.importacion import Lectura
    from promueve_gui.domain.propuesta import Propuesta
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell


MOVED = "Hay conjuntos que cambiaron de fecha o de frecuencia, o que ya no se promueven."
NOTHING_MOVED = "Ninguna importación de este proyecto ha movido conjuntos que ya estaban."


class Importing(QObject):
    """Imports a list of files into the project of one window."""

    def __init__(self, window: Shell, paths: list[Path]) -> None:
        """Take the files; ``start`` begins."""
        super().__init__(window)
        self._window = window
        self._project = window.project
        self._asked = 0  # plans asked for; only the newest answer counts
        self._waiting = list(paths)
        self._lectura: Lectura | None = None
        self._path: Path | None = None
        self._told: list[str] = []  # a sentence for each file that came in
        self._problems: list[str] = []  # of all of them
        self._moved = False  # whether any of them moved data that the project had

    def start(self) -> None:
        """Read the next file; when there is none, the work is over."""
        if not self._waiting:
            self.deleteLater()
            return
        self._path = self._waiting.pop(0)
        path, read = self._path, self._window.context.services.read_source
        task = self._window.runner.start(lambda progress: read(path, progress))
        ProgressDialog(self._window, f"Leyendo «{path.name}»…", task)
        task.succeeded.connect(self._on_read)
        task.refused.connect(self._on_refused)
        task.crashed.connect(self._on_crashed)
        task.cancelled.connect(self.start)

    def _on_refused(self, error: UserError) -> None:
        self._window.messages.tell(mensaje(error), "No se pudo importar")
        self.start()

    def _on_crashed(self, error: BaseException) -> None:
        self._window.crash.report(error)
        self.start()

    def _on_read(self, lectura: Lectura) -> None:
        self._lectura = lectura
        self._plan({}, "", None)

    def _plan(self, uniones: Mapping[str, str], area: str, preview: ImportPreview | None) -> None:
        """Work out what would change, on a worker; show it in ``preview``, or in a new one."""
        project, lectura = self._project, self._lectura
        if project is None or lectura is None or project is not self._window.project:
            return
        self._asked += 1
        number = self._asked
        snapshot = project.session.snapshot()
        task = self._window.runner.start(lambda _: plan_import(snapshot, lectura, area=area, uniones=uniones))
        ProgressDialog(self._window, "Comparando con el proyecto…", task, can_cancel=False)  # the preview can be
        task.succeeded.connect(lambda propuesta: self._show(propuesta, preview, number))
        task.refused.connect(self._on_refused)
        task.crashed.connect(self._on_crashed)

    def _show(self, propuesta: Propuesta, preview: ImportPreview | None, number: int) -> None:
        project, path = self._project, self._path
        if number != self._asked or project is None or path is None or project is not self._window.project:
            return  # another was asked for, or the user left
        if preview is not None:
            preview.show_plan(propuesta)
            return
        dialog = ImportPreview(self._window, project.proyecto, path.name, propuesta)
        dialog.replan_asked.connect(lambda uniones, area: self._plan(uniones, area, dialog))
        dialog.accepted.connect(lambda: self._apply(dialog.propuesta))
        dialog.rejected.connect(self.start)
        dialog.finished.connect(lambda _: self._put_away(dialog))
        dialog.open()

    def _put_away(self, dialog: ImportPreview) -> None:
        self._asked += 1
        dialog.deleteLater()

    def _apply(self, propuesta: Propuesta) -> None:
        project, path = self._project, self._path
        if project is None or path is None or project is not self._window.project:
            return
        before = project.session.position

        def work(session: Session, _: Progress) -> Edicion | None:
            edicion = apply_import(session, propuesta, path.name)
            self._moved = self._moved or moved_since(session, before)
            return edicion

        task = project.run_long(work)
        ProgressDialog(self._window, f"Importando «{path.name}»…", task, can_cancel=False)
        task.refused.connect(self._on_refused)
        task.crashed.connect(self._on_crashed)
        task.succeeded.connect(lambda edicion: self._on_applied(propuesta, path.name, imported=edicion is not None))

    def _on_applied(self, propuesta: Propuesta, name: str, *, imported: bool) -> None:
        text = f"Se importó «{name}». Puede deshacerlo con Ctrl+Z." if imported else f"«{name}» no cambió nada."
        self._window.statusBar().showMessage(text, 8000)
        if imported:
            self._tell(propuesta, name)
        self.start()

    def _tell(self, propuesta: Propuesta, name: str) -> None:
        """Say what came in from this file and those before it, and offer to read what went wrong."""
        self._told.append(summary(name, propuesta))
        self._problems += [problema.mensaje for problema in propuesta.problemas]
        messages, problems = self._window.messages, tuple(self._problems)
        read = button("Ver problemas", lambda: messages.tell_list("Problemas al importar", problems))
        actions = [read] if problems else []
        if self._moved:
            window = self._window
            actions.append(button("Ver qué se movió", lambda: show_moves(window)))
        self._window.banner.tell(" ".join((*self._told, MOVED if self._moved else "")).strip(), *actions)


def import_files(window: Shell, paths: list[Path]) -> None:
    """Import files into the project of a window, which is open for writing."""
    if window.project is not None and window.project.read_only:
        window.messages.tell(mensaje(UserError("solo_lectura")))
        return
    Importing(window, paths).start()


def show_moves(window: Shell) -> None:
    """Show what the last import moved until now: reading the bitácora is for a worker that has the session."""
    project = window.project
    if project is None:
        return
    if window.wizard is not None:
        window.wizard.flush()
    task = project.run_long(lambda session, _: last_moves(session))
    ProgressDialog(window, "Comparando con lo que había…", task, can_cancel=False)
    task.refused.connect(lambda error: window.messages.tell(mensaje(error)))
    task.crashed.connect(window.crash.report)
    task.succeeded.connect(lambda found: _show_moves(window, project, found))


def _show_moves(window: Shell, project: Project, found: Movidos | None) -> None:
    if project is not window.project:
        return
    if found is None:
        window.messages.tell(NOTHING_MOVED)
        return
    dialog = MovesDialog(window, window.context, project, found)
    if window.wizard is not None:
        dialog.chosen.connect(window.wizard.jump)
    dialog.open()
