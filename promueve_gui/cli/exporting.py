"""The call ``exportar``: documents of the project, each whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.export_documents import Documento, Entrega, documentos, documentos_word
from promueve_gui.application.export_documents import MAPA, PLAN
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.cli.arguments import UsageError
from promueve_gui.cli.projects import open_project
from promueve_gui.cli.terminal import DONE, FINDINGS, NOTHING_DONE
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.application.export_documents import Exporter
    from promueve_gui.application.session import Session
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal
    from promueve_gui.domain.proyecto import Proyecto

LIBROS = {"--mapa": MAPA, "--plan": PLAN}
# Somebody who has the project open, or a project that cannot be written, is no obstacle to taking documents out of it.
SOLO_LEER = frozenset({EstadoArchivo.EN_USO, EstadoArchivo.SOLO_LECTURA})


@dataclass(frozen=True, slots=True)
class Encargo:
    """One document and where it goes."""

    documento: Documento
    path: Path
    carpeta: bool


def exportar(pedido: Pedido, terminal: Terminal) -> int:
    """Write the documents asked for; one that cannot be written does not stop the others."""
    if "--formatos" in pedido.opciones:
        raise UserError("formatos_no_disponibles")
    if not pedido.opciones:
        raise UsageError(f"Falta decir qué documentos: {pedido.orden.uso}.")
    to_read = bootstrap.build_opener().inspect(pedido.archivo).estado in SOLO_LEER
    with open_project(pedido.archivo, terminal, to_read=to_read) as session:
        encargos = list(_wanted(pedido, session.proyecto))
        if not encargos:
            raise UserError("nada_que_exportar")
        fallas = _export(encargos, session, terminal)
    if len(fallas) == len(encargos):
        terminal.problem(" ".join(dict.fromkeys(fallas)))
        return NOTHING_DONE
    for falla in fallas:
        terminal.problem(falla)
    return FINDINGS if fallas else DONE


def _wanted(pedido: Pedido, proyecto: Proyecto) -> Iterator[Encargo]:
    for opcion, tipo in LIBROS.items():
        path = pedido.path(opcion)
        if path is not None:
            con_extension = path if path.suffix.lower() == tipo.extension else path.with_name(path.name + tipo.extension)
            documento = Documento(clave=tipo.clave, titulo=tipo.titulo, archivo=con_extension.name)
            yield Encargo(documento, con_extension, carpeta=False)
    sueltos = [replace(documento, carpeta="") for documento in documentos_word(proyecto)]
    for opcion, suyos in (("--word", sueltos), ("--todo", documentos(proyecto))):
        folder = pedido.path(opcion)
        if folder is not None:
            yield from (Encargo(d, folder / d.carpeta / d.archivo, carpeta=True) for d in suyos)


def _export(encargos: list[Encargo], session: Session, terminal: Terminal) -> list[str]:
    """Write each document, and return a sentence for each that could not be written."""
    exporter, entrega = bootstrap.build_exporter(), _entrega(session)
    fallas = []
    for encargo in encargos:
        try:
            _write(exporter, encargo, entrega)
        except UserError as error:
            fallas.append(mensaje(error))
            continue
        session.record_export(encargo.documento.titulo, encargo.path.name)
        terminal.line(str(encargo.path))
    return fallas


def _write(exporter: Exporter, encargo: Encargo, entrega: Entrega) -> None:
    if encargo.carpeta:
        exporter.make_folder(encargo.path.parent)
    exporter.export(encargo.documento, entrega, encargo.path)


def _entrega(session: Session) -> Entrega:
    institucion = session.proyecto.unico(Institucion)
    membrete = session.get_file(institucion.membrete) if institucion and institucion.membrete else None
    return Entrega(proyecto=session.snapshot(), momento=bootstrap.now(), membrete=membrete)
