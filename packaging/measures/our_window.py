"""Promueve's start-up, run as a process: through its front door as a double click does, until the window is there.

Only Qt's endless loop is exchanged for one that stops once everything has been shown; with a project among the
arguments that includes its page Inicio with the first review.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from measures import usage
from promueve_gui.__main__ import main as start
from promueve_gui.gui import light_qt

light_qt.load()  # as the program does before anything of it imports Qt; so it has to come before what follows here
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402  # after the line above
from PySide6.QtWidgets import QApplication  # noqa: E402  # likewise

if TYPE_CHECKING:
    from promueve_gui.gui.main_window import MainWindow

PATIENCE_MS = 60_000


def main() -> int:
    """Start Promueve with the arguments of this process and print what it took."""
    QApplication.exec = staticmethod(until_shown)  # type: ignore[method-assign]  # stands in for Qt's own loop
    return start(sys.argv[1:])


def until_shown() -> int:
    """Let events happen until the window is complete; return 1 when it never is."""
    from promueve_gui.gui.main_window import MainWindow as Wanted  # noqa: PLC0415  # loaded by now, and not by us

    window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Wanted))
    patience = QTimer(window, singleShot=True, interval=PATIENCE_MS)
    patience.start()
    while not (window.windowHandle().isExposed() and is_complete(window)):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if not patience.isActive():
            return 1
    QApplication.processEvents()
    usage.tell()
    window.close()
    return 0


def is_complete(window: MainWindow) -> bool:
    """Tell whether all is shown: without a project at once, with one when its review is on the page."""
    return not sys.argv[1:] or (window.project is not None and window.project.overview is not None)


if __name__ == "__main__":
    sys.exit(main())
