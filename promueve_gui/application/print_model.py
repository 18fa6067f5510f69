"""What is printed, before there are pages: headings, tables, months and paragraphs. Knows no paper.

Builders of each document make it from a snapshot, on any thread; ``gui.impresion`` breaks it into pages and paints it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.domain.enriquecido import Tramo


class EstiloTexto(Opcion):
    """The part that a paragraph plays."""

    TITULO = "titulo", "Título"
    SECCION = "seccion", "Sección"
    MENOR = "menor", "Dato menor"
    TEXTO = "texto", "Texto"
    CITA = "cita", "Cita"


@frozen
class ColumnaImpresa:
    """A column: its title, its share of the width among the others, and whether it is centred."""

    titulo: str
    peso: float
    centrada: bool = False


@frozen
class Bloque:
    """Rows under one heading, such as a month; each row has a text per column."""

    titulo: str
    renglones: Sequence[Sequence[str]]


@frozen
class Tabla:
    """A table; its titles are repeated on each page, with the heading of the block that goes on there."""

    columnas: Sequence[ColumnaImpresa]
    bloques: Sequence[Bloque]


@frozen
class Dia:
    """A day of a month: whether it belongs to it, why nobody works, its activities, and what else falls on it."""

    fecha: date
    del_mes: bool
    inhabil: str
    actividades: Sequence[str]
    otras: Sequence[str]


@frozen
class Mes:
    """A month on a page of its own, by weeks from Monday to Sunday."""

    titulo: str
    semanas: Sequence[Sequence[Dia]]


@frozen
class Parrafos:
    """Running text, each paragraph in stretches that look the same."""

    parrafos: Sequence[tuple[EstiloTexto, Sequence[Tramo]]]


Parte: TypeAlias = Tabla | Mes | Parrafos


@frozen(kw_only=True)
class Impreso:
    """A document to be printed on letter paper, upright or, with ``apaisado``, lying down.

    ``institucion`` and ``fecha`` stand on every page; ``detalle`` under the title of the first.
    """

    titulo: str
    institucion: str
    fecha: str
    partes: Sequence[Parte]
    detalle: str = ""
    apaisado: bool = True


def printed(
    titulo: str, entrega: Entrega, partes: Sequence[Parte], *, detalle: str = "", apaisado: bool = True
) -> Impreso:
    """Return a document of the institution of ``entrega``, dated that day."""
    institucion = entrega.proyecto.unico(Institucion)
    return Impreso(
        titulo=titulo,
        institucion=institucion.nombre if institucion else "",
        fecha=fecha_larga(entrega.momento.date()),
        partes=partes,
        detalle=detalle,
        apaisado=apaisado,
    )
