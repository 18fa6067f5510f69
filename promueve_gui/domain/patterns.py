"""Patterns that are compiled when they are first used: those of rich text and of rules took a fiftieth of the start.

Each use takes a fifth of a microsecond more; what looks at every cell of an import is compiled as ever.
"""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as ``re.compile(text, flags)`` would; what is wrong with ``text`` is told at its first use."""
    return cast("re.Pattern[str]", _Late(text, flags))


class _Late:
    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever a compiled pattern has
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)  # from now on Python finds it without asking here
        return found
