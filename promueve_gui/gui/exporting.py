"""Exporting in the window: ask where, write on a worker from a snapshot, say what was written."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from promueve_gui.application.export_documents import (
    MAPA,
    PLAN,
    Entrega,
    documento_de,
    documentos,
    documentos_generales,
    documentos_word,
)
from promueve_gui.application.letterheads import read_letterheads
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.messages import EXCEL, WORD

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.export_documents import Documento, Exporter, Resultado
    from promueve_gui.application.ports import Progress
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell

WORD_PREFIX = "word:"


def export(window: Shell, wanted: str) -> None:
    """Export «mapa», «plan», «word» (all contents), «todo», or «word:ID» (one content).

    With «+personales» after it, data of persons go into the books too.
    """
    project = window.project
    what, _, option = wanted.partition("+")
    personales = option == "personales"
    if project is None:
        return
    if window.wizard is not None:
        window.wizard.flush()
    proyecto = project.proyecto
    if what in {MAPA.clave, PLAN.clave}:
        _export_one(window, next(d for d in documentos_generales(proyecto) if d.clave == what), personales=personales)
    elif what.startswith(WORD_PREFIX):
        contenido = proyecto.get(Contenido, what.removeprefix(WORD_PREFIX))
        if contenido is not None:
            _export_one(window, documento_de(contenido), personales=personales)
    else:
        chosen = documentos_word(proyecto) if what == "word" else documentos(proyecto)
        _export_many(window, chosen, personales=personales)


def _entrega(project: Project, *, personales: bool) -> Entrega:
    return Entrega(
        proyecto=project.session.snapshot(),
        momento=datetime.now().astimezone(),
        personales=personales,
        membretes=read_letterheads(project.proyecto, project.session.get_file),
    )


def _export_one(window: Shell, documento: Documento, *, personales: bool) -> None:
    project = window.project
    suffix = documento.archivo[documento.archivo.rindex(".") :]
    kind = EXCEL if suffix == ".xlsx" else WORD
    path = window.messages.save_file(f"Exportar: {documento.titulo}", documento.archivo, kind, suffix)
    if project is None or path is None:
        return
    entrega, position = _entrega(project, personales=personales), project.session.position
    exporter = window.context.services.build_exporter()

    def work(progress: Progress) -> Path:
        exporter.export(documento, entrega, path, progress)
        return path

    def done(written: Path) -> None:
        if window.project is project:
            exportacion = entrega.exportacion(documento.identidad)
            project.note_export(documento.identidad, written.name, position, exportacion)
        window.told_export(written)

    task = window.runner.start(work)
    ProgressDialog(window, f"Exportando «{path.name}»…", task)
    task.succeeded.connect(done)
    task.refused.connect(lambda error: window.messages.tell(mensaje(error), "No se exportó"))
    task.crashed.connect(window.crash.report)


def _export_many(window: Shell, wanted: list[Documento], *, personales: bool) -> None:
    project = window.project
    if not wanted:
        window.messages.tell("Todavía no hay contenidos que exportar a Word. Escriba uno en el paso 3.", "Exportar")
        return
    folder = window.messages.choose_folder("Elegir la carpeta de los documentos")
    if project is None or folder is None:
        return
    entrega, position = _entrega(project, personales=personales), project.session.position
    exporter: Exporter = window.context.services.build_exporter()

    def done(resultado: Resultado) -> None:
        if window.project is project:
            for documento in wanted:
                if folder / documento.carpeta / documento.archivo in resultado.escritos:
                    exportacion = entrega.exportacion(documento.identidad)
                    project.note_export(documento.identidad, documento.archivo, position, exportacion)
        if resultado.fallidos:
            window.messages.tell_list("Algunos documentos no se exportaron", [mensaje(e) for e in resultado.fallidos])
        if resultado.escritos:
            window.told_export(folder)

    task = window.runner.start(lambda progress: exporter.export_all(wanted, entrega, folder, progress))
    ProgressDialog(window, "Exportando los documentos…", task)
    task.succeeded.connect(done)
    task.refused.connect(lambda error: window.messages.tell(mensaje(error), "No se exportó"))
    task.crashed.connect(window.crash.report)


def open_outside(path: Path) -> None:
    """Open a document or folder that was just written with the program that the system gives it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
