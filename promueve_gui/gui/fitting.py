"""The size of a dialog: what it wants, or what the window leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

MARGINS = QSize(2 * GRID, 48)  # what is seen of a small window around a dialog, whose title takes some of it


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its size, or what there is room for in the window that all of it stands over."""
    window = dialog.window()
    while (above := window.parentWidget()) is not None:
        window = above.window()
    wanted = QSize(width, height)
    dialog.resize(wanted if window is dialog else wanted.boundedTo(window.size() - MARGINS))
