"""«Dudas»: what returned files brought and could not simply be taken, until somebody decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from promueve_gui.application.doubts import settle_doubts
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.return_report import OUTCOME, WITHDRAWN
from promueve_gui.application.returns import doubt_choices, doubt_values
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.formatos import Duda, EstadoDuda, TipoDuda
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.pasos.usuarios.doubts_list import DoubtsList
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.choice_filter import ChoiceFilter
from promueve_gui.gui.widgets.decision_card import KEYS, DecisionCard
from promueve_gui.gui.widgets.parts import button, column, label, scrolled
from promueve_gui.gui.widgets.record_panel import RecordPanel

if TYPE_CHECKING:
    from promueve_gui.domain.errors import UserError
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.base import StepPage

NOTE = "Lo que dicen los archivos devueltos y no se tomó sin preguntar. Nada de esto detiene su trabajo."
SETTLING = (Decision.TOMAR, Decision.CONSERVAR, Decision.AMBOS)
NOTHING = "Elija una duda"


class DoubtsPanel(RecordPanel):
    """The list with the card beside it: a doubt is decided on, never typed in, so its form does not open."""

    def show_record(self, identidad: Id, nombre: str = "") -> None:
        """Go to a doubt."""
        self.list.show_record(identidad)
        self.list.take_focus()

    def open_form(self, identidad: Id) -> None:
        """Go to what can be decided."""
        buttons = self.findChild(DecisionCard).buttons  # type: ignore[union-attr]  # it stands beside the list
        next((made for made in buttons.values() if made.isEnabled()), self.list.table).setFocus()


class DoubtsTab(QWidget):
    """The queue and its card."""

    jump_asked = Signal(str, str, str)

    def __init__(self, page: StepPage) -> None:
        """Build it for a page."""
        super().__init__()
        self._page, self._project = page, page.project
        self.state: ChoiceFilter[EstadoDuda] = ChoiceFilter(
            "Estado", lambda: [(estado, estado.etiqueta) for estado in EstadoDuda], self._filter
        )
        self.list = DoubtsList(page, (self.state,))
        self.card = DecisionCard(SETTLING, upright=True)
        self.where = label("", "secundario", wrap=True)
        self.jump = button("Ir al registro", self._jump, "enlace")
        self.panel = DoubtsPanel(page.context, page.project, self.list, Duda, beside=self._beside())
        layout = column(label(NOTE, "secundario", wrap=True), self.panel)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.list.cleared.connect(self.state.clear)
        self.card.decided.connect(self.decide)
        self.list.table.selectionModel().selectionChanged.connect(self._show)
        self.list.model.modelReset.connect(self._show)
        self.list.model.dataChanged.connect(self._show)
        for decision in SETTLING:
            shortcut = QShortcut(QKeySequence(KEYS[decision]), self.list.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda decision=decision: self.decide(decision))
        self.state.choose(EstadoDuda.PENDIENTE)
        self._go_on(0)

    def _beside(self) -> QScrollArea:
        """Return the card and what is said under it, scrolled where the window is low."""
        content = QWidget()
        content.setObjectName("contenido")
        layout = column(self.card, self.where, self.jump)
        layout.addStretch(1)
        content.setLayout(layout)
        return scrolled(content, "Lo que dice cada lado")

    def decide(self, decision: Decision) -> None:
        """Settle the chosen doubts alike, those of them for which that makes sense."""
        proyecto = self._project.proyecto
        chosen = [duda.id for duda in self.list.chosen() if decision in doubt_choices(proyecto, duda)]
        if not chosen or self._project.read_only:
            self._show()
            return
        row = self.list.table.currentIndex().row()
        task = self._project.run_long(lambda session, progress: settle_doubts(session, chosen, decision, progress))
        ProgressDialog(self.window(), "Resolviendo las dudas…", task, can_cancel=False)
        task.refused.connect(self._on_refused)
        task.ended.connect(lambda: self._go_on(row))

    def _on_refused(self, error: UserError) -> None:
        self._page.messages.tell(mensaje(error))

    def _go_on(self, row: int) -> None:
        """Take what was settled out of the list, and go to what comes next."""
        self.list.model.refresh()
        last = self.list.model.rowCount() - 1
        if last >= 0:
            self.list.table.selectRow(min(max(row, 0), last))
        self._show()

    def _filter(self, estado: EstadoDuda | None) -> None:
        def accepts(duda: object) -> bool:
            return cast("Duda", duda).estado is estado

        self.list.model.set_filter("estado", None if estado is None else accepts)

    def _show(self, *_: object) -> None:
        """Show the chosen doubt, or how many there are; without any, nothing."""
        self.card.setVisible(self.list.model.rowCount() > 0)
        chosen = self.list.chosen()
        proyecto = self._project.proyecto
        self.where.setText("")
        self.jump.setVisible(len(chosen) == 1 and proyecto.registro(chosen[0].entidad, chosen[0].registro) is not None)
        possible = {d for duda in chosen for d in doubt_choices(proyecto, duda)} if self._may_decide else set()
        if len(chosen) != 1:
            self.card.show_nothing(f"{len(chosen):,} dudas elegidas" if chosen else NOTHING)
            self.card.offer(possible, None)
            return
        duda = chosen[0]
        nuestro, suyo = doubt_values(proyecto, duda)
        sides = [("El proyecto dice", nuestro), ("El archivo dice", duda.texto or suyo)]
        if duda.tipo in {TipoDuda.FALTANTE, TipoDuda.TACHADO}:
            sides.append((OUTCOME, WITHDRAWN))
        elif duda.texto and suyo and suyo != duda.texto:
            sides.append((OUTCOME, suyo))
        self.card.show_thing(duda.nombre, sides, "", possible, None)
        received = f" Recibida el {fecha_corta(duda.fecha)}." if duda.fecha else ""
        self.where.setText(f"{duda.fuente}. {duda.lugar}.{received} {duda.resolucion}".strip())

    @property
    def _may_decide(self) -> bool:
        return not self._project.read_only

    def _jump(self) -> None:
        for duda in self.list.chosen()[:1]:
            self.jump_asked.emit(duda.entidad, duda.registro, duda.campo)
