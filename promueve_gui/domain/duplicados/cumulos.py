"""Clusters: groups that pairs hold together, without the chains that pairs alone would make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.tipos import Cumulo

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from promueve_gui.domain.duplicados.tipos import Pareja
    from promueve_gui.domain.ficha import Id


def cumulos(
    parejas: Iterable[Pareja], umbral: int, distintos: Collection[frozenset[Id]] = ()
) -> list[Cumulo]:
    dueno = {}
    miembros = {}
    usadas = {}
    for p in sorted(parejas, key=lambda p: -p.puntaje):
        if p.puntaje < umbral: break
        for g in (p.uno, p.otro):
            if g not in dueno: dueno[g]=g; miembros[g]=[g]; usadas[g]=[]
        a,b=dueno[p.uno],dueno[p.otro]
        if a==b:
            usadas[a].append(p); continue
        miembros[a]+=miembros.pop(b); usadas[a]+=usadas.pop(b); usadas[a].append(p)
        for g in miembros[a]: dueno[g]=a
    return [Cumulo(tuple(m), tuple(usadas[k]), min(x.puntaje for x in usadas[k])) for k,m in miembros.items()]
