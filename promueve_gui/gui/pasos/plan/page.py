"""Step 2: the plan as a list and as a calendar, and what there is to promote."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.conjuntos import CRITERIOS, Acuerdo, ConjuntoDatos, Evento, Herramienta, Recurso
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.counted_tabs import CountedTabs
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.pasos.master_detail import MasterDetail
from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
from promueve_gui.gui.widgets.gap_strip import GapStrip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.widgets.record_panel import RecordPanel


def _value(conjunto: ConjuntoDatos) -> Shown:
    """Show the sum of the criteria, or that R2 leaves the dataset out, which no sum may hide."""
    if not conjunto.promovible:
        return Shown("No se promueve", order=-1, colour="atencion")
    return Shown(f"{conjunto.valor} de {len(CRITERIOS)}", order=conjunto.valor)


VALUE = Derived("valor", "Valor", 17, _value)
DATA_COLUMNS: tuple[str | Derived, ...] = (
    "nombre",
    VALUE,
    "prioritario",
    "alto_valor",
    "acceso",
    "area",
    "frecuencia",
    "fecha_publicacion",
    "fecha_compromiso",
    "institucional",
    *CRITERIOS,
    "url",
    "correo_contacto",
    "descripcion",
    "razon",
)
DATA_EMPTY = (
    "database-outline",
    "Todavía no hay conjuntos de datos",
    "Importe su Plan de Apertura o su Inventario desde Inicio, o agréguelos aquí; también puede pegarlos de Excel.",
)
RESOURCE_COLUMNS = ("nombre", "acceso", "formato", "fecha", "url", "frecuencia", "responsable", "descripcion")
RESOURCES_EMPTY = ("file-outline", "Sin recursos", "Aquí van los archivos y servicios del conjunto elegido.")
TOOLS_EMPTY = (
    "view-dashboard-outline",
    "Todavía no hay herramientas",
    "Registre visores, aplicaciones y tableros hechos con los datos, terminados o en preparación.",
)
EVENT_COLUMNS = ("nombre", "tipo", "fecha", "lugar", "hora_inicio", "hora_fin", "convoca", "conjuntos", "grupos")
EVENTS_EMPTY = (
    "account-group",
    "Todavía no hay eventos",
    "Las mesas redondas con usuarios y áreas son la forma más eficaz de promover: planee aquí la primera.",
)
AGREEMENT_COLUMNS = ("tarea", "responsable", "fin", "estado", "inicio")
AGREEMENTS_EMPTY = ("check", "Sin acuerdos", "Anote lo que se acordó en la mesa, con responsable y fecha límite.")
# The tabs, by place, and in which of them each kind of record stands; those that are not here are built at once.
LINES, DATA, TOOLS, EVENTS = range(4)
LATE = {
    ConjuntoDatos.ENTIDAD: DATA,
    Recurso.ENTIDAD: DATA,
    Herramienta.ENTIDAD: TOOLS,
    Evento.ENTIDAD: EVENTS,
    Acuerdo.ENTIDAD: EVENTS,
}
BELOW = frozenset({Recurso.ENTIDAD, Acuerdo.ENTIDAD})


class PlanPage(StepPage):
    """Step 2: the plan."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        self.gaps = GapStrip(self.project, self.paso)
        self.gaps.jump_asked.connect(self.jump_asked)
        self.head.addWidget(self.gaps)
        self.lines = LinesPanel(self)
        self.lines.jump_asked.connect(self.jump_asked)
        self.pages = self.tabs(
            ("Actividades", self.lines),
            ("Qué promover", lambda: self.data),
            ("Herramientas", self._make_tools),
            ("Eventos y mesas redondas", lambda: self.events),
        )
        self._counts = CountedTabs(
            self.pages, self.project, {LINES: LineaPlan, DATA: ConjuntoDatos, TOOLS: Herramienta, EVENTS: Evento}
        )
        self.register(self.lines, self.pages)

    @cached_property
    def data(self) -> MasterDetail:
        """The datasets with their resources, built when their tab is first chosen."""
        made = MasterDetail(self, Recurso, "conjunto", self._make_data, columns=RESOURCE_COLUMNS, empty=RESOURCES_EMPTY)
        return self._registered(made)

    @cached_property
    def events(self) -> MasterDetail:
        """The events with the agreements of each, built when their tab is first chosen."""
        made = MasterDetail(
            self, Acuerdo, "evento", self._make_events, columns=AGREEMENT_COLUMNS, empty=AGREEMENTS_EMPTY
        )
        return self._registered(made)

    def show_record(self, entidad: str, identidad: str, nombre: str) -> None:
        """Go to a record; resources and agreements are shown under the record that they belong to."""
        self.pages.build(LATE.get(entidad, LINES))
        if entidad in BELOW and identidad:
            (self.data if entidad == Recurso.ENTIDAD else self.events).show_detail(identidad)
        super().show_record(entidad, identidad, nombre)

    def create_line(self, valores: Mapping[str, Any]) -> Id | None:
        """Make a line with ``valores`` over what every new one begins with, and open it; ``None`` when refused."""
        self.pages.setCurrentIndex(LINES)
        return self.lines.create_line(valores)

    def open_line(self, identidad: Id) -> None:
        """Open the form of a line, in the view that is shown."""
        self.show_record(LineaPlan.ENTIDAD, identidad, "nombre")

    def _registered(self, both: MasterDetail) -> MasterDetail:
        self.register(both.master, self.pages)
        self.register(both.detail, self.pages)
        return both

    def _make_tools(self) -> QWidget:
        tools = make_panel(self, Herramienta, filters=("tipo", "publicada"), empty=TOOLS_EMPTY)
        return self.register(tools, self.pages)

    def _make_data(self, toggle: QWidget) -> RecordPanel:
        return make_panel(
            self,
            ConjuntoDatos,
            columns=DATA_COLUMNS,
            filters=("acceso", "prioritario", "institucional", "area"),
            empty=DATA_EMPTY,
            actions=(toggle,),
        )

    def _make_events(self, toggle: QWidget) -> RecordPanel:
        return make_panel(self, Evento, columns=EVENT_COLUMNS, filters=("tipo",), empty=EVENTS_EMPTY, actions=(toggle,))
