"""What a letterhead says itself around the text: what shares its pages, and what sections and breaks set apart."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section

from promueve_gui.adapters.word.margins import POR_CM, Margins, height
from promueve_gui.adapters.word.page import column_count, column_width
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from promueve_gui.adapters.word.cascade import Cascade

MINIMO = 3.0  # cm of height for the text; less is an odd letterhead, and nothing is divided by it
_NO = frozenset({"0", "false", "off"})


@frozen
class Trecho:
    """What stands between two ends of pages: part of the body, and the section that says how wide and high it is."""

    hijos: list[BaseOxmlElement]
    seccion: Section


def stretches(document: WordDocument) -> list[Trecho]:
    """Return the body in parts that each begin a page, by its sections and page breaks."""
    secciones = [Section(elemento, document.part) for elemento in document.element.body.iter(qn("w:sectPr"))]
    trechos, nuevo = [Trecho([], secciones[0])], False
    for hijo in document.element.body.iterchildren("*"):
        if nuevo or _begins(hijo):
            trechos.append(Trecho([], secciones[0]))
        trechos[-1].hijos.append(hijo)
        nuevo = _ends(hijo)
        terminan = len([*hijo.iter(qn("w:sectPr"))])
        if terminan:
            secciones = secciones[terminan:] or secciones[-1:]
            nuevo = nuevo or secciones[0].start_type is not WD_SECTION.CONTINUOUS
    return trechos


def whole_pages(trecho: Trecho, document: WordDocument, cascada: Cascade) -> int:
    """Return how many pages a part takes that has them for itself."""
    seccion = trecho.seccion
    alto = height(trecho.hijos, cascada, column_width(seccion) / POR_CM)
    libre = Margins(document, seccion, cascada).free() * column_count(seccion)
    return max(ceil(alto / max(libre, MINIMO)), 1)


def _begins(hijo: BaseOxmlElement) -> bool:
    """Tell whether something asks for a page to begin with it."""
    pide = hijo.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}")
    return pide is not None and pide.get(qn("w:val"), "1") not in _NO


def _ends(hijo: BaseOxmlElement) -> bool:
    """Tell whether a page ends in something, as where a cover in a control does."""
    return any(corte.get(qn("w:type")) == "page" for corte in hijo.iter(qn("w:br")))
