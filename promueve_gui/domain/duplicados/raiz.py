"""The form of a Spanish word in which names are compared: without plural and gender, and as it sounds."""

from __future__ import annotations

import re
from functools import lru_cache

_RECORDADAS = 1 << 15  # words kept at hand: those of a project come again and again
_CORTA = 4  # letters up to which a word keeps its last vowel: «caso» and «casa» are two words
_APELLIDO = 5  # letters from which a surname is written with «z» or «s» as people please: «Juárez», «Juares»
_SINGULARES = frozenset({"bus", "dios", "gas", "mes", "pais", "tres"})
# Collective nouns: «profesorado», «estudiantado», «empresariado» are «profesores», «estudiantes», «empresarios».
_COLECTIVOS = ("orado", "antado", "ariado")
_SONIDOS = (
    (re.compile(r"(?<!c)h"), ""),
    (re.compile(r"v"), "b"),
    (re.compile(r"c(?=[ei])|z"), "s"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"qu|c(?!h)"), "k"),
    (re.compile(r"ll|y"), "i"),
    (re.compile(r"n(?=[bp])"), "m"),
    (re.compile(r"(.)\1"), r"\1"),
)


@lru_cache(maxsize=_RECORDADAS)
def raiz(plegada: str) -> str:
    """Return a folded word without plural and, when it is long enough, without the vowel that tells its gender."""
    palabra = singular(plegada)
    if palabra.endswith(_COLECTIVOS):
        palabra = palabra[:-3]
    if len(palabra) > _CORTA and palabra[-1] in "ao":
        return palabra[:-1]
    return palabra[:-1] if len(palabra) >= _CORTA and palabra[-1] == "e" else palabra


def singular(plegada: str) -> str:
    """Return a folded word without the mark of its plural."""
    if plegada.endswith("ez") and len(plegada) > _APELLIDO:
        return plegada[:-2]
    if len(plegada) < _CORTA or plegada[-1] != "s" or plegada in _SINGULARES:
        return plegada
    if plegada.endswith("ces"):
        return f"{plegada[:-3]}z"
    if plegada[-2] == "e" and plegada[-3] not in "aeiou" and len(plegada) > _CORTA:
        return plegada[:-2]
    return plegada[:-1] if plegada[-2] in "aeiou" else plegada


@lru_cache(maxsize=_RECORDADAS)
def sonido(palabra: str) -> str:
    """Return a folded word as it sounds in Mexican Spanish, so that «conserbacion» is «conservacion»."""
    for patron, otro in _SONIDOS:
        palabra = patron.sub(otro, palabra)
    return palabra
