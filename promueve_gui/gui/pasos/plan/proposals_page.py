"""The tab «Propuestas»: what is proposed and, behind it, what was dismissed and may be proposed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from promueve_gui.application.proposals import propose_again
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.pasos.plan.proposals_tab import ProposalsTab
from promueve_gui.gui.widgets.parts import button

if TYPE_CHECKING:
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.pasos.plan.proposal_watch import ProposalWatch

EMPTY = (
    "check",
    "No se ha descartado nada",
    "Lo que descarte en las propuestas queda aquí, con su motivo, y desde aquí puede volver a proponerse.",
)


class ProposalsPage(QWidget):
    """Both lists, one at a time."""

    edit_asked = Signal(str)
    rules_asked = Signal()

    def __init__(self, page: StepPage, watch: ProposalWatch) -> None:
        """Show the proposals first."""
        super().__init__()
        self._project = page.project
        self.proposals = ProposalsTab(page, watch)
        back = button("Ver las propuestas", self.show_proposals, "", page.context.icon("arrow-left"))
        self.again = button("Volver a proponer", self.propose_again, "primario")
        self.dismissed = make_panel(
            page,
            SugerenciaDescartada,
            columns=("nombre", "motivo", "fecha"),
            empty=EMPTY,
            actions=(back, self.again),
            adds=False,
        )
        self._views = QStackedWidget()
        self._views.addWidget(self.proposals)
        self._views.addWidget(self.dismissed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._views)
        self.proposals.edit_asked.connect(self.edit_asked)
        self.proposals.rules_asked.connect(self.rules_asked)
        self.proposals.dismissed_asked.connect(self.show_dismissed)
        self.dismissed.list.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.dismissed.list.model.modelReset.connect(self._enable)
        page.project.changed.connect(self._on_changed)
        self._count()
        self._enable()

    def show_proposals(self) -> None:
        """Show what is proposed."""
        self._views.setCurrentWidget(self.proposals)
        self.proposals.tree.setFocus()

    def show_dismissed(self) -> None:
        """Show what was dismissed."""
        self._views.setCurrentWidget(self.dismissed)
        self.dismissed.list.take_focus()

    def propose_again(self) -> None:
        """Let what is chosen be proposed again, as one edition."""
        chosen = [one for one in self.dismissed.list.table.selected_records() if isinstance(one, SugerenciaDescartada)]
        if chosen:
            self._project.edit(*propose_again(chosen))

    def _on_changed(self, cambios: tuple[Cambio, ...]) -> None:
        if any(cambio.entidad == SugerenciaDescartada.ENTIDAD for cambio in cambios):
            self._count()
            self._enable()

    def _count(self) -> None:
        many = len(self._project.proyecto.activos(SugerenciaDescartada))
        self.proposals.dismissed.setText(f"Descartadas ({many})")

    def _enable(self) -> None:
        chosen = bool(self.dismissed.list.table.selected_records())
        self.again.setEnabled(chosen and not self._project.read_only)
