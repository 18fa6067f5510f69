"""Step 2: the plan."""

from __future__ import annotations

from typing import Any

from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta, Recurso
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.lists import make_panel


class PlanPage(StepPage):
    """Step 2: the plan."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        kinds = (("Actividades", LineaPlan), ("Conjuntos", ConjuntoDatos), ("Recursos", Recurso), ("Herramientas", Herramienta), ("Eventos", Evento))
        panels = [(name, make_panel(self, tipo)) for name, tipo in kinds]
        tabs = self.tabs(*panels)
        for _, panel in panels:
            self.register(panel, tabs)
