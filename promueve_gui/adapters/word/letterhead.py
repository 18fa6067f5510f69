"""The letterhead: opened with care, emptied of its own text, and the place found where the content goes.

Page size, margins, header, footer and styles stay as the institution made them.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from promueve_gui.adapters.word.container import read_container, write_container
from promueve_gui.adapters.word.external import without_externals
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

LUGAR = "{contenido}"
# python-docx has no error of its own for most ways in which a document can be malformed.
_ILEGIBLE = (
    PythonDocxError,
    OpcError,
    XmlchemyError,
    SyntaxError,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    AssertionError,
)
_DIBUJOS = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
_AJENOS = {*_DIBUJOS, qn("w:txbxContent")}
# Reached by what the text says, so they must go with the text; the rest serves the document as a whole.
_DEL_TEXTO = {RT.IMAGE, RT.HYPERLINK, RT.CHART, RT.OLE_OBJECT, RT.PACKAGE, RT.HEADER, RT.FOOTER}


def open_letterhead(data: bytes) -> WordDocument:
    """Return the letterhead as a document to write in.

    Raises:
        UserError: ``membrete_…`` when it is not a sound and harmless .docx; see ``container`` and ``external``.
    """
    partes = without_externals(read_container(data))
    with damage_told():
        document = Document(write_container(partes))
        relaciones = document.part.package.rels
        for identidad in [i for i, relacion in relaciones.items() if relacion.reltype == RT.CORE_PROPERTIES]:
            del relaciones[identidad]  # author, title and dates of the letterhead are not those of the document
        return document


@contextmanager
def damage_told() -> Iterator[None]:
    """Say ``membrete_danado`` of whatever python-docx cannot do with a letterhead."""
    try:
        yield
    except _ILEGIBLE as error:
        raise UserError("membrete_danado") from error


def check_saves(document: WordDocument) -> None:
    """Make sure that the document can be written: python-docx finds out only then what it could not read.

    Raises:
        UserError: ``membrete_danado``, when two parts would have one name.
    """
    document.core_properties.revision = 1  # asking for them makes the part that holds them
    nombres = [part.partname.lower() for part in document.part.package.iter_parts()]
    if len(set(nombres)) < len(nombres):
        raise UserError("membrete_danado")
    document.save(io.BytesIO())


def content_place(document: WordDocument) -> Paragraph:
    """Return the paragraph before which the content goes: the one that says «{contenido}», or a new one.

    With the mark, the letterhead keeps the rest of its text; without it only its first pictures stay.
    """
    for elemento in document.element.body.iter(qn("w:p")):
        if _own_text(elemento).strip() == LUGAR:
            return Paragraph(elemento, document)
    _clear(document)
    return document.add_paragraph()


def remove_place(place: Paragraph) -> None:
    """Take the mark away once the content stands before it; one that ends a section is only emptied."""
    elemento = place.paragraph_format.element
    if elemento.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None and elemento.getprevious() is not None:
        elemento.getparent().remove(elemento)
    else:
        place.text = ""


def _own_text(elemento: BaseOxmlElement) -> str:
    """Return the text of an element, without that of text boxes and pictures inside it."""
    ajenos = {texto for dibujo in elemento.iter(*_AJENOS) for texto in dibujo.iter(qn("w:t"))}
    return "".join(texto.text or "" for texto in elemento.iter(qn("w:t")) if texto not in ajenos)


def _clear(document: WordDocument) -> None:
    body = document.element.body
    seccion = next(body.iter(qn("w:sectPr")), None)  # the first one: the letterhead is how the document begins
    membrete = _leading_pictures(body)
    if seccion is not None:
        seccion.getparent().remove(seccion)
    for hijo in list(body):
        body.remove(hijo)
    for elemento in membrete:
        body.append(elemento)
    if seccion is not None:
        body.append(seccion)
    _drop_unused(document)


def _leading_pictures(body: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return what the body begins with while there are only pictures: many letterheads have their logos there."""
    hallados: list[BaseOxmlElement] = []
    for hijo in body:
        texto = _own_text(hijo).strip()
        if next(hijo.iter(*_DIBUJOS), None) is not None:
            hallados.append(hijo)
            if hijo.tag == qn("w:p"):
                _remove_text(hijo)
        if texto:
            break
    return hallados


def _remove_text(parrafo: BaseOxmlElement) -> None:
    for hijo in list(parrafo):
        if hijo.tag != qn("w:pPr") and next(hijo.iter(*_DIBUJOS), None) is None:
            parrafo.remove(hijo)


def _drop_unused(document: WordDocument) -> None:
    """Forget pictures, links and comments of the text that was there, or they would travel inside every document."""
    usados = set(document.element.xpath("//@r:id | //@r:embed | //@r:link | //@r:pict"))
    for identidad, relacion in list(document.part.rels.items()):
        sobra = relacion.reltype in _DEL_TEXTO and identidad not in usados
        if sobra or "/comments" in relacion.reltype or relacion.reltype.endswith("/people"):
            del document.part.rels[identidad]
