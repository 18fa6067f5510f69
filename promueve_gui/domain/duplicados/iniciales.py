"""Initials and the long names they may stand for: «CONAGUA», «IMSS», «SEDENA», known to a catalogue or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.palabras import ANTES_DE_NUMERO, DE_FORMA, FRASES_DE_FORMA, VACIAS

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGO = range(2, 13)  # letters that initials have
_POR_FINAL = {una[-1]: [frase for frase in FRASES_DE_FORMA if frase[-1] == una[-1]] for una in FRASES_DE_FORMA}
_CAPITAL = "cdmx"
_CON_SALTO = 4  # words that tell something, from which initials may leave one out
_DICHAS, _DE_VARIAS = 4, 3  # letters that initials said beside a name have, and the words of that name, at least
_SILABAS = 2  # letters a word of initials that take syllables, «FUNSALUD», which may leave one out at any length


def inicia(sigla: str, palabras: Sequence[str]) -> int:
    """Return how many of the folded words, from the first, ``sigla`` stands for; 0 when it stands for none.

    Initials take one letter or more of each word that tells something; those of articles and prepositions are free.
    """
    return _Busqueda(sigla, palabras).hasta(0, 0, 0, 0)


def abrevia(sigla: str, palabras: Sequence[str], *, entera: bool = False) -> bool:
    """Tell whether ``sigla`` stands for the whole of a name; of four words or more it may leave one out.

    With ``entera`` it may leave out none. A final «cdmx» stands for «Ciudad de México».
    """
    sigla = sigla[:-1] if sigla.endswith(_CAPITAL) else sigla
    plenas = sum(palabra not in VACIAS for palabra in palabras)
    saltos = (plenas >= _CON_SALTO or len(sigla) >= _SILABAS * plenas > _SILABAS) and not entera
    if not palabras or plenas < 2 or len(sigla) < plenas - saltos:  # noqa: PLR2004  # a name has words
        return False
    return _Busqueda(sigla, palabras, completa=True).hasta(0, 0, 0, saltos) > 0


def puede_abreviar(sigla: str, palabras: Sequence[str]) -> bool:
    """Tell whether ``sigla``, said beside a long name, takes its letters from it in their order: «CANADEVI»."""
    plenas = [palabra for palabra in palabras if palabra not in VACIAS]
    if len(sigla) < _DICHAS or len(plenas) < _DE_VARIAS or plenas[0][0] != sigla[0]:
        return False
    resto = iter("".join(plenas))
    return all(letra in resto for letra in sigla)


def abreviables(palabras: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name that initials may stand for: no numbers, and nothing of its legal form («A.C.»)."""
    for frase in _POR_FINAL.get(palabras[-1], ()) if palabras else ():
        if palabras[-len(frase) :] == [*frase]:
            palabras = palabras[: -len(frase)]
    return tuple(p for p in palabras if p not in DE_FORMA and p not in ANTES_DE_NUMERO and not p[0].isdigit())


class _Busqueda:
    """Tries the ways to spell initials with the beginnings of words."""

    __slots__ = ("_completa", "_palabras", "_sigla")

    def __init__(self, sigla: str, palabras: Sequence[str], *, completa: bool = False) -> None:
        self._sigla, self._palabras, self._completa = sigla, palabras, completa

    def hasta(self, letra: int, lugar: int, usadas: int, saltos: int) -> int:
        """Return where the words that spell the rest of the initials end; 0 when none do."""
        sigla, palabras = self._sigla, self._palabras
        if letra == len(sigla):
            sobran = sum(palabra not in VACIAS for palabra in palabras[lugar:]) if self._completa else 0
            return lugar if usadas > 1 and sobran <= saltos else 0
        if lugar == len(palabras):
            return 0
        palabra = palabras[lugar]
        vacia = palabra in VACIAS
        for cuantas in range(1, _comunes(palabra, sigla, letra) + 1):  # as many words as they can tell
            if fin := self.hasta(letra + cuantas, lugar + 1, usadas + (not vacia), saltos):
                return fin
        if vacia:
            return self.hasta(letra, lugar + 1, usadas, saltos)
        return self.hasta(letra, lugar + 1, usadas, saltos - 1) if usadas and saltos else 0


def _comunes(palabra: str, sigla: str, letra: int) -> int:
    """Return how many letters of the initials, from one on, the word begins with."""
    cuantas = 0
    for una, otra in zip(palabra, sigla[letra:], strict=False):
        if una != otra:
            break
        cuantas += 1
    return cuantas
