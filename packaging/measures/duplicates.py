"""The search for duplicates: how right it is on groups labelled by hand, and how its time grows with their number."""

from __future__ import annotations

from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

from measures.duplicate_groups import PARTS, labelled, made_up
from measures.report import Figure
from measures.usage import cpu_milliseconds
from promueve_gui.adapters.similitud import similitud
from promueve_gui.application.garbage import held_back
from promueve_gui.bootstrap import build_recursos
from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.duplicados import UMBRAL, buscar, cumulos

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.duplicados import Pareja
    from promueve_gui.domain.grupos import GrupoUsuarios

LEAST_PRECISION, LEAST_RECALL = 95.0, 90.0  # percent
SIZES, LIMITED, MOST = (2_500, 5_000, 10_000, 20_000), 10_000, 2_000.0
TINY = (50, 100)
RUNS = 3


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of quality and of time."""
    return [*(figure for part in PARTS for figure in quality(part)), *times(quick=quick)]


def quality(part: str) -> list[Figure]:
    """Return precision and recall, in percent, over the pairs of groups that a cluster holds together."""
    marked = labelled(part)
    found = cumulos(_search([group for group, _ in marked]), UMBRAL)
    proposed = {frozenset(pair) for cluster in found for pair in combinations(cluster.grupos, 2)}
    same = {frozenset((one.id, other.id)) for (one, a), (other, b) in combinations(marked, 2) if a == b}
    right = len(proposed & same)
    what = f"«{part}», {len(marked)} groups, {len(same)} pairs"
    return [
        Figure(
            name=f"Duplicates: precision, {what}", ours=100 * right / len(proposed), unit="%", least=LEAST_PRECISION
        ),
        Figure(name=f"Duplicates: recall, {what}", ours=100 * right / len(same), unit="%", least=LEAST_RECALL),
    ]


def times(*, quick: bool) -> list[Figure]:
    """Return how long the search takes, and how that grows when the groups are twice as many."""
    taken = {count: _time(count, runs=1 if quick else RUNS) for count in (TINY if quick else SIZES)}
    limited = TINY[-1] if quick else LIMITED
    figures = [
        Figure(
            name=f"Duplicates: searching {count:,} groups (processor time)",
            ours=ours,
            most=MOST if count == limited else None,
        )
        for count, ours in taken.items()
    ]
    (half, before), (whole, after) = list(taken.items())[-2:]
    return [*figures, Figure(name=f"  growth from {half:,} to {whole:,} groups", ours=after / before, unit="×")]


def _time(count: int, runs: int) -> float:
    """Return the median processor time, in milliseconds: what the search takes on a core of its own."""
    groups = made_up(count)
    taken = []
    for _ in range(runs):
        begin = cpu_milliseconds()
        _search(groups)
        taken.append(cpu_milliseconds() - begin)
    return median(taken)


def _search(groups: Sequence[GrupoUsuarios]) -> list[Pareja]:
    catalogue = [record for record in _CATALOGUE if isinstance(record, Sinonimo)]
    with held_back():
        return buscar(groups, catalogue, similitud)


_CATALOGUE = build_recursos().load_perfil("vigente")
