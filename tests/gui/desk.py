"""The whole window on real files, as somebody sits before it: what is typed, clicked, dropped and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from shiboken6 import isValid

from promueve_gui.gui.app import make_window
from promueve_gui.gui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Services
    from promueve_gui.gui.main_window import MainWindow
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.wizard import ProjectWizard
    from tests.gui.answers import Answers


def type_text(widget: QWidget, text: str) -> None:
    """Type ``text`` into ``widget``, letter by letter; ``keyClicks`` cannot do it with accents."""
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def shown_dialogs(kind: type[QDialog] = QDialog) -> list[QDialog]:
    """Return the dialogs on screen."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def press(parent: QWidget, text: str) -> None:
    """Click the button of ``parent`` that says ``text``, wherever it is; there must be one."""
    QApplication.processEvents()  # buttons that were just made are shown by then
    (made,) = [b for b in parent.findChildren(QPushButton) if b.text().replace("&", "") == text and not b.isHidden()]
    made.click()


class Desk:
    """A window with its settings in a folder of the test."""

    def __init__(self, qtbot: QtBot, services: Services, folder: Path, answers: Answers) -> None:
        self.qtbot, self.services, self.folder, self.answers = qtbot, services, folder, answers
        self.window = self.start()
        self.window.resize(1366, 768)

    def start(self) -> MainWindow:
        """Start the program again, with the settings that the last start left."""
        self.window = make_window(self.services, Settings(self.folder / "ventana.ini"), self.answers)
        self.window.show()
        self.front()
        return self.window

    @property
    def project(self) -> Project:
        """Return the open project; there must be one."""
        assert self.window.project is not None
        return self.window.project

    @property
    def wizard(self) -> ProjectWizard:
        """Return the wizard of the open project; there must be one."""
        assert self.window.wizard is not None
        return self.window.wizard

    def make(self, registros: Sequence[Registro], name: str = "proyecto.promueve") -> Path:
        """Write a project into the folder of the test."""
        path = self.folder / name
        self.services.opener.create(path, registros)
        return path

    def open(self, path: Path) -> None:
        """Open a project and wait until all that follows is over."""
        self.window.opening.open(path)
        self.settle()

    def settle(self) -> None:
        """Wait until no worker runs and what they told has been heard."""
        self.qtbot.waitUntil(self._quiet, timeout=20_000)

    def front(self) -> None:
        """Give the window the keyboard again after a dialog, which a desktop does by itself."""
        self.settle()
        self.qtbot.waitUntil(self._in_front)

    def _in_front(self) -> bool:
        self.window.activateWindow()  # asked again and again: a dialog that goes after the first time takes it away
        return self.window.isActiveWindow()

    def _quiet(self) -> bool:
        QApplication.processEvents()
        return not self.window.runner.busy

    def drop(self, *paths: Path) -> None:
        """Drop files on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place, none = QPointF(QPoint(200, 200)), Qt.KeyboardModifier.NoModifier
        event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
        self.window.dropEvent(event)
        assert event.isAccepted()
        self.settle()

    def close(self) -> None:
        """Close the window and let go of everything; a test that did so itself is content."""
        if not isValid(self.window):
            return
        if self.window.project is not None:
            self.window.project.forget_pending()
            if self.window.project.drafts.waiting(self.window.project.proyecto):
                self.answers.answer(1)  # what waits to be corrected is lost
        self.window.close()
        self.settle()
        with self.qtbot.waitSignal(self.window.destroyed):  # and its dialogs, which the next test would find open
            self.window.deleteLater()
