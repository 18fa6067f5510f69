"""Qt where there is no window, such as from a terminal."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def application() -> Iterator[None]:
    """Have an application, without which Qt opens no font: the one there is, or one for as long as this lasts."""
    propia = None if QGuiApplication.instance() else QGuiApplication(_arguments())
    try:
        yield
    finally:
        if propia is not None:
            propia.shutdown()


def _arguments() -> list[str]:
    """Return how Qt is started: without a screen where there is none."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    headless = sys.platform.startswith("linux") and not any(map(os.environ.get, screens))
    return ["promueve", *(["-platform", "offscreen"] if headless else [])]
