"""What a table says, read cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from promueve_gui.gui.models.record_table import RecordTableModel


def ids(model: RecordTableModel) -> list[str]:
    """Return the identities shown, in order."""
    return [registro.id for registro in model.registros()]


def cell(model: RecordTableModel, identidad: str, column: str) -> QModelIndex:
    """Return the index of a cell by its record and the name of its column."""
    return model.index(model.row_of(identidad), model.columns.index(column))


def text(model: RecordTableModel, identidad: str, column: str) -> object:
    """Return what a cell shows."""
    return cell(model, identidad, column).data(Qt.ItemDataRole.DisplayRole)
