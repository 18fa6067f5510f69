"""Promueve's start-up, run as a process: through its front door as a double click does, until the window is there.

Only Qt's endless loop is exchanged for one that stops once everything has been shown, and tells what that took: once
the window shows the project among the arguments, or the start screen, and again once the first review of the project
is on its page Inicio.
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
    for is_there in (is_open, is_reviewed):
        while not (window.windowHandle().isExposed() and is_there(window)):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if not patience.isActive():
                return 1
        QApplication.processEvents()
        usage.tell()
    window.close()
    return 0


def is_open(window: MainWindow) -> bool:
    """Tell whether the window shows what it was asked for: its start screen, or the project."""
    return not sys.argv[1:] or window.project is not None


def is_reviewed(window: MainWindow) -> bool:
    """Tell whether the review of the project, if there is one, is on the page."""
    return not sys.argv[1:] or (window.project is not None and window.project.overview is not None)


if __name__ == "__main__":
    sys.exit(main())
