"""What ``exportar`` was told about contents: only one of them, or on a letterhead that the project does not keep."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.content_formats import FORMATOS, documento_en, documentos_en
from promueve_gui.application.export_documents import documento_de, documentos_word
from promueve_gui.application.letterheads import read_document
from promueve_gui.cli.arguments import UsageError
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from promueve_gui.application.export_documents import Documento
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal
    from promueve_gui.domain.proyecto import Proyecto

CONTENIDO, MEMBRETE, WORD = "--contenido", "--membrete", "--word"
OFICIOS, TODO = "--oficios", "--todo"
POR_OPCION = {f"--{formato.clave}": formato for formato in FORMATOS}


def only_content(titulo: str, proyecto: Proyecto) -> Contenido:
    """Return the one content called ``titulo``. Raises ``UserError`` when none is, or several are."""
    suyos = [proyecto.get(Contenido, identidad) for identidad in proyecto.llamados(Contenido, titulo)]
    if len(suyos) != 1 or suyos[0] is None:
        raise UserError("contenido_desconocido", contenido=titulo)
    return suyos[0]


def content_documents(opcion: str, pedido: Pedido, proyecto: Proyecto) -> list[Documento]:
    """Return the documents of an option that asks for contents: those of its types, or of the only one asked for.

    The only one may be of any type that can leave in that format, as in the window.
    """
    formato, titulo = POR_OPCION.get(opcion), pedido.opciones.get(CONTENIDO)
    if titulo is None:
        pedidos = documentos_word(proyecto) if formato is None else documentos_en(formato, proyecto)
    else:
        contenido = only_content(titulo, proyecto)
        if formato is None:
            pedidos = [documento_de(contenido)]
        else:
            pedidos = [documento_en(formato, contenido)] if formato.serves(contenido) else []
    return [replace(documento, carpeta="") for documento in pedidos]


def chosen_letterhead(pedido: Pedido, terminal: Terminal) -> bytes | None:
    """Return the document of ``--membrete``, tried, after telling what it lacks; ``None`` when not asked for.

    Raises ``UserError`` («membrete_…») when it cannot be read or serve.
    """
    path = pedido.path(MEMBRETE)
    if path is None:
        return None
    data = read_document(path.name, path.read_bytes)
    for falta in bootstrap.check_letterhead(data):
        terminal.line(f"Membrete «{path.name}»: {falta}")
    return data


def check_options(pedido: Pedido) -> None:
    """Raise ``UsageError`` when an option about contents comes without one that writes them."""
    escriben = {WORD, *POR_OPCION}
    if CONTENIDO in pedido.opciones and not pedido.opciones.keys() & escriben:
        raise UsageError(f"«{CONTENIDO}» dice cuál se escribe; falta decir en qué formato, por ejemplo {WORD} CARPETA.")
    if MEMBRETE in pedido.opciones and not pedido.opciones.keys() & {WORD, TODO, OFICIOS}:
        raise UsageError(f"«{MEMBRETE}» es para documentos de Word; falta decir cuáles, por ejemplo {WORD} CARPETA.")
