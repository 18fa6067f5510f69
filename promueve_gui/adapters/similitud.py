"""How alike two texts are, by RapidFuzz (port ``Similitud``)."""

from __future__ import annotations

from rapidfuzz.distance.OSA import normalized_similarity

_HOLGURA = 1e-4  # tenths are no exact fractions of two, and the library is exact


def similitud(uno: str, otro: str, corte: float = 0) -> float:
    """Return how alike two texts are, 0 to 100, whatever the order of their words; 0 below ``corte``.

    What counts are slips of the finger (optimal string alignment): one letter more, less, another, or two that changed
    places are each one error, where other scorers of the library count two for another letter.
    """
    if " " in uno or " " in otro:
        uno, otro = " ".join(sorted(uno.split())), " ".join(sorted(otro.split()))
    return 100 * float(normalized_similarity(uno, otro, score_cutoff=max(corte / 100 - _HOLGURA, 0)))
