"""Paragraphs that stand side by side: each link to the data beside its QR code, and the contacts in columns.

They are written first, one below the other, and then put into tables, so that what a document says is the same list
of paragraphs whatever it looks like.
"""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.section import Section
from docx.shared import Cm, Emu, Pt
from docx.text.paragraph import Paragraph

from promueve_gui.adapters.qr import qr_png
from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.page import column_width
from promueve_gui.adapters.word.side_by_side import ANCHA, ANGOSTA, ANGOSTO, COLUMNA_QR, LADO_QR, columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.shared import Length

    from promueve_gui.adapters.word.blocks import Parrafo

_ANGOSTAS = frozenset({"calibri", "carlito", "times new roman", "liberation serif", "garamond", "arial narrow"})
_POR_TWIP = 635  # EMU
_RAYA, _ENTRE_RENGLONES = "D9D9D9", 6  # its colour, and points between two rows of contacts
_TABLA = """
<w:tbl {ns}><w:tblPr><w:tblW w:w="{ancho}" w:type="dxa"/>{borde}<w:tblLayout w:type="fixed"/>
<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar>
<w:tblLook w:val="0000"/><w:tblCaption w:val="{titulo}"/></w:tblPr><w:tblGrid>{columnas}</w:tblGrid></w:tbl>
"""
_BORDE = '<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="{color}"/></w:tblBorders>'
_RENGLON = f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/></w:trPr></w:tr>"


def lay_out(escritos: Sequence[tuple[Paragraph, Parrafo]], document: WordDocument) -> None:
    """Put side by side what goes so among paragraphs written already, where the page is wide enough for it."""
    for estilo, seguidos in groupby(escritos, key=lambda uno: uno[1].estilo):
        grupo = list(seguidos)
        con_qr = [parrafo.qr for _, parrafo in grupo if parrafo.qr]
        if not con_qr and estilo is not Estilo.CONTACTO:
            continue
        ancho = room(grupo[0][0], document)
        if ancho < Cm(ANGOSTO):
            continue
        if con_qr:
            _beside_codes(grupo, ancho)
        elif len(grupo) > 1:
            _in_columns([escrito for escrito, _ in grupo], ancho, contact_letter(document))


def room(place: Paragraph, document: WordDocument) -> int:
    """Return the width that a paragraph has, in EMU: that of its cell, or of a column of the page."""
    elemento = place.paragraph_format.element
    for celda in elemento.iterancestors(qn("w:tc")):
        return max(_cell_width(celda) * _POR_TWIP - Cm(0.4), 0)
    secciones = elemento.xpath("following::w:sectPr | ancestor::w:body/w:sectPr")
    return column_width(Section(secciones[0], document.part)) if secciones else 0


def _cell_width(celda: BaseOxmlElement) -> int:
    """Return the width of a cell in twips: what it says itself, by which Word goes, or its grid, if that is less."""
    dichas = celda.xpath("w:tcPr/w:tcW[@w:type='dxa']/@w:w")
    columnas = [int(ancho) for ancho in celda.xpath("ancestor::w:tbl[1]/w:tblGrid/w:gridCol/@w:w")]
    antes = sum(map(_span, celda.itersiblings(qn("w:tc"), preceding=True)))
    del_molde = sum(columnas[antes : antes + _span(celda)])
    return min([int(ancho) for ancho in (*dichas, del_molde) if int(ancho)], default=0)


def _span(celda: BaseOxmlElement) -> int:
    return int(next(iter(celda.xpath("w:tcPr/w:gridSpan/@w:val")), 1))


def _beside_codes(grupo: Sequence[tuple[Paragraph, Parrafo]], ancho: int) -> None:
    tabla = _table((ancho - Cm(COLUMNA_QR), Cm(COLUMNA_QR)), "Datos, cada uno con su código QR", "")
    grupo[0][0].paragraph_format.element.addprevious(tabla)
    for escrito, parrafo in grupo:
        texto, codigo = _row(tabla, (ancho - Cm(COLUMNA_QR), Cm(COLUMNA_QR)))
        texto.append(escrito.paragraph_format.element)
        elemento = OxmlElement("w:p")
        codigo.append(elemento)
        if parrafo.qr:
            lugar = Paragraph(elemento, escrito._parent)  # noqa: SLF001  # what a new paragraph of python-docx needs
            _add_code(lugar, parrafo.qr)


def _add_code(lugar: Paragraph, direccion: str) -> None:
    formato = lugar.paragraph_format
    formato.space_before = formato.space_after = Emu(0)
    dibujo = lugar.add_run().add_picture(io.BytesIO(qr_png(direccion)), width=Cm(LADO_QR))
    propiedades = next(dibujo._inline.iter(qn("wp:docPr")))  # noqa: SLF001  # python-docx has no alternative text
    propiedades.set("descr", f"Código QR que abre {direccion}")


def contact_letter(document: WordDocument) -> float:
    """Return the width of a letter of the contacts, in cm, by the typeface that the letterhead names."""
    comunes = "w:docDefaults//w:rFonts/@w:ascii | w:style[@w:default='1']//w:rFonts/@w:ascii"
    dichas = document.styles.element.xpath(comunes)
    return ANGOSTA if dichas and str(dichas[-1]).lower() in _ANGOSTAS else ANCHA


def _in_columns(escritos: Sequence[Paragraph], ancho: int, letra: float) -> None:
    palabras = [max(map(len, escrito.text.split()), default=0) for escrito in escritos]
    anchos = [Cm(columna) for columna in columns(palabras, ancho / Cm(1), letra)]
    cuantas = len(anchos)
    tabla = _table(anchos, "Contactos", _BORDE.format(color=_RAYA))
    escritos[0].paragraph_format.element.addprevious(tabla)
    for inicio in range(0, len(escritos), cuantas):
        celdas = _row(tabla, anchos)
        for lugar, celda in enumerate(celdas, start=inicio):
            if lugar < len(escritos):
                celda.append(escritos[lugar].paragraph_format.element)
                escritos[lugar].paragraph_format.space_before = Pt(_ENTRE_RENGLONES if inicio else 0)
            else:
                celda.append(OxmlElement("w:p"))


def _table(anchos: Sequence[int | Length], titulo: str, borde: str) -> BaseOxmlElement:
    columnas = "".join(f'<w:gridCol w:w="{ancho // _POR_TWIP}"/>' for ancho in anchos)
    xml = _TABLA.format(ns=nsdecls("w"), ancho=sum(anchos) // _POR_TWIP, borde=borde, titulo=titulo, columnas=columnas)
    return parse_xml("".join(linea.strip() for linea in xml.splitlines()))


def _row(tabla: BaseOxmlElement, anchos: Sequence[int | Length]) -> list[BaseOxmlElement]:
    """Add a row and return its cells, still without paragraphs."""
    renglon = parse_xml(_RENGLON)
    tabla.append(renglon)
    celdas = []
    for ancho in anchos:
        propiedades = f'<w:tcPr><w:tcW w:w="{ancho // _POR_TWIP}" w:type="dxa"/></w:tcPr>'
        celda = parse_xml(f"<w:tc {nsdecls('w')}>{propiedades}</w:tc>")
        renglon.append(celda)
        celdas.append(celda)
    return celdas
