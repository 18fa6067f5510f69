"""The coverage of the plan as a table: how many lines stand in each cell, and where the gaps are, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.application.plan_lines import counted
from promueve_gui.domain.fechas import Bimestre
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.application.coverage import Cobertura, Columna, Renglon
    from promueve_gui.domain.ficha import Id

Index = QModelIndex | QPersistentModelIndex
GAP, NOTHING, NO_LINE = "falta", "—", "ninguna"
TOTAL = "Total"


class CoverageModel(QAbstractTableModel):
    """A ``Cobertura``, its rows searched or narrowed to those with gaps; the last column is the total of each row."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._made: Cobertura | None = None
        self._today = date.min
        self._rows: list[Renglon] = []
        self._words: tuple[str, ...] = ()
        self._gaps_only = False

    def set_coverage(self, made: Cobertura, hoy: date) -> None:
        """Show a matrix on the day ``hoy``."""
        self._made, self._today = made, hoy
        self._refresh()

    def narrow(self, query: str, *, gaps_only: bool) -> None:
        """Show only rows that hold every word of ``query`` and, if asked, those with gaps."""
        wanted = tuple(plegar(query).split()), gaps_only
        if wanted != (self._words, self._gaps_only):
            self._words, self._gaps_only = wanted
            self._refresh()

    @property
    def total(self) -> int:
        """Return how many rows there are, shown or not."""
        return 0 if self._made is None else len(self._made.renglones)

    @property
    def uncovered(self) -> int:
        """Return how many priorities have no line at all."""
        return 0 if self._made is None else sum(row.hueco for row in self._made.renglones)

    def shown(self) -> list[Renglon]:
        """Return the rows shown."""
        return self._rows

    def columns(self) -> tuple[Columna, ...]:
        """Return the columns, without the total."""
        return () if self._made is None else self._made.columnas

    def row_at(self, index: Index) -> Renglon:
        """Return the row of a cell."""
        return self._rows[index.row()]

    def column_at(self, index: Index) -> Columna | None:
        """Return the column of a cell; ``None`` for the total."""
        columns = self.columns()
        return columns[index.column()] if index.column() < len(columns) else None

    def lines_at(self, index: Index) -> tuple[Id, ...]:
        """Return the lines of a cell; none for the total."""
        cells = self.row_at(index).celdas
        return cells[index.column()] if index.column() < len(cells) else ()

    def text(self, row: Renglon, column: int) -> str:
        """Return what a cell says: a number, or what is lacking."""
        if column == len(row.celdas):
            return str(row.total) if row.total else (NO_LINE if row.hueco else "0")
        if row.celdas[column]:
            return str(len(row.celdas[column]))
        return GAP if self.is_gap(row, column) else NOTHING

    def is_gap(self, row: Renglon, column: int) -> bool:
        """Tell whether something is lacking: a priority without a line, and bimestres to come in which it has none."""
        if column == len(row.celdas):
            return row.hueco
        when = self.columns()[column].valor
        mendable = when.fin >= self._today if isinstance(when, Bimestre) else row.hueco
        return row.prioritario and not row.celdas[column] and mendable

    def heading(self, column: int) -> str:
        """Return the title of a column, with how many lines stand in it."""
        columns = self.columns()
        if self._made is None or column >= len(columns):
            return TOTAL
        return f"{columns[column].titulo}\n({self._made.totales[column]})"

    def name(self, row: Renglon) -> str:
        """Return the name of a row; priorities bear a star."""
        return f"★ {row.titulo}" if row.prioritario else row.titulo

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are, the total included."""
        return 0 if (parent is not None and parent.isValid()) or self._made is None else len(self.columns()) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column, or the name of a row."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        text = self.heading(section) if orientation is Qt.Orientation.Horizontal else self.name(self._rows[section])
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, in short or as a sentence."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(self.row_at(index), index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._said(index))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(index)
            case _:
                return None

    def _said(self, index: Index) -> str:
        row, column = self.row_at(index), self.column_at(index)
        if column is None:
            return f"{row.titulo}: {_counted(row.total)} en total. Entrar muestra su ficha."
        many = len(self.lines_at(index))
        what = f"{row.titulo}, {column.titulo}: {_counted(many)}."
        return f"{what} Entrar las muestra." if many else f"{what} Entrar crea una aquí."

    def _refresh(self) -> None:
        self.beginResetModel()
        rows = () if self._made is None else self._made.renglones
        self._rows = [row for row in rows if self._passes(row)]
        self.endResetModel()

    def _passes(self, row: Renglon) -> bool:
        if self._gaps_only and not any(self.is_gap(row, column) for column in range(len(row.celdas) + 1)):
            return False
        return not self._words or all(word in plegar(row.titulo) for word in self._words)


def _counted(many: int) -> str:
    return counted(many) if many else "sin actividades"
