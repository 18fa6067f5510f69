"""The baseline of start-up, run as a process: a bare PySide6 window with an empty wizard, and nothing else."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QMainWindow, QWizard, QWizardPage

from measures import usage

SIZE = (1366, 768)


def main() -> int:
    """Show the window and print what it took."""
    app = QApplication(sys.argv[:1])
    window, wizard = QMainWindow(), QWizard()
    wizard.addPage(QWizardPage())
    window.setCentralWidget(wizard)
    window.resize(*SIZE)
    window.show()
    while not window.windowHandle().isExposed():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()
    usage.tell()
    return 0


if __name__ == "__main__":
    sys.exit(main())
