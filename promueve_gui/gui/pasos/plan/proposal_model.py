"""Proposed lines as a tree of two levels: by bimestre, by what they promote or by rule, with the reason of each."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication

from promueve_gui.domain.fechas import bimestre_de, fecha_corta
from promueve_gui.domain.ficha import Opcion, campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from promueve_gui.application.proposals import LineaPropuesta
    from promueve_gui.gui.project import Project

Index = QModelIndex | QPersistentModelIndex
_TOP = 0  # the internal id of a group; that of a proposal is the row of its group plus one


class Agrupar(Opcion):
    """By what proposals are grouped."""

    BIMESTRE = "bimestre", "Por bimestre"
    OBJETO = "objeto", "Por lo que promueven"
    REGLA = "regla", "Por regla"


class Column(IntEnum):
    """The columns, in their order."""

    QUE = 0
    CUANDO = 1
    QUIEN = 2
    CANAL = 3
    TIPO = 4
    PAPEL = 5
    RAZON = 6


HEADINGS = ("Qué", "Cuándo", "Para quién", "Canal", "Tipo de contenido", "Papel responsable", "Por qué")
_FIELDS = {
    Column.QUE: "nombre",
    Column.QUIEN: "grupos",
    Column.CANAL: "canal",
    Column.TIPO: "tipo_contenido",
    Column.PAPEL: "rol_responsable",
}


@frozen
class Grupo:
    """Proposals that stand together."""

    titulo: str
    propuestas: tuple[LineaPropuesta, ...]


class ProposalModel(QAbstractItemModel):
    """What the rules propose now, searched and grouped."""

    def __init__(self, project: Project) -> None:
        """Start empty, by bimestre."""
        super().__init__()
        self._project = project
        self._all: list[LineaPropuesta] = []
        self._groups: list[Grupo] = []
        self._by = Agrupar.BIMESTRE
        self._words: tuple[str, ...] = ()
        self._folded: dict[str, str] = {}

    def set_proposals(self, proposals: Iterable[LineaPropuesta]) -> None:
        """Show these."""
        self._all = list(proposals)
        self._folded = {}
        self._refresh()

    def remove(self, claves: Collection[str]) -> None:
        """Take away what was accepted or dismissed, until the rules have been asked again."""
        self.set_proposals([one for one in self._all if one.clave not in claves])

    def group_by(self, by: Agrupar) -> None:
        """Group otherwise."""
        self._by = by
        self._refresh()

    def set_query(self, query: str) -> None:
        """Show only what holds every word of ``query``."""
        words = tuple(plegar(query).split())
        if words != self._words:
            self._words = words
            self._refresh()

    @property
    def total(self) -> int:
        """Return how many are proposed, shown or not."""
        return len(self._all)

    def shown(self) -> list[LineaPropuesta]:
        """Return those shown, in order."""
        return [one for group in self._groups for one in group.propuestas]

    def groups(self) -> Sequence[Grupo]:
        """Return the groups shown."""
        return self._groups

    def proposals_at(self, index: Index) -> Sequence[LineaPropuesta]:
        """Return the proposal of a row, or all of a group."""
        if not index.isValid():
            return ()
        if index.internalId() == _TOP:
            return self._groups[index.row()].propuestas
        return (self._groups[index.internalId() - 1].propuestas[index.row()],)

    def index_of(self, clave: str) -> QModelIndex:
        """Return where a proposal is; not valid when it is not shown."""
        for row, group in enumerate(self._groups):
            for place, one in enumerate(group.propuestas):
                if one.clave == clave:
                    return self.createIndex(place, 0, row + 1)
        return QModelIndex()

    # Qt's questions

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a cell."""
        if parent is None or not parent.isValid():
            inside = 0 <= row < len(self._groups) and 0 <= column < len(HEADINGS)
            return self.createIndex(row, column, _TOP) if inside else QModelIndex()
        if parent.internalId() != _TOP or not 0 <= row < len(self._groups[parent.row()].propuestas):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1) if 0 <= column < len(HEADINGS) else QModelIndex()

    def parent(self, index: Index | None = None) -> Any:
        """Return the group of a proposal."""
        if index is None:
            return super().parent()
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many groups there are, or proposals in one."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        if parent.internalId() != _TOP or parent.column() > 0:
            return 0
        return len(self._groups[parent.row()].propuestas)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        del parent
        return len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        if role == Qt.ItemDataRole.FontRole and index.isValid() and index.internalId() == _TOP:
            font = QFont(QGuiApplication.font())
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if index.internalId() == _TOP:
            text = self._heading(self._groups[index.row()]) if index.column() == 0 else ""
        else:
            text = self.text(self.proposals_at(index)[0], Column(index.column()))
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def text(self, one: LineaPropuesta, column: Column) -> str:
        """Return what a proposal says in a column."""
        if column is Column.RAZON:
            return one.explicacion
        if column is Column.CUANDO:
            return "" if one.linea.fecha is None else fecha_corta(one.linea.fecha)
        nombre = _FIELDS[column]
        return mostrar(campos(LineaPlan)[nombre], getattr(one.linea, nombre), self._project.proyecto)

    def _heading(self, group: Grupo) -> str:
        return f"{group.titulo} ({len(group.propuestas)})"

    def _refresh(self) -> None:
        self.beginResetModel()
        found: dict[str, list[LineaPropuesta]] = {}
        for one in self._all:
            if self._holds(one):
                found.setdefault(self._title(one), []).append(one)
        titles = found if self._by is Agrupar.BIMESTRE else sorted(found, key=plegar)
        self._groups = [Grupo(title, tuple(found[title])) for title in titles]
        self.endResetModel()

    def _title(self, one: LineaPropuesta) -> str:
        linea, proyecto = one.linea, self._project.proyecto
        if self._by is Agrupar.REGLA:
            return one.regla.nombre
        if self._by is Agrupar.OBJETO:
            for nombre in ("conjunto", "herramienta", "evento"):
                if getattr(linea, nombre):
                    return mostrar(campos(LineaPlan)[nombre], getattr(linea, nombre), proyecto)
        if linea.fecha is None:
            return "Sin fecha"
        bimestre = bimestre_de(linea.fecha)
        return f"{bimestre.ordinal.capitalize()} bimestre de {bimestre.anio} · {bimestre.etiqueta}"

    def _holds(self, one: LineaPropuesta) -> bool:
        if not self._words:
            return True
        if one.clave not in self._folded:
            self._folded[one.clave] = plegar(" ".join(self.text(one, column) for column in Column))
        return all(word in self._folded[one.clave] for word in self._words)
