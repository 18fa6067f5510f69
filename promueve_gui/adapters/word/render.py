"""Paragraphs become Word: styles by name, text as text, addresses as links. Nothing is decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.text.paragraph import Paragraph

    from promueve_gui.adapters.word.blocks import Estilo, Parrafo
    from promueve_gui.adapters.word.text import Tramo


def render(
    parrafos: Iterable[Parrafo],
    place: Paragraph,
    estilos: Mapping[Estilo, ParagraphStyle],
    enlaces: CharacterStyle,
) -> None:
    """Write the paragraphs, in order, before ``place``."""
    for parrafo in parrafos:
        escrito = place.insert_paragraph_before(style=estilos[parrafo.estilo])
        for tramo in parrafo.tramos:
            if tramo.enlace:
                _add_link(escrito, tramo, enlaces)
            else:
                escrito.add_run(tramo.texto).bold = tramo.fuerte or None


def _add_link(escrito: Paragraph, tramo: Tramo, enlaces: CharacterStyle) -> None:
    enlace = OxmlElement("w:hyperlink")
    enlace.set(qn("r:id"), escrito.part.relate_to(tramo.enlace, RT.HYPERLINK, is_external=True))
    enlace.set(qn("w:history"), "1")
    run = escrito.add_run(tramo.texto, enlaces)
    run.element.addprevious(enlace)
    enlace.append(run.element)
