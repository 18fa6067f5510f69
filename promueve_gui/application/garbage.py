"""Keeps Python's collector of cycles from searching again and again what bulk work makes, in which there are none."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = 5_000  # new objects after which searching them shows: ten times as many are searched together now and then


class _Aside:
    """Whether something is set aside: Python tells only by counting it, which takes milliseconds."""

    any = False


class _Holds:
    """Those that hold the collector back, and whether it worked before the first of them.

    Workers join while the thread that started them holds it, which is therefore the first and the last of all; and
    Python puts a list longer, and makes it shorter, for one thread at a time.
    """

    all: ClassVar[list[None]] = []
    was_on = False


@contextmanager
def set_aside() -> Iterator[None]:
    """Hold the collector back meanwhile, and never let it search what was made until now, for it stays.

    For the start of the program, which takes a tenth less, and for a project: searching 50,000 records in vain would
    stop the window for a tenth of a second, at any moment.
    """
    with held_back():
        yield
        gc.freeze()
        _Aside.any = True


def give_back() -> None:
    """Let the collector search everything again, when much of what was set aside is of no more use."""
    gc.unfreeze()
    _Aside.any = False


@contextmanager
def held_back(many: int = MANY) -> Iterator[None]:
    """Hold the collector back meanwhile: an import of 50,000 rows takes a fifth less, opening it a third less.

    What was made is spared its next search when it is more than ``many`` objects.
    """
    hold_back()
    try:
        yield
    finally:
        let_go(many)


def hold_back() -> None:
    """Hold the collector back until ``let_go`` is called; it rests while anybody holds it, whoever began first."""
    if not _Holds.all:
        _Holds.was_on = gc.isenabled()
        gc.disable()
    _Holds.all.append(None)


def let_go(many: int = MANY) -> None:
    """Hold the collector back no longer; see ``hold_back`` and ``held_back``."""
    _Holds.all.pop()
    if _Holds.was_on and not _Holds.all:
        _resume(many)


def _resume(many: int) -> None:
    """Let the collector work again after it was held back, without searching at once all that was made meanwhile."""
    # What Python counts goes down with each object that is done away with, old ones too: little may be left of much.
    if gc.get_count()[0] > many or len(gc.get_objects(generation=0)) > many:
        _let_grow_old()
    gc.enable()


def _let_grow_old() -> None:
    """Spare the collector its look through all that was made meanwhile, which it would take at once.

    What was made counts as old from now on, to be searched when the collector next goes through everything. When
    something was set aside, which such a search leaves out, it is set aside too: most of it stays with the project.
    """
    gc.freeze()
    if not _Aside.any:
        gc.unfreeze()
