"""The bulleted and numbered lists: real ones, so that Word and screen readers know them for lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_LISTA = """
<w:abstractNum {ns} w:abstractNumId="{id}">
  <w:multiLevelType w:val="hybridMultilevel"/>
  <w:lvl w:ilvl="0">
    <w:start w:val="{inicio}"/><w:numFmt w:val="{formato}"/><w:lvlText w:val="{signo}"/><w:lvlJc w:val="left"/>
    <w:pPr><w:ind w:left="{izquierda}" w:hanging="{francesa}"/></w:pPr>
  </w:lvl>
</w:abstractNum>
"""
_USO = '<w:num {ns} w:numId="{id}"><w:abstractNumId w:val="{lista}"/></w:num>'


def add_bullets(document: WordDocument) -> int:
    """Add a bulleted list to the document and return its number, for ``w:numId``."""
    return _add(document, formato="bullet", signo="•", inicio=1, izquierda=425, francesa=283)


def add_numbers(document: WordDocument, inicio: int) -> int:
    """Add a numbered list that begins with ``inicio`` and return its number, for ``w:numId``."""
    return _add(document, formato="decimal", signo="%1.", inicio=inicio, izquierda=624, francesa=340)


def _add(document: WordDocument, **aspecto: str | int) -> int:
    lista = put_list(document, parse_xml(_LISTA.format(ns=nsdecls("w"), id=0, **aspecto)))
    return put_use(document, parse_xml(_USO.format(ns=nsdecls("w"), id=0, lista=0)), lista)


def put_list(document: WordDocument, definicion: BaseOxmlElement) -> int:
    """Put the definition of a list into the document and return the number by which its uses know it."""
    raiz = numbering(document)
    lista = _next(raiz, "w:abstractNum", "w:abstractNumId")
    definicion.set(qn("w:abstractNumId"), str(lista))
    primera = next(raiz.iterchildren(qn("w:num")), None)
    if primera is None:
        raiz.append(definicion)
    else:
        primera.addprevious(definicion)  # Word wants every definition before the first use
    return lista


def put_use(document: WordDocument, uso: BaseOxmlElement, lista: int) -> int:
    """Put a use of a list into the document and return its number, for ``w:numId``."""
    raiz = numbering(document)
    numero = _next(raiz, "w:num", "w:numId")
    uso.set(qn("w:numId"), str(numero))
    uso.xpath("w:abstractNumId")[0].set(qn("w:val"), str(lista))
    raiz.append(uso)
    return numero


def numbering(document: WordDocument) -> BaseOxmlElement:
    """Return the root of the numbering part; python-docx cannot make one, so a letterhead without it gets it here."""
    presentes = {relacion.reltype for relacion in document.part.rels.values()}
    if RT.NUMBERING not in presentes:
        nombre = document.part.package.next_partname("/word/numbering%d.xml")
        vacia = f"<w:numbering {nsdecls('w')}/>".encode()
        part = NumberingPart.load(PackURI(nombre), CT.WML_NUMBERING, vacia, document.part.package)
        document.part.relate_to(part, RT.NUMBERING)
    return cast("BaseOxmlElement", document.part.numbering_part.element)


def _next(raiz: BaseOxmlElement, elemento: str, atributo: str) -> int:
    usados = [int(hijo.get(qn(atributo))) for hijo in raiz.iterchildren(qn(elemento))]
    return max(usados, default=0) + 1
