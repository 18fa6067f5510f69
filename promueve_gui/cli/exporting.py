"""The call ``exportar``: documents of the project, each whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.export_documents import (
    MAPA,
    PLAN,
    Documento,
    Entrega,
    Resultado,
    documentos,
    documentos_word,
)
from promueve_gui.application.letterheads import read_letterheads
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.cli.arguments import UsageError
from promueve_gui.cli.projects import open_project
from promueve_gui.cli.sending import send_formats
from promueve_gui.cli.terminal import DONE, FINDINGS, NOTHING_DONE
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.application.session import Session
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal
    from promueve_gui.domain.proyecto import Proyecto

LIBROS = {"--mapa": MAPA, "--plan": PLAN}
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
    if not pedido.opciones:
        raise UsageError(f"Falta decir qué documentos: {pedido.orden.uso}.")
    folder = pedido.path("--formatos")
    # Formats are known again when they come back because the project notes them.
    to_read = folder is None and bootstrap.build_opener().inspect(pedido.archivo).estado in SOLO_LEER
    with open_project(pedido.archivo, terminal, to_read=to_read) as session:
        encargos = [encargo for encargo in _wanted(pedido, session.proyecto) if encargo.documentos]
        if not encargos and folder is None:
            raise UserError("nada_que_exportar")
        resultado = _export(encargos, folder, session, terminal)
    return _tell(resultado, terminal)


def _tell(resultado: Resultado, terminal: Terminal) -> int:
    for path in resultado.escritos:
        terminal.line(f"Se escribió «{path}».")
    fallas = list(dict.fromkeys(map(mensaje, resultado.fallidos)))
    if not resultado.escritos:
        terminal.problem(" ".join(fallas))
        return NOTHING_DONE
    for falla in fallas:
        terminal.problem(falla)
    return FINDINGS if fallas else DONE


def _wanted(pedido: Pedido, proyecto: Proyecto) -> Iterator[Encargo]:
    for opcion, tipo in LIBROS.items():
        path = pedido.path(opcion)
        if path is not None:
            nombre = path.name if path.suffix.lower() == tipo.extension else path.name + tipo.extension
            yield Encargo(path.parent, (Documento(clave=tipo.clave, titulo=tipo.titulo, archivo=nombre),))
    sueltos = [replace(documento, carpeta="") for documento in documentos_word(proyecto)]
    for opcion, suyos in (("--word", sueltos), ("--todo", documentos(proyecto))):
        folder = pedido.path(opcion)
        if folder is not None:
            yield Encargo(folder, tuple(suyos))


def _export(encargos: list[Encargo], formatos: Path | None, session: Session, terminal: Terminal) -> Resultado:
    """Write everything, and note in the project what left it and in which state it was; ``formatos`` is their folder.

    They go last, since sending them is a change.
    """
    exporter, entrega, position = bootstrap.build_exporter(), _entrega(session), session.position
    escritos: list[Path] = []
    fallidos: list[UserError] = []
    for encargo in encargos:
        try:
            hecho = exporter.export_all(encargo.documentos, entrega, encargo.folder)
        except UserError as error:
            fallidos.append(error)
            continue
        escritos += hecho.escritos
        fallidos += hecho.fallidos
        for path in hecho.escritos:
            documento = encargo.identidades[path]
            session.record_export(documento, path.name, position, entrega.exportacion(documento))
    if formatos is not None:
        try:
            hecho = send_formats(session, entrega, formatos, terminal)
            escritos += hecho.escritos
            fallidos += hecho.fallidos
        except UserError as error:
            fallidos.append(error)
    return Resultado(escritos=tuple(escritos), fallidos=tuple(fallidos))


def _entrega(session: Session) -> Entrega:
    membretes = read_letterheads(session.proyecto, session.get_file)
    return Entrega(proyecto=session.snapshot(), momento=bootstrap.now(), membretes=membretes)
