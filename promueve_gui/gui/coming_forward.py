"""The window comes to the front when somebody double-clicks again the project that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class Calls(Protocol):
    """Calls from other processes of the same person."""

    def listen(self) -> Path | None:
        """Return the folder that changes when this process is called; ``None`` when calls cannot be heard."""

    def answered(self) -> bool:
        """Tell whether this process was called, and let the caller know that it heard."""


class ComingForward(QObject):
    """Listens for calls and brings the window to the front."""

    def __init__(self, window: QWidget, calls: Calls) -> None:
        """Start to listen; a folder that cannot be watched only means that nobody is heard."""
        super().__init__(window)
        self._window, self._calls = window, calls
        self._watcher = QFileSystemWatcher(self)
        folder = calls.listen()
        if folder is not None:
            self._watcher.addPath(str(folder))
            self._watcher.directoryChanged.connect(self._look)
            self._look()  # a call may have come before anybody listened

    def _look(self) -> None:
        if not self._calls.answered():
            return
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)  # for desktops that let no window come forward by itself
