"""«Propuestas»: what the rules propose, to be accepted, changed or dismissed. Nothing is ever added by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from promueve_gui.application.proposals import accept, dismiss, horizon
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.texto import contado
from promueve_gui.gui.pasos.plan.proposal_card import ProposalCard
from promueve_gui.gui.pasos.plan.proposal_model import Agrupar, ProposalModel
from promueve_gui.gui.pasos.plan.proposal_tree import ProposalTree
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.horizon_box import HorizonBox
from promueve_gui.gui.widgets.parts import EmptyState, button, column, label
from promueve_gui.gui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from promueve_gui.application.proposals import LineaPropuesta
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.pasos.plan.proposal_watch import ProposalWatch

SEARCH_DELAY_MS = 120
EMPTY = (
    "No hay nada que proponer",
    "El plan ya atiende lo que las reglas vigilan en ese plazo. Elija un plazo más largo, o revise las reglas.",
)
NO_GROUPS = (
    "Faltan los grupos de usuarios",
    "Cada propuesta dice para quién es: identifique en el paso 1 quién usa los datos, y aquí verá qué conviene hacer.",
)
NO_RULES = (
    "Este proyecto no tiene reglas",
    "Las reglas dicen qué proponer cuando un conjunto se publica, hay un evento o falta una comunicación.",
)
NOTHING_FOUND = ("Nada coincide con lo que busca", "Pruebe con otras palabras.")


class ProposalsTab(QWidget):
    """The list of proposals with its controls and its card."""

    edit_asked = Signal(str)  # the identity of a line that was accepted, to be changed
    rules_asked = Signal()
    dismissed_asked = Signal()

    def __init__(self, page: StepPage, watch: ProposalWatch) -> None:
        """Show what ``watch`` knows already, and what it finds from now on."""
        super().__init__()
        self._project, self._messages, self._watch = page.project, page.messages, watch
        self._services = page.context.services
        hoy = self._services.today()
        self.model = ProposalModel(page.project)
        self.tree = ProposalTree(self.model)
        self.search = SearchBox(page.context, "Buscar en las propuestas", 180)
        self.grouping = QComboBox()
        self.grouping.setAccessibleName("Cómo se agrupan")
        for by in Agrupar:
            self.grouping.addItem(by.etiqueta)
        end = horizon(page.project.proyecto, hoy)
        self.horizon = HorizonBox("Hasta cuándo se propone", hoy, [(f"Hasta el {fecha_corta(end)}", end)])
        self.rules = button("Reglas…", self.rules_asked.emit, "", page.context.icon("cog-outline"))
        self.dismissed = button("Descartadas", self.dismissed_asked.emit)
        self.card = ProposalCard(page.context, self.model, self.accept, self.accept_and_edit, self.dismiss)
        self.count = label("", "menor")
        icon = page.context.icon("calendar-month", page.context.colores.secundario)
        self._stack = QStackedWidget()
        no_rules = EmptyState(icon, *NO_RULES, button("Agregar una regla…", self.rules_asked.emit))
        to_groups = button("Ir a los grupos", lambda: page.jump_asked.emit(GrupoUsuarios.ENTIDAD, "", ""))
        no_groups = EmptyState(icon, *NO_GROUPS, to_groups)
        nothing, not_found = EmptyState(icon, *EMPTY), EmptyState(icon, *NOTHING_FOUND)
        for part in (self.tree, nothing, not_found, no_rules, QWidget(), no_groups):
            self._stack.addWidget(part)
        controls = FlowRow(self.search, self.grouping, self.horizon, self.rules, self.dismissed)
        layout = column(controls, watch.answer, self._stack, self.card, self.count)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._connect()
        watch.tab = self
        self._on_found(watch.last)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._on_query)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.grouping.activated.connect(
            lambda place: self._show_again(lambda: self.model.group_by(list(Agrupar)[place]))
        )
        self.horizon.changed.connect(lambda: self._watch.look_until(self.horizon.until()))
        self._watch.found.connect(self._on_found)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.tree.accept_asked.connect(self.accept)
        self.tree.edit_asked.connect(self.accept_and_edit)
        self.tree.dismiss_asked.connect(self.dismiss)

    def group_by(self, by: Agrupar) -> None:
        """Group the proposals otherwise."""
        self._show_again(lambda: self.model.group_by(by))

    def accept(self) -> None:
        """Put what is chosen into the plan, as one edition."""
        chosen = self._may_act()
        if chosen and self._project.edit(*accept(chosen)) is not None:
            self._take_away(chosen)

    def accept_and_edit(self) -> None:
        """Put the one that is chosen into the plan and open it."""
        chosen = self._may_act()
        if len(chosen) != 1:
            return
        motivo, cambios = accept(chosen)
        if self._project.edit(motivo, cambios) is not None:
            self._take_away(chosen)
            self.edit_asked.emit(cambios[0].id)

    def dismiss(self) -> None:
        """Dismiss what is chosen, for a reason that may stay unsaid; it does not come back by itself."""
        chosen = self._may_act()
        if not chosen:
            return
        what = f"«{chosen[0].linea.nombre}»" if len(chosen) == 1 else f"{len(chosen):,} propuestas"
        motivo = self._messages.ask_dismissal(f"Descartar {what}")
        if motivo is not None and self._project.edit(*dismiss(chosen, motivo, self._services.today())) is not None:
            self._take_away(chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask the rules about what happened while nobody looked."""
        super().showEvent(event)
        self._watch.on_shown()

    def _may_act(self) -> Sequence[LineaPropuesta]:
        return () if self._project.read_only else self.tree.chosen()

    def _take_away(self, gone: Sequence[LineaPropuesta]) -> None:
        """Show the list without what was decided on, at the same place; the rules are asked again meanwhile."""
        self._show_again(lambda: self.model.remove({one.clave for one in gone}))

    def _on_found(self, found: Sequence[LineaPropuesta]) -> None:
        self._show_again(lambda: self.model.set_proposals(found))

    def _on_query(self) -> None:
        self._show_again(lambda: self.model.set_query(self.search.text()))

    def _show_again(self, change: Callable[[], None]) -> None:
        self.tree.keeping_place(change)
        self._tell()

    def _tell(self) -> None:
        shown, total = len(self.model.shown()), self.model.total
        self._stack.setCurrentIndex(self._page_for(shown, total))
        self.card.setVisible(bool(shown))
        self.card.show_chosen(self.tree.chosen(), read_only=self._project.read_only)
        everything = contado(total, "propuesta", "propuestas")
        self.count.setText(everything if shown == total else f"{shown:,} de {everything}")

    def _page_for(self, shown: int, total: int) -> int:
        if shown:
            return 0
        if not self._watch.answered:
            return 4
        if not self._project.proyecto.hay(ReglaPlan):
            return 3
        if not self._project.proyecto.hay(GrupoUsuarios):
            return 5
        return 2 if total else 1
