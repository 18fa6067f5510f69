"""Reads the program of pages that were not visited yet, a module at a time, while nothing else is to be done.

Most of what a page takes when it is first turned to is the reading of its modules. They are read on the window's
thread, which is the only one that may load what imports PySide; each takes some hundredths of a second.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.gui.shell import Shell

# In this order: what the others need is read before them, and no single step takes long.
PARTS = (
    "promueve_gui.domain",
    "promueve_gui.application",
    "promueve_gui.gui.models",
    "promueve_gui.gui.widgets",
    "promueve_gui.gui.pasos",
)
LOOK_MS = 500  # between two looks at whether there is a project whose first review is over
PAUSE_MS = 20  # between two modules, for whatever the user does meanwhile


class ReadingAhead(QObject):
    """Begins once a project is open and its rules are reviewed; ends when all is read."""

    def __init__(self, window: Shell) -> None:
        """Start to wait for a project in ``window``."""
        super().__init__(window)
        self._window = window
        self._names = missing(PARTS)
        self.timer = QTimer(self, interval=LOOK_MS)
        self.timer.timeout.connect(self._step)
        self.timer.start()

    def _step(self) -> None:
        project = self._window.project
        if project is None or project.overview is None or self._window.runner.busy:
            return
        name = next(self._names, None)
        if name is None:
            self.timer.stop()
            return
        import_module(name)
        self.timer.setInterval(PAUSE_MS)


def missing(parts: tuple[str, ...]) -> Iterator[str]:
    """Yield the modules of packages, with those within, that nobody has imported by the time they are asked for."""
    for part in parts:
        for module in walk_packages(import_module(part).__path__, f"{part}."):
            if module.name not in sys.modules:
                yield module.name
