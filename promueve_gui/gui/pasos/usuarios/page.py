"""Step 1: user groups."""

from __future__ import annotations

from typing import Any

from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.lists import make_panel


class UsuariosPage(StepPage):
    """Step 1: user groups."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        kinds = (("Grupos", GrupoUsuarios), ("Usos de datos", UsoDatos), ("Contactos", Contacto))
        panels = [(name, make_panel(self, tipo)) for name, tipo in kinds]
        tabs = self.tabs(*panels)
        for _, panel in panels:
            self.register(panel, tabs)
