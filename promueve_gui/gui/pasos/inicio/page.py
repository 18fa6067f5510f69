"""The page Inicio: the board of rules, and who the institution is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.domain.institucion import (
    AreaGeneradora,
    DiaInhabil,
    Institucion,
    Membrete,
    Persona,
    PlantillaPresentacion,
)
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.inicio.board import Board
from promueve_gui.gui.widgets.parts import button

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.pasos.inicio.institution import InstitutionPanel
    from promueve_gui.gui.widgets.record_panel import RecordPanel

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


# The tab where each kind of record is edited.
TABS = {
    Institucion.ENTIDAD: 1,
    Membrete.ENTIDAD: 2,
    AreaGeneradora.ENTIDAD: 3,
    Persona.ENTIDAD: 4,
    DiaInhabil.ENTIDAD: 5,
    PlantillaPresentacion.ENTIDAD: 1,
}


class InicioPage(StepPage):
    """Where the institution stands, and its data."""

    def __init__(self, *args: Any) -> None:
        """Build the page with its board; forms and lists are built when their tab is first chosen."""
        super().__init__(*args)
        board = Board(self.context, self.project)
        board.jump_asked.connect(self.jump_asked)
        board.alerts_asked.connect(lambda: self.action_asked.emit("avisos"))
        self._institution: InstitutionPanel | None = None
        areas: dict[str, Any] = {"empty": AREAS_EMPTY, "columns": ("nombre", "siglas", "responsable", "correo")}
        self._tabs = self.tabs(
            ("Tablero", board),
            ("Institución", self._make_institution),
            ("Membretes", self._make_letterheads),
            ("Áreas", lambda: self._make_list(AreaGeneradora, **areas)),
            ("Personas", lambda: self._make_list(Persona, filters=("rol",), empty=PERSONAS_EMPTY)),
            ("Días inhábiles", lambda: self._make_list(DiaInhabil, empty=DIAS_EMPTY)),
        )
        bring = button(
            "Importar plan o inventario…", lambda: self.action_asked.emit("importar"), "", self.context.icon("import")
        )
        bring.setEnabled(not self.project.read_only)
        self.head.addWidget(bring)

    def show_record(self, entidad: str, identidad: str, nombre: str) -> None:
        """Go to a record of the page, to the institution itself, or to one of the profile and the catalogues."""
        if entidad not in TABS:
            self.action_asked.emit(f"perfil:{entidad};{identidad};{nombre}")
            return
        self._tabs.setCurrentIndex(TABS[entidad])
        if self._institution is not None and entidad == Institucion.ENTIDAD:
            self._institution.focus_field(nombre)
        else:
            super().show_record(entidad, identidad, nombre)

    def flush(self) -> None:
        """Save what is being typed."""
        super().flush()
        if self._institution is not None:
            self._institution.flush()

    def _make_institution(self) -> InstitutionPanel:
        from promueve_gui.gui.pasos.inicio.institution import InstitutionPanel

        self._institution = InstitutionPanel(self.context, self.project)
        self._institution.field_focused.connect(self.field_focused)
        self._institution.letterheads_asked.connect(lambda: self.show_record(Membrete.ENTIDAD, "", ""))
        return self._institution

    def _make_letterheads(self) -> RecordPanel:
        from promueve_gui.gui.pasos.inicio.letterheads import LetterheadPanel

        return self.register(LetterheadPanel(self.context, self.project, self.messages), self._tabs)

    def _make_list(self, tipo: type[Registro], **details: Any) -> RecordPanel:
        from promueve_gui.gui.pasos.lists import make_panel

        return self.register(make_panel(self, tipo, **details), self._tabs)
