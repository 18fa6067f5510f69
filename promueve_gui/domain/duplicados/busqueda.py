"""The search itself: from groups to the pairs of them that look alike."""

from __future__ import annotations

from collections import Counter
from itertools import chain, combinations, product
from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.candidatos import Candidatos, frecuencias_de
from promueve_gui.domain.duplicados.formas import formas_de
from promueve_gui.domain.duplicados.lectura import titulo_y_plural
from promueve_gui.domain.duplicados.lexico import vecinas_de
from promueve_gui.domain.duplicados.puntaje import Cotejo, cotejar, tope
from promueve_gui.domain.duplicados.razones import razones
from promueve_gui.domain.duplicados.registros import Registros
from promueve_gui.domain.duplicados.siglas_sueltas import por_siglas
from promueve_gui.domain.duplicados.tipos import MINIMO, MISMAS_PALABRAS, Pareja
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from promueve_gui.domain.catalogos import Sinonimo
    from promueve_gui.domain.duplicados.formas import Forma
    from promueve_gui.domain.duplicados.tipos import Similitud
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.vocabularios import ClaseGrupo

_IGUALES, _MISMAS_PALABRAS, _DE_TITULO = Cotejo(100), Cotejo(MISMAS_PALABRAS), Cotejo(65)
_DICHAS = 90  # points of two names when the record of one says that it is the other
_GLOSADAS = 85  # points of a name and the same with what it is
_MENOS, _MAS = 50, 22  # points of the names below which the rest of the records adds none, and how many it may add
_CADA_UNO = 12  # groups of one name up to which each is paired with each; beyond, only with the first of its class
_CADA_PAR = 36  # pairs between the groups of two names up to which all are told; beyond, only the likeliest
_PASO = 256  # names between one word about progress and the next


def buscar(
    grupos: Sequence[GrupoUsuarios],
    sinonimos: Iterable[Sinonimo],
    similitud: Similitud,
    *,
    minimo: int = MINIMO,
    distintos: Collection[frozenset[Id]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> list[Pareja]:
    """Return the pairs of ``grupos`` that score at least ``minimo``, the likeliest first.

    ``distintos`` are pairs known not to be the same: they are not told. Of very many groups of one name not every pair
    is told, but enough to hold them together. ``progress`` may raise to stop the search.
    """
    return _Busqueda(grupos, sinonimos, similitud, progress or _callar).parejas(minimo, distintos)


def _callar(hecho: int, total: int) -> None:
    """Say nothing about progress."""


class _Busqueda:
    def __init__(
        self,
        grupos: Sequence[GrupoUsuarios],
        sinonimos: Iterable[Sinonimo],
        similitud: Similitud,
        progress: Callable[[int, int], None],
    ) -> None:
        self._progress = progress
        self._hecho, self._total = 0, 2 * len(grupos)
        self._formas, equivalencias = formas_de(grupos, sinonimos, self._avanzar)
        self._frecuencias = frecuencias_de(self._formas)
        self._vecinas = vecinas_de(self._frecuencias, similitud)
        self._equivalencias = equivalencias
        self._registros = Registros()

    def parejas(self, minimo: int, distintos: Collection[frozenset[Id]]) -> list[Pareja]:
        """Return the pairs that score at least ``minimo``."""
        halladas: list[Pareja] = []
        for cotejo, uno, otro in self._posibles(max(_MENOS, minimo - _MAS)):
            puntaje = round(self._registros.puntaje(cotejo.puntaje, uno, otro))
            if puntaje >= minimo and frozenset((uno.id, otro.id)) not in distintos:
                dichas = razones(uno, otro, cotejo, self._registros)
                halladas.append(Pareja(uno.id, otro.id, puntaje, dichas))
        return sorted(halladas, key=lambda pareja: (-pareja.puntaje, pareja.uno, pareja.otro))

    def _posibles(self, minimo: int) -> Iterator[tuple[Cotejo, GrupoUsuarios, GrupoUsuarios]]:
        """Yield pairs of groups whose names get at least ``minimo`` points."""
        for forma in self._formas:
            for uno, otro in _dentro(forma):
                yield _de_un_nombre(uno.nombre, otro.nombre), uno, otro
        for una, otra, cotejo in self._nombres(minimo):
            if cotejo.puntaje >= minimo:
                yield from ((cotejo, *par) for par in _entre(una, otra))

    def _nombres(self, minimo: int) -> Iterator[tuple[Forma, Forma, Cotejo]]:
        """Yield different names, laid side by side."""
        formas, vecinas = self._formas, self._vecinas
        vistos: set[tuple[int, int]] = set()
        for numero, otro, dado in chain(
            _por_dichas(formas),
            _por_mismas(formas),
            _por_glosas(formas),
            por_siglas(formas, self._equivalencias, vecinas),
        ):
            if (numero, otro) in vistos or formas[numero].marcas != formas[otro].marcas:
                continue
            vistos.add((numero, otro))
            yield formas[numero], formas[otro], dado or cotejar(formas[numero], formas[otro], vecinas)
        candidatos = Candidatos(formas, self._frecuencias, vecinas)
        for forma in formas:
            for par in candidatos.pares(forma.numero):
                if par in vistos:
                    continue
                vistos.add(par)
                una, otra = formas[par[0]], formas[par[1]]
                if tope(una, otra, vecinas) >= minimo:
                    yield una, otra, cotejar(una, otra, vecinas)
            self._avanzar(len(forma.grupos))

    def _avanzar(self, cuantos: int = 1) -> None:
        antes = self._hecho // _PASO
        self._hecho += cuantos
        if self._hecho // _PASO > antes:
            self._progress(self._hecho, self._total)


def _por_dichas(formas: Sequence[Forma]) -> Iterator[tuple[int, int, Cotejo]]:
    """Yield names together with those that their records give as other names of theirs."""
    for forma in formas:
        for otra, dicho in forma.dichas.items():
            yield min(forma.numero, otra), max(forma.numero, otra), Cotejo(_DICHAS, dicho=dicho)


def _por_mismas(formas: Sequence[Forma]) -> Iterator[tuple[int, int, Cotejo]]:
    """Yield names together with those in the same words, as they are written."""
    for forma in formas:
        for otra in forma.mismas:
            yield min(forma.numero, otra), max(forma.numero, otra), _MISMAS_PALABRAS


def _por_glosas(formas: Sequence[Forma]) -> Iterator[tuple[int, int, Cotejo]]:
    """Yield names together with what they are without what was added to say what they are.

    Where different things were added to one name, they may tell one from another, and none says anything.
    """
    veces = Counter(forma.breve for forma in formas)
    for forma in formas:
        if forma.breve is not None and forma.breve != forma.numero and veces[forma.breve] == 1:
            uno, otro = sorted((forma, formas[forma.breve]), key=lambda una: una.numero)
            solas = uno.conjunto - otro.conjunto, otro.conjunto - uno.conjunto
            yield uno.numero, otro.numero, Cotejo(_GLOSADAS, *solas)


def _de_un_nombre(uno: str, otro: str) -> Cotejo:
    """Lay two names in the same words side by side."""
    if plegar(uno) == plegar(otro):
        return _IGUALES
    return _DE_TITULO if titulo_y_plural(uno, otro) else _MISMAS_PALABRAS


def _dentro(forma: Forma) -> Iterator[tuple[GrupoUsuarios, GrupoUsuarios]]:
    """Yield pairs of groups of one name: each with each or, of very many, the first of each class with the others."""
    if len(forma.grupos) <= _CADA_UNO:
        yield from combinations(forma.grupos, 2)
        return
    primeros: dict[ClaseGrupo | None, GrupoUsuarios] = {}
    for grupo in forma.grupos:
        primero = primeros.setdefault(grupo.clase, grupo)
        if primero is not grupo:
            yield primero, grupo
    yield from combinations(primeros.values(), 2)


def _entre(una: Forma, otra: Forma) -> Iterator[tuple[GrupoUsuarios, GrupoUsuarios]]:
    """Yield pairs of groups of two names: each with each or, of very many, the first of each class."""
    suyos, ajenos = una.grupos, otra.grupos
    if len(suyos) * len(ajenos) > _CADA_PAR:
        suyos, ajenos = _primeros(suyos), _primeros(ajenos)
    yield from product(suyos, ajenos)


def _primeros(grupos: Sequence[GrupoUsuarios]) -> list[GrupoUsuarios]:
    return list({grupo.clase: grupo for grupo in reversed(grupos)}.values())
