"""The documents that the institution works with: what each holds now, and when it last left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.export_documents import DOCUMENTOS, MAPA, documentos_generales, documentos_word
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from promueve_gui.application.export_documents import Documento
    from promueve_gui.domain.proyecto import Proyecto

NUNCA = "todavía no se ha exportado"


@frozen
class Entregable:
    """One document: the key that exports it, what it is, what it holds, and whether it holds anything."""

    clave: str
    titulo: str
    descripcion: str
    estado: str
    extension: str
    listo: bool


def deliverables(proyecto: Proyecto, exported: Mapping[str, datetime]) -> list[Entregable]:
    """Return every document of the project; ``exported`` says when each ``identidad`` last left."""
    descripciones = {tipo.clave: tipo.descripcion for tipo in DOCUMENTOS}
    made = [_libro(d, descripciones[d.clave], proyecto, exported) for d in documentos_generales(proyecto)]
    return made + [_texto(d, proyecto, exported) for d in documentos_word(proyecto)]


def _libro(documento: Documento, descripcion: str, proyecto: Proyecto, exported: Mapping[str, datetime]) -> Entregable:
    tipo = GrupoUsuarios if documento.clave == MAPA.clave else LineaPlan
    cuantos = len(proyecto.activos(tipo))
    estado = f"{contado(cuantos, tipo.SINGULAR, tipo.PLURAL)} · {_cuando(documento, exported)}"
    return Entregable(documento.clave, documento.titulo, descripcion, estado, ".xlsx", listo=cuantos > 0)


def _texto(documento: Documento, proyecto: Proyecto, exported: Mapping[str, datetime]) -> Entregable:
    contenido = proyecto.get(Contenido, documento.contenido)
    tipo = contenido.tipo.etiqueta if contenido and contenido.tipo else ""
    estado = contenido.estado.etiqueta if contenido and contenido.estado else ""
    titulo = documento.titulo or Contenido.SIN_TITULO.capitalize()
    return Entregable(
        f"word:{documento.contenido}", titulo, tipo, f"{estado} · {_cuando(documento, exported)}", ".docx", listo=True
    )


def _cuando(documento: Documento, exported: Mapping[str, datetime]) -> str:
    momento = exported.get(documento.identidad)
    return NUNCA if momento is None else f"exportado el {momento.astimezone():%d/%m/%Y a las %H:%M}"
