"""Which names are worth comparing: few, however many names there are. Names with other numbers never meet.

Two names that are alike share one of their rarest words, or words that may be the same, or all words but one. Words
that very many names have are no reason to compare: of those, only names that differ in one word are.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.palabras import peso

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from promueve_gui.domain.duplicados.formas import Forma

_TOPE = 30  # names with a word beyond which the word alone is no reason to compare them
_PARTE = 0.46  # of the weight of a name that its rarest words must have: names that share none are not alike


def frecuencias_de(formas: Sequence[Forma]) -> Counter[str]:
    """Return how many names each word is in."""
    return Counter(palabra for forma in formas for palabra in forma.conjunto)


class Candidatos:
    """Finds the names to compare each name with."""

    def __init__(
        self, formas: Sequence[Forma], frecuencias: Mapping[str, int], vecinas: Mapping[str, Mapping[str, float]]
    ) -> None:
        """Index the names by word and by all their words."""
        self._formas, self._frecuencias, self._vecinas = formas, frecuencias, vecinas
        self._por_palabra: dict[tuple[str, frozenset[str]], list[int]] = {}
        self._por_nucleo: dict[tuple[frozenset[str], frozenset[str]], list[int]] = {}
        for forma in formas:
            self._por_nucleo.setdefault((forma.nucleo, forma.marcas), []).append(forma.numero)
            for palabra in forma.nucleo:
                self._por_palabra.setdefault((palabra, forma.marcas), []).append(forma.numero)

    def pares(self, numero: int) -> Iterator[tuple[int, int]]:
        """Yield the pairs of a name, the lower number first; another name may yield the same pair."""
        forma = self._formas[numero]
        halladas: set[int] = set()
        for clave in self._claves(forma):
            if clave in self._por_nucleo:
                halladas.update(self._por_nucleo[clave][:_TOPE])
        for palabra in self._raras(forma):
            for otra in (palabra, *self._vecinas.get(palabra, ())):
                suyas = self._por_palabra.get((otra, forma.marcas), ())
                if len(suyas) <= _TOPE:
                    halladas.update(suyas)
        halladas.discard(numero)
        for otro in halladas:
            yield (numero, otro) if numero < otro else (otro, numero)

    def _claves(self, forma: Forma) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """Yield the words of names that differ from this one in no word, or in one: left out, or like another."""
        nucleo, marcas = forma.nucleo, forma.marcas
        yield nucleo, marcas
        for palabra in nucleo:
            resto = nucleo - {palabra}
            yield resto, marcas
            for otra in self._vecinas.get(palabra, ()):
                yield resto | {otra}, marcas

    def _raras(self, forma: Forma) -> Iterator[str]:
        """Yield the rarest words of a name, as many as any name like it must share one of."""
        falta = _PARTE * sum(map(peso, forma.nucleo))
        for palabra in sorted(forma.nucleo, key=lambda palabra: (self._frecuencias[palabra], palabra)):
            yield palabra
            falta -= peso(palabra)
            if falta < 0:
                return
