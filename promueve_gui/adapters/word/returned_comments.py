"""The comments of a returned document: who said what, and when; what was answered, and what is marked as resolved.

Threads and marks are in a part of their own (``commentsExtended``, MS-DOCX 2.5.4), which names a comment by its last
paragraph.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from promueve_gui.domain.texto_devuelto import Comentario

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

MAXIMO = 10_000  # characters of a comment that are kept
_PARRAFO = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_NO = frozenset({"0", "false", "off"})


def read_comments(raiz: BaseOxmlElement | None, estados: BaseOxmlElement | None = None) -> dict[str, Comentario]:
    """Return the comments by the number by which the text names them; not yet on what they are.

    An answer stands in the comment that began its thread, and no more by itself. ``estados`` is the part that tells.
    """
    elementos = {} if raiz is None else {comentario.get(qn("w:id"), ""): comentario for comentario in raiz}
    dichos = {} if estados is None else {dicho.get(f"{_W15}paraId", ""): dicho for dicho in estados}
    claves = {_key(elemento): numero for numero, elemento in elementos.items()}
    for otras in (dichos, claves):
        otras.pop("", None)  # nobody is called so
    padres: dict[str, str] = {}
    comentarios: dict[str, Comentario] = {}
    for numero, elemento in elementos.items():
        dicho = dichos.get(_key(elemento), {})
        padres[numero] = claves.get(dicho.get(f"{_W15}paraIdParent", ""), "")
        comentarios[numero] = _read(elemento, resolved=dicho.get(f"{_W15}done", "0") not in _NO)
    for numero, respuesta in [*comentarios.items()]:
        primero = _first(numero, padres)
        if primero != numero:
            hilo = comentarios[primero]
            comentarios[primero] = replace(hilo, respuestas=(*hilo.respuestas, respuesta))
    return {numero: dicho for numero, dicho in comentarios.items() if _first(numero, padres) == numero}


def _key(comentario: BaseOxmlElement) -> str:
    """Return how the other part names a comment, empty when it cannot."""
    return str(next((p.get(_PARRAFO, "") for p in reversed(list(comentario.iter(qn("w:p"))))), ""))


def _first(numero: str, padres: Mapping[str, str]) -> str:
    """Return the comment that began the thread of one; itself where threads of a file go round in circles."""
    vistos = [numero]
    while padre := padres[vistos[-1]]:
        if padre in vistos:
            return numero
        vistos.append(padre)
    return vistos[-1]


def _read(comentario: BaseOxmlElement, *, resolved: bool) -> Comentario:
    parrafos = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in comentario.iter(qn("w:p")))
    return Comentario(
        texto="\n".join(filter(None, parrafos))[:MAXIMO],
        autor=comentario.get(qn("w:author"), ""),
        momento=comentario.get(qn("w:date"), ""),
        resuelto=resolved,
    )
