"""What happens when something fails that should not: a log, a sentence, details to copy. Never what the user wrote."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from types import TracebackType

SENTENCE = (
    "Ocurrió un error inesperado. Su trabajo guardado está a salvo; puede seguir, o cerrar y volver a abrir Promueve. "
    "Si se repite, copie los detalles y envíelos a quien le da soporte."
)


class CrashHandler(QObject):
    """Catches what nobody caught, on any thread, and tells of it on the GUI thread."""

    happened = Signal(str)

    def __init__(self) -> None:
        """Take the place of Python's own handler."""
        super().__init__()
        self._log = logging.getLogger("promueve")
        self._shown = False
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the place of an error, without its message, which may hold what the user wrote; and tell of it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = describe(kind, trace)
        self._log.error("%s", details)
        self.happened.emit(details)

    def report(self, error: BaseException) -> None:
        """Tell of an error that a worker met."""
        self.handle(type(error), error, error.__traceback__)

    def _tell(self, details: str) -> None:
        if self._shown:  # one box is enough for a series of the same
            return
        self._shown = True
        box = QMessageBox(QMessageBox.Icon.Warning, "Promueve", SENTENCE)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setDetailedText(details)
        box.addButton("Seguir", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()
        self._shown = False


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the kind of an error and the places it passed through, without any value."""
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([kind.__name__, *places])
