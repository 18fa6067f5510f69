"""Communications that the Unidad or the Coordinación asked for (R14), and whether they were attended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from promueve_gui.domain.difusion import Publicacion, SolicitudComunicacion
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.base import StepPage

EMPTY = (
    "inbox-arrow-down-outline",
    "Todavía no hay solicitudes",
    "Registre aquí las comunicaciones que pida la Unidad o la Coordinación, y con cuál se atendió cada una.",
)
ATTENDED, WAITING = "✓ Atendida", "! Falta comunicar"


class RequestsTab(QWidget):
    """The register, with the way to attend a request."""

    attend_asked = Signal(object)  # SolicitudComunicacion

    def __init__(self, page: StepPage) -> None:
        """Build it for a page."""
        super().__init__()
        self._project = page.project
        self._attended: frozenset[Id | None] | None = None
        page.project.changed.connect(self._on_changed)
        state = Derived("atencion", "Atención", 18, self._shown, frozenset({Publicacion.ENTIDAD}))
        self.panel = make_panel(
            page,
            SolicitudComunicacion,
            columns=("fecha", "asunto", state, "solicitante", "medio", "notas"),
            filters=("solicitante",),
            empty=EMPTY,
            iniciales=lambda: {"fecha": page.context.services.today()},
        )
        self.attend = button("Registrar la comunicación", self._attend, "", page.context.icon("bullhorn-outline"))
        self.attend.setEnabled(not page.project.read_only)
        self.panel.form.place_below(self.attend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, 0)
        layout.addWidget(self.panel)

    def _shown(self, solicitud: SolicitudComunicacion) -> Shown:
        if self._attended is None:
            self._attended = frozenset(p.solicitud for p in self._project.proyecto.activos(Publicacion))
        attended = solicitud.id in self._attended
        return Shown(ATTENDED if attended else WAITING, order=attended, colour="bien" if attended else "atencion")

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if any(cambio.entidad == Publicacion.ENTIDAD for cambio in cambios):
            self._attended = None

    def _attend(self) -> None:
        self.panel.flush()
        solicitud = self._project.proyecto.get(SolicitudComunicacion, self.panel.form.record_id)
        if solicitud is not None:
            self.attend_asked.emit(solicitud)
