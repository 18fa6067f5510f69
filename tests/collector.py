"""Sees that work leaves nothing that only Python's collector would find, for it rests while a worker runs."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def left_to_the_collector(work: Callable[[], object]) -> int:
    """Return how many objects are of no use after ``work`` and still there, once it has been done before."""
    was_on = gc.isenabled()
    work()
    gc.disable()
    try:
        gc.collect()
        work()
        return gc.collect()
    finally:
        if was_on:
            gc.enable()
