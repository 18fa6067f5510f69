"""Paragraphs become Word: styles by name, text as text, addresses as links. Nothing is decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from promueve_gui.adapters.word.blocks import Estilo, in_order
from promueve_gui.adapters.word.layout import lay_out
from promueve_gui.adapters.word.numbering import add_numbers
from promueve_gui.adapters.word.place import begin_page
from promueve_gui.adapters.word.stamp_marks import Marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.adapters.word.styles import Nombres
    from promueve_gui.adapters.word.text import Tramo


def render(
    parrafos: Iterable[Parrafo],
    place: Paragraph,
    document: Document,
    nombres: Nombres,
) -> None:
    """Write the paragraphs, in order, before ``place`` in ``document``."""
    lista: int | None = None
    marcas = Marks(document)
    hechos: list[tuple[Paragraph, Parrafo]] = []
    for parrafo in in_order(parrafos):
        escrito = place.insert_paragraph_before()
        escrito.paragraph_format.element.style = nombres.parrafos[parrafo.estilo]
        hechos.append((escrito, parrafo))
        if parrafo.estilo is Estilo.NUMERO:
            lista = add_numbers(document, parrafo.numero) if lista is None else lista
            numero = escrito.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
            numero.get_or_add_ilvl().val = 0
            numero.get_or_add_numId().val = lista
        else:
            lista = None
        for tramo in parrafo.tramos:
            _add(escrito, tramo, nombres)
        marcas.put(escrito, parrafo)
    for primero, _ in hechos[:1]:
        begin_page(primero.paragraph_format.element, place)
    lay_out(hechos, document)


def _add(escrito: Paragraph, tramo: Tramo, nombres: Nombres) -> None:
    run = escrito.add_run(tramo.texto)
    if tramo.enlace:
        _link(escrito, run, tramo.enlace)
        run.element.style = nombres.enlace
        run.bold, run.italic = tramo.fuerte or None, tramo.enfasis or None
    elif tramo.fuerte:
        run.element.style = nombres.fuerte
        run.italic = tramo.enfasis or None
    elif tramo.enfasis:
        run.element.style = nombres.enfasis


def _link(escrito: Paragraph, run: Run, direccion: str) -> None:
    enlace = OxmlElement("w:hyperlink")
    enlace.set(qn("r:id"), escrito.part.relate_to(direccion, RT.HYPERLINK, is_external=True))
    enlace.set(qn("w:history"), "1")
    run.element.addprevious(enlace)
    enlace.append(run.element)
