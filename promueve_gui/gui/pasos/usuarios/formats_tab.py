"""«Formatos»: what each area was sent to fill in, by when it is awaited, and what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from promueve_gui.application.formats import recordables
from promueve_gui.domain.envios import EstadoEnvio
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.gui.pasos.usuarios.tracker_list import TrackerList
from promueve_gui.gui.pasos.usuarios.tracking import Tracking
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.choice_filter import ChoiceFilter
from promueve_gui.gui.widgets.parts import button, column, label
from promueve_gui.gui.widgets.record_panel import RecordPanel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.base import StepPage

NOTE = (
    "Promueve prepara un libro de Excel y un borrador de correo para cada área; usted los revisa y los envía. Cuando "
    "le devuelvan los libros, suéltelos en esta ventana."
)
REMIND = "Preparar recordatorio"
REMIND_TIP = "Elija en la lista las áreas que tienen un formato sin devolver"
ACTION_SEND, ACTION_REMIND = "formatos", "recordatorio"  # names of the actions of the window


def action_for(name: str, areas: Iterable[Id]) -> str:
    """Return the name of an action of the window on some areas: «formatos:ID;ID»."""
    return ":".join(filter(None, (name, ";".join(areas))))


class FormatsTab(QWidget):
    """The tracker with its actions, which the window carries out."""

    action_asked = Signal(str)
    jump_asked = Signal(str, str, str)

    def __init__(self, page: StepPage) -> None:
        """Build it for a page."""
        super().__init__()
        self._read_only = page.project.read_only
        self._tracking = Tracking(page.project)
        self.state: ChoiceFilter[EstadoEnvio] = ChoiceFilter(
            "Estado", lambda: [(estado, estado.etiqueta) for estado in EstadoEnvio], self._filter
        )
        self.remind = button(REMIND, self._remind, "", page.context.icon("clock-outline"))
        self.remind.setEnabled(False)
        self.remind.setToolTip(REMIND_TIP)
        self.list = TrackerList(page, self._tracking, (self.state, self.remind))
        self.panel = RecordPanel(page.context, page.project, self.list, EnvioFormato)
        layout = column(label(NOTE, "secundario", wrap=True), self.panel)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.list.cleared.connect(self.state.clear)
        self.list.send_asked.connect(lambda areas: self.action_asked.emit(action_for(ACTION_SEND, areas)))
        self.list.areas_wanted.connect(lambda: self.jump_asked.emit(AreaGeneradora.ENTIDAD, "", ""))
        self.list.table.selectionModel().selectionChanged.connect(self._on_chosen)
        self.list.model.dataChanged.connect(self._on_chosen)
        self.list.model.modelReset.connect(self._on_chosen)

    def _filter(self, estado: EstadoEnvio | None) -> None:
        def accepts(area: object) -> bool:
            return self._tracking.of(cast("AreaGeneradora", area)).estado is estado

        self.list.model.set_filter("estado", None if estado is None else accepts)

    def _remindable(self) -> list[Id]:
        return [where.area.id for where in recordables(self.list.chosen())]

    def _on_chosen(self) -> None:
        self.remind.setEnabled(not self._read_only and bool(self._remindable()))

    def _remind(self) -> None:
        self.action_asked.emit(action_for(ACTION_REMIND, self._remindable()))
