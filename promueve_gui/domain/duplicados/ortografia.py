"""Words that are known ones but for a slip of the finger: «instiuto», «universsidad», «orgnaización»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.raiz import raiz, singular

if TYPE_CHECKING:
    from collections.abc import Iterable

_LARGA = 6  # letters from which a word may have a slip: one letter less, one more, or two that changed places
# Words that are a letter away from some that names of groups have, and are no slips of those: «finanzas», «fianzas».
_OTRAS = (
    "aliento bandera canoero cantero carino carnero conejo critico cualidad educado estrado finanzas gracia granadero "
    "hostelero interino limosnero madrina mariana martina medina paisaje salvador santidad sentado tabaco vitoria"
).split()
FINAL = 2  # letters at the end that tell words of one family apart: «artesana» is no slip of «artesanía»


class Ortografia:
    """Knows some words, and gives back each as it should be; words that nobody told it stay as they are."""

    def __init__(self, palabras: Iterable[str], final: int) -> None:
        """Take the folded words that are right, in the singular or in the plural.

        In the last ``final`` letters there is no slip.
        """
        self._final = final
        self._conocidas = set(map(raiz, _OTRAS))
        self._sin_una_letra: dict[str, set[str]] = {}
        self._dichas: dict[str, str] = {}
        for palabra in palabras:
            self._conocidas.add(raiz(palabra))
            una = singular(palabra)
            for clave in _sin_una_letra(una) if len(una) >= _LARGA else ():
                self._sin_una_letra.setdefault(clave, set()).add(una)

    def corregida(self, plegada: str) -> str:
        """Return a folded word or, when it is unknown and one known word is as good as it, that one."""
        if plegada not in self._dichas:
            self._dichas[plegada] = self._corregir(plegada)
        return self._dichas[plegada]

    def _corregir(self, plegada: str) -> str:
        una = singular(plegada)
        if len(una) < _LARGA or raiz(plegada) in self._conocidas:
            return plegada
        posibles = set().union(*(self._sin_una_letra.get(clave, ()) for clave in _sin_una_letra(una)))
        posibles = {otra for otra in posibles if es_errata(una, otra) and una[-self._final :] == otra[-self._final :]}
        return f"{posibles.pop()}{plegada[len(una) :]}" if len(posibles) == 1 else plegada


def es_errata(una: str, otra: str) -> bool:
    """Tell whether two folded words are one but for a letter more or less, or two that changed places."""
    cambiadas = len(una) != len(otra) or sorted(una) == sorted(otra)
    return cambiadas and not _sin_una_letra(una).isdisjoint(_sin_una_letra(otra))


def _sin_una_letra(palabra: str) -> set[str]:
    """Return a word, and it without each of its letters but the first and the last."""
    return {palabra, *(palabra[:n] + palabra[n + 1 :] for n in range(1, len(palabra) - 1))}
