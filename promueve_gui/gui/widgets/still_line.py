"""A line of words that change all the time, as the cursor goes, without anything around it being laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from promueve_gui.gui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class StillLine(QWidget):
    """Holds a label without a layout: a layout would tell every page around it of each new word."""

    def __init__(self, name: str = "") -> None:
        """Start empty; ``name`` is how the style sheet knows the label."""
        super().__init__()
        self._label = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._label.setObjectName(name)
        self._label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the words."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)

    def sizeHint(self) -> QSize:
        """Return the height of a line; any width will do."""
        return QSize(0, self._label.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the height of a line."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the label the whole line."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
