"""Receiving returned files in the window: read on a worker, compared, shown, taken; the rest is left as doubts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from promueve_gui.application.export_documents import Entrega
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.return_batch import apply_all, compare_all, compare_one, let_go, read_all
from promueve_gui.application.return_report import summary, told_problems
from promueve_gui.application.return_results import result_document
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.formatos import Duda
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.dialogs.return_preview import ReturnPreview
from promueve_gui.gui.importing import import_files
from promueve_gui.gui.messages import EXCEL
from promueve_gui.gui.widgets.parts import button

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.received import Recibido
    from promueve_gui.application.return_batch import Comparado, Leido, Recibidos
    from promueve_gui.application.returns import Returns
    from promueve_gui.application.session import Session
    from promueve_gui.domain.errors import UserError
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell
    from promueve_gui.gui.task_runner import Task

COUNT = "%v de %m"


class Returning(QObject):
    """Receives a batch of files into the project of one window; those of other kinds go on to be imported."""

    def __init__(self, window: Shell, project: Project, paths: list[Path]) -> None:
        """Take the files; ``start`` begins."""
        super().__init__(window)
        self._window, self._project, self._paths = window, project, paths
        self._others: list[Path] = []
        self._returns: Returns | None = None

    def start(self) -> None:
        """Read all the files, and then see which are ours."""
        paths, read = self._paths, self._window.context.services.read_returned
        task = self._window.runner.start(lambda progress: read_all(paths, read, progress))
        self._watch(task, "Leyendo los archivos…")
        task.succeeded.connect(self._on_read)
        task.cancelled.connect(self.deleteLater)

    def _watch(self, task: Task, title: str, *, can_cancel: bool = True) -> None:
        ProgressDialog(self._window, title, task, can_cancel=can_cancel, count=COUNT)
        task.refused.connect(self._on_refused)
        task.crashed.connect(self._on_crashed)

    def _on_refused(self, error: UserError) -> None:
        self._window.messages.tell(mensaje(error), "No se pudo recibir")
        self._end()

    def _on_crashed(self, error: BaseException) -> None:
        self._window.crash.report(error)
        self._end()

    def _end(self) -> None:
        """Let the files of other kinds be imported."""
        if self._others and self._here():
            import_files(self._window, self._others)
        self.deleteLater()

    def _refuse(self, sentences: list[str]) -> None:
        """Say what is wrong with documents that nobody can read."""
        if len(sentences) == 1:
            self._window.messages.tell(sentences[0], "No se pudo recibir")
        elif sentences:
            self._window.messages.tell_list("No se pudieron recibir", sentences)

    def _here(self) -> bool:
        return self._window.project is self._project

    def _on_read(self, leidos: list[Leido]) -> None:
        if not self._here():
            self.deleteLater()
            return
        if all(leido.libro is None for leido in leidos):
            self._refuse([leido.rechazo for leido in leidos if leido.firme])
            # The importer says what is wrong with each of the others.
            self._others = [leido.path for leido in leidos if not leido.firme]
            self._end()
            return
        self._others = [leido.path for leido in leidos if leido.ajeno]
        ours = [leido for leido in leidos if not leido.ajeno]
        make = self._window.context.services.make_returns

        def work(session: Session, progress: Progress) -> list[Comparado]:
            self._returns = make(session)
            return compare_all(self._returns, ours, progress)

        task = self._project.run_long(work)
        self._watch(task, "Comparando con el proyecto…")
        task.succeeded.connect(self._show)
        task.cancelled.connect(self.deleteLater)

    def _show(self, comparados: list[Comparado]) -> None:
        if not self._here():
            self.deleteLater()
            return
        window = self._window
        dialog = ReturnPreview(window, window.context, self._project, window.messages, comparados)
        dialog.area_given.connect(lambda place, area: self._compare_again(dialog, place, area))
        dialog.accepted.connect(lambda: self._apply(dialog))
        dialog.rejected.connect(self._end)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _compare_again(self, dialog: ReturnPreview, place: int, area: str) -> None:
        returns, devolucion = self._returns, dialog.comparados[place].devolucion
        if returns is None or devolucion is None:
            return
        task = self._project.run_long(lambda _session, _progress: compare_one(returns, devolucion.libro, area))
        ProgressDialog(dialog, "Comparando con el proyecto…", task, can_cancel=False)
        task.succeeded.connect(lambda comparado: dialog.replace(place, comparado))
        task.crashed.connect(self._window.crash.report)

    def _apply(self, dialog: ReturnPreview) -> None:
        returns, comparados, decisions = self._returns, dialog.hand_over(), dialog.decisions
        if returns is None or not self._here():
            self.deleteLater()
            return
        task = self._project.run_long(lambda _, progress: apply_all(returns, let_go(comparados), decisions, progress))
        self._watch(task, "Recibiendo los archivos…", can_cancel=False)  # each file is a transaction of its own
        task.succeeded.connect(self._on_applied)

    def _on_applied(self, recibidos: Recibidos) -> None:
        if self._here():
            self._tell(recibidos)
        self._end()

    def _tell(self, recibidos: Recibidos) -> None:
        """Say what came in, with a way to the doubts and to what is mailed back."""
        window, aplicados = self._window, list(recibidos.aplicados)
        actions: list[QPushButton] = []
        doubts = any(aplicado.dudas for aplicado in aplicados)
        if doubts and window.wizard is not None:
            wizard = window.wizard
            actions.append(button("Ver las dudas", lambda: wizard.jump(Duda.ENTIDAD, "", "")))
        books = [aplicado for aplicado in aplicados if not aplicado.es_texto]
        if books:
            actions.append(button("Guardar resultado…", lambda: save_results(window, books)))
        contents = {aplicado.contenido for aplicado in aplicados} - {None}
        if len(contents) == 1 and not books and window.wizard is not None:
            shown, (content,) = window.wizard, contents
            actions.append(button("Ver el contenido", lambda: shown.jump(Contenido.ENTIDAD, content or "", "")))
        problems = [problema.mensaje for aplicado in aplicados if aplicado.es_texto for problema in aplicado.problemas]
        if problems:
            title = "Problemas de lo que se recibió"
            actions.append(button(told_problems(problems), lambda: window.messages.tell_list(title, problems)))
        said = " ".join(filter(None, (summary(aplicados) if aplicados else "", recibidos.error)))
        if doubts or recibidos.error:
            window.banner.tell(said, *actions)
        else:
            window.banner.tell_success(said, *actions)


def receive_files(window: Shell, paths: list[Path]) -> None:
    """Receive the returned workbooks and documents among ``paths`` into the open project, and import the rest."""
    project = window.project
    if project is None or project.read_only:
        import_files(window, paths)  # it says why not
        return
    Returning(window, project, paths).start()


def save_results(window: Shell, aplicados: list[Recibido]) -> None:
    """Ask where the results go, and write them: one to a file, several into a folder."""
    project = window.project
    if project is None:
        return
    where = _ask_where(window, aplicados)
    if where is None:
        return
    saver = window.context.services.build_result_saver()
    entrega = Entrega(proyecto=project.session.snapshot(), momento=datetime.now().astimezone())
    position = project.session.position
    if len(aplicados) == 1:
        task = window.runner.start(lambda progress: saver.save(aplicados[0], entrega, where, progress))
    else:
        task = window.runner.start(lambda progress: saver.save_all(aplicados, entrega, where, progress))

    def done(outcome: object) -> None:
        if window.project is project:
            project.note_export(result_document(aplicados[0]).identidad, where.name, position)
        failed = [mensaje(error) for error in getattr(outcome, "fallidos", ())]
        if failed:
            window.messages.tell_list("Algunos resultados no se guardaron", failed)
        window.told_export(where)

    ProgressDialog(window, "Guardando el resultado…", task)
    task.succeeded.connect(done)
    task.refused.connect(lambda error: window.messages.tell(mensaje(error)))
    task.crashed.connect(window.crash.report)


def _ask_where(window: Shell, aplicados: list[Recibido]) -> Path | None:
    if len(aplicados) == 1:
        return window.messages.save_file("Guardar resultado", result_document(aplicados[0]).archivo, EXCEL, ".xlsx")
    return window.messages.choose_folder("Elegir la carpeta de los resultados")
