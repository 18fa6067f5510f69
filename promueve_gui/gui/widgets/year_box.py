"""A field for a year: a number without arrows. Holds no project."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

from promueve_gui.gui.theme import GRID

FIRST, LAST = 2013, 2100


class YearBox(QSpinBox):
    """A year between two others; without them, one of the policy of open data, which began in 2013."""

    def __init__(self, name: str, first: int = FIRST, last: int = LAST) -> None:
        """Take the name that a screen reader says."""
        super().__init__()
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setRange(first, last)
        self.setAccessibleName(name)
        # Qt gives the text of a styled field without arrows no room at its left, and then scrolls it out of sight.
        self.lineEdit().setTextMargins(GRID, 0, 0, 0)
