"""Placing a group by typing: two digits from 1 to 5, its power and then its interest."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from promueve_gui.domain.formato import ESCALA_MAXIMA

PATIENCE_MS = 3000  # between one digit and the next
DIGITS = frozenset(map(str, range(1, ESCALA_MAXIMA + 1)))


class GradeTyping(QObject):
    """Remembers the first digit until the second comes, or too much time has passed."""

    waiting = Signal(object)  # the power typed, None when it is over
    typed = Signal(int, int)  # power, interest

    def __init__(self, parent: QObject) -> None:
        """Start with nothing typed."""
        super().__init__(parent)
        self.poder: int | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.forget)

    def take(self, text: str) -> bool:
        """Take what a key typed; false when it is no grade, and then the first one is forgotten too."""
        if text not in DIGITS:
            self.forget()
            return False
        if self.poder is None:
            self.poder = int(text)
            self._patience.start()
            self.waiting.emit(self.poder)
        else:
            poder = self.poder
            self.forget()
            self.typed.emit(poder, int(text))
        return True

    def forget(self) -> None:
        """Begin again."""
        self._patience.stop()
        if self.poder is not None:
            self.poder = None
            self.waiting.emit(None)
