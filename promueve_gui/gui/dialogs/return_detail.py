"""One returned file: what must be known of it, its differences, and the card to decide about those chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from promueve_gui.application.return_report import (
    EN_LOS_PROBLEMAS,
    NADA,
    NADA_QUE_TOMAR,
    OUTCOME,
    counted,
    told_problems,
)
from promueve_gui.application.returns import choices
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.dialogs.return_text import ReturnText
from promueve_gui.gui.models.differences import DifferenceModel
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.decision_card import DecisionCard
from promueve_gui.gui.widgets.difference_table import DifferenceTable
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.kind_filter import KindFilter
from promueve_gui.gui.widgets.parts import EmptyState, button, column, label, row
from promueve_gui.gui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from promueve_gui.application.return_batch import Comparado
    from promueve_gui.domain.diferencias import Decision, Devolucion
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

SEARCH_DELAY_MS = 120
SEARCH_WIDTH = 160
WHOSE = "(elija el área que lo llenó)"
NOTHING = "Elija un renglón para ver completo lo que dice cada lado"


class ReturnDetail(QWidget):
    """Shows the chosen file; what is decided goes into the decisions that it was given with it."""

    decided = Signal()
    area_given = Signal(str)  # identity of the area whose file it is, or of the content that it is of

    def __init__(self, context: Context, project: Project, messages: Messages) -> None:
        """Build it; nothing is shown yet."""
        super().__init__()
        self._context, self._project, self._messages = context, project, messages
        self._devolucion: Devolucion | None = None
        self.model = DifferenceModel(project.proyecto)
        self.table = DifferenceTable(context, project, self.model)
        self.card = DecisionCard()
        self.kinds = KindFilter()
        self.search = SearchBox(context, "Buscar en las diferencias", SEARCH_WIDTH)
        self.area = self._make_areas()
        self._name = ElidedLabel("")
        self._name.setObjectName("subtitulo")
        self._notes = label("", "secundario", wrap=True)
        self.problems = button("", self._tell_problems, "enlace")
        self._whose = QWidget()
        self._whose.setLayout(row(label("¿De quién es?"), self.area, None))
        head = row(self._name, self.problems)
        head.setStretch(0, 1)
        differences = QWidget()
        layout = column(FlowRow(self.search, self.kinds, spread=False), self.table, self.card)
        layout.setStretch(1, 1)
        differences.setLayout(layout)
        self._pages = QStackedWidget()
        self._pages.addWidget(differences)
        self._nothing = QWidget()
        self._pages.addWidget(self._nothing)
        self.text = ReturnText(context, project)
        self._pages.addWidget(self.text)
        body = column(margins=0, spacing=GRID // 2)
        body.addLayout(head)
        body.addWidget(self._notes)
        body.addWidget(self._whose)
        body.addWidget(self._pages, 1)
        self.setLayout(body)
        self._connect()

    def _connect(self) -> None:
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._typing.timeout.connect(lambda: self.model.set_query(self.search.text()))
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.kinds.chosen.connect(self.model.set_kinds)
        self.table.current_changed.connect(self._on_chosen)
        self.table.key_pressed.connect(self.decide)
        self.card.decided.connect(self.decide)
        self.model.decided.connect(self.decided)
        self.text.decided.connect(self.decided)
        self.text.content_given.connect(self.area_given)
        self.area.activated.connect(lambda _: self.area_given.emit(self.area.currentData()))

    def show_file(self, comparado: Comparado, decisions: dict[str, Decision]) -> None:
        """Show a file of the batch, with what is decided already."""
        devolucion = self._devolucion = comparado.devolucion
        self._name.setText(comparado.archivo)
        diferencias = [] if devolucion is None else devolucion.diferencias
        self.search.clear()
        self._typing.stop()
        self.model.set_query("")
        self.model.set_kinds(())
        self.model.show(diferencias, decisions)
        self.kinds.count(counted(diferencias))
        self._tell_notes()
        self._show_page(comparado, decisions)
        if diferencias:
            self.table.selectRow(0)

    def decide(self, decision: Decision) -> None:
        """Decide about everything that is chosen."""
        self.model.decide(self.table.chosen_rows(), decision)
        self._on_chosen()

    def _show_page(self, comparado: Comparado, decisions: dict[str, Decision]) -> None:
        """Show the differences or, when there are none, why."""
        devolucion = comparado.devolucion
        if devolucion is not None and (devolucion.revisados or devolucion.candidatos):
            self.text.show_text(devolucion, decisions)
            self._pages.setCurrentWidget(self.text)
            return
        if self.model.rowCount():
            self._pages.setCurrentIndex(0)
            return
        if devolucion is None:
            icon, title, text = "alert-circle-outline", "Este archivo no se recibe", comparado.rechazo
        elif devolucion.problemas:
            icon, title, text = "alert-circle-outline", NADA_QUE_TOMAR, EN_LOS_PROBLEMAS
        else:
            icon, title, text = "check-circle", NADA, "El archivo dice lo mismo que el proyecto."
        self._pages.removeWidget(self._nothing)
        self._nothing.deleteLater()
        self._nothing = EmptyState(self._context.icon(icon, self._context.colores.secundario), title, text)
        self._pages.addWidget(self._nothing)
        self._pages.setCurrentWidget(self._nothing)

    def _tell_notes(self) -> None:
        devolucion = self._devolucion
        notes = [] if devolucion is None else list(devolucion.avisos)
        if devolucion is not None and devolucion.conservados:
            kept = devolucion.conservados
            notes.append(
                "Se conserva 1 dato que solo cambió en el proyecto."
                if kept == 1
                else f"Se conservan {kept:,} datos que solo cambiaron en el proyecto."
            )
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        problems = () if devolucion is None else devolucion.problemas
        self.problems.setText(told_problems(problems))
        self.problems.setVisible(bool(problems))
        self._whose.setVisible(devolucion is not None and _wants_area(devolucion))
        self.area.setCurrentIndex(0)

    def _tell_problems(self) -> None:
        if self._devolucion is not None:
            sentences = [problema.mensaje for problema in self._devolucion.problemas]
            self._messages.tell_list(f"Problemas en «{self._devolucion.libro.archivo}»", sentences)

    def _on_chosen(self) -> None:
        rows = self.table.chosen_rows()
        chosen = [self.model.difference(row) for row in rows]
        if len(chosen) == 1:
            dicha = self.model.words(chosen[0])
            sides = [("Se envió", dicha.enviado)] if dicha.enviado else []
            sides += [("El archivo dice", dicha.suyo), ("El proyecto dice", dicha.nuestro)]
            if dicha.resultado:
                sides = [*sides[-2:], (OUTCOME, dicha.resultado)]
            heading = f"{dicha.registro} · {dicha.dato} · {dicha.lugar}"
            message = dicha.mensaje.removeprefix(f"{dicha.lugar}: ")
            self.card.show_thing(heading, sides, message, choices(chosen[0]), self.model.decision(chosen[0]))
            return
        self.card.show_nothing(f"{len(chosen):,} diferencias elegidas" if chosen else NOTHING)
        decisions = {self.model.decision(diferencia) for diferencia in chosen}
        possible = {decision for diferencia in chosen for decision in choices(diferencia)}
        self.card.offer(possible, decisions.pop() if len(decisions) == 1 else None)

    def _make_areas(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName("Área que llenó el archivo")
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(30)
        made.addItem(WHOSE, "")
        areas = self._project.proyecto.activos(AreaGeneradora)
        for area in sorted(areas, key=lambda area: plegar(area.nombre)):
            made.addItem(area.nombre, area.id)
        return made


def _wants_area(devolucion: Devolucion) -> bool:
    """Tell whether the file has groups and nobody knows whose they are."""
    hojas = (hoja for hoja in devolucion.libro.hojas if hoja.entidad == GrupoUsuarios.ENTIDAD)
    return devolucion.area is None and any("area" not in hoja.campos for hoja in hojas)
