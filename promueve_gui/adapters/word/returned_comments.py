"""The comments of a returned document: who said what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from promueve_gui.domain.texto_devuelto import Comentario

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

MAXIMO = 10_000  # characters of a comment that are kept


def read_comments(raiz: BaseOxmlElement | None) -> dict[str, Comentario]:
    """Return the comments by the number by which the text names them; not yet on what they are."""
    return {} if raiz is None else {comentario.get(qn("w:id"), ""): _read(comentario) for comentario in raiz}


def _read(comentario: BaseOxmlElement) -> Comentario:
    parrafos = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in comentario.iter(qn("w:p")))
    return Comentario(
        texto="\n".join(filter(None, parrafos))[:MAXIMO],
        autor=comentario.get(qn("w:author"), ""),
        momento=comentario.get(qn("w:date"), ""),
    )
