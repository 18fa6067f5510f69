"""Groups that look like one and the same: pairs with a score and its reasons, and the clusters that pairs make.

It proposes and changes nothing. How alike two texts are is asked of a port, so that no library is needed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id

UMBRAL = 80  # score from which a pair is proposed, unless the profile says otherwise
MINIMO = 60  # score below which pairs are not even listed


class Similitud(Protocol):
    """How alike two texts are, from 0 to 100; below ``corte`` it may say 0."""

    def __call__(self, uno: str, otro: str, corte: float = 0) -> float:
        """Compare two texts, already folded."""


@dataclass(frozen=True, slots=True)
class Pareja:
    """Two groups that look alike: ``puntaje`` from 0 to 100, and why, in sentences for people."""

    uno: Id
    otro: Id
    puntaje: int
    razones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cumulo:
    """Groups joined by pairs at or above a threshold; ``puntaje`` is that of the weakest pair that holds it."""

    grupos: tuple[Id, ...]
    parejas: tuple[Pareja, ...]
    puntaje: int
