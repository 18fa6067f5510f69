"""The syllables of Spanish words, by silabeador (``Lengua.silabas``)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from silabeador import syllabify

_VOCAL = re.compile("^[yY](?![aeiouáéíóúüAEIOUÁÉÍÓÚÜ])")
LONGEST = 60  # letters; the library calls itself once a letter, and no word is longer
KEPT = 20_000  # words of which the answer is kept: more than any text has


@lru_cache(maxsize=KEPT)
def silabas(palabra: str) -> int:
    """Return how many syllables a word has as it is written: at least 1, so that an acronym counts as one beat.

    The library's list of learned pronunciations (hu-ir) is left aside: the formulas of readability count what is
    written (RAE, Ortografía 2010, on diphthongs), and that list takes thirty times as long.
    """
    escrita = unicodedata.normalize("NFC", palabra)[:LONGEST]
    if not escrita.isalpha():
        return 1
    # A vowel at the beginning of «Yvonne», of which the library knows nothing.
    return max(1, len(syllabify(_VOCAL.sub("i", escrita), exceptions=0)))
