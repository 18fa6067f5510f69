"""Looking a person up, handing over what there is, erasing it; and the copy without anybody's data (dominio §8)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from promueve_gui.application.export_documents import Entrega
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.person_listing import listing
from promueve_gui.application.personal_data import AFUERA, find_person, forget_person, told
from promueve_gui.application.without_persons import without_persons
from promueve_gui.gui.dialogs.person_data import PersonDialog
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.messages import EXCEL, TEXT

if TYPE_CHECKING:
    from promueve_gui.application.personal_data import Olvidado
    from promueve_gui.domain.errors import UserError
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell
    from promueve_gui.gui.task_runner import Task

LIST_NAME = "Datos de una persona"
ERASE = "Borrar los datos de una persona"
PENDING = "Hay cambios que no se han guardado. Guárdelos primero y vuelva a intentarlo."
COPY_TITLE = "Guardar la copia sin datos personales en"
COPIED = (
    "Se guardó «{name}». No lleva contactos, nombres ni correos de personas, evidencias, membrete ni la historia del "
    "proyecto. Antes de entregarla, revise los textos libres: ahí puede haber nombres que no están en ninguna ficha."
)


class PersonLookup(QObject):
    """Does what the dialog asks for, each on a worker with progress."""

    def __init__(self, window: Shell, project: Project) -> None:
        """Open the dialog over ``window``."""
        super().__init__(window)
        self._window, self._project = window, project
        self._store = window.context.services.build_personal_store()
        self.dialog = PersonDialog(window, read_only=project.read_only)
        self.dialog.search_asked.connect(self.find)
        self.dialog.save_asked.connect(self.save)
        self.dialog.erase_asked.connect(self.erase)
        if window.wizard is not None:
            self.dialog.record_chosen.connect(window.wizard.jump)
        self.dialog.finished.connect(self.deleteLater)
        self.dialog.open()

    def find(self, text: str) -> None:
        """Look for a person."""
        store = self._store
        task = self._project.run_long(lambda session, progress: find_person(store, session.path, text, progress))
        self._watch(task, "Buscando en el proyecto y sus respaldos…", can_cancel=True)
        task.succeeded.connect(self.dialog.show_found)
        task.refused.connect(lambda error: self.dialog.tell(mensaje(error)))

    def save(self) -> None:
        """Write what was found where the user says."""
        expediente, window = self.dialog.expediente, self._window
        if expediente is None:
            return
        path = window.messages.save_as("Guardar la lista en", LIST_NAME, {EXCEL: ".xlsx", TEXT: ".txt"})
        if path is None:
            return
        proyecto = self._project.session.snapshot()
        lineas = listing(expediente, proyecto, frozenset(self.dialog.chosen()))
        entrega = Entrega(proyecto=proyecto, momento=datetime.now().astimezone(), personales=True)
        exporter, write = window.context.services.build_exporter(), window.context.services.write_listing
        task = window.runner.start(lambda _: exporter.put(path, lambda target: write(entrega, lineas, target)))
        self._watch(task, f"Guardando «{path.name}»…")
        task.succeeded.connect(lambda _: self.dialog.tell(f"Se guardó «{path.name}»."))
        task.refused.connect(self._refused)

    def erase(self) -> None:
        """Erase what is ticked, once the user has understood that nothing takes it back."""
        expediente, chosen, store = self.dialog.expediente, self.dialog.chosen(), self._store
        if expediente is None:
            return
        if self._project.pending:
            self._window.messages.tell(PENDING)
            return
        names = "; ".join(expediente.busqueda.terminos)
        question = (
            f"Se borrará todo lo que dice de «{names}» en los registros marcados ({len(chosen)}), en la bitácora y en "
            f"los respaldos ({len(expediente.copias)}). En su lugar se leerá «(borrado)». {AFUERA}"
        )
        if not self._window.messages.ask_forever(ERASE, question, "Borrar"):
            return
        task = self._project.run_long(
            lambda session, progress: forget_person(session, store, expediente, chosen, progress)
        )
        self._watch(task, "Borrando los datos…")
        task.succeeded.connect(self._erased)
        task.refused.connect(self._refused)

    def _erased(self, olvidado: Olvidado) -> None:
        self.dialog.accept()
        self._project.session_noted.emit()
        self._window.messages.tell(told(olvidado), ERASE)

    def _refused(self, error: UserError) -> None:
        self._window.messages.tell(mensaje(error))

    def _watch(self, task: Task, title: str, *, can_cancel: bool = False) -> None:
        ProgressDialog(self.dialog, title, task, can_cancel=can_cancel)
        task.crashed.connect(self._window.crash.report)


def look_up_person(window: Shell) -> None:
    """Open the dialog about one person's data."""
    if window.project is not None:
        if window.wizard is not None:
            window.wizard.flush()
        PersonLookup(window, window.project)


def copy_without_persons(window: Shell) -> None:
    """Write a copy of the open project without anybody's data where the user says."""
    project = window.project
    if project is None:
        return
    if window.wizard is not None:
        window.wizard.flush()
    path = window.messages.save_project(f"{project.path.stem} sin datos personales.promueve", COPY_TITLE)
    if path is None:
        return
    snapshot, opener = project.session.snapshot(), window.context.services.opener
    task = window.runner.start(lambda _: opener.create(path, without_persons(snapshot), signed=False))
    ProgressDialog(window, f"Guardando «{path.name}»…", task, can_cancel=False)
    task.succeeded.connect(lambda _: window.messages.tell(COPIED.format(name=path.name)))
    task.refused.connect(lambda error: window.messages.tell(mensaje(error)))
    task.crashed.connect(window.crash.report)
