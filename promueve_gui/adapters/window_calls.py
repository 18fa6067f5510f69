"""Asking the window that has a project to come to the front, by a small file in a folder of the user.

A second double click on a project starts a second process. No socket serves to reach the first one: ministries block
them, and a packaged Promueve carries no network at all.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.lock import holder, user_name
from promueve_gui.adapters.sqlite.this_computer import host_name

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_SECONDS = 3.0
LOOK_SECONDS = 0.02


def window_of(project: Path) -> int | None:
    """Return the process of this person, on this computer, that has a project open; ``None`` when there is none."""
    found = holder(project)
    if found is None or found.host != host_name() or found.user != user_name() or found.pid == os.getpid():
        return None
    return found.pid


class WindowCalls:
    """Calls to windows: one empty file each, named by the process that is called, which removes it."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of calls, which belongs to one person."""
        self.folder = folder

    def listen(self) -> Path | None:
        """Return the folder to be watched; ``None`` when it cannot be made."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            return self.folder
        return None

    def answered(self) -> bool:
        """Tell whether this process was called, and let the caller know that it heard."""
        try:
            (self.folder / str(os.getpid())).unlink()
        except OSError:
            return False
        return True

    def call(self, pid: int, patience: float = PATIENCE_SECONDS) -> bool:
        """Call the window of a process and tell whether it answered within ``patience`` seconds.

        A terminal call that has the project does not answer, nor does a window that is busy: the call is taken back.
        """
        path = self.folder / str(pid)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _let_come_forward(pid)
            path.touch()
            return _gone(path, patience)
        except OSError:
            return False
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _gone(path: Path, patience: float) -> bool:
    """Wait until somebody removes a file; false when nobody does."""
    end = time.monotonic() + patience
    while path.exists():
        if time.monotonic() > end:
            return False
        time.sleep(LOOK_SECONDS)
    return True


def _let_come_forward(pid: int) -> None:
    """Hand on the right to come to the front, which Windows gives only to what was just clicked."""
    if sys.platform == "win32":  # pragma: no cover  # only runs on Windows
        import ctypes  # noqa: PLC0415  # needed here only

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
