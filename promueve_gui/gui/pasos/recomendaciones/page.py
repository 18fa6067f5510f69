"""Step 5: what is recommended."""

from __future__ import annotations

from typing import Any

from promueve_gui.domain.recomendaciones import AccionMejora, Recomendacion
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.lists import make_panel


class RecomendacionesPage(StepPage):
    """Step 5: what is recommended."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        kinds = (("Recomendaciones", Recomendacion), ("Acciones de mejora", AccionMejora))
        panels = [(name, make_panel(self, tipo)) for name, tipo in kinds]
        tabs = self.tabs(*panels)
        for _, panel in panels:
            self.register(panel, tabs)
