"""The clusters as a tree: each with its score, and beneath it the groups that look like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.domain.grupos import SIN_AREA, GrupoUsuarios
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
SUMMARY = Qt.ItemDataRole.UserRole + 1  # of a cluster, how many groups and how alike; of a group, its area
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
        self._known: dict[tuple[Id, ...], tuple[str, str]] = {}
        self._folded: dict[tuple[Id, ...], str] = {}

    def set_clusters(self, cumulos: Sequence[Cumulo]) -> None:
        """Show other clusters, the surest first."""
        self._all = cumulos
        self._known, self._folded = {}, {}
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
        text, summary = self._lines(cumulo.grupos[index.row()]) if is_group else self._about(cumulo)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{text}, {summary}"
            case _:
                return summary if role == SUMMARY else None

    def _about(self, cumulo: Cumulo) -> tuple[str, str]:
        """Return the longest name of a cluster, how many groups it has, and how alike they are."""
        if cumulo.grupos not in self._known:
            name = max((self._lines(grupo)[0] for grupo in cumulo.grupos), key=len)
            self._known[cumulo.grupos] = name, f"{len(cumulo.grupos)} grupos · parecido {cumulo.puntaje} %"
        return self._known[cumulo.grupos]

    def _lines(self, grupo: Id) -> tuple[str, str]:
        """Return what a group is called, and its area."""
        proyecto = self._project.proyecto
        registro = proyecto.get(GrupoUsuarios, grupo)
        name = proyecto.titulo(GrupoUsuarios.ENTIDAD, grupo) or (registro.siglas if registro else "")
        area = proyecto.titulo(AreaGeneradora.ENTIDAD, registro.area if registro else None)
        return name or GrupoUsuarios.SIN_TITULO.capitalize(), area or SIN_AREA

    def _refresh(self) -> None:
        self.beginResetModel()
        self._shown = [cumulo for cumulo in self._all if self._matches(cumulo)]
        self.endResetModel()

    def _matches(self, cumulo: Cumulo) -> bool:
        if not self._query:
            return True
        if cumulo.grupos not in self._folded:
            registros = (self._project.proyecto.get(GrupoUsuarios, grupo) for grupo in cumulo.grupos)
            said = [
                *(part for grupo in cumulo.grupos for part in self._lines(grupo)),
                *(r.siglas for r in registros if r),
            ]
            self._folded[cumulo.grupos] = plegar(" ".join(dict.fromkeys(said)))
        return all(palabra in self._folded[cumulo.grupos] for palabra in self._query)
