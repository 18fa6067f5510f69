"""What is coming as a table: day, what happens, to which dataset, and the lines that already speak of it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.domain.fechas import fecha_corta, fecha_larga
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.models.derived import Shown
from promueve_gui.gui.models.record_table import Role
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.upcoming import Proxima

Index = QModelIndex | QPersistentModelIndex
NOBODY = "Ninguna todavía"


class Column(IntEnum):
    """The columns, in their order."""

    FECHA = 0
    CLASE = 1
    CONJUNTO = 2
    LINEAS = 3


HEADINGS = ("Fecha", "Qué ocurre", "Conjunto de datos", "Actividades que lo promueven")


class ComingModel(QAbstractTableModel):
    """Publications and updates to come, searched and narrowed to those that no line speaks of."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._all: Sequence[Proxima] = ()
        self._rows: list[Proxima] = []
        self._words: tuple[str, ...] = ()
        self._bare_only = False
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def set_items(self, items: Sequence[Proxima]) -> None:
        """Show what is coming now."""
        self._all = items
        self._refresh()

    def narrow(self, query: str, *, bare_only: bool) -> None:
        """Show only what holds every word of ``query`` and, if asked, what no line speaks of."""
        wanted = tuple(plegar(query).split()), bare_only
        if wanted != (self._words, self._bare_only):
            self._words, self._bare_only = wanted
            self._refresh()

    @property
    def total(self) -> int:
        """Return how much is coming, shown or not."""
        return len(self._all)

    @property
    def bare(self) -> int:
        """Return how much is coming that no line speaks of."""
        return sum(not proxima.lineas for proxima in self._all)

    def item(self, row: int) -> Proxima:
        """Return what is in a row."""
        return self._rows[row]

    def row_of(self, proxima: Proxima) -> int:
        """Return the row of the same day of the same dataset, -1 when it is not shown."""
        wanted = (proxima.fecha, proxima.conjunto.id)
        same = (row for row, other in enumerate(self._rows) if (other.fecha, other.conjunto.id) == wanted)
        return next(same, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        if not index.isValid():
            return None
        proxima, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(proxima, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_tip(proxima, column))
            case Role.SHOWN:
                return _shown(proxima, column)
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one goes back to the order of the calendar."""
        self._sorted = None if column < 0 else (column, order)
        self._refresh()

    def _refresh(self) -> None:
        self.beginResetModel()
        self._rows = [one for one in self._all if not (self._bare_only and one.lineas) and self._holds(one)]
        if self._sorted is not None:
            column, order = self._sorted
            self._rows.sort(key=lambda one: _order(one, Column(column)), reverse=order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def _holds(self, proxima: Proxima) -> bool:
        if not self._words:
            return True
        text = plegar(" ".join((proxima.texto, *(linea.nombre for linea in proxima.lineas))))
        return all(word in text for word in self._words)


def _text(proxima: Proxima, column: Column) -> str:
    match column:
        case Column.FECHA:
            day = fecha_corta(proxima.fecha)
            return f"{day} · {proxima.inhabil.lower()}" if proxima.inhabil else day
        case Column.CLASE:
            return proxima.clase.etiqueta
        case Column.CONJUNTO:
            return proxima.conjunto.titulo
        case _:
            return "; ".join(linea.nombre for linea in proxima.lineas) or NOBODY


def _tip(proxima: Proxima, column: Column) -> str:
    match column:
        case Column.FECHA:
            return f"{fecha_larga(proxima.fecha)}{f'. No se trabaja: {proxima.inhabil}' if proxima.inhabil else ''}"
        case Column.LINEAS if proxima.lineas:
            return "\n".join(
                f"{linea.nombre} ({fecha_corta(linea.fecha) if linea.fecha else 'sin fecha'})"
                for linea in proxima.lineas
            )
        case _:
            return _text(proxima, column)


def _shown(proxima: Proxima, column: Column) -> Shown:
    colour = None
    if column is Column.CLASE:
        colour = "dato"
    elif column is Column.LINEAS and not proxima.lineas:
        colour = "atencion" if proxima.conjunto.destacado else ""
    return Shown(_text(proxima, column), colour=colour)


def _order(proxima: Proxima, column: Column) -> tuple[Any, ...]:
    own = {Column.FECHA: proxima.fecha, Column.LINEAS: len(proxima.lineas)}.get(column)
    return (plegar(_text(proxima, column)) if own is None else own, proxima.fecha, proxima.conjunto.nombre)
