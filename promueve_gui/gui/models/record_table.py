"""Records of one kind as a table: columns, editors, sorting and search all come from their ``Campo``.

Filtering and sorting happen here and not in a ``QSortFilterProxyModel``: a proxy calls back into Python once a row,
which is too slow for twenty thousand rows typed at.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from promueve_gui.domain.alusiones import aludidas
from promueve_gui.domain.cambios import cambio, motivo_de_cambio, tocadas
from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos, campos_visibles
from promueve_gui.domain.formato import ValorInvalidoError, leer, mostrar
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.models.derived import Derived

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Campo, Id, Registro
    from promueve_gui.gui.project import Project

    Filter = Callable[[Registro], bool]

Index = QModelIndex | QPersistentModelIndex
MANY = 200  # past this many changes at once the whole table is laid out anew
KNOWN = 50_000  # rows, past which looking some up takes much less than learning the place of each


class Source(Protocol):
    """Who selects records in the place of the table's own filters."""

    def lines(self) -> Sequence[Registro]:
        """Return the records to show, in their order."""

    def admits(self, identidad: Id) -> bool:
        """Tell whether a record is among them."""


class Role(IntEnum):
    """What a cell tells besides its text."""

    REGISTRO = Qt.ItemDataRole.UserRole + 1
    CAMPO = Qt.ItemDataRole.UserRole + 2
    NOMBRE = Qt.ItemDataRole.UserRole + 3
    SHOWN = Qt.ItemDataRole.UserRole + 4  # of a derived column; None for a field


# What cells answer; of each that is painted Qt asks for colours, fonts and the like too, which nobody here decides.
ANSWERED = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole, *Role})
# What can be done with a cell; asked of every cell that is painted, and joining flags takes long.
NO_FLAGS = Qt.ItemFlag.NoItemFlags
CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
EDITED = CHOSEN | Qt.ItemFlag.ItemIsEditable


class RecordTableModel(QAbstractTableModel):
    """The records in use of one kind, searched, filtered and sorted."""

    rejected = Signal(str)  # why a typed value did not fit

    def __init__(self, project: Project, tipo: type[Registro], columns: Sequence[str | Derived] = ()) -> None:
        """Show ``columns`` of ``tipo``, fields or worked out, or all its visible fields."""
        super().__init__()
        self._project = project
        self.tipo = tipo
        shown = tuple(columns) or tuple(campos_visibles(tipo))
        self.columns: tuple[str, ...] = tuple(c.name if isinstance(c, Derived) else c for c in shown)
        self._described: list[Campo | Derived] = [c if isinstance(c, Derived) else campos(tipo)[c] for c in shown]
        self._named = frozenset(c.destino for c in self._described if not isinstance(c, Derived)) - {""}
        self._looked_at = frozenset(chain.from_iterable(c.destinos for c in self._described if isinstance(c, Derived)))
        self._query = ""
        self._filters: dict[str, Filter] = {}
        self._source: Source | None = None
        self._order: Callable[[Registro], Any] | None = None
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._rows: list[Registro] = []
        self._places: dict[Id, int] | None = None  # of the rows, when first asked for: there may be very many
        self.refresh()
        project.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read everything again, with the query, filters and order in force."""
        self.beginResetModel()
        self._set_rows(self._selected())
        self.endResetModel()

    def set_query(self, query: str) -> None:
        """Show only records that hold every word of ``query``, whatever their accents and capitals."""
        if query != self._query:
            self._query = query
            self.refresh()

    def prepare_query(self) -> Iterator[None]:
        """Make ready for a query, with a pause wherever others may have their turn; else the first takes long."""
        return self._project.index.gather(self._admitted())

    def set_filter(self, name: str, accepts: Filter | None) -> None:
        """Set or clear one named condition; all of them must hold."""
        if accepts is None:
            self._filters.pop(name, None)
        else:
            self._filters[name] = accepts
        self.refresh()

    def set_source(self, source: Source | None) -> None:
        """Show what somebody else selects and puts in order, instead of all records in use."""
        self._source = source
        self.refresh()

    def set_order(self, order: Callable[[Registro], Any] | None) -> None:
        """Show the records by ``order`` (smallest first) unless the user sorts by a column."""
        self._order = order
        if self._sorted is None:
            self.refresh()

    @property
    def narrowed(self) -> bool:
        """Tell whether a query or filter hides anything."""
        return bool(self._query or self._filters or self._source)

    def total(self) -> int:
        """Return how many records are in use, shown or not."""
        return len(self._project.proyecto.activos(self.tipo)) if self.narrowed else len(self._rows)

    def registro(self, row: int) -> Registro:
        """Return the record of a row."""
        return self._rows[row]

    def registros(self) -> list[Registro]:
        """Return the records shown, in order."""
        return list(self._rows)

    def row_of(self, identidad: Id) -> int:
        """Return the row of a record, -1 when it is not shown."""
        return self._rows_of((identidad,)).get(identidad, -1)

    def label(self, column: int) -> str:
        """Return the label of a column."""
        described = self._described[column]
        return described.label if isinstance(described, Derived) else described.etiqueta

    def width(self, column: int) -> int:
        """Return the width of a column, in characters."""
        described = self._described[column]
        return described.width if isinstance(described, Derived) else described.ancho

    def is_field(self, column: int) -> bool:
        """Tell whether a column shows a field, and not something worked out."""
        return not isinstance(self._described[column], Derived)

    def derived_labels(self) -> list[str]:
        """Return the labels of the columns that are worked out."""
        return [self.label(column) for column in range(len(self.columns)) if not self.is_field(column)]

    def cell(self, index: Index) -> tuple[Any, Campo]:
        """Return the value of a field and its description, which Qt would turn into bare text.

        Raises ``TypeError`` for a cell that is worked out.
        """
        campo = self._described[index.column()]
        if isinstance(campo, Derived):
            raise TypeError(campo.name)
        return getattr(self._rows[index.row()], self.columns[index.column()]), campo

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many records are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the label of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.label(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, edits or is."""
        if role not in ANSWERED or not index.isValid():
            return None
        registro, described = self._rows[index.row()], self._described[index.column()]
        if isinstance(described, Derived):
            return self._derived_data(registro, described, role)
        return self._field_data(registro, self.columns[index.column()], described, role)

    def _derived_data(self, registro: Registro, derived: Derived, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return derived.compute(registro).text
            case Role.SHOWN:
                return derived.compute(registro)
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = derived.compute(registro)
                return shown.tip or shown.text
            case Role.REGISTRO:
                return registro
            case Role.NOMBRE:
                return derived.name
            case _:
                return None

    def _field_data(self, registro: Registro, nombre: str, campo: Campo, role: int) -> Any:
        valor = getattr(registro, nombre)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                text = mostrar(campo, valor, self._project.proyecto)
                return " ".join(text.split()) if campo.tipo is Tipo.TEXTO_LARGO else text
            case Qt.ItemDataRole.EditRole:
                return mostrar(campo, valor, self._project.proyecto)
            case Role.REGISTRO:
                return registro
            case Role.CAMPO:
                return campo
            case Role.NOMBRE:
                return nombre
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell that every cell can be chosen, and edited unless it is worked out or the project is read-only.

        Text with formatting is edited in its form: a line of plain text would take the formatting away.
        """
        if not index.isValid():
            return NO_FLAGS
        described = self._described[index.column()]
        if self._project.read_only or isinstance(described, Derived) or described.rico:
            return CHOSEN
        return EDITED

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed text as the value of a cell; a text that does not fit is told by ``rejected``."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        registro, campo = self._rows[index.row()], self._described[index.column()]
        if isinstance(campo, Derived):
            return False
        try:
            valor = leer(campo, str(value), self._project.proyecto)
        except ValorInvalidoError as error:
            self.rejected.emit(str(error))
            return False
        nombre = self.columns[index.column()]
        valores = {nombre: valor}
        if self._project.edit(motivo_de_cambio(registro, valores), [cambio(registro, **valores)]) is None:
            return False
        self._project.drafts.drop(registro.ENTIDAD, registro.id, nombre)  # what its form could not take
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one goes back to the order in which records came."""
        self._sorted = None if column < 0 else (column, order)
        self.layoutAboutToBeChanged.emit()
        old = self._rows
        self._set_rows(self._selected())
        kept = [(index, old[index.row()].id) for index in self.persistentIndexList()]
        rows = self._rows_of([identidad for _, identidad in kept])
        for index, identidad in kept:
            row = rows.get(identidad, -1)
            self.changePersistentIndex(index, self.index(row, index.column()) if row >= 0 else QModelIndex())
        self.layoutChanged.emit()

    # What happens inside

    def _admitted(self) -> list[Registro]:
        rows = [*self._source.lines()] if self._source else self._in_use()
        for accepts in self._filters.values():
            rows = list(filter(accepts, rows))
        return rows

    def _selected(self) -> list[Registro]:
        rows = self._admitted()
        if self._query:
            rows = self._project.index.matching(rows, self._query)
        if self._sorted is not None:
            column, order = self._sorted
            rows.sort(key=self._sort_key(column), reverse=order is Qt.SortOrder.DescendingOrder)
        elif self._order is not None:
            rows.sort(key=self._order)
        return rows

    def _in_use(self) -> list[Registro]:
        return self._project.proyecto.activos(self.tipo)

    def _passes(self, registro: Registro) -> bool:
        if self._source is not None and not self._source.admits(registro.id):
            return False
        return all(accepts(registro) for accepts in self._filters.values())

    def _accepts(self, registro: Registro) -> bool:
        return self._passes(registro) and bool(self._project.index.matching([registro], self._query))

    def _sort_key(self, column: int) -> Callable[[Registro], tuple[bool, Any]]:
        nombre, campo = self.columns[column], self._described[column]
        if isinstance(campo, Derived):
            return campo.order
        if campo.tipo in {Tipo.FECHA, Tipo.ENTERO, Tipo.ESCALA, Tipo.BOOLEANO}:
            return lambda registro: ((v := getattr(registro, nombre)) is None, v)
        if campo.tipo is Tipo.OPCION:
            order = {opcion: place for place, opcion in enumerate(campo.opciones or ())}
            return lambda registro: ((v := getattr(registro, nombre)) is None, order.get(v, 0))
        proyecto = self._project.proyecto

        def told(valor: Any) -> tuple[bool, str]:  # whatever the field holds
            text = plegar(mostrar(campo, valor, proyecto))
            return not text, text

        once = told if campo.tipo in TEXTUALES else cache(told)  # many records name the same few areas, axes and so on
        return lambda registro: once(getattr(registro, nombre))

    def _set_rows(self, rows: list[Registro]) -> None:
        self._rows, self._places = rows, None

    def _rows_of(self, ids: Collection[Id]) -> Mapping[Id, int]:
        """Return in which rows records are, at least those of ``ids`` that are shown."""
        if not ids:
            return {}
        if len(self._rows) > KNOWN:
            wanted = frozenset(ids)
            return {registro.id: row for row, registro in enumerate(self._rows) if registro.id in wanted}
        if self._places is None:
            self._places = {registro.id: row for row, registro in enumerate(self._rows)}
        return self._places

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        touched = tocadas(cambios)
        mine: dict[Id, Cambio] = {}
        for one in cambios if self.tipo.ENTIDAD in touched else ():
            if one.entidad == self.tipo.ENTIDAD:
                mine[one.id] = one
                if len(mine) > MANY:
                    self.refresh()
                    return
        self._update(mine)
        if self._rows and (touched & self._looked_at or aludidas(cambios) & self._named):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def _update(self, changed: Mapping[Id, Cambio]) -> None:
        """Show a few records as they are now."""
        rows, gone = self._rows_of(changed), []
        for identidad, one in changed.items():
            registro, row = self._project.proyecto.registro(self.tipo.ENTIDAD, identidad), rows.get(identidad, -1)
            if registro is None or not registro.activo:
                gone += [row] if row >= 0 else []
            elif row >= 0:  # it stays where it is until the next search or sort, so that nothing jumps while typing
                self._rows[row] = registro
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
            elif one.antes is None or self._accepts(registro):  # a new one shows, since it is to be filled in
                self._append(registro)
        for row in sorted(gone, reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            self._set_rows(self._rows[:row] + self._rows[row + 1 :])
            self.endRemoveRows()

    def _append(self, registro: Registro) -> None:
        row = len(self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        if self._places is not None:
            self._places[registro.id] = row
        self._rows.append(registro)
        self.endInsertRows()
