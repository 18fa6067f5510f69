"""The groups of a cluster side by side: a column each, a row per field, and in each row one that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from promueve_gui.application.group_choice import JUNTOS
from promueve_gui.application.merging_groups import joined
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.application.group_choice import Eleccion
    from promueve_gui.gui.project import Project

Index = QModelIndex | QPersistentModelIndex
TAKES_PART, STAYS = range(2)  # the rows above those of the fields
FIRST_FIELD = 2
TITLES = ("¿Es el mismo?", "Queda")
TOGETHER = "Todo junto"
EXCLUSIVE = Qt.ItemDataRole.UserRole + 1  # whether only one cell of the row counts


class ComparisonModel(QAbstractTableModel):
    """Shows a choice and lets it be changed; the last column joins what all say, where that is possible."""

    chosen = Signal()

    def __init__(self, project: Project) -> None:
        """Start empty."""
        super().__init__()
        self._project = project
        self._eleccion: Eleccion | None = None
        self._nombres: list[str] = []
        self._together = False
        self.editable = not project.read_only

    def show_choice(self, eleccion: Eleccion | None) -> None:
        """Show another choice, or none."""
        self.beginResetModel()
        self._eleccion = eleccion
        self._nombres = [] if eleccion is None else eleccion.nombres()
        self._together = eleccion is not None and any(map(eleccion.se_junta, self._nombres))
        self.endResetModel()

    def choose(self, index: Index) -> None:
        """Choose a cell: in its row that one counts; in the first row, the group takes part or not."""
        eleccion = self._eleccion
        if eleccion is None or not self._can_choose(index):
            return
        grupo = JUNTOS if self._joins(index) else eleccion.grupos[index.column()].id
        if index.row() == TAKES_PART:
            eleccion.cambiar(grupo)
        elif index.row() == STAYS:
            eleccion.dejar(grupo)
        else:
            eleccion.elegir(self._nombres[index.row() - FIRST_FIELD], grupo)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.chosen.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the two rows about the groups, and one per field."""
        return 0 if parent.isValid() or self._eleccion is None else FIRST_FIELD + len(self._nombres)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the groups, and the column that joins them where something can be joined."""
        if parent.isValid() or self._eleccion is None:
            return 0
        return len(self._eleccion.grupos) + self._together

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the groups above, by number, and the fields at the left."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} or self._eleccion is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            text = TITLES[section] if section < FIRST_FIELD else self._label(section)
        elif section == len(self._eleccion.grupos):
            text = TOGETHER
        else:
            text = f"Grupo {section + 1}"
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let be ticked what can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if self._can_choose(index) else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a group says, whether it counts, and what a screen reader says of both."""
        if not index.isValid() or self._eleccion is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._text(index))
            case Qt.ItemDataRole.CheckStateRole if self._has_mark(index):
                return Qt.CheckState.Checked if self._counts(index) else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
            case _ if role == EXCLUSIVE:
                return index.row() != TAKES_PART
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose a cell, whatever the mark that is wanted of it."""
        if role != Qt.ItemDataRole.CheckStateRole or not self._can_choose(index):
            return False
        self.choose(index)
        return True

    def _label(self, row: int) -> str:
        return campos(GrupoUsuarios)[self._nombres[row - FIRST_FIELD]].etiqueta

    def _joins(self, index: Index) -> bool:
        return self._eleccion is not None and index.column() == len(self._eleccion.grupos)

    def _has_mark(self, index: Index) -> bool:
        """Tell whether something can be chosen in a cell, or is settled in it already."""
        eleccion = self._eleccion
        if eleccion is None:
            return False
        if self._joins(index):
            return index.row() >= FIRST_FIELD and eleccion.se_junta(self._nombres[index.row() - FIRST_FIELD])
        if index.row() < FIRST_FIELD:
            return True
        takes_part = eleccion.grupos[index.column()].id not in eleccion.fuera
        return takes_part and eleccion.difieren(self._nombres[index.row() - FIRST_FIELD])

    def _can_choose(self, index: Index) -> bool:
        if not self.editable or not index.isValid() or not self._has_mark(index):
            return False
        is_the_one = index.row() == TAKES_PART and self._is_the_one(index)
        return not is_the_one

    def _is_the_one(self, index: Index) -> bool:
        return self._eleccion is not None and self._eleccion.grupos[index.column()].id == self._eleccion.queda

    def _counts(self, index: Index) -> bool:
        eleccion = self._eleccion
        if eleccion is None:
            return False
        if index.row() >= FIRST_FIELD:
            elegido = eleccion.elegido(self._nombres[index.row() - FIRST_FIELD])
            return elegido == (JUNTOS if self._joins(index) else eleccion.grupos[index.column()].id)
        return self._is_the_one(index) if index.row() == STAYS else self._group_id(index) not in eleccion.fuera

    def _group_id(self, index: Index) -> str:
        return "" if self._eleccion is None else self._eleccion.grupos[index.column()].id

    def _text(self, index: Index) -> str:
        eleccion = self._eleccion
        if eleccion is None:
            return ""
        if index.row() >= FIRST_FIELD:
            nombre = self._nombres[index.row() - FIRST_FIELD]
            if not self._joins(index):
                valor = getattr(eleccion.grupos[index.column()], nombre)
            elif eleccion.se_junta(nombre):
                valor = joined(nombre, eleccion.unidos)
            else:
                return ""
            return mostrar(campos(GrupoUsuarios)[nombre], valor, self._project.proyecto)
        if self._joins(index):
            return ""
        if index.row() == STAYS:
            return "Este queda" if self._is_the_one(index) else "Se une"
        return "No" if self._group_id(index) in eleccion.fuera else "Sí"

    def _spoken(self, index: Index) -> str:
        """Return field, value and whether it counts, for whoever does not see the row."""
        titulo = self.headerData(index.row(), Qt.Orientation.Vertical)
        elegido = ", elegido" if self._has_mark(index) and self._counts(index) else ""
        return f"{titulo}: {self._text(index) or 'sin dato'}{elegido}"
