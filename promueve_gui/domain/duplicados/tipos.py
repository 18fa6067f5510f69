"""What the search for duplicates speaks of: pairs, clusters, and the port that tells how alike two words are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id

UMBRAL = 80  # score from which a pair is proposed, unless the profile says otherwise
MISMAS_PALABRAS = 97  # score of two names that say the same in the same words, however they are written
MINIMO = 60  # score below which pairs are not even listed


class Similitud(Protocol):
    """How alike two texts are, from 0 to 100; below ``corte`` it may say 0."""

    def __call__(self, uno: str, otro: str, corte: float = 0) -> float:
        """Compare two texts, already folded."""


@frozen
class Pareja:
    """Two groups that look alike: ``puntaje`` from 0 to 100, and why, in sentences for people."""

    uno: Id
    otro: Id
    puntaje: int
    razones: tuple[str, ...]


@frozen
class Cumulo:
    """Groups joined by pairs at or above a threshold; ``puntaje`` is that of the weakest pair that holds it."""

    grupos: tuple[Id, ...]
    parejas: tuple[Pareja, ...]
    puntaje: int
