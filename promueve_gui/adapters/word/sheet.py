"""The plain sheet of the types that have no document of their own: networks, presentations, tools and studies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, Parrafo, labelled, paragraphs, rich_paragraphs
from promueve_gui.adapters.word.closing import contact_lines, data_lines
from promueve_gui.adapters.word.stamp import above, of_field
from promueve_gui.adapters.word.text import lines
from promueve_gui.domain.campos_combinados import combinar, combinar_rico
from promueve_gui.domain.conjuntos import Herramienta
from promueve_gui.domain.contenidos import CAMPOS_POR_TIPO, CIERRE, COORDINACION, Contenido
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.ficha import Tipo, campos, campos_visibles
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.mensajes_red import mensajes
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.reglas.estructura import laminas

if TYPE_CHECKING:
    from promueve_gui.domain.proyecto import Proyecto

# Said elsewhere in the sheet (title, data, coordination, contacts), or written for the institution alone.
_APARTE = {"tipo", "nombre", "conjuntos", "notas", *CIERRE, *COORDINACION}
# What rows are called where the whole name would leave no room for an address beside it; the row above says whose.
DIRECCION = "Dirección"
_MAS_CORTAS = {"texto_alternativo": "Texto alternativo"}


def compose_sheet(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return title, a row per short field, a section per long text, the data and the contacts."""
    cortos, largos = _split(_campos(contenido))
    herramienta = proyecto.get(Herramienta, contenido.herramienta)
    direccion = herramienta.url if herramienta else ""
    return [
        *of_field("nombre", paragraphs(Estilo.TITULO, combinar(contenido.nombre, contenido, proyecto))),
        *(renglon for nombre in cortos for renglon in _row(nombre, contenido, proyecto)),
        *labelled(Estilo.FICHA, DIRECCION, "\t", [direccion]),
        *(parrafo for nombre in largos for parrafo in _section(nombre, contenido, proyecto)),
        *_laminas(contenido, proyecto),
        *_redes(contenido, proyecto),
        *_coordinacion(contenido, proyecto),
        *data_lines(contenido, proyecto, direccion),
        *contact_lines(contenido, proyecto, prensa=False),
    ]


def _campos(contenido: Contenido) -> list[str]:
    """Return the fields to show, in the order of the form; all of them while the type is not chosen."""
    propios = CAMPOS_POR_TIPO[contenido.tipo] if contenido.tipo else tuple(campos_visibles(Contenido))
    return ["tipo", *(nombre for nombre in propios if nombre not in _APARTE)]


def _split(nombres: list[str]) -> tuple[list[str], list[str]]:
    """Return the fields that fit in a row, and those of several lines."""
    descritos = campos(Contenido)
    largos = [nombre for nombre in nombres if descritos[nombre].tipo is Tipo.TEXTO_LARGO]
    return [nombre for nombre in nombres if nombre not in largos], largos


def _text(nombre: str, contenido: Contenido, proyecto: Proyecto) -> str:
    guardado = getattr(contenido, nombre)
    if guardado is False:  # what is not so leaves no row
        return ""
    valor = (
        fecha_larga(guardado) if isinstance(guardado, date) else mostrar(campos(Contenido)[nombre], guardado, proyecto)
    )
    return combinar(valor, contenido, proyecto)


def _row(nombre: str, contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    campo = campos(Contenido)[nombre]
    etiqueta = _MAS_CORTAS.get(nombre, campo.etiqueta)
    renglon = labelled(Estilo.FICHA, etiqueta, "\t", [_text(nombre, contenido, proyecto)])
    return of_field(nombre if campo.tipo is Tipo.TEXTO else "", renglon, f"{etiqueta}\t")


def _section(nombre: str, contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    if campos(Contenido)[nombre].rico:
        escritos = rich_paragraphs(Estilo.TEXTO, combinar_rico(getattr(contenido, nombre), contenido, proyecto))
    else:
        escritos = paragraphs(Estilo.TEXTO, _text(nombre, contenido, proyecto))
    titulo = above(nombre, paragraphs(Estilo.SECCION, campos(Contenido)[nombre].etiqueta))
    return [*titulo, *of_field(nombre, escritos)] if escritos else []


def _laminas(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return the slides of a presentation: title, points, and what whoever speaks has noted."""
    escritos: list[Parrafo] = []
    for lugar, lamina in enumerate(laminas(proyecto, contenido), start=1):
        suya = f"{Lamina.ENTIDAD}:{lamina.id}"
        titulo = paragraphs(Estilo.SECCION, f"{lugar}. {combinar(lamina.nombre, contenido, proyecto)}")
        puntos = rich_paragraphs(Estilo.TEXTO, combinar_rico(lamina.puntos, contenido, proyecto))
        escritos += [*of_field(f"{suya}:nombre", titulo, f"{lugar}. "), *of_field(f"{suya}:puntos", puntos)]
        for nombre in ("notas", "texto_alternativo"):
            dicho = combinar(getattr(lamina, nombre), contenido, proyecto)
            etiqueta = f"{campos(Lamina)[nombre].etiqueta}: "
            primero, *demas = lines(dicho) or [""]
            renglones = labelled(Estilo.CREDITO, etiqueta.strip(), " ", [primero])
            renglones += paragraphs(Estilo.CREDITO, "\n".join(demas))
            escritos += of_field(f"{suya}:{nombre}", renglones, etiqueta)
    return escritos


def _redes(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return the messages of networks that have their own."""
    escritos: list[Parrafo] = []
    for uno in mensajes(proyecto, contenido):
        variante = uno.variante
        if variante is not None and (variante.texto or variante.texto_alternativo):
            texto, alterno = (f"{VarianteRed.ENTIDAD}:{variante.id}:{c}" for c in ("texto", "texto_alternativo"))
            escritos += above(texto, paragraphs(Estilo.SECCION, f"Mensaje para {uno.red.nombre}"))
            escritos += of_field(texto, paragraphs(Estilo.TEXTO, uno.texto))
            etiqueta = f"{campos(VarianteRed)['texto_alternativo'].etiqueta}: "
            renglon = labelled(Estilo.CREDITO, etiqueta.strip(), " ", [uno.texto_alternativo])
            escritos += of_field(alterno, renglon, etiqueta)
    return escritos


def _coordinacion(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    renglones = [renglon for nombre in COORDINACION for renglon in _row(nombre, contenido, proyecto)]
    titulo = campos(Contenido)[COORDINACION[0]].seccion
    return [*paragraphs(Estilo.SECCION, titulo), *renglones] if renglones else []
