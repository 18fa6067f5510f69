"""From a document to its pages, a little at a time, so that whoever waits stays in control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.print_model import EstiloTexto, Mes, Parrafos, Tabla
from promueve_gui.gui.impresion.month_flow import MonthFlow
from promueve_gui.gui.impresion.pages import GAP, Pages
from promueve_gui.gui.impresion.paper import Look
from promueve_gui.gui.impresion.table_flow import table_steps
from promueve_gui.gui.theme import CLARO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.application.print_model import Impreso, Parte

_LOOKS = {
    EstiloTexto.TITULO: (Look.TITLE, CLARO.acento),
    EstiloTexto.SECCION: (Look.SECTION, CLARO.acento),
    EstiloTexto.MENOR: (Look.TEXT, CLARO.secundario),
    EstiloTexto.TEXTO: (Look.BODY, CLARO.texto),
    EstiloTexto.CITA: (Look.BODY, CLARO.secundario),
}


def compose_steps(pages: Pages) -> Iterator[tuple[int, int]]:
    """Make the pages of ``pages.document``; how many parts are done, of how many, comes from time to time."""
    document = pages.document
    if not document.partes or isinstance(document.partes[0], Tabla):
        _put_title(pages, document)
    elif isinstance(document.partes[0], Parrafos):
        pages.turn()  # a text has its own title
    for done, part in enumerate(document.partes):
        for _ in _part_steps(pages, part):
            yield done, len(document.partes)
    pages.complete = True
    yield len(document.partes), len(document.partes)


def _put_title(pages: Pages, document: Impreso) -> None:
    pages.turn()
    pages.paragraph(document.titulo, Look.TITLE, colour=CLARO.acento)
    if document.detalle:
        pages.paragraph(document.detalle, Look.TEXT, colour=CLARO.secundario)
    pages.top += GAP


def _part_steps(pages: Pages, part: Parte) -> Iterator[None]:
    match part:
        case Tabla():
            return table_steps(pages, part)
        case Mes():
            return MonthFlow(pages, part).steps()
        case _:
            return _text_steps(pages, part)


def _text_steps(pages: Pages, part: Parrafos) -> Iterator[None]:
    for style, tramos in part.parrafos:
        look, colour = _LOOKS[style]
        pages.rich(tramos, look, colour=colour, indent=4 * GAP if style is EstiloTexto.CITA else 0.0)
        pages.top += GAP
        yield
