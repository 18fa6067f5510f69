"""Takes out of Python's ``import`` what PySide adds to it for a switch that we do not use.

So that ``from __feature__ import snake_case`` works, PySide reads the source text of every module that is imported
after it and looks for its own name there: a twentieth of the processor time that our start takes.
"""

from __future__ import annotations

import builtins

import PySide6  # noqa: F401  # puts its hook in, if it has not done so before


def take_out() -> None:
    """Let ``import`` be what it was before PySide's hook; nothing happens when this PySide keeps none."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
