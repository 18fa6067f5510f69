"""Step 5: the register of recommendations with its deadlines, and the improvements they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from promueve_gui.application.answers import accion_inicial, recomendacion_inicial
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.recomendaciones import AccionMejora, Recomendacion
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.pasos.recomendaciones.actions_box import ActionsBox
from promueve_gui.gui.pasos.recomendaciones.overview import OverviewTab
from promueve_gui.gui.pasos.recomendaciones.terms import Terms
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.choice_filter import ChoiceFilter
from promueve_gui.gui.widgets.gap_strip import GapStrip
from promueve_gui.gui.widgets.parts import button, label, row

if TYPE_CHECKING:
    from promueve_gui.application.answers import EstadoRespuesta
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.widgets.record_panel import RecordPanel

EMPTY = (
    "message-reply-text-outline",
    "Todavía no hay recomendaciones",
    "Registre lo que llega por solicitudes, portal, correo, encuestas o mesas redondas; aquí se cuenta el plazo.",
)
ACTIONS_EMPTY = (
    "flag-outline",
    "Todavía no hay acciones de mejora",
    "Una recomendación que procede se convierte en un compromiso con fecha y responsable.",
)
TERM = "Plazo para responder: {plazo}. El día en que se recibe es el día cero."


class RecomendacionesPage(StepPage):
    """Receives and answers recommendations."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        gaps = GapStrip(self.project, self.paso)
        gaps.jump_asked.connect(self.jump_asked)
        self.head.addWidget(gaps)
        self._terms = Terms(self.context, self.project)
        self.term = label("", "secundario", wrap=True)
        self.state_filter = ChoiceFilter("Estado", self._terms.choices, self._on_filter)
        self.received = self._make_received()
        self.improvements = make_panel(self, AccionMejora, filters=("estado", "tipo"), empty=ACTIONS_EMPTY)
        self.actions_box = ActionsBox(self.context, self.project, self.received.form)
        self.overview = OverviewTab(self, self._terms)
        self._tabs = self.tabs(
            ("Recomendaciones", self._with_term()),
            ("Acciones de mejora", self.improvements),
            ("Panorama", self.overview),
        )
        for panel in (self.received, self.improvements):
            self.register(panel, self._tabs)
        self.actions_box.new_asked.connect(self.add_action)
        self.actions_box.chosen.connect(lambda identidad: self.show_record(AccionMejora.ENTIDAD, identidad, ""))
        self.received.list.cleared.connect(self.state_filter.clear)
        self.received.list.current_changed.connect(self._on_current)
        self.received.list.model.set_order(self._terms.order)
        self.project.changed.connect(self._show_term)
        self._show_term()

    def add_action(self, recomendacion: Id) -> None:
        """Promise an improvement for a recommendation, and go to it."""
        self.received.flush()
        registro = self.project.proyecto.get(Recomendacion, recomendacion)
        if registro is None:
            return
        accion = AccionMejora(id=nuevo_id(), **accion_inicial(registro))
        if self.project.edit(f"Nueva acción de mejora de «{registro.folio}»", [alta(accion)]) is not None:
            self._on_current(recomendacion)
            self.show_record(AccionMejora.ENTIDAD, accion.id, "nombre")

    def _make_received(self) -> RecordPanel:
        vence, estado = self._terms.columns()
        first = ("folio", vence, estado, "fecha_recepcion", "origen", "texto", "conjunto", "area", "clase")
        rest = ("desenlace", "fecha_estimada", "fecha_respuesta", "respuesta", "fundamento", "tecnico", "remitente")
        return make_panel(
            self,
            Recomendacion,
            columns=(*first, *rest, "dias_pausa"),
            filters=("origen", "desenlace", "area"),
            empty=EMPTY,
            iniciales=lambda: recomendacion_inicial(self.project.proyecto, self.context.services.today()),
            actions=(self.state_filter,),
        )

    def _with_term(self) -> QWidget:
        profile = button("Cambiar en el perfil", lambda: self.action_asked.emit("perfil"), "enlace")
        head = row(self.term, profile)
        head.setStretch(0, 1)
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.received, 1)
        return made

    def _on_filter(self, estados: frozenset[EstadoRespuesta] | None) -> None:
        def accepts(registro: Registro) -> bool:
            return (
                isinstance(registro, Recomendacion)
                and estados is not None
                and self._terms.situacion(registro).estado in estados
            )

        self.received.list.model.set_filter("situacion", None if estados is None else accepts)

    def _on_current(self, identidad: Id | None) -> None:
        """Put the improvements of the chosen recommendation before the others."""

        def order(registro: Registro) -> bool:
            return not (isinstance(registro, AccionMejora) and registro.recomendacion == identidad)

        self.improvements.list.model.set_order(None if identidad is None else order)

    def _show_term(self, _cambios: object = None) -> None:
        self.term.setText(TERM.format(plazo=self._terms.plazo()))
