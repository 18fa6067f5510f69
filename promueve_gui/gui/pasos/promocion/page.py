"""Step 4: what was published."""

from __future__ import annotations

from typing import Any

from promueve_gui.domain.difusion import AvisoAltoValor, Evidencia, Publicacion, SolicitudComunicacion
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.lists import make_panel


class PromocionPage(StepPage):
    """Step 4: what was published."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        kinds = (("Publicaciones", Publicacion), ("Evidencias", Evidencia), ("Avisos", AvisoAltoValor), ("Solicitudes", SolicitudComunicacion))
        panels = [(name, make_panel(self, tipo)) for name, tipo in kinds]
        tabs = self.tabs(*panels)
        for _, panel in panels:
            self.register(panel, tabs)
