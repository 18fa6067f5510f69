"""Words that some write as one and others apart: «medioambiente», «medio ambiente»."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.palabras import VACIAS
from promueve_gui.domain.duplicados.raiz import raiz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_PARTE = 3  # letters that each part has at least


class Pegadas:
    """Brings both spellings to the more usual one, among the names that it was made of."""

    def __init__(self, nombres: Iterable[Sequence[str]]) -> None:
        """Take the folded words of each name."""
        vistos = list(nombres)
        sueltas = Counter(plegada for plegadas in vistos for plegada in plegadas)
        posibles = {partes: junta for junta in sueltas for partes in _partes(junta, sueltas)}
        veces = _veces(vistos, posibles)
        self._juntas: dict[tuple[str, ...], str] = {}
        self._partidas: dict[str, tuple[str, ...]] = {}
        for partes, cuantas in veces.items():
            junta = posibles[partes]
            if sueltas[junta] > cuantas:
                self._juntas[partes] = junta
            else:
                self._partidas[junta] = partes
        self._ventana = max(map(len, self._juntas), default=0)
        self._inicios = frozenset((*self._partidas, *(partes[0] for partes in self._juntas)))

    def __contains__(self, plegada: str) -> bool:
        """Tell whether a word that is spelt in two ways begins with this one."""
        return plegada in self._inicios

    def en(self, plegadas: Sequence[str], lugar: int) -> tuple[Sequence[str], int]:
        """Return the roots of the word spelt in two ways at a place, and how many words it takes, or 0."""
        if plegadas[lugar] in self._partidas:
            return [raiz(parte) for parte in self._partidas[plegadas[lugar]] if parte not in VACIAS], 1
        for cuantas in range(self._ventana, 1, -1):
            junta = self._juntas.get(tuple(plegadas[lugar : lugar + cuantas]))
            if junta:
                return (raiz(junta),), min(cuantas, len(plegadas) - lugar)
        return (), 0


def _partes(junta: str, sueltas: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    """Yield the words, seen on their own, that a word is made of; the first and the last tell something."""
    for corte in range(_PARTE, len(junta) - _PARTE + 1):
        parte, resto = junta[:corte], junta[corte:]
        if parte not in sueltas or parte in VACIAS:
            continue
        for vacia in ("", *VACIAS):
            if not resto.startswith(vacia):
                continue
            antes, sigue = ((parte, vacia) if vacia else (parte,)), resto[len(vacia) :]
            if sigue in sueltas and len(sigue) >= _PARTE:
                yield (*antes, sigue)
            yield from ((*antes, *otras) for otras in _partes(sigue, sueltas))


def _veces(vistos: Iterable[Sequence[str]], posibles: Iterable[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """Return how often the words come one after another; those that never do are left out."""
    por_primera: dict[str, list[tuple[str, ...]]] = {}
    for partes in posibles:
        por_primera.setdefault(partes[0], []).append(partes)
    veces: Counter[tuple[str, ...]] = Counter()
    for plegadas in vistos:
        for lugar, plegada in enumerate(plegadas):
            for partes in por_primera.get(plegada, ()):
                if tuple(plegadas[lugar : lugar + len(partes)]) == partes:
                    veces[partes] += 1
    return veces
