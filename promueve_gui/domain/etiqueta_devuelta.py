"""The label that a line of a returned document begins with: it is no part of the text, even where people edited it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import plegar

_NUMERO = re.compile(r"\d+[.)]\s*")
_SEPARADORES = " \t:."
_LARGO = 40  # characters up to which what stands before a colon is a label
_PARECIDO = 0.8  # from which what ends like a label is taken for it


@frozen
class EtiquetaLeida:
    """Where in a line the text begins, and what stands before it; ``dicha`` is empty where nothing does."""

    fin: int
    dicha: str


def leer_etiqueta(renglon: str, etiqueta: str, antes: str) -> EtiquetaLeida:
    """Return the label of a line, which left as ``etiqueta`` with the text ``antes`` behind it.

    It ends where it did, where the same text goes on, or where something stands that ends it: its tab, its colon.
    """
    fin = _end(renglon, etiqueta, antes)
    return EtiquetaLeida(fin, renglon[:fin].strip())


def _end(renglon: str, etiqueta: str, antes: str) -> int:
    if renglon.startswith(etiqueta):
        return len(etiqueta)
    corte = len(renglon) - len(antes)
    if antes and renglon.endswith(antes) and not renglon[:corte][-1:].isalnum():
        return corte
    propia = etiqueta.strip()
    if _NUMERO.fullmatch(propia):
        hallado = _NUMERO.match(renglon)
        return 0 if hallado is None else hallado.end()
    separador = propia[-1] if propia[-1] in _SEPARADORES else "\t"
    fin = renglon.find(separador) + 1
    if fin and (_separates(separador, fin) or _alike(renglon[:fin], propia)):
        return fin
    if renglon.startswith(propia) and not renglon[len(propia) :][:1].isalnum():
        return len(renglon) - len(renglon[len(propia) :].lstrip(_SEPARADORES))
    return 0


def _separates(separador: str, fin: int) -> bool:
    return separador == "\t" or (separador == ":" and fin <= _LARGO)


def _alike(uno: str, otro: str) -> bool:
    return SequenceMatcher(None, plegar(uno), plegar(otro), autojunk=False).ratio() >= _PARECIDO
