"""Clusters: groups that pairs hold together, without the chains that pairs alone would make.

«A» looks like «B», and «B» like «C»: whether «A» and «C» are in one cluster depends on how many of the pairs between
them look alike too, and on nobody having said that two of them are not the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.tipos import MISMAS_PALABRAS, Cumulo

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from promueve_gui.domain.duplicados.tipos import Pareja
    from promueve_gui.domain.ficha import Id

_PARTE = 0.5  # of the pairs between two clusters that look alike, for both to be one


def cumulos(parejas: Iterable[Pareja], umbral: int, distintos: Collection[frozenset[Id]] = ()) -> list[Cumulo]:
    """Return the clusters that pairs of at least ``umbral`` points make, the surest first; each group is in one.

    ``parejas`` may hold pairs below ``umbral``: they tell whether a cluster holds together. Two groups of ``distintos``
    are never in one cluster.
    """
    ordenadas = sorted(parejas, key=lambda pareja: -pareja.puntaje)
    union = _Union(distintos)
    union.juntar([p for p in ordenadas if p.puntaje >= max(MISMAS_PALABRAS, umbral)])
    union.juntar([p for p in ordenadas if umbral <= p.puntaje < MISMAS_PALABRAS], de=ordenadas)
    internas: dict[int, list[Pareja]] = {}
    for pareja in ordenadas:
        cual = union.cual.get(pareja.uno)
        if cual is not None and cual == union.cual.get(pareja.otro):
            internas.setdefault(cual, []).append(pareja)
    hechos = [Cumulo(tuple(union.grupos[n]), tuple(suyas), union.puntaje[n]) for n, suyas in internas.items()]
    return sorted(hechos, key=lambda cumulo: (-cumulo.puntaje, cumulo.grupos))


class _Union:
    """Puts groups together; knows in which cluster each is, and the weakest pair that made each cluster."""

    def __init__(self, distintos: Collection[frozenset[Id]]) -> None:
        self.cual: dict[Id, int] = {}
        self.grupos: dict[int, list[Id]] = {}
        self.puntaje: dict[int, int] = {}
        self._partes: dict[int, set[int]] = {}  # the clusters of one name that each cluster is made of
        self._parecidas: dict[int, set[int]] = {}
        self._distintos: dict[Id, set[Id]] = {}
        for uno, otro in map(tuple, distintos):
            self._distintos.setdefault(uno, set()).add(otro)
            self._distintos.setdefault(otro, set()).add(uno)

    def juntar(self, parejas: Sequence[Pareja], de: Iterable[Pareja] = ()) -> None:
        """Join the groups of each pair, in their order; ``de`` are the pairs that tell what looks alike."""
        for pareja in parejas:
            for grupo in (pareja.uno, pareja.otro):
                self._nuevo(grupo)
        self._partes = {cual: {cual} for cual in self.grupos}
        for pareja in de:
            uno, otro = self.cual.get(pareja.uno), self.cual.get(pareja.otro)
            if uno is not None and otro is not None and uno != otro:
                self._parecidas.setdefault(uno, set()).add(otro)
                self._parecidas.setdefault(otro, set()).add(uno)
        for pareja in parejas:
            uno, otro = self.cual[pareja.uno], self.cual[pareja.otro]
            if uno != otro and not self._estorba(uno, otro) and (not de or self._se_parecen(uno, otro)):
                self._unir(uno, otro, pareja.puntaje)

    def _nuevo(self, grupo: Id) -> None:
        if grupo not in self.cual:
            numero = len(self.cual)
            self.cual[grupo] = numero
            self.grupos[numero] = [grupo]
            self.puntaje[numero] = 100

    def _estorba(self, uno: int, otro: int) -> bool:
        """Tell whether somebody said that a group of one cluster is not a group of the other."""
        if not self._distintos:
            return False
        menos, mas = sorted((uno, otro), key=lambda cual: len(self.grupos[cual]))
        return any(
            self.cual.get(ajeno) == mas for grupo in self.grupos[menos] for ajeno in self._distintos.get(grupo, ())
        )

    def _se_parecen(self, uno: int, otro: int) -> bool:
        suyas, ajenas = self._partes[uno], self._partes[otro]
        hay = sum(len(ajenas & self._parecidas.get(parte, set())) for parte in suyas)
        return hay >= _PARTE * len(suyas) * len(ajenas)

    def _unir(self, uno: int, otro: int, puntaje: int) -> None:
        if len(self.grupos[uno]) < len(self.grupos[otro]):
            uno, otro = otro, uno
        for grupo in self.grupos[otro]:
            self.cual[grupo] = uno
        self.grupos[uno] += self.grupos.pop(otro)
        self._partes[uno] |= self._partes.pop(otro)
        self.puntaje[uno] = min(self.puntaje[uno], self.puntaje.pop(otro), puntaje)
