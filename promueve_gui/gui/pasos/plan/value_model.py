"""The value matrix as a table: each dataset with the seven criteria, and what the data themselves propose for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from promueve_gui.domain.conjuntos import CRITERIOS, ConjuntoDatos
from promueve_gui.domain.formato import NO, SI
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.models.record_table import RecordTableModel, Role
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from promueve_gui.application.value import CriterioPropuesto
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.models.record_table import Index
    from promueve_gui.gui.project import Project

NOT_PROMOTED = "No se promueve"
PROPOSED = "propuesto"
TAKE_BACK = "¿quitar?"


def value_of(conjunto: ConjuntoDatos) -> Shown:
    """Show the sum of the criteria, or that R2 leaves the dataset out, which no sum may hide."""
    if not conjunto.promovible:
        return Shown(NOT_PROMOTED, order=-1, colour="atencion")
    return Shown(f"{conjunto.valor} de {len(CRITERIOS)}", order=conjunto.valor)


def merits(conjunto: ConjuntoDatos) -> str:
    """Return in words why a dataset goes first; empty for one that does not."""
    said = [
        word for word, holds in (("prioritario", conjunto.prioritario), ("alto valor", conjunto.alto_valor)) if holds
    ]
    if conjunto.destacado and not said:
        said = ["suma alta"]
    return f"★ {' · '.join(said)}" if said else ""


def _sum(conjunto: ConjuntoDatos) -> Shown:
    shown = value_of(conjunto)
    return Shown(shown.text, shown.order, "bien") if conjunto.promovible and conjunto.destacado else shown


COLUMNS: tuple[str | Derived, ...] = ("nombre", Derived("valor", "Suma", 12, _sum), *CRITERIOS)


class ValueModel(RecordTableModel):
    """The datasets with their criteria; a proposed cell says so, and why."""

    def __init__(self, project: Project) -> None:
        """Start without proposals."""
        self._proposed: dict[tuple[Id, str], CriterioPropuesto] = {}
        super().__init__(project, ConjuntoDatos, COLUMNS)

    def set_proposed(
        self, proposed: Mapping[Id, Iterable[CriterioPropuesto]], solo: Container[Id] | None = None
    ) -> None:
        """Show what the data propose now; ``solo`` are the only datasets that were looked at, if not all of them."""
        kept = {} if solo is None else {key: one for key, one in self._proposed.items() if key[0] not in solo}
        found = kept | {(one.conjunto.id, one.criterio): one for several in proposed.values() for one in several}
        if found.keys() != self._proposed.keys() or any(found[key].razon != self._proposed[key].razon for key in found):
            self._proposed = found
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def proposed(self) -> list[CriterioPropuesto]:
        """Return all that is proposed, of datasets shown or not."""
        return list(self._proposed.values())

    def proposed_at(self, index: Index) -> CriterioPropuesto | None:
        """Return what is proposed for a cell."""
        return self._proposed.get((self.dataset(index).id, self.columns[index.column()]))

    def proposed_for(self, conjuntos: Sequence[ConjuntoDatos], criterio: str) -> list[CriterioPropuesto]:
        """Return what is proposed for one criterion of some datasets."""
        found = (self._proposed.get((conjunto.id, criterio)) for conjunto in conjuntos)
        return [one for one in found if one is not None]

    def dataset(self, index: Index) -> ConjuntoDatos:
        """Return the dataset of a cell."""
        found: ConjuntoDatos = index.data(Role.REGISTRO)
        return found

    def is_criterion(self, column: int) -> bool:
        """Tell whether a column holds marks."""
        return 0 <= column < len(self.columns) and self.columns[column] in CRITERIOS

    def said(self, index: Index) -> str:
        """Return a cell in words, with what is proposed and why."""
        conjunto = self.dataset(index)
        nombre = self.columns[index.column()]
        if nombre not in CRITERIOS:
            return " ".join(filter(None, (str(index.data()), merits(conjunto) if index.column() == 0 else "")))
        if not conjunto.promovible:
            return f"{NOT_PROMOTED}: los criterios se marcan en lo que puede promoverse (R2)."
        now = SI if getattr(conjunto, nombre) else NO
        one = self.proposed_at(index)
        if one is None:
            return f"{self.label(index.column())}: {now}"
        wanted = SI if one.valor else NO
        return f"{self.label(index.column())}: {now}. Propuesto: {wanted}. {one.razon} La tecla P lo acepta."

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the label of a column, whole in its tooltip too."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return self.label(section)
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows and says."""
        if index.isValid() and role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            said = self.said(index)
            return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell that marks are set by a key or a click, and that names are written in the list."""
        return super().flags(index) & ~Qt.ItemFlag.ItemIsEditable
