"""Step 1: user groups with their power–interest grid, the data they use, and their contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from promueve_gui.domain.conjuntos import Evento, Herramienta
from promueve_gui.domain.formatos import Duda, EnvioFormato, EstadoDuda
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.counted_tabs import CountedTabs
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.pasos.usuarios.analysis_card import AnalysisCard
from promueve_gui.gui.pasos.usuarios.catalogue_dialog import add_typical_groups
from promueve_gui.gui.pasos.usuarios.doubts_tab import DoubtsTab
from promueve_gui.gui.pasos.usuarios.duplicados import DuplicatesTab, VoicesBox, separate_groups
from promueve_gui.gui.pasos.usuarios.formats_tab import FormatsTab
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.gap_strip import GapStrip
from promueve_gui.gui.widgets.linked_box import LinkedBox
from promueve_gui.gui.widgets.parts import button, column, label, scrolled

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
LATE = {
    UsoDatos.ENTIDAD: 1,
    Contacto.ENTIDAD: 2,
    EnvioFormato.ENTIDAD: 3,
    Duda.ENTIDAD: 4,
}  # the tabs that are built when first chosen
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
        self.analysis = AnalysisCard(self)
        self.analysis.edit_asked.connect(lambda campo: self.action_asked.emit(f"perfil:{campo}"))
        groups = self._make_groups()
        self.pages = self.tabs(
            ("Grupos", groups),
            ("Uso de los datos", self._make_uses),
            ("Contactos", self._make_contacts),
            ("Formatos", self._make_formats),
            ("Dudas", self._make_doubts),
            (DUPLICATES, self._make_duplicates),
        )
        self._duplicates_place = self.pages.count() - 1
        counted = {0: GrupoUsuarios, 1: UsoDatos, 2: Contacto, 3: EnvioFormato, 4: Duda}
        pending = {4: lambda duda: duda.estado is EstadoDuda.PENDIENTE}
        self._counts = CountedTabs(self.pages, self.project, counted, pending)
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

    def _make_formats(self) -> QWidget:
        formats = FormatsTab(self)
        formats.action_asked.connect(self.action_asked)
        formats.jump_asked.connect(self.jump_asked)
        self.register(formats.panel, self.pages)
        return formats

    def _make_doubts(self) -> QWidget:
        doubts = DoubtsTab(self)
        doubts.jump_asked.connect(self.jump_asked)
        self.register(doubts.panel, self.pages)
        return doubts

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
            beside=scrolled(self.analysis, "Análisis de los grupos"),
        )
        table = groups.list.table
        for nombre, pixels in GROUP_WIDTHS.items():
            table.setColumnWidth(GROUP_COLUMNS.index(nombre), pixels)
        has_initials = any(grupo.siglas for grupo in self.project.proyecto.activos(GrupoUsuarios))
        table.setColumnHidden(GROUP_COLUMNS.index("siglas"), not has_initials)
        self.analysis.follow(groups)
        self.voices = VoicesBox(self.project, groups.form)
        for tipo, title in ((Herramienta, "Herramientas que le sirven"), (Evento, "Eventos a los que se invita")):
            linked = LinkedBox(self.context, self.project, groups.form, tipo, "grupos", GrupoUsuarios, title)
            linked.jump_asked.connect(self.jump_asked)
        self.voices.separate_asked.connect(lambda union: separate_groups(self.project, self.messages, union))
        return groups
