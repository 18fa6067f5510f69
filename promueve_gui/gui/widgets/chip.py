"""A rounded label for a state. Its text says everything; colour only helps to find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from promueve_gui.gui.widgets.parts import show_part

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context

STYLE = """
QLabel {{ color: {ink}; background: {ground}; border: 1px solid {line}; border-radius: 10px; padding: 2px 10px;
  font-size: 12px; }}
"""


class Chip(QLabel):
    """One state."""

    def __init__(self, context: Context, text: str = "", colour: str = "") -> None:
        """Show ``text``; ``colour`` names a pair of ``Colores`` («bien», «atencion»…), or nothing for grey."""
        super().__init__()
        self._context = context
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, colour)

    def show_state(self, text: str, colour: str) -> None:
        """Show another state."""
        c = self._context.colores
        ink = getattr(c, colour) if colour else c.secundario
        ground = getattr(c, f"{colour}_suave") if colour else c.fondo
        self.setText(text)
        self.setStyleSheet(STYLE.format(ink=ink, ground=ground, line=ink if colour else c.linea))
        show_part(self, shown=bool(text))
