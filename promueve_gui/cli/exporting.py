"""The call ``exportar``: documents of the project, each whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.agenda_options import OpcionesAgenda, Recuerdos
from promueve_gui.application.export_documents import (
    AGENDA,
    CALENDARIO_PDF,
    MAPA,
    PLAN,
    PLAN_PDF,
    Documento,
    Entrega,
    Resultado,
    documentos,
)
from promueve_gui.application.letterheads import read_letterheads
from promueve_gui.application.letters import PLANTILLAS, letter_documents
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.plan_documents import plan_documents
from promueve_gui.application.plan_history import remembered
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.application.slide_templates import read_slide_template
from promueve_gui.cli.arguments import UsageError, file_path
from promueve_gui.cli.choosing import (
    CONTENIDO,
    OFICIOS,
    POR_OPCION,
    TODO,
    WORD,
    check_options,
    chosen_letterhead,
    content_documents,
)
from promueve_gui.cli.news import write_news
from promueve_gui.cli.noting import noting
from promueve_gui.cli.projects import open_project
from promueve_gui.cli.sending import send_formats
from promueve_gui.cli.terminal import DONE, FINDINGS, NOTHING_DONE
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.reparto_plan import Reparto

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from promueve_gui.application.session import Session
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal
    from promueve_gui.domain.proyecto import Proyecto

LIBROS = {
    "--mapa": MAPA,
    "--plan": PLAN,
    "--plan-pdf": PLAN_PDF,
    "--calendario-pdf": CALENDARIO_PDF,
    "--calendario": AGENDA,
}
REPARTOS = {"--plan-por-area": Reparto.AREA, "--plan-por-persona": Reparto.PERSONA}
# Options that ask for no document: they say how another is to be.
_CON_OTRA = frozenset({"--por-mes", "--alarma", "--eventos", "--publicaciones", "--desde", "--hasta", "--borradores"})
# Somebody who has the project open, or a project that cannot be written, is no obstacle to taking documents out of it.
SOLO_LEER = frozenset({EstadoArchivo.EN_USO, EstadoArchivo.SOLO_LECTURA})


@frozen
class Encargo:
    """Documents that go together under a folder."""

    folder: Path
    documentos: tuple[Documento, ...]

    @property
    def identidades(self) -> dict[Path, str]:
        """Return which document each file is."""
        return {self.folder / d.carpeta / d.archivo: d.identidad for d in self.documentos}


def exportar(pedido: Pedido, terminal: Terminal) -> int:
    """Write the documents asked for; one that cannot be written does not stop the others."""
    check_options(pedido)
    if pedido.opciones.keys() <= _CON_OTRA:
        raise UsageError(f"Falta decir qué documentos: {pedido.orden.uso}.")
    desde, hasta = pedido.fecha("--desde"), pedido.fecha("--hasta")
    if desde is not None and hasta is not None and desde > hasta:
        raise UsageError("La fecha de «--desde» es posterior a la de «--hasta».")
    caminos = (_book_path(pedido.path(opcion), tipo.extension) for opcion, tipo in LIBROS.items())
    libros = [str(path.resolve()).casefold() for path in caminos if path is not None]
    if len(set(libros)) < len(libros):
        raise UsageError("Dos documentos no caben en el mismo archivo; dé a cada uno el suyo.")
    folder = pedido.path("--formatos")
    # Formats are known again when they come back because the project notes them.
    to_read = folder is None and bootstrap.build_opener().inspect(pedido.archivo).estado in SOLO_LEER
    with open_project(pedido.archivo, terminal, to_read=to_read) as session:
        membrete = chosen_letterhead(pedido, terminal)
        encargos = [encargo for encargo in _wanted(pedido, session) if encargo.documentos]
        entrega = replace(_entrega(session, pedido, encargos), membrete=membrete)
        aparte = list(_apart(pedido, entrega, session, terminal))
        if not encargos and not aparte:
            raise (_found_nothing(pedido, session.proyecto) or [UserError("nada_que_exportar")])[0]
        resultado = _export(encargos, aparte, entrega, session)
        vacios = _found_nothing(pedido, session.proyecto)
        resultado = replace(resultado, fallidos=(*resultado.fallidos, *vacios))
    return _tell(resultado, terminal)


def _found_nothing(pedido: Pedido, proyecto: Proyecto) -> list[UserError]:
    """Return an error for each format in which contents were asked for that the project has none of."""
    solo = pedido.opciones.get(CONTENIDO, "")
    vacios = [
        UserError("contenido_en_otro_formato", contenido=solo, formato=formato.titulo)
        if solo
        else UserError("nada_en_formato", formato=formato.titulo)
        for opcion, formato in POR_OPCION.items()
        if opcion in pedido.opciones and not content_documents(opcion, pedido, proyecto)
    ]
    if WORD in pedido.opciones and not content_documents(WORD, pedido, proyecto):
        vacios.insert(0, UserError("nada_que_exportar"))
    if OFICIOS in pedido.opciones and not letter_documents(proyecto):
        vacios.append(UserError("sin_oficios"))
    return vacios


def _tell(resultado: Resultado, terminal: Terminal) -> int:
    for path in resultado.escritos:
        terminal.line(f"Se escribió «{path}».")
    fallas = list(dict.fromkeys(map(mensaje, (*resultado.fallidos, *resultado.avisos))))
    if not resultado.escritos:
        terminal.problem(" ".join(fallas))
        return NOTHING_DONE
    for falla in fallas:
        terminal.problem(falla)
    return FINDINGS if fallas else DONE


def _wanted(pedido: Pedido, session: Session) -> Iterator[Encargo]:
    proyecto, salidos = session.proyecto, session.exports()
    for opcion, tipo in LIBROS.items():
        path = _book_path(pedido.path(opcion), tipo.extension)
        if path is not None:
            documento = Documento(clave=tipo.clave, titulo=tipo.titulo, archivo=path.name)
            yield Encargo(path.parent, (documento,))
    for opcion, reparto in REPARTOS.items():
        folder = pedido.path(opcion)
        if folder is not None:
            suyos = [d for tipo in (PLAN, AGENDA) for d in plan_documents(proyecto, tipo, reparto, salidos)]
            yield Encargo(folder, tuple(replace(documento, carpeta="") for documento in suyos))
    for opcion in (*POR_OPCION, WORD):
        folder = pedido.path(opcion)
        if folder is not None:
            yield Encargo(folder, tuple(content_documents(opcion, pedido, proyecto)))
    cartas = [replace(documento, carpeta="") for documento in letter_documents(proyecto)]
    for opcion, varios in ((OFICIOS, cartas), (TODO, documentos(proyecto))):
        folder = pedido.path(opcion)
        if folder is not None:
            yield Encargo(folder, tuple(varios))


def _book_path(asked: Path | None, extension: str) -> Path | None:
    """Return where a book goes, with the ending that it has."""
    if asked is None or file_path(asked).suffix.lower() == extension:
        return asked
    return asked.with_name(asked.name + extension)


def _apart(pedido: Pedido, entrega: Entrega, session: Session, terminal: Terminal) -> Iterator[Callable[[], Resultado]]:
    """Yield what is written by e-mail; formats go last, since sending them is a change."""
    novedades, formatos = pedido.path("--novedades"), pedido.path("--formatos")
    if novedades is not None:
        yield partial(write_news, session, entrega, novedades, pedido, terminal)
    if formatos is not None:
        yield partial(send_formats, session, entrega, formatos, terminal)


def _export(
    encargos: list[Encargo], aparte: list[Callable[[], Resultado]], entrega: Entrega, session: Session
) -> Resultado:
    """Write everything, and note in the project what left it and in which state it was; then what goes ``aparte``."""
    position, claves = session.position, {plantilla.clave for plantilla in PLANTILLAS}
    exporter, cartas = bootstrap.build_exporter(), bootstrap.build_letter_exporter()
    escritos: list[Path] = []
    fallidos: list[UserError] = []
    avisos: list[UserError] = []
    for encargo in encargos:
        # One document may be asked for alone and among all: each of the two files is an export of its own.
        propia = replace(entrega, identidad=nuevo_id())
        try:
            suyo = cartas if encargo.documentos[0].clave in claves else exporter
            hecho = suyo.export_all(encargo.documentos, propia, encargo.folder)
        except UserError as error:
            fallidos.append(error)
            continue
        escritos += hecho.escritos
        fallidos += hecho.fallidos
        avisos += hecho.avisos
        fallidos += noting(partial(_note, session, encargo, propia, hecho.escritos, position))
    for escribir in aparte:
        try:
            hecho = escribir()
            escritos += hecho.escritos
            fallidos += hecho.fallidos
        except UserError as error:
            fallidos.append(error)
    return Resultado(escritos=tuple(escritos), fallidos=tuple(fallidos), avisos=tuple(avisos))


def _note(session: Session, encargo: Encargo, entrega: Entrega, escritos: Iterable[Path], position: int) -> None:
    for path in escritos:
        documento = encargo.identidades[path]
        session.record_export(documento, path.name, position, entrega.exportacion(documento))


def _entrega(session: Session, pedido: Pedido, encargos: list[Encargo]) -> Entrega:
    """Return what writers are told; what became of each line only where a calendar is asked for."""
    agenda = OpcionesAgenda(
        alarma=pedido.numero("--alarma"),
        eventos="--eventos" in pedido.opciones,
        publicaciones="--publicaciones" in pedido.opciones,
    )
    con_agenda = any(documento.clave == AGENDA.clave for encargo in encargos for documento in encargo.documentos)
    return Entrega(
        proyecto=session.snapshot(),
        momento=bootstrap.now(),
        membretes=read_letterheads(session.proyecto, session.get_file),
        plantilla=read_slide_template(session.proyecto, session.get_file),
        por_mes="--por-mes" in pedido.opciones,
        agenda=agenda,
        recuerdos=remembered(session) if con_agenda else Recuerdos(),
    )
