"""How much of a page headers, footers and what a letterhead says itself take, and the space that they leave above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import Section
from docx.shared import Emu

from promueve_gui.adapters.word.cascade import Cascade
from promueve_gui.adapters.word.own_text import own_text
from promueve_gui.adapters.word.page import text_size
from promueve_gui.adapters.word.pages import CM_POR_PUNTO, line_count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

POR_CM = 360_000  # EMU
_CM_POR_TWIP = CM_POR_PUNTO / 20
_AIRE = 0.4  # cm below a header that reaches the text
_ORILLAS = 0.38  # cm that a cell leaves empty at its sides, where it does not say otherwise
_EN_SU_RENGLON = "w:r/w:drawing/wp:inline/wp:extent/@cy"


def section_of(elemento: BaseOxmlElement, document: WordDocument) -> Section:
    """Return the section to which a paragraph belongs: the first that ends after it."""
    return Section(elemento.xpath("following::w:sectPr | ancestor::w:body/w:sectPr")[0], document.part)


def give_air(document: WordDocument, lugar: BaseOxmlElement) -> bool:
    """Let the text begin a little below headers that grow down to it; tell whether they did.

    Not where only some pages have such a header: their margin is one.
    """
    seccion = section_of(lugar, document)
    margenes = Margins(document, seccion, Cascade(document))
    tipos = ["default", *(["first"] if seccion.different_first_page_header_footer else [])]
    if document.settings.odd_and_even_pages_header_footer:
        tipos.append("even")
    bajan = min(margenes.grown("header", tipo) for tipo in tipos)
    if bajan:
        seccion.top_margin = Emu(int(seccion.top_margin or 0) + round((bajan + _AIRE) * POR_CM))
    return bajan > 0


def leaves_little(document: WordDocument, lugar: BaseOxmlElement) -> bool:
    """Tell whether headers and footers as high as they are leave the text less than half of the sheet."""
    seccion = section_of(lugar, document)
    return Margins(document, seccion, Cascade(document)).free() < int(seccion.page_height or 0) / POR_CM / 2


class Margins:
    """How much of the page of a section headers and footers take: they grow beyond the margins where they must."""

    def __init__(self, document: WordDocument, seccion: Section, cascada: Cascade) -> None:
        """Take the section, and what tells how paragraphs look."""
        self._document, self._seccion, self._cascada = document, seccion, cascada

    def free(self, tipo: str = "default") -> float:
        """Return the height, in cm, that pages of a kind (``default``, ``first``, ``even``) leave for the text."""
        return text_size(self._seccion)[1] / POR_CM - self.grown("header", tipo) - self.grown("footer", tipo)

    def grown(self, parte: str, tipo: str = "default") -> float:
        """Return how far a header or footer reaches beyond its margin, in cm; 0 where it fits."""
        seccion = self._seccion
        arriba = parte == "header"
        margen = int((seccion.top_margin if arriba else seccion.bottom_margin) or 0)
        distancia = int((seccion.header_distance if arriba else seccion.footer_distance) or 0)
        hijos = self._part(parte, tipo)
        if margen < 0 or not hijos:  # below zero text and header may meet
            return 0
        alto = height(hijos, self._cascada, text_size(seccion)[0] / POR_CM)
        return max(alto + (distancia - margen) / POR_CM, 0)

    def _part(self, parte: str, tipo: str) -> list[BaseOxmlElement]:
        """Return what a header or footer holds; a section that names none has that of the one before."""
        propia = self._seccion._sectPr  # noqa: SLF001  # python-docx would add the part that it does not find
        for seccion in (propia, *propia.xpath("preceding::w:sectPr")[::-1]):
            nombradas = seccion.xpath(f"w:{parte}Reference[@w:type='{tipo}']/@r:id")
            if nombradas:
                hijos = list(self._document.part.related_parts[nombradas[0]].element)
                en_tabla = bool(hijos) and hijos[-1].tag == qn("w:tbl")
                return [*hijos, OxmlElement("w:p")] if en_tabla else hijos  # there always is one after a table
        return []


def height(hijos: Iterable[BaseOxmlElement], cascada: Cascade, ancho: float) -> float:
    """Return the height of paragraphs, tables and controls one below the other, in cm."""
    alto, pendiente = 0.0, 0.0
    for hijo in hijos:
        if hijo.tag == qn("w:p"):
            aspecto = cascada.of_paragraph(hijo)
            renglones = line_count(hijo.text or own_text(hijo), aspecto, ancho) * aspecto.renglon
            dibujos = max((int(cy) / POR_CM for cy in hijo.xpath(_EN_SU_RENGLON)), default=0.0)
            alto += max(pendiente, aspecto.antes * CM_POR_PUNTO)
            alto += renglones if dibujos <= aspecto.renglon else renglones - aspecto.renglon + dibujos
            pendiente = aspecto.despues * CM_POR_PUNTO
        elif hijo.tag == qn("w:tbl"):
            alto += pendiente + sum(_row_height(fila, cascada, ancho) for fila in hijo.iterchildren(qn("w:tr")))
            pendiente = 0
        elif hijo.tag == qn("w:sdt"):
            alto += height((h for dentro in hijo.iterchildren(qn("w:sdtContent")) for h in dentro), cascada, ancho)
    return alto + pendiente


def _row_height(fila: BaseOxmlElement, cascada: Cascade, ancho: float) -> float:
    celdas = list(fila.iter(qn("w:tc")))
    pedida = max((int(alto) * _CM_POR_TWIP for alto in fila.xpath("w:trPr/w:trHeight/@w:val")), default=0.0)
    return max([pedida, *(height(celda, cascada, _cell_width(celda, ancho / len(celdas))) for celda in celdas)])


def _cell_width(celda: BaseOxmlElement, omitido: float) -> float:
    dichos = celda.xpath("w:tcPr/w:tcW[@w:type='dxa']/@w:w")
    return (int(dichos[0]) * _CM_POR_TWIP if dichos else omitido) - _ORILLAS
