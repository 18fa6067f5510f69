"""How alike two texts are, by RapidFuzz (port ``Similitud``)."""

from __future__ import annotations

from rapidfuzz.fuzz import token_sort_ratio


def similitud(uno: str, otro: str, corte: float = 0) -> float:
    """Return how alike two texts are, 0 to 100, whatever the order of their words; 0 below ``corte``."""
    return float(token_sort_ratio(uno, otro, score_cutoff=corte))
