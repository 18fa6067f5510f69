"""Imports PySide without what it brings along for its makers: a tenth of the processor time that our start takes.

At every start PySide compiles the source text of the modules that write its stub files and work out the signatures
which it shows when a call is wrong. Here each of those is read when something is first asked of it. And for switches
such as ``from __feature__ import snake_case``, which we do not use, PySide reads the source text of every module that
is imported after it; that is taken out.
"""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING, Any

from promueve_gui.gui import light_enums

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

SUPPORT = "shibokensupport.signature"
# The others are asked at once, some by machine code of PySide that looks no further than the names of the module.
SELDOM = frozenset(f"{SUPPORT}.{name}" for name in ("parser", "layout", "lib.enum_sig", "lib.pyi_generator"))


def load() -> None:
    """Import PySide, unless somebody has; of a PySide that is put together otherwise everything is read as ever."""
    light_enums.install()
    finders = sys.meta_path
    sys.meta_path = _Finders(finders)
    try:
        import PySide6  # noqa: F401, PLC0415  # what all this is about
    finally:
        sys.meta_path = finders
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


class _Finders(list[Any]):
    """What looks for modules; PySide puts a finder of its own in front and takes it away again."""

    def insert(self, place: Any, finder: Any) -> None:  # noqa: ANN401  # as every list has it
        """Put in a finder that has some modules read later than ``finder`` would."""
        super().insert(place, _LateFinder(finder))

    def remove(self, finder: Any) -> None:  # noqa: ANN401  # as every list has it
        """Take a finder out again."""
        super().remove(next(found for found in self if getattr(found, "finder", found) is finder))


class _LateFinder:
    """Finds what another finder finds, and has some modules read late."""

    def __init__(self, finder: Any) -> None:  # noqa: ANN401  # PySide's own
        """Take the finder that is asked."""
        self.finder = finder

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return where a module comes from, ``None`` when it is none of the finder's."""
        found: ModuleSpec | None = self.finder.find_spec(name, path, target)
        if found is None or name not in SELDOM:
            return found
        late: Any = _LateLoader(found.loader)
        return ModuleSpec(name, late)


class _LateLoader:
    """Leaves a module empty until something is asked of it that is in its text."""

    def __init__(self, loader: Any) -> None:  # noqa: ANN401  # PySide's own
        """Take what reads the module in the end."""
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave the making of the module to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Give the module nothing but a way to what it lacks (PEP 562)."""
        name = module.__name__

        def __getattr__(asked: str) -> Any:  # noqa: ANN401, N807  # it becomes the module's
            if asked.startswith("__"):  # what Python asks of any module, such as ``__path__``
                raise AttributeError(asked)
            del vars(module)["__getattr__"]  # this one
            described: Any = module.__spec__
            described.name, public = name, described.name  # by now PySide has published it under another name
            self._loader.exec_module(module)
            described.name = public
            return getattr(module, asked)

        vars(module)["__getattr__"] = __getattr__
