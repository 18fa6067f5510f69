"""How texts are compared: without accents, capitals or spare white space."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The accents of Latin letters, apart from the joiner among them, which is none.
_ACENTOS = re.compile("[\u0300-\u034e\u0350-\u036f]+")


@lru_cache(maxsize=4096)
def plegar(texto: str) -> str:
    """Return ``texto`` for comparison: lower case, no accents (ñ counts as n), single spaces, no spaces around."""
    if texto.isascii():
        return " ".join(texto.lower().split())
    separado = _ACENTOS.sub("", unicodedata.normalize("NFKD", texto))
    if separado.isascii():  # nearly always; asking of each character whether it combines takes ten times as long
        return " ".join(separado.lower().split())
    return " ".join("".join(c for c in separado if not unicodedata.combining(c)).casefold().split())
