"""What happens when something fails that should not: a log, a sentence, details to copy. Never what the user wrote."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QMessageBox

SENTENCE = (
    "Ocurrió un error inesperado. Su trabajo guardado está a salvo; puede seguir, o cerrar y volver a abrir Promueve. "
    "Si se repite, copie los detalles y envíelos a quien le da soporte."
)


class CrashHandler(QObject):
    """Catches what nobody caught, on any thread, and tells of it on the GUI thread."""

    happened = Signal(str)

    def __init__(self, note: Callable[[BaseException], object]) -> None:
        """Take what writes an error into the log; ``install`` makes this the handler of the program."""
        super().__init__()
        self._note = note
        self._box: QMessageBox | None = None
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of Python's own handler."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the place of an error, without its message, which may hold what the user wrote; and tell of it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._note(error)
        self.happened.emit(describe(kind, trace))

    def report(self, error: BaseException) -> None:
        """Tell of an error that a worker met."""
        self.handle(type(error), error, error.__traceback__)

    def _tell(self, details: str) -> None:
        if self._box is not None:  # one box is enough for a series of the same
            return
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, "Promueve", SENTENCE, parent=QApplication.activeWindow())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setDetailedText(details)
        box.addButton("Seguir", QMessageBox.ButtonRole.AcceptRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_closed)
        self._box = box
        box.open()

    def _on_closed(self) -> None:
        self._box = None


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the kind of an error and the places it passed through, without any value."""
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([kind.__name__, *places])
