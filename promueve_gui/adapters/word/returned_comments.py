"""The comments of a returned document: who said what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from promueve_gui.domain.texto_devuelto import Comentario

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

MAXIMO = 10_000  # characters of a comment that are kept


def read_comments(partes: Mapping[str, bytes]) -> dict[str, Comentario]:
    """Return the comments by the number by which the text names them; not yet on what they are."""
    contenido = partes.get("word/comments.xml")
    if contenido is None:
        return {}
    return {comentario.get(qn("w:id"), ""): _read(comentario) for comentario in parse_xml(contenido)}


def _read(comentario: BaseOxmlElement) -> Comentario:
    parrafos = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in comentario.iter(qn("w:p")))
    return Comentario(
        texto="\n".join(filter(None, parrafos))[:MAXIMO],
        autor=comentario.get(qn("w:author"), ""),
        momento=comentario.get(qn("w:date"), ""),
    )
