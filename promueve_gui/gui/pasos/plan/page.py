"""Step 2: the plan as a list and as a calendar, and what there is to promote."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from promueve_gui.application.plan_filter import describe
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.conjuntos import CRITERIOS, Acuerdo, ConjuntoDatos, Evento, Herramienta, Recurso
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.gui.models.derived import Derived
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.counted_tabs import CountedTabs
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.pasos.master_detail import MasterDetail
from promueve_gui.gui.pasos.plan.proposal_watch import ProposalWatch
from promueve_gui.gui.pasos.plan.value_model import value_of
from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
from promueve_gui.gui.widgets.gap_strip import GapStrip
from promueve_gui.gui.widgets.linked_box import LinkedBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from promueve_gui.application.print_plan import Seleccion
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.plan.coverage_tab import CoverageTab
    from promueve_gui.gui.pasos.plan.data_tab import DataTab
    from promueve_gui.gui.pasos.plan.proposals_page import ProposalsPage
    from promueve_gui.gui.widgets.record_panel import RecordPanel


VALUE = Derived("valor", "Valor", 17, value_of)
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
LINES, DATA, TOOLS, EVENTS, PROPOSALS = range(5)
LATE = {
    ConjuntoDatos.ENTIDAD: DATA,
    Recurso.ENTIDAD: DATA,
    Herramienta.ENTIDAD: TOOLS,
    Evento.ENTIDAD: EVENTS,
    Acuerdo.ENTIDAD: EVENTS,
    SugerenciaDescartada.ENTIDAD: PROPOSALS,
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
        self._built_choosing: DataTab | None = None
        self.lines = LinesPanel(self)
        self.lines.jump_asked.connect(self.jump_asked)
        self.lines.bar.hand_over.asked.connect(self.action_asked)
        self.pages = self.tabs(
            ("Actividades", self.lines),
            ("Qué promover", lambda: self.choosing),
            ("Herramientas", self._make_tools),
            ("Eventos", lambda: self.events),
            ("Propuestas", lambda: self.proposals),
            ("Cobertura", lambda: self.coverage),
        )
        self._counts = CountedTabs(
            self.pages, self.project, {LINES: LineaPlan, DATA: ConjuntoDatos, TOOLS: Herramienta, EVENTS: Evento}
        )
        self.register(self.lines, self.pages)
        self.watch = ProposalWatch(self)
        self.watch.found.connect(lambda found: self.pages.setTabText(PROPOSALS, f"Propuestas ({len(found)})"))

    @cached_property
    def data(self) -> MasterDetail:
        """The datasets with their resources, built when their tab is first chosen."""
        made = MasterDetail(self, Recurso, "conjunto", self._make_data, columns=RESOURCE_COLUMNS, empty=RESOURCES_EMPTY)
        for tipo, title in ((Herramienta, "Herramientas que lo usan"), (Evento, "Eventos en que se presenta")):
            form = made.master.form
            linked = LinkedBox(self.context, self.project, form, tipo, "conjuntos", ConjuntoDatos, title)
            linked.jump_asked.connect(self.jump_asked)
        return self._registered(made)

    @cached_property
    def choosing(self) -> DataTab:
        """The datasets in all their views, built when their tab is first chosen."""
        from promueve_gui.gui.pasos.plan.data_tab import DataTab

        made = self._built_choosing = DataTab(self, self.data)
        made.create_asked.connect(self.create_line)
        made.open_asked.connect(self.open_line)
        made.jump_asked.connect(self.jump_asked)
        made.field_focused.connect(self.field_focused)
        return made

    @cached_property
    def proposals(self) -> ProposalsPage:
        """What the rules propose and what was dismissed, built when their tab is first chosen."""
        from promueve_gui.gui.pasos.plan.proposals_page import ProposalsPage

        made = ProposalsPage(self, self.watch)
        made.edit_asked.connect(self.open_line)
        made.rules_asked.connect(lambda: self.action_asked.emit(f"perfil:{ReglaPlan.ENTIDAD};;"))
        self.register(made.dismissed, self.pages)
        return made

    @cached_property
    def coverage(self) -> CoverageTab:
        """The matrices of coverage, built when their tab is first chosen."""
        from promueve_gui.gui.pasos.plan.coverage_tab import CoverageTab

        made = CoverageTab(self, self.lines)
        made.create_asked.connect(self.create_line)
        made.open_asked.connect(self.open_line)
        made.jump_asked.connect(self.jump_asked)
        return made

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
        if entidad in {ConjuntoDatos.ENTIDAD, Recurso.ENTIDAD}:
            self.choosing.show_list()
        if entidad == SugerenciaDescartada.ENTIDAD:
            self.proposals.show_dismissed()
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

    def in_sight(self) -> Seleccion | None:
        """Return the lines that the filter of the views leaves in sight."""
        from promueve_gui.application.print_plan import Seleccion

        lines = self.lines.desk.lines
        said = describe(lines.filtro, self.project.proyecto)
        return Seleccion(frozenset(linea.id for linea in lines.lines()), said) if said else None

    def showEvent(self, event: QShowEvent) -> None:
        """Count what is proposed, once there is time for it."""
        super().showEvent(event)
        self.watch.on_shown()

    def flush(self) -> None:
        """Save what is being typed."""
        super().flush()
        if self._built_choosing is not None:
            self._built_choosing.flush()

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
