"""Sees that work leaves nothing that only Python's collector would find, for it rests while a worker runs."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 3


def left_to_the_collector(work: Callable[[], object]) -> int:
    """Return how many objects are of no use after ``work`` and still there, once it has been done before.

    What it leaves it leaves each time; what others leave meanwhile, such as threads that end, is not there every time.
    """
    was_on = gc.isenabled()
    work()
    gc.disable()
    try:
        return min(_left(work) for _ in range(TIMES))
    finally:
        if was_on:
            gc.enable()


def _left(work: Callable[[], object]) -> int:
    gc.collect()
    work()
    return gc.collect()
