"""The contents of a project as cards: what each says in few words, and how its checklist stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.models.record_table import RecordTableModel
from promueve_gui.gui.pasos.contenidos.content_reviews import WORDS
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.application.content_flow import EstadoRevision
    from promueve_gui.gui.pasos.contenidos.content_reviews import ContentReviews
    from promueve_gui.gui.project import Project

Index = QModelIndex | QPersistentModelIndex
NOMBRES_CORTOS = {
    TipoContenido.REDES: "Redes sociales",
    TipoContenido.BOLETIN: "Boletín",
    TipoContenido.PRESENTACION: "Presentación",
    TipoContenido.HISTORIA: "Historia de uso",
    TipoContenido.HERRAMIENTA: "Herramienta",
    TipoContenido.ESTUDIO: "Estudio",
}


def summary(contenido: Contenido) -> str:
    """Return type and state in few words: «Boletín · En revisión»."""
    tipo = "Sin tipo" if contenido.tipo is None else NOMBRES_CORTOS[contenido.tipo]
    return tipo if contenido.estado is None else f"{tipo} · {contenido.estado.etiqueta}"


class ContentModel(RecordTableModel):
    """Contents with the state of their checklist."""

    def __init__(self, project: Project, reviews: ContentReviews) -> None:
        """List every content in use."""
        self.reviews = reviews
        super().__init__(project, Contenido, ("nombre",))
        reviews.forgotten.connect(self._refresh_signs)

    def revision(self, contenido: Contenido) -> EstadoRevision:
        """Return how the checklist of a content stands."""
        return self.reviews.of(contenido).estado

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a card shows, and the whole of it in words for tooltips and screen readers."""
        if not index.isValid():
            return None
        contenido = cast("Contenido", self.registro(index.row()))
        if role == Qt.ItemDataRole.DisplayRole:
            return contenido.titulo_breve
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            revision = self.reviews.of(contenido)
            lines = [contenido.titulo_breve, summary(contenido), revision.estado.etiqueta]
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join([*lines, *map(self.reviews.told, revision.reglas)]))
            return "\n".join([*lines, ", ".join(f"{r.regla} {WORDS[r.estado].lower()}" for r in revision.reglas)])
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell that a card can be chosen, and is edited beside the list."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if index.isValid() else Qt.ItemFlag.NoItemFlags

    def _refresh_signs(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
