"""A document to a PDF file where there is no window, such as from a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from promueve_gui.gui.impresion.document import write_steps

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.print_model import Impreso


def write_pdf(document: Impreso, path: Path, progress: Progress) -> None:
    """Write ``document`` to ``path``, whole or not at all; on the main thread. Raises ``UserError``."""
    application = QGuiApplication.instance() or QGuiApplication(_arguments())
    for done, total in write_steps(document, path):
        progress(done, total)
    del application  # its fonts were needed until now


def _arguments() -> list[str]:
    """Return how Qt is started: without a screen where there is none."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    headless = sys.platform.startswith("linux") and not any(map(os.environ.get, screens))
    return ["promueve", *(["-platform", "offscreen"] if headless else [])]
