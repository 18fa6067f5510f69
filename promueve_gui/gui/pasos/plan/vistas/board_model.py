"""The lines of one state, as a column of the board. Virtual: only what is seen is made."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.application.plan_lines import by_date
from promueve_gui.gui.pasos.plan.vistas.line_signs import line_told
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.plan import LineaPlan

Index = QModelIndex | QPersistentModelIndex


class BoardModel(QAbstractListModel):
    """Lines in the order given."""

    def __init__(self, warning: Callable[[LineaPlan], str]) -> None:
        """Take what says what is wrong with the day of a line."""
        super().__init__()
        self._warning = warning
        self._lines: list[LineaPlan] = []

    def set_lines(self, lines: Sequence[LineaPlan]) -> None:
        """Show these, which come by date and name."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def take_out(self, linea: LineaPlan) -> None:
        """Take a line away, as it was when it was put in."""
        row = self.row_of(linea)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._lines[row]
            self.endRemoveRows()

    def put_in(self, linea: LineaPlan) -> None:
        """Put a line where it belongs."""
        row = bisect_left(self._lines, by_date(linea), key=by_date)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.insert(row, linea)
        self.endInsertRows()

    def line(self, row: int) -> LineaPlan:
        """Return the line of a row."""
        return self._lines[row]

    def row_of(self, linea: LineaPlan) -> int:
        """Return the row of a line as it is shown, -1 when it is not here."""
        row = bisect_left(self._lines, by_date(linea), key=by_date)
        return row if row < len(self._lines) and self._lines[row].id == linea.id else -1

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt asks for anything
        """Return a line in words."""
        if not index.isValid():
            return None
        linea = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return linea.titulo_visible
            case Qt.ItemDataRole.AccessibleTextRole:
                return line_told(linea, self._warning).replace("\n", ", ")
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(line_told(linea, self._warning))
            case _:
                return None
