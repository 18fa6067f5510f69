"""How texts are compared: without accents, capitals or spare white space."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def plegar(texto: str) -> str:
    """Return ``texto`` for comparison: lower case, no accents (ñ counts as n), single spaces, no spaces around."""
    if texto.isascii():
        return " ".join(texto.lower().split())
    separado = unicodedata.normalize("NFKD", texto)
    return " ".join("".join(c for c in separado if not unicodedata.combining(c)).casefold().split())
