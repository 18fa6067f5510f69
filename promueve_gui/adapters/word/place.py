"""Where the content goes in a letterhead, and what of the letterhead's own text stays around it.

Page size, margins, header, footer and styles stay as the institution made them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from promueve_gui.adapters.word.own_text import DIBUJOS, own_text
from promueve_gui.adapters.word.sample_text import clear_samples, control_around_text
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

LUGAR = "{contenido}"
MARCA = re.compile(r"\{+\s*contenido\s*\}+")  # in folded text: people double the braces and leave spaces
CONTROL = "contenido"  # the title or tag of a content control that takes the content
_VML = "urn:schemas-microsoft-com:vml"
_CUADRO = qn("w:txbxContent")
_MARCOS = {qn("w:tbl"), qn("w:sdt")}  # what a letterhead is laid out with
# Reached by what the text says, so they must go with the text; the rest serves the document as a whole.
_DEL_TEXTO = {RT.IMAGE, RT.HYPERLINK, RT.CHART, RT.OLE_OBJECT, RT.PACKAGE, RT.HEADER, RT.FOOTER}
# What keeps a content control from holding several paragraphs that somebody will edit.
_ATADURAS = ("w:text", "w:lock", "w:dataBinding", "w:showingPlcHdr", "w:placeholder", "w:temporary")
_ATADURA_NUEVA = "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"


def content_place(document: WordDocument) -> Paragraph:
    """Return the paragraph before which the content goes: the mark, in the control «contenido», or a new one.

    With the mark «{contenido}» or such a content control, the letterhead keeps the rest of its text; without either
    only the pictures, tables and controls that it begins with stay; the content takes the place of a sample in them.
    """
    hallado = marked_place(document)
    if hallado is None:
        _clear(document)
        hallado = _sampled_place(document.element.body)
    if hallado is None:
        return document.add_paragraph()
    for control in hallado.iterancestors(qn("w:sdt")):
        _untie(control)
    for alto in _fixed_heights(hallado):
        alto.set(qn("w:hRule"), "atLeast")
    _set_drawings_apart(hallado, document)
    _set_breaks_apart(hallado, document)
    lugar = Paragraph(hallado, document)
    _set_apart_in_control(lugar)
    return lugar


def marked_place(document: WordDocument) -> BaseOxmlElement | None:
    """Return the paragraph that the letterhead means for the content; ``None`` when it says nothing of it."""
    for elemento in _marks(document):
        return _out_of_box(elemento, document)
    controles = document.element.body.iter(qn("w:sdt"))
    return next((_emptied(control) for control in controles if _is_for_content(control)), None)


def mark_in_box(document: WordDocument) -> bool:
    """Tell whether the mark is in a text box: it would not grow with the text, and hide the end of it."""
    return any(next(marca.iterancestors(_CUADRO), None) is not None for marca in _marks(document))


def is_in_fixed_row(lugar: BaseOxmlElement) -> bool:
    """Tell whether the content goes in a row of a table that would hide what does not fit in its height."""
    return bool(_fixed_heights(lugar))


def _fixed_heights(lugar: BaseOxmlElement) -> list[BaseOxmlElement]:
    return list(lugar.xpath("ancestor::w:tr/w:trPr/w:trHeight[@w:hRule='exact']"))


def _marks(document: WordDocument) -> Iterator[BaseOxmlElement]:
    return (p for p in document.element.body.iter(qn("w:p")) if _is_mark(p))


def _is_mark(parrafo: BaseOxmlElement) -> bool:
    return MARCA.fullmatch(plegar(own_text(parrafo)).strip()) is not None


def _out_of_box(marca: BaseOxmlElement, document: WordDocument) -> BaseOxmlElement:
    """Return the paragraph of the mark or, where that is in a text box, one after the paragraph that holds the box.

    A box is there twice, for new programs and for old ones; both lose the mark.
    """
    if next(marca.iterancestors(_CUADRO), None) is None:
        return marca
    ancla = [*marca.iterancestors(qn("w:p"))][-1]
    for otra in [p for p in ancla.iterdescendants(qn("w:p")) if _is_mark(p)]:
        Paragraph(otra, document).text = ""
    nuevo = OxmlElement("w:p")
    ancla.addnext(nuevo)
    Paragraph(nuevo, document).text = LUGAR
    return nuevo


def _sampled_place(body: BaseOxmlElement) -> BaseOxmlElement | None:
    control = control_around_text(body)
    return clear_samples(body) if control is None else _emptied(control)


def _is_for_content(control: BaseOxmlElement) -> bool:
    propiedades = control.find(qn("w:sdtPr"))
    if propiedades is None or control.find(qn("w:sdtContent")) is None:
        return False
    nombres = (propiedades.find(qn(nombre)) for nombre in ("w:alias", "w:tag"))
    return any(plegar(str(nombre.get(qn("w:val"), ""))) == CONTROL for nombre in nombres if nombre is not None)


def _emptied(control: BaseOxmlElement) -> BaseOxmlElement:
    """Return the only paragraph of a control, without text. One inside a paragraph gives its place to it."""
    parrafo = next(control.iterancestors(qn("w:p")), None)
    if parrafo is not None:
        control.getparent().remove(control)
        if not own_text(parrafo).strip():
            return cast("BaseOxmlElement", parrafo)
        nuevo = OxmlElement("w:p")
        parrafo.addnext(nuevo)
        return nuevo
    interior = control.find(qn("w:sdtContent"))
    lugar = next(interior.iter(qn("w:p")), None)
    if lugar is None:
        lugar = OxmlElement("w:p")
        interior.append(lugar)
    elif lugar.getparent() is interior:
        for hijo in list(interior):
            if hijo is not lugar:
                interior.remove(hijo)
    for hijo in list(lugar):
        if hijo.tag != qn("w:pPr"):
            lugar.remove(hijo)
    return cast("BaseOxmlElement", lugar)


def _set_drawings_apart(lugar: BaseOxmlElement, document: WordDocument) -> None:
    """Give what is drawn in the line of the mark one of its own above it; one that only floats takes no height."""
    dibujados = [hijo for hijo in lugar if next(hijo.iter(*DIBUJOS), None) is not None]
    if not dibujados:
        return
    nuevo = OxmlElement("w:p")
    lugar.addprevious(nuevo)
    for dibujado in dibujados:
        for texto in [texto for texto in dibujado.iter(qn("w:t")) if texto.getparent() is dibujado]:
            dibujado.remove(texto)  # the mark itself
        nuevo.append(dibujado)
    if all(map(_floats, nuevo.iter(*DIBUJOS))):
        _flatten(Paragraph(nuevo, document))


def _set_breaks_apart(lugar: BaseOxmlElement, document: WordDocument) -> None:
    """Keep the page that begins in the line of the mark: before it, the content begins that; after it, what follows."""
    antes = True
    for pieza in list(lugar.iter(qn("w:t"), qn("w:br"))):
        if pieza.tag == qn("w:t"):
            antes = antes and not (pieza.text or "").strip()
        elif pieza.get(qn("w:type")) == "page":
            pieza.getparent().remove(pieza)
            if antes:
                Paragraph(lugar, document).paragraph_format.page_break_before = True
            else:
                siguiente = OxmlElement("w:p")
                lugar.addnext(siguiente)
                Paragraph(siguiente, document).add_run().add_break(WD_BREAK.PAGE)


def _set_apart_in_control(lugar: Paragraph) -> None:
    """Begin a control with an empty line of no height: LibreOffice 7.4 spoils the first one when it is edited.

    With its changes tracked, it saves a document that nobody can open.
    """
    elemento = lugar.paragraph_format.element
    primero = elemento.getparent().tag == qn("w:sdtContent") and elemento.getprevious() is None
    if primero and not lugar.paragraph_format.page_break_before:
        nuevo = OxmlElement("w:p")
        elemento.addprevious(nuevo)
        _flatten(Paragraph(nuevo, lugar.part))


def begin_page(primero: BaseOxmlElement, place: Paragraph) -> None:
    """Let the first that is written begin a page where the mark began one."""
    if place.paragraph_format.page_break_before:
        Paragraph(primero, place.part).paragraph_format.page_break_before = True


def _floats(dibujo: BaseOxmlElement) -> bool:
    """Tell whether a drawing takes no place in its line."""
    de_antes = [forma.get("style", "") for forma in dibujo.iter(f"{{{_VML}}}shape")]
    return next(dibujo.iter(qn("wp:inline")), None) is None and all("absolute" in estilo for estilo in de_antes)


def _flatten(parrafo: Paragraph) -> None:
    formato = parrafo.paragraph_format
    formato.space_before = formato.space_after = Pt(0)
    formato.line_spacing = Pt(1)  # or an empty line could turn the page


def _untie(control: BaseOxmlElement) -> None:
    propiedades = control.find(qn("w:sdtPr"))
    sobran = {*map(qn, _ATADURAS), _ATADURA_NUEVA}
    for hijo in list(propiedades) if propiedades is not None else ():
        if hijo.tag in sobran:
            propiedades.remove(hijo)


def remove_place(place: Paragraph) -> None:
    """Take the mark away once the content stands before it; after a table, or where a section ends, it is emptied.

    Word wants a paragraph after a table; it shows nothing of what the mark looked like.
    """
    elemento = place.paragraph_format.element
    antes = elemento.getprevious()
    if elemento.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None and antes is not None and antes.tag != qn("w:tbl"):
        elemento.getparent().remove(elemento)
        return
    place.text = ""
    if antes is not None:
        for propiedad in elemento.xpath("w:pPr/*[not(self::w:sectPr)]"):
            propiedad.getparent().remove(propiedad)
    if antes is not None and antes.tag == qn("w:tbl"):
        _flatten(place)


def _clear(document: WordDocument) -> None:
    body = document.element.body
    seccion = next(body.iter(qn("w:sectPr")), None)  # the first one: the letterhead is how the document begins
    membrete = _leading(body)
    if seccion is not None:
        seccion.getparent().remove(seccion)
    for hijo in list(body):
        body.remove(hijo)
    for elemento in membrete:
        body.append(elemento)
    if seccion is not None:
        body.append(seccion)
    _drop_unused(document)


def _leading(body: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return what the body begins with while there is no text: pictures, and the tables and controls of a layout."""
    hallados: list[BaseOxmlElement] = []
    for hijo in body:
        dibujo = next(hijo.iter(*DIBUJOS), None) is not None
        if hijo.tag in _MARCOS or dibujo:
            hallados.append(hijo)
        if hijo.tag == qn("w:p") and own_text(hijo).strip():
            if dibujo:
                _remove_text(hijo)
            break
    return hallados


def _remove_text(parrafo: BaseOxmlElement) -> None:
    for hijo in list(parrafo):
        if hijo.tag != qn("w:pPr") and next(hijo.iter(*DIBUJOS), None) is None:
            parrafo.remove(hijo)


def _drop_unused(document: WordDocument) -> None:
    """Forget pictures, links and comments of the text that was there, or they would travel inside every document."""
    usados = set(document.element.xpath("//@r:id | //@r:embed | //@r:link | //@r:pict"))
    for identidad, relacion in list(document.part.rels.items()):
        sobra = relacion.reltype in _DEL_TEXTO and identidad not in usados
        if sobra or "/comments" in relacion.reltype or relacion.reltype.endswith("/people"):
            del document.part.rels[identidad]
