"""The rows of what an edition changed, put into words as they come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.application.history import Detalle, Detalles

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Registro", "Dato", "Antes", "Después")
LONGEST_TIP = 1000  # characters; the whole stands beneath the table
NOTHING = "—"


class DetailsModel(QAbstractTableModel):
    """Record, field, before and after."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._details: Detalles | None = None

    def show_details(self, details: Detalles | None) -> None:
        """Show what an edition changed, or nothing."""
        self.beginResetModel()
        self._details = details
        self.endResetModel()

    def detail(self, row: int) -> Detalle | None:
        """Return one row, ``None`` when there is none."""
        return self._details[row] if self._details is not None and 0 <= row < len(self._details) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many fields changed."""
        inside = parent is not None and parent.isValid()
        return 0 if inside or self._details is None else len(self._details)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the text of a cell in one line, or a tooltip with more of it."""
        detail = self.detail(index.row()) if index.isValid() else None
        if detail is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        text = (detail.registro, detail.dato, detail.antes, detail.despues)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text if len(text) <= LONGEST_TIP else f"{text[:LONGEST_TIP]}…")
        return " ".join(text[:LONGEST_TIP].split()) or NOTHING
