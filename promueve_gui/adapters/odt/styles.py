"""The styles of the document in OpenDocument, made from the same recipes as those of Word, and its page.

Names are those that LibreOffice gives to its own styles, so that whoever edits the document finds them in their place.
Standard: OASIS OpenDocument 1.3, part 3, sections 16 (styles) and 19.880 (outline level).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.style_table import AZUL_ENLACE, RECETAS
from promueve_gui.domain.enriquecido import limpio
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from odfdo import Document

    from promueve_gui.adapters.word.style_table import Receta
    from promueve_gui.domain.proyecto import Proyecto

NOMBRES = {
    Estilo.TITULO: "Title",
    Estilo.SECCION: "Heading 1",
    Estilo.APARTADO: "Heading 2",
    Estilo.TEXTO: "Text body",
    Estilo.CITA: "Quotations",
    Estilo.SUMARIO: "List 1",
    Estilo.VINETA: "List 2",
    Estilo.NUMERO: "Numbering 1",
}
FUERTE, ENFASIS, FUERTE_ENFASIS, ENLACE = "Strong Emphasis", "Emphasis", "Strong and Emphasis", "Internet link"
VINETAS, NUMEROS = "Promueve vinetas", "Promueve numeros"
ACENTO = "8A1538"  # that of the letterhead that ships
GRIS = "595959"
ANCHO = 16.59  # cm between the margins
_LETRA = "Calibri"
_ALINEACIONES = {"left": "start", "right": "end", "center": "center"}
_LISTAS = {Estilo.SUMARIO, Estilo.VINETA, Estilo.NUMERO}
_TEXTOS = {
    FUERTE: 'fo:font-weight="bold"',
    ENFASIS: 'fo:font-style="italic"',
    FUERTE_ENFASIS: 'fo:font-weight="bold" fo:font-style="italic"',
    ENLACE: f'fo:color="#{AZUL_ENLACE}" style:text-underline-style="solid"',
}
_PAGINA = (
    '<style:page-layout-properties fo:page-width="21.59cm" fo:page-height="27.94cm" fo:margin-top="1.15cm" '
    'fo:margin-bottom="1cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm" style:print-orientation="portrait"/>'
    '<style:header-style><style:header-footer-properties fo:min-height="1.4cm" fo:margin-bottom="0.5cm"/>'
    '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" '
    'fo:margin-top="0.5cm"/></style:footer-style>'
)


def code(nombre: str) -> str:
    """Return the name by which a style is referred to: letters, digits, and others by their number."""
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}_" for c in nombre)


def style_name(estilo: Estilo) -> str:
    """Return the name by which the style of a part is referred to."""
    return code(NOMBRES.get(estilo) or RECETAS[estilo].nombre)


def add_styles(document: Document, proyecto: Proyecto) -> None:
    """Put every style into the document, the page with its header and footer, and the language."""
    document.set_language("es-MX")
    _set_default(document)
    _take_numbers_away(document)
    for estilo, receta in RECETAS.items():
        document.insert_style(_paragraph_style(estilo, receta))
    for nombre, aspecto in _TEXTOS.items():
        document.insert_style(
            f'<style:style style:name="{code(nombre)}" style:display-name="{nombre}" style:family="text">'
            f"<style:text-properties {aspecto}/></style:style>"
        )
    _add_lists(document)
    _add_page(document, proyecto)


def _set_default(document: Document) -> None:
    """Make the text of everything that of the letterhead: its letter and size."""
    for style in document.get_styles(family="paragraph"):
        properties = style.get_element("style:text-properties")
        if style.tag == "style:default-style" and properties is not None:
            properties.del_attribute("style:font-name")
            properties.set_attribute("fo:font-family", _LETRA)
            properties.set_attribute("style:font-family-generic", "swiss")
            properties.set_attribute("fo:font-size", "11pt")


def _take_numbers_away(document: Document) -> None:
    """Leave headings without the numbers that the empty document of the library gives them."""
    for nivel in document.styles.get_elements("//text:outline-style/text:outline-level-style"):
        for nombre in ("style:num-format", "style:num-suffix", "loext:num-list-format"):
            nivel.set_attribute(nombre, "")
        nivel.set_attribute("text:display-levels", "1")


def _paragraph_style(estilo: Estilo, receta: Receta) -> str:
    nombre = NOMBRES.get(estilo) or receta.nombre
    nivel = "" if receta.nivel is None else f' style:default-outline-level="{receta.nivel + 1}"'
    return (
        f'<style:style style:name="{code(nombre)}" style:display-name={quoteattr(nombre)} style:family="paragraph" '
        f'style:parent-style-name="Standard"{nivel}>{_paragraph(estilo, receta)}{_letters(receta)}</style:style>'
    )


def _paragraph(estilo: Estilo, receta: Receta) -> str:
    sangria = "" if estilo in _LISTAS else _indent(receta)
    raya = ' fo:border-left="2.25pt solid #BFBFBF" fo:padding-left="0.35cm"' if receta.raya else ""
    sigue = ' fo:keep-with-next="always"' if receta.con_siguiente else ""
    junto = ' style:contextual-spacing="true"' if receta.junto else ""
    return (
        f'<style:paragraph-properties fo:text-align="{_ALINEACIONES[receta.alineacion]}" '
        f'fo:margin-top="{receta.antes}pt" fo:margin-bottom="{receta.despues}pt" '
        f'fo:line-height="{receta.interlineado:.0%}" fo:widows="2" fo:orphans="2"{sangria}{raya}{sigue}{junto}/>'
    )


def _indent(receta: Receta) -> str:
    return f' fo:margin-left="{receta.sangria}cm" fo:text-indent="{-receta.francesa}cm"' if receta.sangria else ""


def _letters(receta: Receta) -> str:
    aspecto = [
        f'fo:font-size="{receta.tamano}pt"' if receta.tamano else "",
        'fo:font-weight="bold"' if receta.negrita else "",
        'fo:font-style="italic"' if receta.cursiva else "",
        f'fo:color="#{ACENTO}"' if receta.acento else "",
    ]
    return f"<style:text-properties {' '.join(filter(None, aspecto))}/>"


def _add_lists(document: Document) -> None:
    """Add the two lists, whose items hang as the recipes say."""
    receta = RECETAS[Estilo.VINETA]
    lugar = (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="{receta.sangria}cm" '
        f'fo:text-indent="{-receta.francesa}cm"/></style:list-level-properties>'
    )
    signo = f'<text:list-level-style-bullet text:level="1" text:bullet-char="•">{lugar}</text:list-level-style-bullet>'
    numero = (
        f'<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">{lugar}'
        "</text:list-level-style-number>"
    )
    for nombre, dentro in ((VINETAS, signo), (NUMEROS, numero)):
        document.insert_style(
            f'<text:list-style style:name="{code(nombre)}" style:display-name="{nombre}">{dentro}</text:list-style>'
        )


def _add_page(document: Document, proyecto: Proyecto) -> None:
    """Put letter paper, the name of the institution above, and where to write and the page beneath."""
    nombres, contacto = _around(proyecto)
    fuerte = code(FUERTE)
    arriba = " | ".join(f'<text:span text:style-name="{fuerte}">{escape(nombre)}</text:span>' for nombre in nombres)
    abajo = (
        f'{escape(contacto)}<text:tab/>Página <text:page-number text:select-page="current">1</text:page-number>'
        " de <text:page-count>1</text:page-count>"
    )
    document.insert_style(f'<style:page-layout style:name="PromuevePagina">{_PAGINA}</style:page-layout>')
    for lugar, borde in (("Header", "bottom"), ("Footer", "top")):
        document.insert_style(
            f'<style:style style:name="{lugar}" style:family="paragraph" style:parent-style-name="Standard">'
            f'<style:paragraph-properties fo:border-{borde}="1pt solid #{ACENTO}" fo:padding-{borde}="0.15cm">'
            f'<style:tab-stops><style:tab-stop style:position="{ANCHO}cm" style:type="right"/></style:tab-stops>'
            f'</style:paragraph-properties><style:text-properties fo:font-size="9pt" fo:color="#{GRIS}"/></style:style>'
        )
    document.insert_style(
        '<style:master-page style:name="Standard" style:page-layout-name="PromuevePagina">'
        f'<style:header><text:p text:style-name="Header">{arriba}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="Footer">{abajo}</text:p></style:footer></style:master-page>'
    )


def page_lines(proyecto: Proyecto) -> list[str]:
    """Return what every page says above and beneath the text, without its number."""
    nombres, contacto = _around(proyecto)
    return [" | ".join(nombres), f"{contacto} Página de"]


def _around(proyecto: Proyecto) -> tuple[list[str], str]:
    """Return the names of the institution, and where to write to it."""
    institucion = proyecto.unico(Institucion)
    if institucion is None:
        return [], ""
    nombres = [dicho for nombre in (institucion.siglas, institucion.nombre) if (dicho := _said(nombre))]
    return nombres, _said(" · ".join(dato for dato in (institucion.correo_contacto, institucion.sitio) if dato))


def _said(texto: str) -> str:
    return " ".join(limpio(texto).split())
