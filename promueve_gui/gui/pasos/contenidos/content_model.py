"""The contents of a project as cards: what each says in few words, and how its checklist stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.application.content_flow import estado_revision
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.reglas import Contexto
from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.models.record_table import RecordTableModel
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.application.content_flow import EstadoRevision
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

Index = QModelIndex | QPersistentModelIndex
WITHOUT_TITLE = "Sin título"
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
    """Contents with the state of their checklist, worked out when first asked and kept until something changes."""

    def __init__(self, context: Context, project: Project) -> None:
        """List every content in use."""
        self._context = context
        self._known: dict[Id, tuple[Registro, EstadoRevision]] = {}
        super().__init__(project, Contenido, ("nombre",))
        project.changed.connect(self._forget)

    def revision(self, contenido: Contenido) -> EstadoRevision:
        """Return how the checklist of a content stands."""
        known = self._known.get(contenido.id)
        if known is not None and known[0] is contenido:
            return known[1]
        services = self._context.services
        estado = estado_revision(Contexto(self._project.proyecto, services.today(), services.feriados), contenido)
        self._known[contenido.id] = (contenido, estado)
        return estado

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a card shows, and the whole of it in words for tooltips and screen readers."""
        if not index.isValid():
            return None
        contenido = cast("Contenido", self.registro(index.row()))
        if role == Qt.ItemDataRole.DisplayRole:
            return contenido.nombre or WITHOUT_TITLE
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            title = contenido.nombre or WITHOUT_TITLE
            words = f"{title}\n{summary(contenido)}\n{self.revision(contenido).etiqueta}"
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell that a card can be chosen, and is edited beside the list."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if index.isValid() else Qt.ItemFlag.NoItemFlags

    def _forget(self, cambios: Iterable[Cambio]) -> None:
        if any(cambio.entidad != Contenido.ENTIDAD for cambio in cambios):  # datasets, people, networks, profile
            self._known.clear()
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
