"""Exporting in the window: ask where, write on a worker from a snapshot, say what was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from promueve_gui.application.content_formats import POR_CLAVE, documento_en, documentos_en
from promueve_gui.application.export_documents import (
    MAPA,
    Entrega,
    documento_de,
    documentos,
    documentos_generales,
    documentos_word,
)
from promueve_gui.application.letterheads import read_letterheads
from promueve_gui.application.letters import letter_documents
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.plan_request import PedidoDocumento
from promueve_gui.application.slide_templates import read_slide_template
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.messages import EXCEL, HTML, ODT, POWERPOINT, TEXT, WORD
from promueve_gui.gui.plan_exporting import TIPOS, PlanExporting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from promueve_gui.application.content_formats import FormatoContenido
    from promueve_gui.application.export_documents import Documento, Exporter, Resultado
    from promueve_gui.application.letters import LetterExporter
    from promueve_gui.application.ports import Progress
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell

NOTHING = "Todavía no hay contenidos que exportar a Word. Escriba uno en el paso 3."
NOTHING_AS = "Todavía no hay contenidos que exportar así: {titulo}. Escriba uno en el paso 3."
NO_FOLDER = "No se pudo preparar la carpeta de las plantillas. Revise los permisos de su carpeta de usuario."
WORD_PREFIX, OFICIOS = "word:", "oficios"
KINDS = {".xlsx": EXCEL, ".docx": WORD, ".pptx": POWERPOINT, ".html": HTML, ".txt": TEXT, ".odt": ODT}


def export(window: Shell, wanted: str) -> None:
    """Export «mapa», the plan in one of its ways, «word» (all contents), «oficios», «todo», or «word:ID» (a content).

    Other formats of contents are asked for like Word, by their ``clave``: «pptx», «html:ID».
    What may follow is what ``PedidoDocumento`` knows: with «+personales» data of persons go into the books too.
    """
    project = window.project
    if project is None:
        return
    if window.wizard is not None:
        window.wizard.flush()
    proyecto, pedido = project.proyecto, PedidoDocumento.of_text(wanted)
    what, personales = pedido.clave, pedido.personales
    if what in TIPOS:
        entrega = delivery(project, personales=personales)
        entrega = replace(entrega, por_mes=pedido.por_mes, agenda=pedido.agenda)
        PlanExporting(window, project, pedido, entrega).start()
    elif what == MAPA.clave:
        _export_one(window, documentos_generales(proyecto)[0], personales=personales)
    elif what.startswith(WORD_PREFIX):
        contenido = proyecto.get(Contenido, what.removeprefix(WORD_PREFIX))
        if contenido is not None:
            _export_one(window, documento_de(contenido), personales=personales)
    elif what == OFICIOS:
        nothing = mensaje(UserError("sin_oficios"))
        letters = window.context.services.build_letter_exporter
        _export_many(window, letter_documents(proyecto), letters, personales=personales, nothing=nothing)
    elif (formato := POR_CLAVE.get(what.partition(":")[0])) is not None:
        _export_as(window, formato, what.partition(":")[2])
    else:
        chosen = documentos_word(proyecto) if what == "word" else documentos(proyecto)
        _export_many(window, chosen, window.context.services.build_exporter, personales=personales)


def delivery(project: Project, *, personales: bool) -> Entrega:
    """Return what writers are told now: the project as it is, the moment, and the letterheads."""
    return Entrega(
        proyecto=project.session.snapshot(),
        momento=datetime.now().astimezone(),
        personales=personales,
        membretes=read_letterheads(project.proyecto, project.session.get_file),
        plantilla=read_slide_template(project.proyecto, project.session.get_file),
    )


def _export_as(window: Shell, formato: FormatoContenido, identidad: str) -> None:
    """Export one content in a format or, without its identity, all that leave in it."""
    project = window.project
    contenido = project.proyecto.get(Contenido, identidad) if project and identidad else None
    if contenido is not None:
        _export_one(window, documento_en(formato, contenido), personales=False)
    elif project is not None and not identidad:
        wanted = [replace(documento, carpeta="") for documento in documentos_en(formato, project.proyecto)]
        nothing = NOTHING_AS.format(titulo=formato.titulo)
        _export_many(window, wanted, window.context.services.build_exporter, nothing=nothing)


def _export_one(window: Shell, documento: Documento, *, personales: bool) -> None:
    project = window.project
    suffix = documento.archivo[documento.archivo.rindex(".") :]
    path = window.messages.save_file(f"Exportar: {documento.titulo}", documento.archivo, KINDS[suffix], suffix)
    if project is None or path is None:
        return
    entrega, position = delivery(project, personales=personales), project.session.position
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


def _export_many(
    window: Shell,
    wanted: list[Documento],
    make_exporter: Callable[[], Exporter | LetterExporter],
    *,
    personales: bool = False,
    nothing: str = NOTHING,
) -> None:
    project = window.project
    if not wanted:
        window.messages.tell(nothing, "Exportar")
        return
    folder = window.messages.choose_folder("Elegir la carpeta de los documentos")
    if project is None or folder is None:
        return
    entrega, position = delivery(project, personales=personales), project.session.position
    exporter = make_exporter()

    def done(resultado: Resultado) -> None:
        if window.project is project:
            for documento in wanted:
                if folder / documento.carpeta / documento.archivo in resultado.escritos:
                    exportacion = entrega.exportacion(documento.identidad)
                    project.note_export(documento.identidad, documento.archivo, position, exportacion)
        if resultado.fallidos:
            window.messages.tell_list("Algunos documentos no se exportaron", [mensaje(e) for e in resultado.fallidos])
        if resultado.avisos:
            window.messages.tell_list("Revise los documentos exportados", [mensaje(e) for e in resultado.avisos])
        if resultado.escritos:
            window.told_export(folder)

    task = window.runner.start(lambda progress: exporter.export_all(wanted, entrega, folder, progress))
    ProgressDialog(window, "Exportando los documentos…", task)
    task.succeeded.connect(done)
    task.refused.connect(lambda error: window.messages.tell(mensaje(error), "No se exportó"))
    task.crashed.connect(window.crash.report)


def show_templates(window: Shell) -> None:
    """Open the folder with the templates of the oficios, those that it lacked put there to be edited in Word."""
    try:
        open_outside(window.context.services.share_templates())
    except OSError:
        window.messages.tell(NO_FOLDER)


def open_outside(path: Path) -> None:
    """Open a document or folder that was just written with the program that the system gives it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
