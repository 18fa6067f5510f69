"""What a letterhead leaves for a content: its page less margins, headers and what it says itself, and its styles."""

from __future__ import annotations

import io
from statistics import harmonic_mean
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from promueve_gui.adapters.word.cascade import Cascade
from promueve_gui.adapters.word.layout import contact_letter, room
from promueve_gui.adapters.word.margins import POR_CM, Margins, height, section_of
from promueve_gui.adapters.word.own_pages import MINIMO, stretches, whole_pages
from promueve_gui.adapters.word.page import column_count, column_widths
from promueve_gui.adapters.word.pages import Hoja
from promueve_gui.adapters.word.place import content_place

if TYPE_CHECKING:
    from promueve_gui.adapters.word.writer import Preparado


def measure(preparado: Preparado) -> Hoja:
    """Return what a letterhead that is ready leaves for a content, and how its styles look."""
    document = Document(io.BytesIO(preparado.documento))
    lugar = content_place(document)
    elemento, cascada = lugar.paragraph_format.element, Cascade(document)
    seccion = section_of(elemento, document)
    margenes = Margins(document, seccion, cascada)
    columnas = column_count(seccion)
    ancho = harmonic_mean(column_widths(seccion)) / POR_CM  # a narrow column breaks more lines than its share
    alto = max(margenes.free(), MINIMO) * columnas
    en_celda = next(elemento.iterancestors(qn("w:tc")), None) is not None
    medido = (room(lugar, document) / POR_CM if en_celda else 0) or ancho
    aparte = next(elemento.iterancestors(qn("w:tr")), elemento)  # the row or line of the text grows with it
    propio = {*elemento.iterancestors(), elemento}
    trechos = stretches(document)
    del_texto = next(trecho for trecho in trechos if propio.intersection(trecho.hijos))
    aparte.getparent().remove(aparte)
    suyo = height((h for h in del_texto.hijos if h is not aparte), cascada, ancho)
    suyo += alto * sum(whole_pages(trecho, document, cascada) for trecho in trechos if trecho is not del_texto)
    if seccion.different_first_page_header_footer:
        suyo += (margenes.free() - margenes.free("first")) * columnas
    aspectos = {estilo: cascada.of_style(identidad) for estilo, identidad in preparado.nombres.parrafos.items()}
    return Hoja(medido, alto, aspectos, suyo, contact_letter(document), columnas)
