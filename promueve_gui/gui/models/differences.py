"""The differences of one returned workbook as a table: searched, filtered by kind, sorted, and decided on.

There may be thousands, so a difference is put into words when it is first shown or searched.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from promueve_gui.application.return_report import decision_on, told
from promueve_gui.application.returns import choices
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.models.derived import Shown
from promueve_gui.gui.models.record_table import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from promueve_gui.application.return_report import Dicha
    from promueve_gui.domain.diferencias import Diferencia
    from promueve_gui.domain.proyecto import Proyecto

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, in their order."""

    TIPO = 0
    REGISTRO = 1
    DATO = 2
    SUYO = 3
    NUESTRO = 4
    DECISION = 5
    ENVIADO = 6
    LUGAR = 7


HEADINGS = {
    Column.TIPO: "Qué",
    Column.REGISTRO: "Registro",
    Column.DATO: "Dato",
    Column.SUYO: "El archivo dice",
    Column.NUESTRO: "El proyecto dice",
    Column.DECISION: "Se toma",
    Column.ENVIADO: "Se envió",
    Column.LUGAR: "Dónde",
}
COLOURS = {
    TipoDiferencia.CAMBIO: "dato",
    TipoDiferencia.NUEVO: "bien",
    TipoDiferencia.CONFLICTO: "atencion",
    TipoDiferencia.FALTANTE: "atencion",
    TipoDiferencia.TACHADO: "atencion",
    TipoDiferencia.VALOR: "error",
    TipoDiferencia.RENGLON: "atencion",
}


class DifferenceModel(QAbstractTableModel):
    """Differences of the chosen file. ``decided`` tells that somebody decided on some of them."""

    decided = Signal()

    def __init__(self, proyecto: Proyecto) -> None:
        """Take the project whose names are shown; nothing is listed yet."""
        super().__init__()
        self._proyecto = proyecto
        self._all: Sequence[Diferencia] = ()
        self._decisions: dict[str, Decision] = {}
        self._told: dict[str, Dicha] = {}
        self._texts: dict[str, str] = {}
        self._rows: list[Diferencia] = []
        self._kinds: Collection[TipoDiferencia] = ()
        self._query: list[str] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show(self, diferencias: Sequence[Diferencia], decisions: dict[str, Decision]) -> None:
        """List the differences of a file; what is decided about them goes into ``decisions``."""
        self.beginResetModel()
        self._all, self._decisions = diferencias, decisions
        self._told, self._texts = {}, {}
        self._rows = self._selected()
        self.endResetModel()

    def set_kinds(self, kinds: Collection[TipoDiferencia]) -> None:
        """Show only these kinds; all of them when there are none."""
        self._kinds = kinds
        self._refresh()

    def set_query(self, query: str) -> None:
        """Show only what holds every word of ``query``, whatever accents and capitals."""
        self._query = plegar(query).split()
        self._refresh()

    def difference(self, row: int) -> Diferencia:
        """Return the difference of a row."""
        return self._rows[row]

    def words(self, diferencia: Diferencia) -> Dicha:
        """Return a difference in words."""
        clave = diferencia.clave
        if clave not in self._told:
            self._told[clave] = told(diferencia, self._proyecto)
        return self._told[clave]

    def decision(self, diferencia: Diferencia) -> Decision:
        """Return what will be done with a difference."""
        return decision_on(diferencia, self._decisions)

    def decide(self, rows: Iterable[int], decision: Decision) -> int:
        """Decide alike on the differences of some rows; return for how many of them that makes sense."""
        meant = [row for row in rows if decision in choices(self._rows[row])]
        for row in meant:
            self._decisions[self._rows[row].clave] = decision
        if meant:
            self.dataChanged.emit(self.index(min(meant), 0), self.index(max(meant), len(Column) - 1))
            self.decided.emit()
        return len(meant)

    # Qt's questions

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many differences are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[Column(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and its chip."""
        if not index.isValid():
            return None
        diferencia, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(self._text(diferencia, column).split())
            case Role.SHOWN:
                return Shown(self._text(diferencia, column), colour=self._colour(diferencia, column))
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one goes back to the order of the file."""
        self._sorted = None if column < 0 else (column, order)
        self.layoutAboutToBeChanged.emit()
        old = self._rows
        self._rows = self._selected()
        place = {id(diferencia): row for row, diferencia in enumerate(self._rows)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(place[id(old[index.row()])], index.column()))
        self.layoutChanged.emit()

    # What happens inside

    def _refresh(self) -> None:
        self.beginResetModel()
        self._rows = self._selected()
        self.endResetModel()

    def _selected(self) -> list[Diferencia]:
        rows = [d for d in self._all if not self._kinds or d.tipo in self._kinds]
        if self._query:
            rows = [d for d in rows if all(word in self._folded(d) for word in self._query)]
        if self._sorted is not None:
            column, order = self._sorted
            rows.sort(key=lambda d: self._key(d, Column(column)), reverse=order is Qt.SortOrder.DescendingOrder)
        return rows

    def _folded(self, diferencia: Diferencia) -> str:
        """Return all that is said of a difference, as it is searched."""
        if diferencia.clave not in self._texts:
            dicha = self.words(diferencia)
            lugar = diferencia.lugar  # without the signs of its sentence, which take long to be folded
            place = f"{lugar.hoja} {lugar.columna}{lugar.renglon}"
            said = (dicha.registro, dicha.dato, dicha.suyo, dicha.nuestro, dicha.enviado, place)
            self._texts[diferencia.clave] = plegar(" ".join(said))
        return self._texts[diferencia.clave]

    def _key(self, diferencia: Diferencia, column: Column) -> tuple[Any, ...]:
        if column is Column.LUGAR:
            lugar = diferencia.lugar
            return (lugar.hoja, lugar.renglon, len(lugar.columna), lugar.columna)
        if column is Column.TIPO:
            return (list(TipoDiferencia).index(diferencia.tipo),)
        return (plegar(self._text(diferencia, column)),)

    def _text(self, diferencia: Diferencia, column: Column) -> str:
        match column:
            case Column.TIPO:
                return diferencia.tipo.etiqueta
            case Column.DECISION:
                return self.decision(diferencia).etiqueta
            case _:
                dicha = self.words(diferencia)
        return {
            Column.REGISTRO: dicha.registro,
            Column.DATO: dicha.dato,
            Column.SUYO: dicha.suyo,
            Column.NUESTRO: dicha.nuestro,
            Column.ENVIADO: dicha.enviado,
            Column.LUGAR: dicha.corto,
        }[column]

    def _colour(self, diferencia: Diferencia, column: Column) -> str | None:
        """Return the colour of a chip: of the kind and, where nobody has decided yet, of that."""
        if column is Column.TIPO:
            return COLOURS[diferencia.tipo]
        waits = column is Column.DECISION and self.decision(diferencia) is Decision.ESPERAR
        return "atencion" if waits else None
