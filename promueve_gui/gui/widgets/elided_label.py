"""A label of one line shortened by «…» where there is no room for the whole; screen readers are told it all."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class ElidedLabel(QLabel):
    """Plain text that never asks for more width than it is given."""

    def __init__(self, text: str, elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        """Show ``text``, shortened where ``elide`` says."""
        super().__init__()
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return that any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits, without Qt's ``QStyle``, which takes its time to be made ready; see ``rows``."""
        del event
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), self._elide, self.contentsRect().width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), shown)
        painter.end()
