"""The plain sheet of the types that have no document of their own: networks, presentations, tools and studies."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.adapters.word.blocks import Estilo, Parrafo, labelled, paragraphs
from promueve_gui.adapters.word.closing import contact_lines, data_lines
from promueve_gui.domain.campos_combinados import combinar
from promueve_gui.domain.conjuntos import Herramienta
from promueve_gui.domain.contenidos import CAMPOS_POR_TIPO, CIERRE, Contenido
from promueve_gui.domain.ficha import Tipo, campos, campos_visibles
from promueve_gui.domain.formato import mostrar

if TYPE_CHECKING:
    from promueve_gui.domain.proyecto import Proyecto

# Said elsewhere in the sheet (title, data, contacts), or written for the institution alone.
_APARTE = {"nombre", "conjuntos", "notas", *CIERRE}


def compose_sheet(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return title, a row per short field, a section per long text, the data and the contacts."""
    renglones: list[Parrafo] = []
    apartados: list[Parrafo] = []
    for nombre in _campos(contenido):
        campo = campos(Contenido)[nombre]
        texto = combinar(mostrar(campo, getattr(contenido, nombre), proyecto), contenido, proyecto)
        if campo.tipo is Tipo.TEXTO_LARGO:
            escritos = paragraphs(Estilo.TEXTO, texto)
            apartados += [*paragraphs(Estilo.SECCION, campo.etiqueta), *escritos] if escritos else []
        else:
            renglones += labelled(Estilo.FICHA, campo.etiqueta, "\t", [texto])
    return [
        *paragraphs(Estilo.TITULO, combinar(contenido.nombre, contenido, proyecto)),
        *renglones,
        *_direccion(contenido, proyecto),
        *apartados,
        *data_lines(contenido, proyecto),
        *contact_lines(contenido, proyecto, prensa=False),
    ]


def _campos(contenido: Contenido) -> list[str]:
    """Return the fields to show, in the order of the form; all of them while the type is not chosen."""
    propios = CAMPOS_POR_TIPO[contenido.tipo] if contenido.tipo else tuple(campos_visibles(Contenido))
    return ["tipo", *(nombre for nombre in propios if nombre not in {"tipo", *_APARTE})]


def _direccion(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    herramienta = proyecto.get(Herramienta, contenido.herramienta)
    url = herramienta.url if herramienta else ""
    return labelled(Estilo.FICHA, campos(Herramienta)["url"].etiqueta, "\t", [cast("str", url)])
