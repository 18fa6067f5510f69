"""Measures of a text: length in cuartillas, readability, long sentences.

They advise and never block (dominio §6). Positions are indices of Python text: one per code point.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from promueve_gui.domain.conteo import URL
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

CARACTERES_CUARTILLA = 1800  # 28 lines of 65; there is no single standard, so the profile may say otherwise
PALABRAS_FRASE_LARGA = 30
_MINIMO_ADECUADO, _MAXIMO_ADECUADO, _MAXIMO_TOLERADO = 0.5, 1.5, 2.0

_PALABRA = pattern(r"[^\W\d_]+")
# Possessive repeats and look-behinds keep all of these linear.
_DIRECCION = pattern(URL.pattern + r"|(?<![\w.+-])[\w.+-]++@[\w.-]*\w")
# An end of sentence: its marks and closing quotes, and then white space or the end of the line.
_FIN = pattern(r"(?<![.!?…])[.!?…]++[»”\"')\]]*+(?=[\s¿¡]|$)")
# Words that begin sentences and no surname: «el anexo A. En él…» are two sentences, «J. Pérez…» is one.
_COMIENZO = pattern(
    r"\s++[¿¡«“]?+(?:El|La|Los|Las|Lo|Un|Una|En|Se|Por|Para|Con|Al|Su|Sus|Es|Son|Est[aeo]s?|Esa|Ese|As[ií]|Ya|No|Si|"
    r"Pero|Cada|Además|También|Después|Cuando|Como|Desde|Hasta|Entre|Sobre|Según|Todos?|Todas?)\b"
)
_ABREVIATURAS = frozenset(
    "sr sra srta dr dra lic ing mtro mtra arq gral prof profa sto sta núm num art arts fracc pág págs p pp av col c cp "
    "tel ext fig vol ed cap ee ss cd edo mpio depto admón aprox máx mín vs".split()
)


class Extension(Opcion):
    """How a length compares with what is expected of its type of content."""

    ADECUADA = "adecuada", "Extensión adecuada"
    EXCEDIDA = "excedida", "Algo larga"
    FUERA = "fuera", "Fuera de lo recomendado"


class Inflesz(Opcion):
    """The five degrees of the INFLESZ scale."""

    MUY_DIFICIL = "muy_dificil", "muy difícil"
    ALGO_DIFICIL = "algo_dificil", "algo difícil"
    NORMAL = "normal", "normal"
    BASTANTE_FACIL = "bastante_facil", "bastante fácil"
    MUY_FACIL = "muy_facil", "muy fácil"


_HASTA = (
    (40, Inflesz.MUY_DIFICIL),
    (55, Inflesz.ALGO_DIFICIL),
    (65, Inflesz.NORMAL),
    (80, Inflesz.BASTANTE_FACIL),
)


@frozen
class Frase:
    """A sentence of a text: where it begins, where it ends (one past its last character), and its words."""

    inicio: int
    fin: int
    palabras: int


def cuartillas(texto: str, caracteres: int | None = None) -> float:
    """Return the length of a text in cuartillas of ``caracteres`` (spaces included), to one decimal."""
    return round(len(unicodedata.normalize("NFC", texto.strip())) / (caracteres or CARACTERES_CUARTILLA), 1)


def extension(medida: float, esperada: float) -> Extension:
    """Return how ``medida`` cuartillas compare with «about ``esperada``»: half to 1.5 times, to twice, or beyond."""
    veces = medida / esperada
    if _MINIMO_ADECUADO <= veces <= _MAXIMO_ADECUADO:
        return Extension.ADECUADA
    return Extension.EXCEDIDA if _MAXIMO_ADECUADO < veces <= _MAXIMO_TOLERADO else Extension.FUERA


def palabras(texto: str) -> list[str]:
    """Return the words of a text: letters only; numbers, URLs and e-mail addresses are left out."""
    return _PALABRA.findall(_sin_direcciones(texto))


def _sin_direcciones(texto: str) -> str:
    """Return the text with addresses covered by underscores, so that every position stays where it was."""
    return _DIRECCION.sub(lambda hallada: "_" * len(hallada[0]), texto)


def frases(texto: str) -> tuple[Frase, ...]:
    """Return the sentences of a text that hold at least one word, in order. A line break always ends one."""
    halladas: list[Frase] = []
    inicio = 0
    for renglon in texto.split("\n"):
        suyas = _frases_del_renglon(renglon)
        halladas += suyas if not inicio else (Frase(f.inicio + inicio, f.fin + inicio, f.palabras) for f in suyas)
        inicio += len(renglon) + 1
    return tuple(halladas)


@lru_cache(maxsize=2048)  # of a text that is being written only one line is new
def _frases_del_renglon(renglon: str) -> tuple[Frase, ...]:
    return tuple(_frases(_sin_direcciones(renglon)))


def _frases(texto: str) -> Iterator[Frase]:
    inicio = 0
    for fin in _fines(texto):
        tramo = texto[inicio:fin]
        cuantas = len(_PALABRA.findall(tramo))
        if cuantas:
            margen = len(tramo) - len(tramo.lstrip())
            yield Frase(inicio + margen, inicio + len(tramo.rstrip()), cuantas)
        inicio = fin


def _fines(texto: str) -> Iterator[int]:
    for marca in _FIN.finditer(texto):
        if not _sigue(texto, marca):
            yield marca.end()
    yield len(texto)


def _sigue(texto: str, marca: re.Match[str]) -> bool:
    """Tell whether a mark does not end its sentence: an abbreviation, an initial, or lower case follows."""
    siguiente = texto[marca.end() : marca.end() + 3].lstrip(" \t")[:1]
    if siguiente.islower():
        return True
    if marca[0] != ".":
        return False
    anterior = _ultima_palabra(texto, marca.start())
    if anterior.lower() == "no":
        return siguiente.isdigit()
    if anterior.lower() in _ABREVIATURAS:
        return True
    return len(anterior) == 1 and anterior.isupper() and not _COMIENZO.match(texto, marca.end())


def _ultima_palabra(texto: str, fin: int) -> str:
    inicio = fin
    while inicio and texto[inicio - 1].isalpha():
        inicio -= 1
    return texto[inicio:fin]


def frases_largas(texto: str, limite: int | None = None) -> tuple[Frase, ...]:
    """Return the sentences of more than ``limite`` words (30 unless the profile says otherwise)."""
    maximo = limite or PALABRAS_FRASE_LARGA
    return tuple(frase for frase in frases(texto) if frase.palabras > maximo)


def perspicuidad(silabas: int, palabras: int, frases: int) -> float | None:
    """Return the perspicuity of Szigriszt-Pazos, from 0 (hardest) to 100, or ``None`` without words.

    206.835 − 62.3 · syllables / words − words / sentences (Szigriszt Pazos, 1993), to one decimal, kept within the
    scale because a very short text leaves it.
    """
    if not palabras:
        return None
    return round(min(100.0, max(0.0, 206.835 - 62.3 * silabas / palabras - palabras / frases)), 1)


def inflesz(indice: float) -> Inflesz:
    """Return the degree of the INFLESZ scale for a perspicuity: below 40, 55, 65, up to 80, and above."""
    for hasta, grado in _HASTA:
        if indice < hasta or (indice == hasta and grado is Inflesz.BASTANTE_FACIL):
            return grado
    return Inflesz.MUY_FACIL
