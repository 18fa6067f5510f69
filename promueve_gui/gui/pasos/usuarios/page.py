"""Step 1: user groups with their power–interest grid, the data they use, and their contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.counted_tabs import CountedTabs
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.pasos.usuarios.catalogue_dialog import add_typical_groups
from promueve_gui.gui.pasos.usuarios.duplicados import DuplicatesTab, VoicesBox, separate_groups
from promueve_gui.gui.pasos.usuarios.grid_card import GridCard
from promueve_gui.gui.theme import GRID
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
GROUP_WIDTHS = {"nombre": 230, "siglas": 84, "clase": 116, "area": 200}  # pixels: so that the area is seen too
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
LATE = {UsoDatos.ENTIDAD: 1, Contacto.ENTIDAD: 2}  # the tabs that are built when first chosen
DUPLICATES = "Duplicados"


class UsuariosPage(StepPage):
    """Step 1: user groups."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        self.gaps = GapStrip(self.project, self.paso)
        self.gaps.jump_asked.connect(self.jump_asked)
        self.typical = button("Grupos típicos…", lambda: add_typical_groups(self, self.context, self.project))
        self.typical.setToolTip("Elegir grupos de un catálogo de los más frecuentes")
        self.typical.setEnabled(not self.project.read_only)
        self.head.addWidget(self.gaps)
        self.head.addWidget(self.typical)
        self.grid = GridCard(self.context, self.project, self.messages)
        groups = self._make_groups()
        self.pages = self.tabs(
            ("Grupos", groups),
            ("Uso de los datos", self._make_uses),
            ("Contactos", self._make_contacts),
            (DUPLICATES, self._make_duplicates),
        )
        self._duplicates_place = self.pages.count() - 1
        self._counts = CountedTabs(self.pages, self.project, {0: GrupoUsuarios, 1: UsoDatos, 2: Contacto})
        self.register(groups, self.pages)

    def show_record(self, entidad: str, identidad: str, nombre: str) -> None:
        """Go to a record, on a tab that may not have been visited yet."""
        if entidad in DuplicatesTab.KINDS:
            self.pages.setCurrentIndex(self._duplicates_place)
            self._duplicates.show_record(entidad, identidad)
            return
        self.pages.build(LATE.get(entidad, 0))
        super().show_record(entidad, identidad, nombre)

    def _make_uses(self) -> QWidget:
        columns = ("grupo", "conjunto", "tipo", "uso")
        uses = make_panel(self, UsoDatos, columns=columns, filters=("tipo",), empty=USES_EMPTY)
        return self.register(uses, self.pages)

    def _make_contacts(self) -> QWidget:
        contacts = make_panel(self, Contacto, filters=("no_contactar",), empty=CONTACTS_EMPTY)
        self.register(contacts, self.pages)
        with_note = QWidget()
        layout = column(label(CONTACTS_NOTE, "secundario", wrap=True), contacts)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setStretch(1, 1)
        with_note.setLayout(layout)
        return with_note

    def _make_duplicates(self) -> QWidget:
        self._duplicates = DuplicatesTab(self)
        self._duplicates.counted.connect(self._count_duplicates)
        return self._duplicates

    def _count_duplicates(self, count: int) -> None:
        self.pages.setTabText(self._duplicates_place, f"{DUPLICATES} ({count})")

    def _make_groups(self) -> RecordPanel:
        groups = make_panel(
            self,
            GrupoUsuarios,
            columns=GROUP_COLUMNS,
            filters=("clase", "area", "ejes", "prioritario"),
            empty=GROUPS_EMPTY,
            beside=self.grid,
        )
        table = groups.list.table
        for nombre, pixels in GROUP_WIDTHS.items():
            table.setColumnWidth(GROUP_COLUMNS.index(nombre), pixels)
        has_initials = any(grupo.siglas for grupo in self.project.proyecto.activos(GrupoUsuarios))
        table.setColumnHidden(GROUP_COLUMNS.index("siglas"), not has_initials)
        self.grid.follow(groups.list.model)
        self.grid.chosen.connect(groups.list.table.select_record)
        self.grid.open_asked.connect(groups.list.show_record)
        self.grid.open_asked.connect(groups.open_form)
        groups.list.current_changed.connect(self.grid.set_current)
        self.voices = VoicesBox(self.project, groups.form)
        self.voices.separate_asked.connect(lambda union: separate_groups(self.project, self.messages, union))
        return groups
