"""The styles of the document: the letterhead's own where it has them, made from ``style_table`` where it has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt, RGBColor

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.numbering import add_bullets
from promueve_gui.adapters.word.style_table import (
    AZUL_ENLACE,
    ENFASIS,
    ENFASIS_OTROS,
    ENLACE,
    ENLACE_OTROS,
    FUERTE,
    FUERTE_OTROS,
    RECETAS,
)
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from docx.document import Document as WordDocument
    from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

    from promueve_gui.adapters.word.style_table import Receta

_ALINEACIONES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}
_GRIS = "BFBFBF"
SIN_TEMA = "Times New Roman"


def ensure_styles(document: WordDocument, acento: str = "") -> dict[Estilo, ParagraphStyle]:
    """Return the Word style of each part. ``acento`` (hexadecimal) colours the ones made here, empty for none."""
    estilos = {estilo: _paragraph_style(document, receta, acento) for estilo, receta in RECETAS.items()}
    for style in estilos.values():
        style.paragraph_format.widow_control = True
    for estilo in (Estilo.SUMARIO, Estilo.VINETA):
        vinetas = estilos[estilo].element.get_or_add_pPr()
        if vinetas.numPr is None:
            vinetas.get_or_add_numPr().get_or_add_numId().val = add_bullets(document)
    return estilos


def name_typeface(document: WordDocument) -> None:
    """Name the typeface that Word takes where styles leave it to a theme and there is none."""
    if any(relacion.reltype == RT.THEME for relacion in document.part.rels.values()):
        return
    raiz = document.styles.element
    for letra in raiz.iter(qn("w:rFonts")):
        for atributo in [nombre for nombre in letra.attrib if nombre.endswith("Theme")]:
            del letra.attrib[atributo]
    for comun in raiz.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts[not(@w:ascii)]"):
        for donde in ("w:ascii", "w:hAnsi", "w:cs"):
            comun.set(qn(donde), SIN_TEMA)


@frozen
class Letras:
    """The character styles of a document."""

    enlace: CharacterStyle
    fuerte: CharacterStyle
    enfasis: CharacterStyle


@frozen
class Nombres:
    """The ids by which a document knows the styles of its parts and of its letters."""

    parrafos: Mapping[Estilo, str]
    enlace: str
    fuerte: str
    enfasis: str


def style_ids(document: WordDocument) -> Nombres:
    """Return the ids of the styles, made where the letterhead has none."""
    estilos, letras = ensure_styles(document), ensure_letters(document)
    ids = {estilo: str(style.style_id) for estilo, style in estilos.items()}
    return Nombres(ids, str(letras.enlace.style_id), str(letras.fuerte.style_id), str(letras.enfasis.style_id))


def ensure_letters(document: WordDocument) -> Letras:
    """Return the character styles of links, bold and italics, made where the letterhead has none."""
    enlace, hecho = _character_style(document, ENLACE, ENLACE_OTROS)
    if hecho:
        enlace.font.color.rgb = RGBColor.from_string(AZUL_ENLACE)
        enlace.font.underline = True
    fuerte, hecho = _character_style(document, FUERTE, FUERTE_OTROS)
    if hecho:
        fuerte.font.bold = True
    enfasis, hecho = _character_style(document, ENFASIS, ENFASIS_OTROS)
    if hecho:
        enfasis.font.italic = True
    return Letras(enlace, fuerte, enfasis)


def _character_style(document: WordDocument, nombre: str, otros: Collection[str]) -> tuple[CharacterStyle, bool]:
    """Return a character style, and whether it was made here."""
    hallado = _find(document, WD_STYLE_TYPE.CHARACTER, {plegar(nombre), *otros})
    hecho = hallado is None
    style = _add(document, nombre, WD_STYLE_TYPE.CHARACTER, builtin=True) if hallado is None else hallado
    return cast("CharacterStyle", style), hecho


def has_style(document: WordDocument, receta: Receta) -> bool:
    """Tell whether the letterhead has the paragraph style of a part by any of its names."""
    return _find(document, WD_STYLE_TYPE.PARAGRAPH, {plegar(receta.nombre), *receta.otros}) is not None


def _find(document: WordDocument, tipo: WD_STYLE_TYPE, nombres: Collection[str]) -> BaseStyle | None:
    """Return the style of a kind known by one of the folded names; a name counts before an id."""
    candidatos = [style for style in document.styles if style.type == tipo]
    por_nombre = (style for style in candidatos if plegar(style.name or "") in nombres)
    por_id = (style for style in candidatos if plegar(style.style_id or "") in nombres)
    return next(por_nombre, None) or next(por_id, None)


def _add(document: WordDocument, nombre: str, tipo: WD_STYLE_TYPE, *, builtin: bool) -> BaseStyle:
    """Add a style. Name and id are made unlike those of any style of another kind that the letterhead may have."""
    ids = {style.style_id for style in document.styles}
    while nombre in document.styles:
        nombre += " (Promueve)"
    style = cast("BaseStyle", document.styles.add_style(nombre, tipo, builtin=builtin))
    identidad = "".join(c for c in style.name.title() if c.isascii() and c.isalnum())
    while identidad in ids:
        identidad += "1"
    style.element.styleId = identidad
    style.quick_style = True
    return style


def _paragraph_style(document: WordDocument, receta: Receta, acento: str) -> ParagraphStyle:
    hallado = _find(document, WD_STYLE_TYPE.PARAGRAPH, {plegar(receta.nombre), *receta.otros})
    if hallado is not None:
        return cast("ParagraphStyle", hallado)
    style = cast("ParagraphStyle", _add(document, receta.nombre, WD_STYLE_TYPE.PARAGRAPH, builtin=not receta.propio))
    style.base_style = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    _set_letters(style, receta, acento)
    _set_paragraph(style, receta)
    return style


def _set_letters(style: ParagraphStyle, receta: Receta, acento: str) -> None:
    style.font.bold = receta.negrita or None
    style.font.italic = receta.cursiva or None
    if receta.tamano:
        style.font.size = Pt(receta.tamano)
    if receta.acento and acento:
        style.font.color.rgb = RGBColor.from_string(acento)


def _set_paragraph(style: ParagraphStyle, receta: Receta) -> None:
    formato = style.paragraph_format
    formato.alignment = _ALINEACIONES[receta.alineacion]
    formato.space_before, formato.space_after = Pt(receta.antes), Pt(receta.despues)
    formato.line_spacing = receta.interlineado
    formato.left_indent, formato.first_line_indent = Cm(receta.sangria), Cm(-receta.francesa)
    formato.keep_with_next = receta.con_siguiente or None
    ppr = style.element.get_or_add_pPr()
    if receta.raya:
        linea = f'<w:left w:val="single" w:sz="18" w:space="10" w:color="{_GRIS}"/>'
        borde = parse_xml(f"<w:pBdr {nsdecls('w')}>{linea}</w:pBdr>")
        ppr.insert_element_before(borde, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    if receta.junto:
        ppr.insert_element_before(parse_xml(f"<w:contextualSpacing {nsdecls('w')}/>"), "w:jc", "w:outlineLvl")
    if receta.nivel is not None:
        nivel = parse_xml(f"<w:outlineLvl {nsdecls('w')}/>")
        nivel.set(qn("w:val"), str(receta.nivel))
        ppr.append(nivel)
