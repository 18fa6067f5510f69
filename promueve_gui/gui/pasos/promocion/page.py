"""Step 4: what went out, with its evidence; notices, requests and round tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.application.publications import desde_solicitud
from promueve_gui.domain.conjuntos import Acuerdo
from promueve_gui.domain.difusion import Evidencia, Publicacion
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.pasos.promocion.log import PublicationLog
from promueve_gui.gui.pasos.promocion.notices import NoticesTab
from promueve_gui.gui.pasos.promocion.requests import RequestsTab
from promueve_gui.gui.pasos.promocion.round_tables import RoundTables
from promueve_gui.gui.widgets.gap_strip import GapStrip

if TYPE_CHECKING:
    from promueve_gui.domain.difusion import SolicitudComunicacion
    from promueve_gui.domain.ficha import Id

AGREEMENTS_EMPTY = (
    "check-circle",
    "Todavía no hay acuerdos",
    "Anote los acuerdos de la minuta de cada mesa redonda, con responsable y fecha límite.",
)


class PromocionPage(StepPage):
    """Keeps the log of promotion."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        gaps = GapStrip(self.project, self.paso)
        gaps.jump_asked.connect(self.jump_asked)
        self.head.addWidget(gaps)
        self.log = PublicationLog(self)
        self.notices = NoticesTab(self)
        self.requests = RequestsTab(self)
        self.round_tables = RoundTables(self)
        self.agreements = make_panel(self, Acuerdo, filters=("evento", "estado"), empty=AGREEMENTS_EMPTY)
        self._tabs = self.tabs(
            ("Bitácora de difusión", self.log),
            ("Avisos de alto valor", self.notices),
            ("Solicitudes", self.requests),
            ("Mesas redondas", self.round_tables),
            ("Acuerdos", self.agreements),
        )
        for panel in (self.log.panel, self.notices.panel, self.requests.panel, self.agreements):
            self.register(panel, self._tabs)
        self.round_tables.jump_asked.connect(self.jump_asked)
        self.requests.attend_asked.connect(self._attend)

    def show_record(self, entidad: str, identidad: Id, nombre: str) -> None:
        """Go to a record; to a piece of evidence through its publication."""
        if entidad != Evidencia.ENTIDAD:
            super().show_record(entidad, identidad, nombre)
            return
        evidencia = self.project.proyecto.get(Evidencia, identidad)
        publicacion = evidencia.publicacion if evidencia is not None else None
        super().show_record(Publicacion.ENTIDAD, publicacion or "", "")

    def _attend(self, solicitud: SolicitudComunicacion) -> None:
        self._tabs.setCurrentWidget(self.log)
        self.log.register(desde_solicitud(solicitud, self.context.services.today()))
