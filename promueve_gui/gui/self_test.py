"""The window tries itself on a project, as ``--autoprueba`` asks of an installed program; nobody looks or answers."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.flow import PASOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.app import make_application, make_window
from promueve_gui.gui.messages import Messages
from promueve_gui.gui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from promueve_gui.gui.context import Services
    from promueve_gui.gui.main_window import MainWindow

PATIENCE_MS = 60_000  # a slow computer with an antivirus takes long to open its first window
SLICE_MS = 50
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class Unattended(Messages):
    """Answers nothing and asks nobody; what would be told is kept."""

    def __init__(self, said: list[str]) -> None:
        """Take where the sentences go. No window: nothing is shown."""
        self._said = said

    def tell(self, text: str, title: str = "Promueve") -> None:
        """Keep a sentence."""
        del title
        self._said.append(text)

    def tell_list(self, title: str, sentences: Sequence[str]) -> None:
        """Keep several sentences."""
        self._said += [title, *sentences]

    def ask(self, title: str, text: str, choices: Sequence[str]) -> int:
        """Keep a question, and think better of it."""
        del title, choices
        self._said.append(text)
        return -1


def try_window(services: Services, folder: Path, project: Path) -> list[str]:
    """Open the window on ``project``, go through its pages, edit and undo; return what was said or went wrong.

    ``folder`` takes the settings. Without a screen nothing is shown, but everything is built and painted.
    """
    if sys.platform.startswith("linux") and not any(map(os.environ.get, SCREENS)):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    wrong: list[str] = []

    def note(error: BaseException) -> Path:
        wrong.append(f"error inesperado ({type(error).__name__}) en la ventana")
        return services.log_crash(error)

    def hear(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if "stylesheet" in text:  # of all that Qt warns of, what depends on the folder the program lies in
            wrong.append("la apariencia de la ventana no está completa")

    make_application()
    hook, listener = sys.excepthook, qInstallMessageHandler(hear)
    if QCoreApplication.translate("QMessageBox", "Show Details...") == "Show Details...":
        wrong.append("faltan los textos de Qt en español")
    window = make_window(
        replace(services, log_crash=note), Settings(folder / "ventana.ini"), Unattended(wrong), start=False
    )
    window.crash.install()
    window.show()
    try:
        window.opening.open(project)
        if _settled(window, lambda: window.wizard is not None or bool(wrong)):
            _walk(window, wrong)
        else:
            wrong.append("el proyecto no se abrió en la ventana")
    finally:
        window.runner.wait()
        QApplication.processEvents()  # what was still being opened is there now, and is closed with the rest
        window.close()
        window.deleteLater()
        QApplication.processEvents()
        sys.excepthook = hook
        qInstallMessageHandler(listener)
    return wrong


def _walk(window: MainWindow, wrong: list[str]) -> None:
    """Show every page, then make a change and undo it."""
    wizard, project = window.wizard, window.project
    if wizard is None or project is None:
        return
    for paso in PASOS:
        wizard.go(paso)
        window.grab()
        if not _settled(window, lambda: True):
            wrong.append(f"la página «{paso.titulo}» no terminó de abrirse")
    grupo = GrupoUsuarios(id=nuevo_id(), nombre="Grupo de prueba")
    project.edit("Prueba", [alta(grupo)])
    made = project.proyecto.get(GrupoUsuarios, grupo.id) == grupo
    project.undo()
    if not made or project.proyecto.get(GrupoUsuarios, grupo.id) is not None:
        wrong.append("la ventana no guardó o no deshizo un cambio")
    _settled(window, lambda: True)


def _settled(window: MainWindow, ready: Callable[[], bool]) -> bool:
    """Let the window work until it is ready and no worker runs; false when it takes too long."""
    timer = QElapsedTimer()
    timer.start()
    while not ready() or window.runner.busy:
        if timer.hasExpired(PATIENCE_MS):
            return False
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, SLICE_MS)
    QApplication.processEvents()
    return True
