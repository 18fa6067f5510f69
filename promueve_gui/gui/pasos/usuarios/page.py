"""Step 1: user groups with their power–interest grid, the data they use, and their contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.counted_tabs import CountedTabs
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.pasos.usuarios.catalogue_dialog import add_typical_groups
from promueve_gui.gui.pasos.usuarios.grid_card import GridCard
from promueve_gui.gui.widgets.gap_strip import GapStrip
from promueve_gui.gui.widgets.parts import button, column, label

if TYPE_CHECKING:
    from promueve_gui.gui.widgets.record_panel import RecordPanel

GROUPS_EMPTY = (
    "account-group",
    "Todavía no hay grupos de usuarios",
    "Empiece por quienes ya usan sus datos, marque los que correspondan en «Grupos típicos» o péguelos de Excel.",
)
GROUP_COLUMNS = ("nombre", "siglas", "clase", "area", "ejes", "prioritario", "poder", "interes", "descripcion")
USES_EMPTY = (
    "link-variant",
    "Todavía no se sabe qué datos usa cada grupo",
    "Anote qué conjunto usa o podría usar cada grupo, y para qué: de ahí salen las actividades del plan.",
)
CONTACTS_EMPTY = (
    "account",
    "Todavía no hay contactos",
    "Agregue solo a quien vaya a escribirle; las exportaciones los dejan fuera si usted no pide lo contrario.",
)
CONTACTS_NOTE = (
    "Un grupo no necesita personas con nombre. Si agrega a alguien, anote de dónde obtuvo sus datos y cuándo le "
    "entregó el aviso de privacidad."
)


class UsuariosPage(StepPage):
    """Step 1: user groups."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        gaps = GapStrip(self.project, self.paso)
        gaps.jump_asked.connect(self.jump_asked)
        typical = button("Grupos típicos…", lambda: add_typical_groups(self, self.context, self.project))
        typical.setToolTip("Elegir grupos de un catálogo de los más frecuentes")
        typical.setEnabled(not self.project.read_only)
        self.head.addWidget(gaps)
        self.head.addWidget(typical)
        self.grid = GridCard(self.context, self.project, self.messages)
        groups = self._make_groups()
        uses = make_panel(
            self, UsoDatos, columns=("grupo", "conjunto", "tipo", "uso"), filters=("tipo",), empty=USES_EMPTY
        )
        contacts = make_panel(self, Contacto, filters=("no_contactar",), empty=CONTACTS_EMPTY)
        with_note = QWidget()
        layout = column(label(CONTACTS_NOTE, "secundario", wrap=True), contacts)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setStretch(1, 1)
        with_note.setLayout(layout)
        tabs = self.tabs(("Grupos", groups), ("Uso de los datos", uses), ("Contactos", with_note))
        self._counts = CountedTabs(tabs, self.project, {0: GrupoUsuarios, 1: UsoDatos, 2: Contacto})
        for panel in (groups, uses, contacts):
            self.register(panel, tabs)

    def _make_groups(self) -> RecordPanel:
        groups = make_panel(
            self,
            GrupoUsuarios,
            columns=GROUP_COLUMNS,
            filters=("clase", "area", "ejes", "prioritario"),
            empty=GROUPS_EMPTY,
            beside=self.grid,
        )
        self.grid.follow(groups.list.model)
        self.grid.chosen.connect(groups.list.table.select_record)
        self.grid.open_asked.connect(groups.list.show_record)
        self.grid.open_asked.connect(groups.open_form)
        groups.list.current_changed.connect(self.grid.set_current)
        return groups
