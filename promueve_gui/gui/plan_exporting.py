"""Handing over the plan in the window: as a workbook, on paper or as a calendar; whole, or a file for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.application.export_documents import AGENDA, CALENDARIO_PDF, DEL_PLAN, PLAN_PDF, Resultado
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.plan_documents import plan_documents
from promueve_gui.application.plan_history import remembered
from promueve_gui.application.print_plan import print_calendar, print_plan
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.reparto_plan import Reparto
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.impresion.document import write_steps
from promueve_gui.gui.impresion.slices import SlicedTask
from promueve_gui.gui.messages import EXCEL, ICS, PDF

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from promueve_gui.application.export_documents import Documento, Entrega
    from promueve_gui.application.plan_request import PedidoDocumento
    from promueve_gui.application.ports import Progress
    from promueve_gui.application.print_model import Impreso
    from promueve_gui.application.print_plan import Seleccion
    from promueve_gui.application.session import Session
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell
    from promueve_gui.gui.task_runner import Task

TIPOS = {tipo.clave: tipo for tipo in DEL_PLAN}
ON_PAPER = frozenset({PLAN_PDF.clave, CALENDARIO_PDF.clave})
KINDS = {".xlsx": EXCEL, ".pdf": PDF, ".ics": ICS}
NO_LINES = "El plan todavía no tiene actividades que repartir. Agréguelas en el paso 2."
FOLDERS = {
    Reparto.AREA: "Elegir dónde se guarda la carpeta del plan por área",
    Reparto.PERSONA: "Elegir dónde se guarda la carpeta del plan por persona",
}


class PlanExporting:
    """One hand-over of the plan: asks where, writes, notes and tells."""

    def __init__(self, window: Shell, project: Project, pedido: PedidoDocumento, entrega: Entrega) -> None:
        """Take what is asked for, and the snapshot that it is made of."""
        self._window, self._project, self._pedido, self._entrega = window, project, pedido, entrega
        self._position = project.session.position
        self._tipo = TIPOS[pedido.clave]
        self._documents = plan_documents(entrega.proyecto, self._tipo, pedido.reparto, project.exports())
        self._folder: Path | None = None

    def start(self) -> None:
        """Ask where, and write there."""
        messages = self._window.messages
        if self._pedido.reparto is Reparto.TODO:
            (document,) = self._documents
            suffix = self._tipo.extension
            path = messages.save_file(f"Exportar: {document.titulo}", document.archivo, KINDS[suffix], suffix)
            if path is not None:
                self._documents = [replace(document, archivo=path.name)]
                self._write(path.parent)
        elif not self._documents:
            messages.tell(NO_LINES, "Exportar")
        elif (folder := messages.choose_folder(FOLDERS[self._pedido.reparto])) is not None:
            self._write(folder)

    def _write(self, folder: Path) -> None:
        self._folder = folder
        title = "Exportando el plan…"
        if self._tipo.clave in ON_PAPER:
            # What is printed is worked out by a worker; its pages are made here, where the fonts are.
            task = self._window.runner.start(lambda _: self._prints())
            self._watch(task, title)
            task.succeeded.connect(lambda prints: self._paint(prints, folder, title))
            return
        if self._tipo is AGENDA:
            task = self._project.run_long(lambda session, progress: self._export(folder, progress, session))
        else:
            task = self._window.runner.start(lambda progress: self._export(folder, progress))
        self._watch(task, title)
        task.succeeded.connect(self._on_written)

    def _watch(self, task: Task, title: str) -> None:
        ProgressDialog(self._window, title, task)
        task.refused.connect(lambda error: self._window.messages.tell(mensaje(error), "No se exportó"))
        task.crashed.connect(self._window.crash.report)

    def _export(self, folder: Path, progress: Progress, session: Session | None = None) -> Resultado:
        """Write the files; on a worker. Calendars need to know from the session what became of each line."""
        entrega = self._entrega
        if session is not None:
            entrega = replace(entrega, recuerdos=remembered(session, progress))
        return self._window.context.services.build_exporter().export_all(self._documents, entrega, folder, progress)

    def _prints(self) -> list[Impreso]:
        make = printable(self._pedido.clave, self._window)
        return [make(replace(self._entrega, parte=document.parte)) for document in self._documents]

    def _paint(self, prints: Sequence[Impreso], folder: Path, title: str) -> None:
        exporter = self._window.context.services.build_exporter()
        task = SlicedTask(_painting(prints, self._documents, folder, exporter.make_folder), self._window)
        self._watch(task, title)
        task.succeeded.connect(self._on_written)

    def _on_written(self, resultado: Resultado) -> None:
        folder = self._folder
        if folder is None:
            return
        for document in self._documents:
            path = folder / document.carpeta / document.archivo
            if path in resultado.escritos and self._window.project is self._project:
                exportacion = self._entrega.exportacion(document.identidad)
                self._project.note_export(document.identidad, document.archivo, self._position, exportacion)
        alone = self._pedido.reparto is Reparto.TODO
        sentences = [mensaje(error) for error in resultado.fallidos]
        if sentences and alone:
            self._window.messages.tell(sentences[0], "No se exportó")
        elif sentences:
            self._window.messages.tell_list("Algunos archivos no se exportaron", sentences)
        if resultado.escritos:
            first = resultado.escritos[0]
            self._window.told_export(first if alone else first.parent)


def _painting(
    prints: Sequence[Impreso], documents: Sequence[Documento], folder: Path, make_folder: Callable[[Path], None]
) -> Generator[tuple[int, int], None, Resultado]:
    """Break each document into pages and write it; one that cannot be written does not stop the others."""
    written: list[Path] = []
    refused: list[UserError] = []
    for place, (printed, document) in enumerate(zip(prints, documents, strict=True)):
        path = folder / document.carpeta / document.archivo
        try:
            make_folder(path.parent)
            for done, total in write_steps(printed, path):
                yield place * 1000 + 1000 * done // max(total, 1), len(documents) * 1000
            written.append(path)
        except UserError as error:
            refused.append(error)
    return Resultado(escritos=tuple(written), fallidos=tuple(refused))


def printable(clave: str, window: Shell, seleccion: Seleccion | None = None) -> Callable[[Entrega], Impreso]:
    """Return what makes a document on paper of a snapshot, or of some of its lines; it may run on a worker."""
    if clave == CALENDARIO_PDF.clave:
        feriados = window.context.services.feriados
        return lambda entrega: print_calendar(entrega, feriados, seleccion)
    return lambda entrega: print_plan(entrega, seleccion)
