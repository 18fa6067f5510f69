"""Spanish is written from left to right, also on the letterhead of whoever made its styles for another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.cascade import Cascade

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle

    from promueve_gui.adapters.word.styles import Nombres

# What may come after the direction in the properties of a paragraph (ECMA-376, 17.3.1.26), of which styles have some.
_DESPUES = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl"),
    *("w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)


def set_direction(document: WordDocument, nombres: Nombres) -> bool:
    """Let the styles of the text run from left to right; tell whether any did not."""
    cascada = Cascade(document)
    por_id = {style.style_id: style for style in document.styles}
    al_reves = [
        (cast("ParagraphStyle", por_id[identidad]), parrafos, letras)
        for identidad in set(nombres.parrafos.values())
        for parrafos, letras in [(cascada.says(identidad, "w:pPr/w:bidi"), cascada.says(identidad, "w:rPr/w:rtl"))]
        if parrafos or letras
    ]
    for style, parrafos, letras in al_reves:
        if parrafos:
            _turn(style)
        if letras:
            style.font.rtl = False
    return bool(al_reves)


def _turn(style: ParagraphStyle) -> None:
    propiedades = style.element.get_or_add_pPr()
    for dicho in propiedades.findall(qn("w:bidi")):
        propiedades.remove(dicho)
    propiedades.insert_element_before(parse_xml(f'<w:bidi {nsdecls("w")} w:val="0"/>'), *_DESPUES)
