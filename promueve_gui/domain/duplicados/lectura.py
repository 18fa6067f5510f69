"""A name taken to pieces: its words as written, with what their spelling tells, and nothing thrown away yet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from promueve_gui.domain.duplicados.iniciales import LARGO
from promueve_gui.domain.duplicados.palabras import DE_FORMA, DE_MEDIO
from promueve_gui.domain.duplicados.raiz import raiz, singular
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Sequence

_PALABRA = re.compile(r"[^\W_]+(?:['’´][^\W_]+)?\.?")
# «I.N.E.G.I.», «S.A. de C.V.», and the same with spaces.
_CON_PUNTOS = re.compile(r"\b[^\W\d_](?:\.\s?[^\W\d_]\b)+\.?")
_SEPARADAS = re.compile(r"\b[A-ZÑ](?:\s[A-ZÑ]\b){2,}")
_SIN_LETRAS = re.compile(r"[\s.]")
# «investigadores (as)», «desarrolladoras/es»: the other gender, said in short.
_DESINENCIA = re.compile(r"\((?:as|os|es|a|o|s)\)|/(?:as|os|es|a|o)\b")
_SIN, _CON = re.compile(r"\bs/\s?"), re.compile(r"\b[cp]/\s?")
# «Región2», «InstitutoNacionalElectoral»
_PEGADO = re.compile(r"(?<=[^\W\d_]{3})(?=\d)")
_JOROBA = re.compile(r"(?<=[a-záéíóúüñ]{3})(?=[A-ZÁÉÍÓÚÑ][a-záéíóúüñ]{3})")
_ENTRE_PARENTESIS = re.compile(r"\(\s*([^\W\d_]{2,12})\s*\)")
_DE_TITULO = frozenset({"el", "la"})
_ALTAS = 3  # capitals that initials have beside small letters
_CORTA = 5  # letters up to which a word that ends a name with a period is an abbreviation


class Palabra(NamedTuple):
    """A word of a name: folded, and whether it was written in capitals and with the period of an abbreviation."""

    plegada: str
    mayusculas: bool = False
    punto: bool = False


class Lectura(NamedTuple):
    """The words of a name, and those that could be initials of something."""

    palabras: Sequence[Palabra]
    siglas: Sequence[str]


def leer(nombre: str) -> Lectura:
    """Take a name to pieces. Nothing is lost by capitals: a name all in capitals tells nothing by them."""
    texto = _sin_rodeos(normalize("NFC", nombre))
    escritas = _trozos(texto)
    # «IMCP, A.C.» is one word and its legal form.
    todas = texto.isupper() and sum(plegar(trozo) not in DE_FORMA for trozo in escritas) > 1
    ultima = len(escritas) - 1
    palabras = [_palabra(trozo, todas, lugar == ultima) for lugar, trozo in enumerate(escritas)]
    return Lectura(palabras, _posibles_siglas(texto, palabras))


def trozos(nombre: str) -> list[str]:
    """Return the words of a name as they were written, periods of abbreviations included."""
    return _trozos(_sin_rodeos(normalize("NFC", nombre)))


def _trozos(texto: str) -> list[str]:
    hallados: list[str] = _PALABRA.findall(texto)
    return hallados


@lru_cache(maxsize=1 << 15)
def _palabra(trozo: str, todas: bool, ultima: bool) -> Palabra:  # noqa: FBT001 - called by place, once a word
    """Return a word as it was read; ``todas`` tells that the whole name is in capitals."""
    punto = trozo[-1] == "." and (not ultima or len(trozo) <= _CORTA)
    return Palabra(plegar(trozo.rstrip(".")), _en_mayusculas(trozo) and not todas, punto)


def _en_mayusculas(trozo: str) -> bool:
    """Tell whether a word is written as initials are: in capitals but for one letter, «FCPyS»; not «ONGs»."""
    altas = sum(letra.isupper() for letra in trozo)
    return trozo.isupper() or (altas >= _ALTAS and altas == len(trozo) - 1 and trozo[-1] != "s")


def sigla_de(texto: str) -> str:
    """Return initials as they are compared: folded, without periods or spaces."""
    return plegar(_SIN_LETRAS.sub("", texto))


def _sin_rodeos(texto: str) -> str:
    if "." in texto:
        texto = _CON_PUNTOS.sub(lambda hallado: f" {_SIN_LETRAS.sub('', hallado[0]).upper()} ", texto)
    if "(" in texto or "/" in texto:
        texto = _CON.sub("con ", _SIN.sub("sin ", _DESINENCIA.sub("", texto)))
    texto = _JOROBA.sub(" ", _PEGADO.sub(" ", texto))
    return _SEPARADAS.sub(lambda hallado: hallado[0].replace(" ", ""), texto).replace("@", "o").replace("&", " y ")


def _posibles_siglas(texto: str, palabras: Sequence[Palabra]) -> list[str]:
    """Return the folded words that look like initials: in capitals, alone in parentheses, or a name of one word."""
    if len(palabras) == 1:
        (unica,) = palabras
        return [unica.plegada] if unica.mayusculas or len(unica.plegada) >= _CORTA else []
    halladas = [plegar(hallada) for hallada in _ENTRE_PARENTESIS.findall(texto)] if "(" in texto else []
    # A name all in capitals says by them which are initials no more: its first word may be.
    primera = palabras[:1] if texto.isupper() and not halladas else ()
    halladas += [p.plegada for p in (*primera, *palabras) if (p.mayusculas or p in primera) and p.plegada.isalpha()]
    return [sigla for sigla in dict.fromkeys(halladas) if len(sigla) in LARGO]


def titulo(nombre: str) -> str:
    """Return the folded word by which a newspaper or the like is called, or nothing: «El Economista», «La Jornada».

    Its article is part of the name, and its word is in the singular and in capitals.
    """
    escritos = [trozo for trozo in trozos(nombre) if plegar(trozo) not in DE_MEDIO]
    if len(escritos) != 2 or plegar(escritos[0]) not in _DE_TITULO or not escritos[1][0].isupper():  # noqa: PLR2004 - article and word
        return ""
    dicho = plegar(escritos[1])
    return dicho if singular(dicho) == dicho else ""


def titulo_y_plural(uno: str, otro: str) -> bool:
    """Tell whether one name is that of a newspaper and the other is its word in the plural: «Economistas»."""
    return _es_plural(titulo(uno), otro) or _es_plural(titulo(otro), uno)


def _es_plural(dicho: str, nombre: str) -> bool:
    """Tell whether a name has the plural of a word, in either gender; «profesores» is not that of «profesorado»."""
    return bool(dicho) and any(
        escrita != (una := singular(escrita)) and abs(len(una) - len(dicho)) <= 1 and raiz(una) == raiz(dicho)
        for escrita in map(plegar, trozos(nombre))
    )
