"""Makes PySide's enumerations in less time: their three thousand names took a quarter of our start.

PySide has Python make an enumeration for each of Qt's, name by name and with every check. Python has a quicker maker,
for the enumerations of its own library, that leaves out checks which numbers from Qt's headers do not need. What it
makes is the same: the tests compare all of them, so that another Python or another PySide cannot differ unseen.
"""

from __future__ import annotations

import enum
import sys
from typing import Any

CHECKED: Any = vars(enum.EnumType)["_create_"]  # Python's way to make what is asked for by a call
QUICK: Any = getattr(enum, "_simple_enum", None)
COMPARED = (3, 13)  # the last Python with which the tests were run; PySide aborts when something fails in here


def install(python: tuple[int, ...] = sys.version_info[:2]) -> None:
    """Have PySide's enumerations made that way from now on, where Python is known to have the quicker maker."""
    if QUICK is not None and python <= COMPARED:
        enum.EnumType._create_ = _create  # type: ignore[attr-defined]  # there is no other door


def _create(cls: Any, class_name: str, names: Any, *, module: str | None = None, **details: Any) -> Any:  # noqa: ANN401  # as Python has it
    """Make what ``enum.Enum("Name", names)`` and its like ask for; quickly when they ask as PySide alone does."""
    if module is None:
        module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001  # as Python finds it, for ``pickle``
    as_pyside = isinstance(names, list) and details.get("boundary") is enum.KEEP
    named = dict(names) if as_pyside else {}
    if not as_pyside or any(named.keys() & vars(base).keys() for base in cls.__mro__):
        return CHECKED(cls, class_name, names, module=module, **details)
    made = QUICK(cls, boundary=enum.KEEP)(type(class_name, (), {**named, "__module__": module}))
    made.__doc__ = None  # the quick maker has one sentence for all
    for name, member in made.__members__.items():
        type.__setattr__(made, name, member)  # until Python 3.12 each is found by way of a property, at every use
    return made
