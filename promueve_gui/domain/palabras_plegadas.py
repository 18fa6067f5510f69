"""Whether folded words stand somewhere in megabytes of text: as fast as searching bytes, and never wrong when it is no.

Folding a text letter by letter takes longer than reading it from the disk. In Windows-1252, which has every letter of
Spanish, a letter is a byte, and folding is one pass over a table of 256.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Sequence

CODIFICACION = "cp1252"
_ACENTOS = re.compile("[\u0300-\u034e\u0350-\u036f]+")


def _folding() -> tuple[bytes, bytes]:
    """Return what each byte folds to, and the bytes that fold to more than one letter, such as «½» or «ß»."""
    table, odd = bytearray(range(256)), bytearray()
    for byte in range(256):
        letra = bytes([byte]).decode(CODIFICACION, "ignore")
        plegada = plegar(letra).encode(CODIFICACION, "ignore")
        if len(plegada) == 1:
            table[byte] = plegada[0]
        elif any(map(str.isalnum, plegar(letra))):
            odd.append(byte)
    return bytes(table), bytes(odd)


_TABLA, _RAROS = _folding()


class FoldedWords:
    """Phrases of folded words (``plegar``)."""

    def __init__(self, frases: Sequence[Sequence[str]]) -> None:
        """Take the phrases."""
        self._frases = frases
        self._en_bytes: list[list[bytes]] | None = [[_encoded(palabra) for palabra in frase] for frase in frases]
        if any(b"" in frase for frase in self._en_bytes):  # a word that has other letters
            self._en_bytes = None

    def may_be_in(self, texto: str) -> bool:
        """Tell whether every word of a phrase may stand in ``texto``, apart from one another or inside longer ones."""
        codificado = _encoded(texto)
        if self._en_bytes is None or (texto and not codificado):
            plegado = _ACENTOS.sub("", unicodedata.normalize("NFKD", texto)).casefold()
            return any(all(palabra in plegado for palabra in frase) for frase in self._frases)
        return any(all(palabra in codificado for palabra in frase) for frase in self._en_bytes)


def _encoded(texto: str) -> bytes:
    """Return a text folded, a byte a letter; nothing when it has letters for which that does not do."""
    try:
        codificado = texto.encode(CODIFICACION)
    except UnicodeEncodeError:
        return b""
    return b"" if any(raro in codificado for raro in _RAROS) else codificado.translate(_TABLA)
