"""How a project gets open: new, example, from disk, dropped; and what is asked for each state of a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QApplication

from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.errors import UserError
from promueve_gui.gui import theme
from promueve_gui.gui.dialogs.new_project import ask_institution
from promueve_gui.gui.dialogs.progress import ProgressDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.ports import Inspeccion
    from promueve_gui.application.session import Session
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.shell import Shell
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.task_runner import TaskRunner


class Opening(QObject):
    """Opens projects into one window. Reading happens on a worker; questions are asked here."""

    opened = Signal(object, object)  # Session, Path
    crashed = Signal(object)

    def __init__(self, window: Shell, context: Context, messages: Messages, runner: TaskRunner) -> None:
        """Take the window that questions stand over."""
        super().__init__(window)
        self._window, self._context, self._messages, self._runner = window, context, messages, runner
        self._opener = context.services.opener
        self._to_import: list[Path] = []

    def ask_new(self, sources: Sequence[Path] = ()) -> None:
        """Ask about the institution and where the file goes, then open it; ``sources`` are imported afterwards."""
        registros = ask_institution(self._window, self._context)
        if registros is None:
            return
        self._to_import = list(sources)
        self._create(registros, registros[0].siglas or "proyecto", "Guardar el proyecto nuevo en")

    def ask_example(self) -> None:
        """Ask where the sample project goes, and open it."""
        services = self._context.services
        self._create(services.build_example(services.today()), "ejemplo", "Guardar el proyecto de ejemplo en")

    def ask_open(self) -> None:
        """Ask for a project, and open it."""
        path = self._messages.open_project()
        if path is not None:
            self.open(path)

    def ask_copy(self) -> None:
        """Ask where a copy of the open project goes, and write it with all that is pending."""
        project = self._window.project
        path = None if project is None else self._messages.save_project(project.path.name, "Guardar una copia en")
        if project is None or path is None:
            return
        try:
            project.session.save_copy(path)
        except UserError as error:
            self._messages.tell(mensaje(error))

    def open(self, path: Path) -> None:
        """Look at a file and open it, after asking what its state calls for."""
        if not self._window.close_project():
            return
        found = self._opener.inspect(path)
        answer = self._answers().get(found.estado, self._open_ready)
        answer(path, found)

    def restore(self, respaldo: Path) -> None:
        """Put a backup in the place of the open project and open it again."""
        project = self._window.project
        if project is None or not self._window.close_project():
            return
        path = project.path
        self._run("Restaurando el respaldo…", path, lambda _: self._restored(path, respaldo))

    def dropped(self, urls: Sequence[QUrl]) -> list[Path]:
        """Return the files among what was dropped."""
        return [path for url in urls if url.isLocalFile() and (path := Path(url.toLocalFile())).is_file()]

    def apply_theme(self) -> None:
        """Give the whole program the colours in force."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(theme.palette(self._context.colores))
            app.setStyleSheet(theme.style_sheet(self._context.colores, self._context.services.recursos / "iconos"))

    def _answers(self) -> dict[EstadoArchivo, object]:
        return {
            EstadoArchivo.ANTERIOR: self._ask_older,
            EstadoArchivo.DANADO: self._ask_damaged,
            EstadoArchivo.EN_USO: self._ask_locked,
        }

    def _create(self, registros: list[Registro], name: str, title: str) -> None:
        path = self._messages.save_project(f"{name}.promueve", title)
        if path is None or not self._window.close_project():
            return

        def work(_: object) -> Session:
            self._opener.create(path, registros)
            return self._opener.open(path)

        self._run("Creando el proyecto…", path, work)

    def _open_ready(self, path: Path, found: Inspeccion) -> None:  # noqa: ARG002  # as the other answers
        self._run("Abriendo el proyecto…", path, lambda _: self._opener.open(path))

    def _ask_older(self, path: Path, found: Inspeccion) -> None:
        question = (
            f"«{path.name}» se guardó con una versión anterior de Promueve. Para abrirlo hay que actualizarlo; el "
            f"original se conserva en la carpeta «respaldos». Las versiones anteriores ya no podrán abrirlo."
        )
        if self._messages.ask("Actualizar el proyecto", question, ["Actualizar y abrir"]) == 0:
            self._run("Actualizando el proyecto…", path, lambda _: self._opener.open(path, upgrade=True))
        del found

    def _ask_locked(self, path: Path, found: Inspeccion) -> None:
        who = " en ".join(part for part in (found.usuario, found.equipo) if part) or "otra persona"
        question = (
            f"«{path.name}» está abierto por {who}, desde {found.desde[:16].replace('T', ' ')}. Puede abrirlo solo para "
            "leer. Si está seguro de que nadie lo tiene abierto, por ejemplo tras un apagón, libérelo."
        )
        choice = self._messages.ask("Proyecto en uso", question, ["Abrir solo para leer", "Liberar y abrir"])
        if choice == 0:
            self._run("Abriendo el proyecto…", path, lambda _: self._opener.open(path, read_only=True))
        elif choice == 1:
            self._opener.unlock(path)
            self._open_ready(path, found)

    def _ask_damaged(self, path: Path, found: Inspeccion) -> None:  # noqa: ARG002  # as the other answers
        backups = self._opener.backups(path)
        question = f"«{path.name}» está dañado y no se puede abrir."
        choices = []
        if backups:
            question += f" El respaldo bueno más reciente es del {backups[0].momento:%d/%m/%Y a las %H:%M}."
            choices.append("Restaurar ese respaldo")
        choices.append("Rescatar lo que se pueda en otro archivo…")
        choice = self._messages.ask("Proyecto dañado", question, choices)
        if choice >= 0 and choices[choice].startswith("Restaurar"):
            self._run("Restaurando el respaldo…", path, lambda _: self._restored(path, backups[0].path))
        elif choice >= 0:
            self._rescue(path)

    def _restored(self, path: Path, respaldo: Path) -> Session:
        self._opener.restore(path, respaldo)
        return self._opener.open(path, upgrade=True)

    def _rescue(self, path: Path) -> None:
        target = self._messages.save_project(f"{path.stem}-rescatado.promueve", "Guardar lo rescatado en")
        if target is None:
            return

        def work(_: object) -> Session:
            self._opener.recover(path, target)
            return self._opener.open(target)

        self._run("Rescatando el proyecto…", target, work)

    def _run(self, title: str, path: Path, work: object) -> None:
        task = self._runner.start(work)  # type: ignore[arg-type]  # every caller gives a function of progress
        ProgressDialog(self._window, title, task)
        task.succeeded.connect(lambda session: self._on_opened(session, path))
        task.refused.connect(lambda error: self._messages.tell(mensaje(error)))
        task.crashed.connect(self.crashed)

    def _on_opened(self, session: Session, path: Path) -> None:
        self.opened.emit(session, path)
        waiting, self._to_import = self._to_import, []
        if waiting:
            self._window.import_files(waiting)
