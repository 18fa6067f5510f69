"""How a project gets open: new, example, from disk, dropped; and what is asked for each state of a file.

The project that is open stays so until the other one is: a file that turns out to be damaged takes nothing away.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.errors import UserError
from promueve_gui.gui import theme
from promueve_gui.gui.task_runner import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QUrl

    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.ports import Inspeccion, Progress, Respaldo
    from promueve_gui.application.session import Session
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.shell import Shell
    from promueve_gui.gui.task_runner import Task, TaskRunner

    Answer = Callable[[Path, Inspeccion], None]

# Loaded while a worker reads the project, so that they are there when it is to be shown, by the thread of the window:
# PySide makes its classes when they are first asked for, and dies when two threads ask at the same time.
FOR_A_PROJECT = (
    "promueve_gui.gui.project",
    "promueve_gui.gui.wizard",
    "promueve_gui.gui.widgets.guide_panel",
    "promueve_gui.gui.pasos.inicio",
)
RESTORED = "Se restauró el respaldo. El proyecto como estaba antes quedó en Archivo › Respaldos."


class Opening(QObject):
    """Opens projects into one window. Reading happens on a worker; questions are asked here."""

    opened = Signal(object, object)  # Session, Path
    crashed = Signal(object)

    def __init__(self, window: Shell, context: Context, messages: Messages, runner: TaskRunner) -> None:
        """Take the window that questions stand over."""
        super().__init__(window)
        self._window, self._context, self._messages, self._runner = window, context, messages, runner
        self._sources: list[Path] = []  # received into the project that is being opened, once it is

    @property
    def _opener(self) -> ProjectOpener:
        return self._context.services.opener

    def ask_new(self, sources: Sequence[Path] = ()) -> None:
        """Ask about the institution and where the file goes, then open it; ``sources`` are imported afterwards."""
        from promueve_gui.domain.institucion import Institucion
        from promueve_gui.gui.dialogs.new_project import ask_institution

        registros = ask_institution(self._window, self._context)
        if registros is not None:
            name = next((r.siglas for r in registros if isinstance(r, Institucion)), "") or "proyecto"
            self._create(registros, name, "Guardar el proyecto nuevo en", sources)

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
        """Write a copy of the open project where the user says; if it alone has everything, offer to go on with it."""
        path, project = self.copy_elsewhere(), self._window.project
        if path is None or project is None:
            return
        if not project.pending:
            self._window.statusBar().showMessage(f"Se guardó la copia «{path.name}».", 6000)
            return
        text = f"Se guardó la copia «{path.name}», con los cambios que faltaban. ¿Quiere seguir trabajando en ella?"
        if self._messages.ask("Copia guardada", text, ["Abrir la copia", "Seguir en este proyecto"]) == 0:
            project.forget_pending()
            self.open(path)

    def copy_elsewhere(self) -> Path | None:
        """Ask where a copy of the open project goes, and write it with all that is pending; ``None`` if it was not."""
        project = self._window.project
        path = None if project is None else self._messages.save_project(project.path.name, "Guardar una copia en")
        if project is None or path is None:
            return None
        try:
            project.save_copy(path)
        except UserError as error:
            self._messages.tell(mensaje(error))
            return None
        return path

    def open(self, path: Path, sources: Sequence[Path] = ()) -> None:
        """Look at a file and open it, after asking what its state calls for; ``sources`` are received afterwards."""
        project = self._window.project
        if project is not None and project.session.path == path.resolve():
            self._window.statusBar().showMessage(f"«{path.name}» ya está abierto.", 6000)
            return
        self._sources = list(sources)
        task = self._runner.start(lambda _: self._opener.inspect(path))
        self._watch(task, "Revisando el archivo…")
        task.succeeded.connect(lambda found: self._answers().get(found.estado, self._open_ready)(path, found))
        task.refused.connect(self._tell)
        task.crashed.connect(self.crashed)

    def restore(self, respaldo: Path) -> None:
        """Put a backup in the place of the open project and open it again."""
        project = self._window.project
        if project is None or not self._window.close_project():
            return
        path = project.path
        self._sources = []
        task = self._run("Restaurando el respaldo…", path, lambda _: self._restored(path, respaldo))
        task.succeeded.connect(self._tell_restored)

    def dropped(self, urls: Sequence[QUrl]) -> list[Path]:
        """Return the files among what was dropped."""
        return [path for url in urls if url.isLocalFile() and (path := Path(url.toLocalFile())).is_file()]

    def apply_theme(self) -> None:
        """Give the window, and the dialogs over it, the colours in force.

        The style sheet is the window's and not the program's: with the latter, Qt styles the parts of a page anew each
        time one is put into another, which made up a third of the time that opening a project took.
        """
        QApplication.setPalette(theme.palette(self._context.colores))
        self._window.setStyleSheet(theme.style_sheet(self._context.colores, self._context.services.recursos / "iconos"))

    def _answers(self) -> Mapping[EstadoArchivo, Answer]:
        return {
            EstadoArchivo.ANTERIOR: self._ask_older,
            EstadoArchivo.DANADO: self._look_for_backups,
            EstadoArchivo.EN_USO: self._ask_locked,
        }

    def _create(self, registros: list[Registro], name: str, title: str, sources: Sequence[Path] = ()) -> None:
        path = self._messages.save_project(f"{name}.promueve", title)
        if path is None:
            return

        def work(_: Progress) -> Session:
            self._opener.create(path, registros)
            return self._opener.open(path)

        self._sources = list(sources)
        self._run("Creando el proyecto…", path, work)

    def _open_ready(self, path: Path, found: Inspeccion) -> None:
        """Open a file that needs no question, or say why it cannot be opened."""
        self._run("Abriendo el proyecto…", path, lambda _: self._opener.open(path, found=found))

    def _open_reading(self, path: Path) -> None:
        self._run("Abriendo el proyecto…", path, lambda _: self._opener.open(path, read_only=True))

    def _ask_older(self, path: Path, _found: Inspeccion) -> None:
        question = (
            f"«{path.name}» se guardó con una versión anterior de Promueve. Para trabajar en él hay que actualizarlo; "
            "el original se conserva en la carpeta «respaldos». Las versiones anteriores ya no podrán abrirlo."
        )
        choices = ["Actualizar y abrir", "Abrir solo para leer"]
        choice = self._messages.ask("Actualizar el proyecto", question, choices)
        if choice == 0:
            self._run("Actualizando el proyecto…", path, lambda _: self._opener.open(path, upgrade=True))
        elif choice == 1:
            self._open_reading(path)

    def _ask_locked(self, path: Path, found: Inspeccion) -> None:
        who = " en ".join(part for part in (found.usuario, found.equipo) if part) or "otra persona"
        question = (
            f"«{path.name}» está abierto por {who}{_since(found.desde)}. Puede abrirlo solo para leer. Si está seguro "
            "de que nadie lo tiene abierto, por ejemplo tras un apagón, libérelo."
        )
        choice = self._messages.ask("Proyecto en uso", question, ["Abrir solo para leer", "Liberar y abrir"])
        if choice == 0:
            self._open_reading(path)
        elif choice == 1:
            self._run("Abriendo el proyecto…", path, lambda _: self._unlocked(path))

    def _look_for_backups(self, path: Path, _found: Inspeccion | None = None) -> None:
        """Look at each backup of a damaged file, which may take long, and then ask what to do."""
        task = self._runner.start(lambda _: self._opener.backups(path))
        self._watch(task, "Buscando respaldos…")
        task.succeeded.connect(lambda backups: self._ask_damaged(path, backups))
        task.refused.connect(self._tell)
        task.crashed.connect(self.crashed)

    def _ask_damaged(self, path: Path, backups: Sequence[Respaldo]) -> None:
        question = f"«{path.name}» está dañado y no se puede abrir."
        rescue = "Rescatar lo que se pueda en otro archivo…"
        if not backups:
            if self._messages.ask("Proyecto dañado", question, [rescue]) == 0:
                self._rescue(path)
            return
        question += f" El respaldo bueno más reciente es del {backups[0].momento:%d/%m/%Y a las %H:%M}."
        choice = self._messages.ask("Proyecto dañado", question, ["Restaurar ese respaldo", rescue])
        if choice == 0:
            self._run("Restaurando el respaldo…", path, lambda _: self._restored(path, backups[0].path))
        elif choice == 1:
            self._rescue(path)

    def _unlocked(self, path: Path) -> Session:
        self._opener.unlock(path)
        return self._opener.open(path)

    def _restored(self, path: Path, respaldo: Path) -> Session:
        self._opener.restore(path, respaldo)
        return self._opener.open(path, upgrade=True)

    def _rescue(self, path: Path) -> None:
        target = self._messages.save_project(f"{path.stem}-rescatado.promueve", "Guardar lo rescatado en")
        if target is None:
            return

        def work(_: Progress) -> Session:
            self._opener.recover(path, target)
            return self._opener.open(target)

        self._run("Rescatando el proyecto…", target, work)

    def _run(self, title: str, path: Path, work: Callable[[Progress], Session]) -> Task:
        task = self._runner.start(work)
        self._watch(task, title)
        task.succeeded.connect(lambda session: self._on_opened(session, path))
        task.refused.connect(lambda error: self._tell_refused(path, error))
        task.crashed.connect(self.crashed)
        for name in FOR_A_PROJECT:
            import_module(name)
        return task

    def _watch(self, task: Task, title: str) -> None:
        """Show how far a task has come when it takes long; not even the dialog is made when it does not."""
        patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)

        def show() -> None:
            from promueve_gui.gui.dialogs.progress import ProgressDialog

            ProgressDialog(self._window, title, task).open()

        patience.timeout.connect(show)
        task.ended.connect(patience.stop)
        task.ended.connect(patience.deleteLater)
        patience.start()

    def _tell_restored(self, session: Session) -> None:
        """Say that it is done, unless the project has something to say that matters more."""
        project, banner = self._window.project, self._window.banner
        if project is not None and project.session is session and banner.isHidden():
            banner.tell_success(RESTORED)

    def _tell_refused(self, path: Path, error: UserError) -> None:
        """Say why a file was not opened; some damage only shows when the records are read."""
        if error.code == "archivo_danado":
            self._look_for_backups(path)
        else:
            self._tell(error)

    def _tell(self, error: UserError) -> None:
        self._messages.tell(mensaje(error))

    def _on_opened(self, session: Session, path: Path) -> None:
        self.opened.emit(session, path)
        sources, self._sources = self._sources, []
        project = self._window.project
        if sources and project is not None and project.session is session:  # it was not: the user stayed with another
            self._window.import_files(sources)


def _since(moment: str) -> str:
    """Return «, desde el …» for a moment in ISO 8601, nothing for what is not one."""
    with suppress(ValueError):
        return f", desde el {datetime.fromisoformat(moment).astimezone():%d/%m/%Y a las %H:%M}"
    return ""
