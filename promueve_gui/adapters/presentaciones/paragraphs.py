"""Paragraphs in a frame of PowerPoint: signs, numbers, bold, italics and links, all in Spanish of Mexico.

Standard: ECMA-376, part 1, 21.1.2 (text).
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.domain.enriquecido import limpio
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.shapes.autoshape import Shape
    from pptx.text.text import _Paragraph

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.adapters.word.text import Tramo

SANGRIA = 342_900  # EMU that points hang by where they are given a sign here, and the least with a number
_ENTERO = '<a:buSzPct {} val="100000"/>'  # signs as large as letters, whatever those of the template are
_ANCHO_NUMERO = 1.6  # of the size of letters: «10.» and a little room


class Signo(Enum):
    """Which sign points have: that of the template, one that is put here, or none, as on a cover."""

    DE_LA_PLANTILLA = "plantilla"
    PUESTO = "puesto"
    NINGUNO = "ninguno"


@frozen
class Letra:
    """How letters are written: size in points and colour («FFFFFF»), 0 and empty for those of the template."""

    puntos: float = 0
    color: str = ""


def hanging(letra: float) -> int:
    """Return what numbered points hang by, in EMU, with letters of so many points: numbers need room."""
    return max(SANGRIA, int(Pt(letra * _ANCHO_NUMERO)))


def add_paragraphs(
    shape: Shape, parrafos: Sequence[Parrafo], letra: Letra, signo: Signo, sangria: int = SANGRIA
) -> None:
    """Write paragraphs into an empty shape; ``sangria`` is what numbered points hang by, in EMU."""
    marco, inicio, anterior = shape.text_frame, 0, None
    cuerpo = shape.element.get_or_add_txBody()
    for lugar, parrafo in enumerate(parrafos):
        escrito = marco.paragraphs[0] if lugar == 0 else marco.add_paragraph()
        if parrafo.estilo is Estilo.NUMERO and anterior is not Estilo.NUMERO:
            inicio = parrafo.numero
        anterior = parrafo.estilo
        _set_sign(cuerpo.p_lst[-1].get_or_add_pPr(), parrafo, signo, inicio, sangria)
        add_words(escrito, parrafo.tramos, letra, fuerte=parrafo.estilo is Estilo.APARTADO)


def add_words(escrito: _Paragraph, tramos: Iterable[Tramo], letra: Letra, *, fuerte: bool = False) -> None:
    """Write stretches of text into a paragraph; a line feed is a break within it."""
    for tramo in tramos:
        for lugar, renglon in enumerate(limpio(tramo.texto).split("\n")):
            if lugar:
                escrito.add_line_break()  # type: ignore[no-untyped-call]  # the library gives it no types
            if not renglon:
                continue
            run = escrito.add_run()
            run.text = renglon
            run.font.language_id = MSO_LANGUAGE_ID.MEXICAN_SPANISH
            run.font.bold = tramo.fuerte or fuerte or None
            run.font.italic = tramo.enfasis or None
            if letra.puntos:
                run.font.size = Pt(letra.puntos)
            if letra.color:
                run.font.color.rgb = RGBColor.from_string(letra.color)  # type: ignore[no-untyped-call]  # the library gives it no types
            if tramo.enlace:
                run.hyperlink.address = tramo.enlace


def _set_sign(propiedades: BaseOxmlElement, parrafo: Parrafo, signo: Signo, inicio: int, sangria: int) -> None:
    if parrafo.estilo is Estilo.NUMERO:
        desde = f' startAt="{inicio}"' if inicio > 1 else ""
        letra, numero = '<a:buFont {} typeface="+mj-lt"/>', f'<a:buAutoNum {{}} type="arabicPeriod"{desde}/>'
        _hang(propiedades, sangria, _ENTERO, letra, numero)
    elif parrafo.estilo is not Estilo.VINETA or signo is Signo.NINGUNO:
        _hang(propiedades, 0, "<a:buNone {}/>")
    elif signo is Signo.PUESTO:
        _hang(propiedades, SANGRIA, _ENTERO, '<a:buFont {} typeface="Arial"/>', '<a:buChar {} char="•"/>')


def _hang(propiedades: BaseOxmlElement, sangria: int, *elementos: str) -> None:
    propiedades.set("marL", str(sangria))
    propiedades.set("indent", str(-sangria))
    for elemento in elementos:
        propiedades.append(parse_xml(elemento.format(nsdecls("a"))))
