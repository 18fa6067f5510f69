"""User text on its way into a document: cleaned, cut into paragraphs, and its addresses found.

It is never interpreted: an address becomes a link only when it is plainly a web or e-mail address.
"""

from __future__ import annotations

import re
import string
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from promueve_gui.domain.enlaces import revisar_correo
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from promueve_gui.domain import enriquecido

# Characters that XML 1.0 cannot hold (section 2.2 of the recommendation); a document with one does not open.
_PROHIBIDOS = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SALTOS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PALABRAS = re.compile(r"\s+|\S+")
_ABREN, _CIERRAN = "([{«“‘\"'¿¡<", ")]}»”’\"'.,;:!?…>"
_AJENOS = re.compile(r"[\s<>\"{}|\\^`«»]")
_LARGO_LIGA = 2000  # Word refuses longer ones


@frozen
class Tramo:
    """A stretch of text. ``enlace`` is where it leads, empty for nowhere; ``fuerte`` is bold, ``enfasis`` italics."""

    texto: str
    enlace: str = ""
    fuerte: bool = False
    enfasis: bool = False


def clean(texto: str) -> str:
    """Return ``texto`` with every kind of line break as a line feed and without what XML cannot hold."""
    return _PROHIBIDOS.sub("", _SALTOS.sub("\n", texto))


def lines(texto: str) -> list[str]:
    """Return the lines of ``texto`` that say something, without spaces around: each is a paragraph."""
    return [line for raw in clean(texto).split("\n") if (line := raw.strip())]


def web_target(direccion: str) -> str:
    """Return where a link to a web address must lead, in ASCII, or an empty text when it is not http(s)."""
    try:
        partes = urlsplit(direccion)
        usable = partes.scheme in {"http", "https"} and partes.hostname and "@" not in partes.netloc
    except ValueError:
        return ""
    if not usable or len(direccion) > _LARGO_LIGA or _AJENOS.search(direccion):
        return ""
    return quote(direccion, safe=string.punctuation)


def mail_target(correo: str) -> str:
    """Return the mailto of an e-mail address, or an empty text when it is not well formed."""
    return "" if revisar_correo(correo) else f"mailto:{quote(correo, safe='@.+_-')}"


def formatted(tramo: enriquecido.Tramo) -> tuple[Tramo, ...]:
    """Return a stretch of rich text: as a link where it is one that may be followed, its own addresses as links."""
    enlace = web_target(tramo.enlace) or mail_target(tramo.enlace.removeprefix("mailto:"))
    if tramo.enlace and enlace:
        return (Tramo(clean(tramo.texto), enlace, tramo.negrita, tramo.cursiva),)
    return tuple(replace(parte, fuerte=tramo.negrita, enfasis=tramo.cursiva) for parte in linked(tramo.texto))


def linked(texto: str) -> tuple[Tramo, ...]:
    """Return one line as stretches: its web and e-mail addresses lead somewhere, the rest does not."""
    sueltos = [tramo for palabra in _PALABRAS.findall(clean(texto)) for tramo in _word(palabra)]
    juntos: list[Tramo] = []
    for enlace, iguales in groupby(sueltos, key=lambda tramo: tramo.enlace):
        if enlace:
            juntos.extend(iguales)
        else:
            juntos.append(Tramo("".join(tramo.texto for tramo in iguales)))
    return tuple(juntos)


def _word(palabra: str) -> list[Tramo]:
    if "://" not in palabra and "@" not in palabra:
        return [Tramo(palabra)]
    derecha = palabra.lstrip(_ABREN)
    nucleo = derecha.rstrip(_CIERRAN)
    if derecha[len(nucleo) :].startswith(")") and nucleo.count("(") > nucleo.count(")"):
        nucleo += ")"  # the parenthesis belongs to the address, as in …/Presa_(obra)
    enlace = web_target(nucleo) or mail_target(nucleo)
    if not enlace:
        return [Tramo(palabra)]
    antes = palabra[: len(palabra) - len(derecha)]
    partes = (Tramo(antes), Tramo(nucleo, enlace), Tramo(derecha[len(nucleo) :]))
    return [parte for parte in partes if parte.texto]
