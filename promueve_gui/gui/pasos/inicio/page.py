"""The page Inicio: the board of rules, and who the institution is."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from promueve_gui.domain.institucion import AreaGeneradora, DiaInhabil, Institucion, Persona
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.inicio.board import Board
from promueve_gui.gui.pasos.inicio.institution import InstitutionPanel
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.widgets.parts import button

AREAS_EMPTY = (
    "sitemap-outline",
    "Todavía no hay áreas",
    "Las áreas aparecen solas al importar el Plan de Apertura o el Inventario; también puede agregarlas aquí.",
)
PERSONAS_EMPTY = (
    "account",
    "Todavía no hay personas",
    "Registre al Enlace Institucional, al Administrador de Datos y a quienes responden por cada paso.",
)
DIAS_EMPTY = (
    "calendar",
    "No hay cierres propios",
    "Los días festivos oficiales ya están considerados; agregue aquí los cierres de su institución.",
)


class InicioPage(StepPage):
    """Where the institution stands, and its data."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        board = Board(self.context, self.project)
        board.jump_asked.connect(self.jump_asked)
        self._institution = InstitutionPanel(self.context, self.project, self.messages)
        self._institution.field_focused.connect(self.field_focused)
        areas = make_panel(self, AreaGeneradora, empty=AREAS_EMPTY, columns=("nombre", "siglas", "responsable", "correo"))
        personas = make_panel(self, Persona, filters=("rol",), empty=PERSONAS_EMPTY)
        dias = make_panel(self, DiaInhabil, empty=DIAS_EMPTY)
        pages: tuple[tuple[str, QWidget], ...] = (
            ("Tablero", board),
            ("Institución", self._institution),
            ("Áreas", areas),
            ("Personas", personas),
            ("Días inhábiles", dias),
        )
        self._tabs = self.tabs(*pages)
        for panel in (areas, personas, dias):
            self.register(panel, self._tabs)
        bring = button(
            "Importar plan o inventario…", lambda: self.action_asked.emit("importar"), "", self.context.icon("import")
        )
        bring.setEnabled(not self.project.read_only)
        self.head.addWidget(bring)

    def show_record(self, entidad: str, identidad: str, nombre: str) -> None:
        """Go to a record of the page, to the institution itself, or to the profile."""
        if entidad == Institucion.ENTIDAD:
            self._tabs.setCurrentWidget(self._institution)
            self._institution.focus_field(nombre)
        elif entidad in self.panels:
            super().show_record(entidad, identidad, nombre)
        else:
            self.action_asked.emit("perfil")

    def flush(self) -> None:
        """Save what is being typed."""
        super().flush()
        self._institution.flush()
