"""Times and percentiles, always taken in the same way."""

from __future__ import annotations

from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MILLI = 1000.0


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes, in milliseconds."""
    begin = perf_counter()
    work()
    return (perf_counter() - begin) * MILLI


def interleaved(runs: int, *works: Callable[[], object]) -> list[float]:
    """Return the median time of each piece of work, in turns so that a slow moment hits all of them."""
    times = [[milliseconds(work) for work in works] for _ in range(runs)]
    return [median(column) for column in zip(*times, strict=True)]


def percentile(values: Sequence[float], which: int) -> float:
    """Return a percentile, 1 to 99, of at least two values."""
    return quantiles(values, n=100, method="inclusive")[which - 1]
