"""Where the institution stands and who it is."""

from __future__ import annotations

from typing import Any

from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.lists import make_panel


class InicioPage(StepPage):
    """Where the institution stands and who it is."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        kinds = (("Áreas", AreaGeneradora), ("Personas", Persona), ("Institución", Institucion))
        panels = [(name, make_panel(self, tipo)) for name, tipo in kinds]
        tabs = self.tabs(*panels)
        for _, panel in panels:
            self.register(panel, tabs)
