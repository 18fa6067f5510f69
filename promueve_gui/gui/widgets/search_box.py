"""Where one types what is looked for: alike over every list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from promueve_gui.gui.context import Context

SHORT = "Buscar"
SIDES = 52  # pixels beside the words: the magnifying glass and the frame


class SearchBox(QLineEdit):
    """A line with a magnifying glass that can be emptied with a click; it says within what it looks."""

    def __init__(self, context: Context, text: str, width: int = 0) -> None:
        """Take what stands in it while it is empty, such as «Buscar en grupos», and its least width in pixels."""
        super().__init__()
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(text)
        self.setAccessibleName(text)
        self.addAction(context.icon("magnify", context.colores.secundario), QLineEdit.ActionPosition.LeadingPosition)
        if width:
            self.setMinimumWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where the words would be cut; the name for screen readers stays."""
        super().resizeEvent(event)
        text = self.accessibleName()
        fits = self.fontMetrics().horizontalAdvance(text) + SIDES <= self.width()
        self.setPlaceholderText(text if fits else SHORT)
