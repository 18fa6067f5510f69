"""Which words of the names may be one and the same: typing errors, one family of words, abbreviations.

Asked once for the vocabulary of all names, not for each pair of names, so that it grows with the words.
"""

from __future__ import annotations

from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.afines import AFINES
from promueve_gui.domain.duplicados.palabras import FAMILIA
from promueve_gui.domain.duplicados.raiz import raiz, singular, sonido

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from promueve_gui.domain.duplicados.tipos import Similitud

Vecinas = dict[str, dict[str, float]]

ENTERA, IGUAL_SONIDO, ABREVIADA, CERCA_FAMILIA, INICIAL, FAMILIA_LEJANA = 1.0, 0.97, 0.92, 0.9, 0.88, 0.75
_TOPE = 150  # words in one drawer beyond which they tell nothing of each other
_ERRATA = 5  # letters from which a word may have a typing error
_LARGA, _MUY_LARGA = 7, 12  # letters from which one may be that of a key nearby, and from which two errors may be
_PREFIJO = 5  # letters that words of one family share
_FAMILIA_CERCANA, _FAMILIA_POSIBLE = 0.85, 0.55
_USUAL = 3  # names with a word from which it is no typing error, unless its neighbour is far more usual
_VECES = 20
_HOLGURA = 0.01  # since a percentage is seldom exact
# The keys around each key of a Spanish keyboard, and the vowels that people take for one another.
_TECLADO = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
_VOCALES = {"e": "i", "i": "e", "o": "u", "u": "o"}
_DOS_LUGARES = frozenset({raiz("mexico"), raiz("mexicali")})
_ABREVIATURA = 3  # letters from which an abbreviation may leave out those of the middle: «Depto.»


def _vecinas_en_el_teclado() -> Mapping[str, frozenset[str]]:
    lugares = {letra: (x, y) for y, fila in enumerate(_TECLADO) for x, letra in enumerate(fila)}
    return MappingProxyType(
        {
            letra: frozenset(
                otra
                for otra, (otra_x, otra_y) in lugares.items()
                if otra == _VOCALES.get(letra) or (abs(x - otra_x) <= 1 and abs(y - otra_y) <= 1)
            )
            for letra, (x, y) in lugares.items()
        }
    )


_JUNTO_A = _vecinas_en_el_teclado()


def vecinas_de(frecuencias: Mapping[str, int], similitud: Similitud) -> Vecinas:
    """Return, for each word, those that it may be, with how surely, from 0 to 1."""
    vecinas: Vecinas = {}
    palabras = [p for p in frecuencias if p[0] != "§" and not p.endswith(".")]
    for una, otra in _por_comparar(palabras):
        cuanto = max(_misma_familia(una, otra), _errata(una, otra, frecuencias, similitud))
        if cuanto and not _opuestas(una, otra):
            _enlazar(vecinas, una, otra, cuanto)
    for afines in AFINES:
        for una, otra in combinations([palabra for palabra in afines if palabra in frecuencias], 2):
            _enlazar(vecinas, una, otra, CERCA_FAMILIA)
    por_letra: dict[str, list[str]] = {}
    for palabra in palabras:
        por_letra.setdefault(palabra[0], []).append(palabra)
    for abreviada in frecuencias:
        for palabra in por_letra.get(abreviada[0], ()) if abreviada[-1] == "." else ():
            if cuanto := _abreviada(abreviada[:-1], palabra):
                _enlazar(vecinas, abreviada, palabra, cuanto)
    return vecinas


def _enlazar(vecinas: Vecinas, una: str, otra: str, cuanto: float) -> None:
    vecinas.setdefault(una, {})[otra] = cuanto
    vecinas.setdefault(otra, {})[una] = cuanto


def _por_comparar(palabras: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of words that sound alike, but for a letter, or begin alike."""
    cajones: dict[str, list[str]] = {}
    for palabra in palabras:
        for clave in _claves(palabra):
            cajones.setdefault(clave, []).append(palabra)
    vistas: set[tuple[str, str]] = set()
    for cajon in cajones.values():
        if 1 < len(cajon) <= _TOPE:
            nuevas = [par for par in combinations(cajon, 2) if par not in vistas]
            vistas.update(nuevas)
            yield from nuevas


def _claves(palabra: str) -> set[str]:
    """Return the drawers of a word: its sound, its beginning, and itself without each of its letters."""
    claves = {f"{sonido(palabra)}~"}
    if len(palabra) >= _ERRATA:
        claves.add(palabra)
        claves.update(palabra[:n] + palabra[n + 1 :] for n in range(1, len(palabra)))
        claves.add(f"{palabra[:_PREFIJO]}-")
    return claves


def _errata(una: str, otra: str, frecuencias: Mapping[str, int], similitud: Similitud) -> float:
    """Return how surely a word is the other with a typing error; the first letter is seldom wrong."""
    if sonido(una) == sonido(otra):
        return IGUAL_SONIDO if min(len(una), len(otra)) >= _ERRATA - 1 else 0
    corto, largo = sorted((len(una), len(otra)))
    menos, mas = sorted((frecuencias[una], frecuencias[otra]))
    if corto < _ERRATA or una[0] != otra[0] or menos > max(_USUAL, mas / _VECES):
        return 0
    if corto == largo and not _a_la_mano(una, otra):
        return 0
    errores = 2 if corto >= _MUY_LARGA and una[1] == otra[1] else 1
    return similitud(una, otra, 100 * (1 - errores / largo) - _HOLGURA) / 100


def _a_la_mano(una: str, otra: str) -> bool:
    """Tell whether two words of one length differ as a slip of the finger would: places changed, or a key nearby."""
    if sorted(una) == sorted(otra):
        return True
    distintas = [(suya, ajena) for suya, ajena in zip(una, otra, strict=True) if suya != ajena]
    return len(una) >= _LARGA and all(ajena in _JUNTO_A.get(suya, ()) for suya, ajena in distintas)


def _misma_familia(una: str, otra: str) -> float:
    """Return how surely two words are of one family, by how much of them is alike: «periodismo», «periodista»."""
    comunes = 0
    for letra, otra_letra in zip(una, otra, strict=False):
        if letra != otra_letra:
            break
        comunes += 1
    if comunes < _PREFIJO:
        return 0
    parte = comunes / max(len(una), len(otra))
    if parte >= _FAMILIA_CERCANA:
        return CERCA_FAMILIA
    return FAMILIA_LEJANA if parte >= _FAMILIA_POSIBLE else 0


def _abreviada(abreviada: str, palabra: str) -> float:
    """Return how surely an abbreviation without its period stands for a word."""
    if raiz(abreviada) == palabra:
        return ENTERA
    abreviada = singular(abreviada)
    if len(abreviada) >= len(palabra):
        return 0
    if palabra.startswith(abreviada):
        return ABREVIADA if len(abreviada) > 1 else INICIAL
    if len(abreviada) < _ABREVIATURA or abreviada[0] != palabra[0]:
        return 0
    resto = iter(palabra)  # a root has lost the last vowel of its word: «Depto.» is «departament»
    return ABREVIADA if all(letra in resto for letra in abreviada.rstrip("ao")) else 0


def _opuestas(una: str, otra: str) -> bool:
    return {una, otra} == _DOS_LUGARES or (una in FAMILIA and FAMILIA.get(una) == FAMILIA.get(otra))
