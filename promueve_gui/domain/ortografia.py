"""Which words of a text a dictionary is asked about, and where they stand; and words that are hard to read.

Numbers, addresses, merge fields, labels of networks and acronyms are not asked about. Positions are indices of Python
text, one per code point. Everything here advises and never blocks (dominio §6).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from promueve_gui.domain.campos_combinados import lugares
from promueve_gui.domain.conteo import URL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SILABAS_DIFICIL = 6  # from here on a word is worth a second thought: «responsabilidad», «interoperabilidad»
LARGO_PALABRA = 50  # letters; what is longer is no word of any dictionary, and takes long to look up
_CIFRAS = r"\d²³¹⁰⁴-⁹₀-₉½¼¾"  # «km²» is no word either
_ACENTOS = "\u0300-\u036f"
_LETRAS = rf"[^\W\d_{_ACENTOS}][^\W\d_]*+(?:[{_ACENTOS}]++[^\W\d_]*+)*+"
_PALABRA = re.compile(_LETRAS)
# Whatever is joined by digits, dots or signs of addresses («datos.gob.mx», «camas.csv», «@salud», «covid19»).
_AJENO = re.compile(
    URL.pattern
    + r"|(?<![\w.+-])[\w.+-]++@[\w.-]*\w"
    + r"|[@#][\w.-]*\w"
    + r"|(?<![\w.-])[\w-]++(?:\.(?=\w)[\w-]++)++(?:/\S*[^\s.,;:!?)\]»”\"'])?"
    + rf"|(?<!\w)[^\W{_CIFRAS}_]*+[{_CIFRAS}_]\w*+",
    re.IGNORECASE,
)


class Palabra(NamedTuple):
    """A word and where it begins; ``texto`` is composed (NFC), so that ``fin`` counts the letters of the text."""

    inicio: int
    fin: int
    texto: str


def revisables(texto: str) -> tuple[Palabra, ...]:
    """Return the words of a text that a dictionary may be asked about, in order."""
    return tuple(_revisables(_sin_ajenos(texto)))


def conocidas(nombres: Iterable[str]) -> frozenset[str]:
    """Return the words of names that need no dictionary, as ``clave`` of each: of people, areas, datasets, groups."""
    return frozenset(
        clave(hallada[0]) for nombre in nombres for hallada in _PALABRA.finditer(unicodedata.normalize("NFC", nombre))
    )


def clave(palabra: str) -> str:
    """Return a word for looking it up among those that are known by name: composed, whatever its capitals."""
    return unicodedata.normalize("NFC", palabra).casefold()


def _revisables(texto: str) -> Iterator[Palabra]:
    for hallada in _PALABRA.finditer(texto):
        palabra = hallada[0]
        if not palabra.isascii():
            palabra = unicodedata.normalize("NFC", palabra)
        if 1 < len(palabra) <= LARGO_PALABRA and not _es_sigla(palabra):
            yield Palabra(hallada.start(), hallada.end(), palabra)


def _es_sigla(palabra: str) -> bool:
    """Tell whether a word has capitals where ordinary words have none: «INEGI», «ONGs», «OpenStreetMap»."""
    resto = palabra[1:]
    return resto != resto.lower()


def _sin_ajenos(texto: str) -> str:
    """Return the text with what is no word covered by underscores, so that every position stays where it was."""
    for inicio, fin in lugares(texto) if "{" in texto else ():
        texto = texto[:inicio] + "_" * (fin - inicio) + texto[fin:]
    return _AJENO.sub(lambda hallada: "_" * len(hallada[0]), texto)
