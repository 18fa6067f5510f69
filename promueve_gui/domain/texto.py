"""How texts are compared, without accents, capitals or spare white space; and what in them is no text at all."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SEPARADOR = "; "  # between several in one cell, as people read and write them
# The accents of Latin letters, apart from the joiner among them, which is none.
_ACENTOS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
# Neither people type them nor XML 1.0, and so no Excel, Word or SVG, holds them.
_CONTROLES = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SALTOS = re.compile("[\x0b\x0c]")  # Word's line break and page break
# They turn what follows them round, so that a name can be shown as another (Unicode, UAX 9).
_GIROS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INTERIORES = str.maketrans("«»", "“”")

# Where a word may be cut or not, and which way it runs: programs write it in ways of their own, and nobody reads it.
_NO_SE_LEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))


def sin_controles(texto: str) -> str:
    """Return ``texto`` without control characters; those that part words or lines leave a space or a line break."""
    if texto.isprintable():
        return texto
    return _CONTROLES.sub(lambda control: " " * control[0].isspace(), _SALTOS.sub("\n", texto))


def sin_giros(texto: str) -> str:
    """Return ``texto`` without the marks that turn the direction of what follows them."""
    return texto if texto.isascii() else _GIROS.sub("", texto)


def compuesto(texto: str) -> str:
    """Return ``texto`` with accents within their letters (NFC); macOS and some PDF keep them apart."""
    return texto if texto.isascii() else unicodedata.normalize("NFC", texto)


def sin_cortes(texto: str) -> str:
    """Return ``texto`` without what says where a word may be cut, and which way it runs."""
    return texto if texto.isascii() else texto.translate(_NO_SE_LEEN)


def en_un_renglon(texto: str) -> str:
    """Return ``texto`` as one line: composed, single spaces, no control characters, nothing that turns it round.

    One that is so already is returned itself, and not a copy to be kept beside it.
    """
    dicho = " ".join(compuesto(sin_giros(sin_controles(texto))).split())
    return texto if dicho == texto else dicho


def anidado(texto: str) -> str:
    """Return ``texto`` as it stands between «»: its own become “”, as Spanish nests them."""
    return texto.translate(_INTERIORES)


def contado(cuantos: int, uno: str, varios: str) -> str:
    """Return how many there are of something, in words: «1 día», «1,200 días»."""
    return f"{cuantos:,} {uno if cuantos == 1 else varios}"


@lru_cache(maxsize=8192)
def plegar(texto: str) -> str:
    """Return ``texto`` for comparison: lower case, no accents (ñ counts as n), single spaces, no spaces around."""
    if texto.isascii():
        return " ".join(texto.lower().split())
    separado = _ACENTOS.sub("", unicodedata.normalize("NFKD", texto))
    if separado.isascii():  # nearly always; asking of each character whether it combines takes ten times as long
        return " ".join(separado.lower().split())
    return " ".join("".join(c for c in separado if not unicodedata.combining(c)).casefold().split())
