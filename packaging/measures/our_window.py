"""Promueve's start-up, run as a process: through its front door as a double click does, until the window is there.

Only Qt's endless loop is exchanged for one that stops once everything has been shown; with a project among the
arguments that includes its page Inicio with the first review.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from measures import usage

if TYPE_CHECKING:
    from promueve_gui.gui.main_window import MainWindow

PATIENCE_SECONDS = 60


def main() -> int:
    """Start Promueve with the arguments of this process and print what it took."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # counted where Promueve would count it too

    from promueve_gui.__main__ import main as start  # noqa: PLC0415  # as above

    QApplication.exec = staticmethod(_until_shown)  # type: ignore[assignment]  # stands in for Qt's own loop
    return start(sys.argv[1:])


def _until_shown() -> int:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # as above

    window = _window()
    end = time.monotonic() + PATIENCE_SECONDS
    while not (window.windowHandle().isExposed() and _is_complete(window)):
        QApplication.processEvents()
        time.sleep(0.0005)
        if time.monotonic() > end:
            return 1
    QApplication.processEvents()
    usage.tell()
    window.close()
    return 0


def _window() -> MainWindow:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # as above

    from promueve_gui.gui.main_window import MainWindow  # noqa: PLC0415  # as above

    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))


def _is_complete(window: MainWindow) -> bool:
    """Tell whether all is shown: without a project at once, with one when its review is on the page."""
    if not sys.argv[1:]:
        return True
    return window.project is not None and window.project.overview is not None and not window.runner.busy


if __name__ == "__main__":
    sys.exit(main())
