"""The board: figures, rules with a jump to each gap, communications by bimestre, what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from promueve_gui.domain.difusion import Publicacion
from promueve_gui.gui.pasos.inicio.rules_tree import RulesTree
from promueve_gui.gui.pasos.inicio.upcoming import UpcomingList
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.bar_chart import BarChart
from promueve_gui.gui.widgets.parts import Card, LongLink, button, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from promueve_gui.application.overview import Cifra, Overview
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

RIGHT_WIDTH = 376
RULES_HEIGHT = 264  # on a small screen the whole board scrolls, and not only the rules


class FigureCard(QFrame):
    """One figure, with its remark; a click goes to its list."""

    chosen = Signal()

    def __init__(self) -> None:
        """Start without a figure."""
        super().__init__()
        self.setObjectName("tarjeta")
        self._title = button("", self.chosen.emit, "enlace")
        self._value = label("—", "cifra")
        self._note = label("", "menor")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID + 4, GRID, GRID + 4)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self._value)
        layout.addWidget(self._note)

    def show_figure(self, cifra: Cifra) -> None:
        """Show a figure."""
        self._title.setText(cifra.titulo)
        self._title.setAccessibleName(f"{cifra.titulo}: {cifra.valor}, {cifra.nota}. Ir a la lista")
        self._value.setText(str(cifra.valor))
        self._note.setText(cifra.nota)


class Board(QScrollArea):
    """Follows the review of the project."""

    jump_asked = Signal(str, str, str)
    alerts_asked = Signal()

    def __init__(self, context: Context, project: Project) -> None:
        """Build the board; it fills when the review is there."""
        super().__init__()
        self._project = project
        self._shown: Overview | None = None
        self._figures = [FigureCard() for _ in range(4)]
        self._entities = [""] * len(self._figures)
        for place, figure in enumerate(self._figures):
            figure.chosen.connect(lambda place=place: self.jump_asked.emit(self._entities[place], "", ""))
        self.rules = RulesTree(context)
        self.rules.jump_asked.connect(self.jump_asked)
        self.chart = BarChart(context)
        self.upcoming = UpcomingList(context)
        self.upcoming.jump_asked.connect(self.jump_asked)
        rules_card = Card("Reglas de la Guía")
        rules_card.body.addWidget(self.rules, 1)
        rules_card.setMinimumHeight(RULES_HEIGHT)
        chart_card, coming_card = Card("Comunicaciones por bimestre"), Card()
        self.alerts = button("Ver avisos…", self.alerts_asked.emit, "enlace")
        self.alerts.setToolTip("Actividades vencidas y próximas, y datos por salir sin actividad")
        self.clock = LongLink("", lambda: self.jump_asked.emit(Publicacion.ENTIDAD, "", ""), "reloj")
        chart_card.body.addWidget(self.chart)
        chart_card.body.addWidget(self.clock)
        coming_card.body.addLayout(row(label("Próximos 15 días", "subtitulo"), None, self.alerts))
        coming_card.body.addWidget(self.upcoming, 1)
        body = QWidget()
        body.setObjectName("contenido")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, GRID + 4, 0, 0)
        layout.setSpacing(2 * GRID)
        figures = QHBoxLayout()
        figures.setSpacing(2 * GRID)
        for figure in self._figures:
            figures.addWidget(figure, 1)
        layout.addLayout(figures)
        layout.addLayout(_columns(rules_card, chart_card, coming_card), 1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Tablero")
        project.reviewed.connect(self._refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the reviews made while other pages were looked at."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        made = self._project.overview
        if made is None or made is self._shown or not self.isVisible():
            return
        self._shown = made
        for place, (figure, cifra) in enumerate(zip(self._figures, made.cifras, strict=True)):
            figure.show_figure(cifra)
            self._entities[place] = cifra.entidad
        self.clock.say(made.reloj)
        self.rules.show_review(made.revision, self._project.proyecto)
        self.chart.show_values([(bimestre.etiqueta, cuantas) for bimestre, cuantas in made.por_bimestre])
        self.upcoming.show_items(made.proximos)


def _columns(rules: Card, chart: Card, coming: Card) -> QHBoxLayout:
    right = QVBoxLayout()
    right.setSpacing(2 * GRID)
    right.addWidget(chart)
    right.addWidget(coming, 1)
    for card in (chart, coming):
        card.setFixedWidth(RIGHT_WIDTH)
    columns = QHBoxLayout()
    columns.setSpacing(2 * GRID)
    columns.addWidget(rules, 1)
    columns.addLayout(right)
    return columns
