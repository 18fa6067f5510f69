"""Where pages end: which lines stay together, and so what a page leaves empty at its foot. Knows no docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

_JUNTOS = 2  # lines of a paragraph that never stand alone at the foot or at the head of a page
_HOLGURA = 1e-6  # cm, so that what fills a page exactly fits


@frozen(kw_only=True)
class Bloque:
    """A paragraph or a row: so many lines of a height in cm, and the space that it wants above and below.

    ``entero`` keeps it on one page; ``sigue`` keeps its end on the page on which the next one begins.
    """

    renglones: int
    alto: float
    antes: float = 0
    despues: float = 0
    entero: bool = False
    sigue: bool = False

    @property
    def primeros(self) -> int:
        """Return how many of its lines a page must have room for."""
        cortado = self.renglones >= 2 * _JUNTOS and not (self.entero or self.sigue)
        return _JUNTOS if cortado else self.renglones


def length(bloques: Sequence[Bloque], alto: float, desde: float = 0) -> float:
    """Return how far blocks reach in pages of a height, one below the other from ``desde``, all in cm.

    Below zero it is the room that the first page has beyond the others.
    """
    piden = _needed(bloques)
    lugar, pendiente = desde, 0.0
    for bloque, pide in zip(bloques, piden, strict=True):
        lugar += max(pendiente, bloque.antes)
        libre = alto - (lugar % alto if lugar > 0 else lugar) + _HOLGURA
        if libre < min(pide, alto):
            lugar += libre
            libre = alto
        lugar += _written(bloque, libre, alto)
        pendiente = bloque.despues
    return lugar


def _needed(bloques: Sequence[Bloque]) -> list[float]:
    """Return what each block needs free below it to begin on a page, with what it must not be parted from."""
    piden: list[float] = []
    siguiente = 0.0
    for bloque in reversed(bloques):
        pide = bloque.primeros * bloque.alto
        if bloque.sigue and piden:
            pide += max(bloque.despues, siguiente) + piden[-1]
        piden.append(pide)
        siguiente = bloque.antes
    return piden[::-1]


def _written(bloque: Bloque, libre: float, alto: float) -> float:
    """Return the height that the lines of a block take with what they leave at the foot of pages."""
    faltan, usado = bloque.renglones, 0.0
    while faltan * bloque.alto > libre:
        caben = max(int(libre / bloque.alto), 1)
        if faltan - caben < _JUNTOS:
            caben = max(faltan - _JUNTOS, 1)
        usado += libre
        faltan -= caben
        libre = alto
    return usado + faltan * bloque.alto
