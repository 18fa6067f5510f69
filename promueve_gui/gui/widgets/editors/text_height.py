"""Keeps a text box as tall as its text, between two heights, so that a form shows what it holds and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

FRAME = 20  # pixels that the frame and margins of a text box take


class TextHeight(QObject):
    """Follows the text and the width of one box."""

    def __init__(self, box: QPlainTextEdit | QTextEdit, lines: int, tallest: int) -> None:
        """Keep ``box`` between ``lines`` and ``tallest`` lines."""
        super().__init__(box)
        self._box, self._lines, self._tallest, self._width = box, lines, tallest, 0
        box.textChanged.connect(self.fit)
        box.installEventFilter(self)
        self.fit()

    def set_range(self, lines: int, tallest: int) -> None:
        """Keep the box between other heights."""
        self._lines, self._tallest = lines, tallest
        self.fit()

    def fit(self) -> None:
        """Give the box the height that its text asks for now."""
        document = self._box.document()
        layout, line = document.documentLayout(), self._box.fontMetrics().lineSpacing()
        block, height = document.begin(), 0.0
        while block.isValid() and height < self._tallest * line:
            height += layout.blockBoundingRect(block).height() + block.blockFormat().bottomMargin()
            block = block.next()
        wanted = min(max(self._lines * line, round(height)), self._tallest * line)
        self._box.setFixedHeight(wanted + FRAME)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the width changes, for then lines break elsewhere."""
        if event.type() == QEvent.Type.Resize and self._box.width() != self._width:
            self._width = self._box.width()
            QTimer.singleShot(0, self, self.fit)  # once the box has laid its text out in the new width
        return super().eventFilter(watched, event)
