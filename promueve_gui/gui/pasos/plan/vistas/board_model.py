"""The lines of one state, as a column of the board. Virtual: only what is seen is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.gui.pasos.plan.vistas.line_signs import line_told
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan

Index = QModelIndex | QPersistentModelIndex


class BoardModel(QAbstractListModel):
    """Lines in the order given."""

    def __init__(self, warning: Callable[[LineaPlan], str]) -> None:
        """Take what says what is wrong with the day of a line."""
        super().__init__()
        self._warning = warning
        self._lines: Sequence[LineaPlan] = ()
        self._place: dict[Id, int] | None = None

    def set_lines(self, lines: Sequence[LineaPlan]) -> None:
        """Show these; the same ones change nothing, so that five columns of six stay as they are."""
        if list(lines) != list(self._lines):
            self.beginResetModel()
            self._lines, self._place = lines, None
            self.endResetModel()

    def line(self, row: int) -> LineaPlan:
        """Return the line of a row."""
        return self._lines[row]

    def row_of(self, identidad: Id | None) -> int:
        """Return the row of a line, -1 when it is not here."""
        if self._place is None:
            self._place = {linea.id: row for row, linea in enumerate(self._lines)}
        return -1 if identidad is None else self._place.get(identidad, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt asks for anything
        """Return a line in words."""
        if not index.isValid():
            return None
        linea = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return linea.nombre or "Actividad sin nombre"
            case Qt.ItemDataRole.AccessibleTextRole:
                return line_told(linea, self._warning).replace("\n", ", ")
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(line_told(linea, self._warning))
            case _:
                return None
