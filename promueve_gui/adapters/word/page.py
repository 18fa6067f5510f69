"""The page: its size and margins, given where the letterhead does not say them or leaves no room to write.

Letter is the size of official papers in Mexico; 2.5 cm is what Word gives its own documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import Section
from docx.shared import Cm, Inches, Twips

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

CARTA = (Inches(8.5), Inches(11))
MARGEN, BORDE = Twips(1417), Twips(709)  # 2.5 and 1.25 cm
MINIMO = Cm(5)  # of width and height for the text; less is a slip
_ENTRE_COLUMNAS = 720  # twips, where nothing is said (ECMA-376, 17.6.4)
_MARGENES = ("left_margin", "right_margin", "top_margin", "bottom_margin")


def complete_page(document: WordDocument) -> tuple[bool, bool]:
    """Give each section the size and margins that it lacks; return whether a size and whether margins were given."""
    body = document.element.body
    if not body.xpath(".//w:sectPr"):
        body.append(OxmlElement("w:sectPr"))
    dadas = [(_size(section), _margins(section)) for section in _sections(document)]
    return any(hoja for hoja, _ in dadas), any(margenes for _, margenes in dadas)


def text_size(section: Section) -> tuple[int, int]:
    """Return width and height of what a section leaves for the text, in EMU; its page and margins must be known."""
    izquierda, derecha, arriba, abajo = (abs(int(getattr(section, nombre) or 0)) for nombre in _MARGENES)
    ancho, alto = int(section.page_width or 0), int(section.page_height or 0)
    return ancho - izquierda - derecha - int(section.gutter or 0), alto - arriba - abajo


def column_width(section: Section) -> int:
    """Return the width of the narrowest column of a section, in EMU; that of its text where there is only one."""
    return min(column_widths(section))


def column_widths(section: Section) -> list[int]:
    """Return the width of each column of a section, in EMU, or the one that they share."""
    ancho = text_size(section)[0]
    columnas = _columns(section)
    if columnas is None:
        return [ancho]
    dichas = [int(Twips(_said(columna, "w:w", 0))) for columna in columnas.iterchildren(qn("w:col"))]
    cuantas = column_count(section)
    libre = int(ancho - (cuantas - 1) * Twips(_said(columnas, "w:space", _ENTRE_COLUMNAS)))
    return dichas or [max(libre, 0) // cuantas]


def column_count(section: Section) -> int:
    """Return in how many columns the text of a section stands."""
    columnas = _columns(section)
    return 1 if columnas is None else max(_said(columnas, "w:num", 1), 1)


def _columns(section: Section) -> BaseOxmlElement | None:
    return cast("BaseOxmlElement | None", section._sectPr.find(qn("w:cols")))  # noqa: SLF001  # python-docx has none


def _said(elemento: BaseOxmlElement, nombre: str, omitido: int) -> int:
    dicho = str(elemento.get(qn(nombre), ""))
    return int(dicho) if dicho.isascii() and dicho.isdigit() else omitido


def _sections(document: WordDocument) -> list[Section]:
    """Return every section; python-docx does not see those that end inside a content control."""
    return [Section(elemento, document.part) for elemento in document.element.body.xpath(".//w:sectPr")]


def _size(section: Section) -> bool:
    if section.page_width and section.page_height:
        return False
    ancho, alto = CARTA if section.orientation is WD_ORIENT.PORTRAIT else CARTA[::-1]
    section.page_width, section.page_height = ancho, alto
    return True


def _margins(section: Section) -> bool:
    dichos = all(getattr(section, nombre) is not None for nombre in _MARGENES)
    if dichos and min(text_size(section)) >= MINIMO:
        return False
    for nombre in _MARGENES:
        setattr(section, nombre, MARGEN)
    section.gutter = 0
    if section.header_distance is None or section.footer_distance is None or not dichos:
        section.header_distance = section.footer_distance = BORDE
    return True
