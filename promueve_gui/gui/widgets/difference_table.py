"""The table of differences: decided on by key for all that is chosen, and copied for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from promueve_gui.gui.models.differences import Column
from promueve_gui.gui.widgets.decision_card import KEYS
from promueve_gui.gui.widgets.reading_table import ReadingTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.models.differences import DifferenceModel
    from promueve_gui.gui.project import Project

WIDTHS = {
    Column.TIPO: 126,
    Column.REGISTRO: 172,
    Column.DATO: 104,
    Column.SUYO: 156,
    Column.NUESTRO: 156,
    Column.DECISION: 130,
    Column.ENVIADO: 150,
    Column.LUGAR: 120,
}
_DECISIONS = {key: decision for decision, key in KEYS.items()}


class DifferenceTable(ReadingTable):
    """Shows a ``DifferenceModel``; ``key_pressed`` tells which decision was asked for by key."""

    key_pressed = Signal(object)  # Decision
    current_changed = Signal()

    def __init__(self, context: Context, project: Project, model: DifferenceModel) -> None:
        """Show ``model``."""
        super().__init__(context, project, model, "Diferencias del archivo", [WIDTHS[column] for column in Column])
        self.selectionModel().selectionChanged.connect(lambda *_: self.current_changed.emit())
        model.modelReset.connect(self.current_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a decision; the rest is as in every table that is read."""
        if event.text() in _DECISIONS and event.modifiers() in _PLAIN:
            self.key_pressed.emit(_DECISIONS[event.text()])
        else:
            super().keyPressEvent(event)


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
