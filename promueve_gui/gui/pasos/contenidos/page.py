"""Step 3: contents."""

from __future__ import annotations

from typing import Any

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.lists import make_panel


class ContenidosPage(StepPage):
    """Step 3: contents."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        kinds = (("Contenidos", Contenido),)
        panels = [(name, make_panel(self, tipo)) for name, tipo in kinds]
        tabs = self.tabs(*panels)
        for _, panel in panels:
            self.register(panel, tabs)
