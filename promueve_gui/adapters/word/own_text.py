"""The text of an element of a document, without what only floats over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

DIBUJOS = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
_AJENOS = {*DIBUJOS, qn("w:txbxContent")}


def own_text(elemento: BaseOxmlElement) -> str:
    """Return the text of an element, without that of text boxes and pictures inside it."""
    ajenos = {texto for dibujo in elemento.iter(*_AJENOS) for texto in dibujo.iter(qn("w:t"))}
    return "".join(texto.text or "" for texto in elemento.iter(qn("w:t")) if texto not in ajenos)
