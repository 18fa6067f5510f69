"""The clusters as a tree: each with its score, and beneath it the groups that look like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.duplicados import Cumulo
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.project import Project

Index = QModelIndex | QPersistentModelIndex
HEADING = "Grupos que parecen el mismo"
SUMMARY = Qt.ItemDataRole.UserRole + 1  # of a cluster: how many groups, and how alike
_TOP = 0  # the internal number of a cluster; that of a group is one more than the place of its cluster


class ClustersModel(QAbstractItemModel):
    """Shows the clusters that hold every word of a query."""

    def __init__(self, project: Project) -> None:
        """Start empty."""
        super().__init__()
        self._project = project
        self._query: tuple[str, ...] = ()
        self._all: Sequence[Cumulo] = ()
        self._shown: list[Cumulo] = []

    def set_clusters(self, cumulos: Sequence[Cumulo]) -> None:
        """Show other clusters, the surest first."""
        self._all = cumulos
        self._refresh()

    def set_query(self, query: str) -> None:
        """Show only clusters in which a group, its initials or its area holds each word."""
        self._query = tuple(plegar(query).split())
        self._refresh()

    @property
    def total(self) -> int:
        """Return how many clusters there are, shown or not."""
        return len(self._all)

    def cluster(self, index: Index) -> Cumulo | None:
        """Return the cluster of a row, or of the group in a row."""
        if not index.isValid():
            return None
        place = index.internalId() - 1 if index.internalId() else index.row()
        return self._shown[place]

    def place_of(self, grupo: Id) -> QModelIndex:
        """Return the row of the cluster that a group is in; none when it is in none that is shown."""
        places = (place for place, cumulo in enumerate(self._shown) if grupo in cumulo.grupos)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place, 0)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  # Qt's own
        """Return the index of a cluster or of a group in it."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008  # Qt has two of this name
        """Return the cluster of a group."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many clusters there are, or groups in a cluster."""
        if not parent.isValid():
            return len(self._shown)
        if parent.internalId() != _TOP:
            return 0
        return len(self._shown[parent.row()].grupos)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the only column."""
        return 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading."""
        horizontal = orientation is Qt.Orientation.Horizontal
        return HEADING if horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is seen, its tooltip, and what a screen reader says."""
        cumulo = self.cluster(index)
        if cumulo is None:
            return None
        is_group = index.internalId() != _TOP
        text = (
            self._group_text(cumulo.grupos[index.row()]) if is_group else max(map(self._name, cumulo.grupos), key=len)
        )
        summary = "" if is_group else f"{len(cumulo.grupos)} grupos · parecido {cumulo.puntaje} %"
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{text}, {summary}" if summary else text
            case _:
                return summary if role == SUMMARY else None

    def _group_text(self, grupo: Id) -> str:
        registro = self._project.proyecto.get(GrupoUsuarios, grupo)
        area = self._project.proyecto.titulo(AreaGeneradora.ENTIDAD, registro.area if registro else None)
        return f"{self._name(grupo)} · {area}" if area else self._name(grupo)

    def _name(self, grupo: Id) -> str:
        registro = self._project.proyecto.get(GrupoUsuarios, grupo)
        return (registro.nombre or registro.siglas or "Sin nombre") if registro else "Sin nombre"

    def _refresh(self) -> None:
        self.beginResetModel()
        self._shown = [cumulo for cumulo in self._all if self._matches(cumulo)]
        self.endResetModel()

    def _matches(self, cumulo: Cumulo) -> bool:
        if not self._query:
            return True
        registros = (self._project.proyecto.get(GrupoUsuarios, grupo) for grupo in cumulo.grupos)
        siglas = " ".join(registro.siglas for registro in registros if registro)
        texto = plegar(f"{' '.join(map(self._group_text, cumulo.grupos))} {siglas}")
        return all(palabra in texto for palabra in self._query)
