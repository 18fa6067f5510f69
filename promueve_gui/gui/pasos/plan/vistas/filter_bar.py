"""The bar over all views: words, the other parts of the filter on demand, saved views, how many lines are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from promueve_gui.application.plan_filter import FiltroPlan, describe
from promueve_gui.application.plan_lines import counted
from promueve_gui.gui.pasos.plan.vistas.filter_row import FilterRow
from promueve_gui.gui.pasos.plan.vistas.hand_over import HandOver
from promueve_gui.gui.pasos.plan.vistas.saved_views import SavedViews
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import button, column, label
from promueve_gui.gui.widgets.search_box import SearchBox
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk

SEARCH_DELAY_MS = 120
SEARCH_WIDTH = 170


class FilterBar(QWidget):
    """Sets the filter that the views share."""

    create_asked = Signal()

    def __init__(self, desk: PlanDesk) -> None:
        """Show the filter in force."""
        super().__init__()
        self._desk = desk
        context = desk.context
        self.search = SearchBox(context, "Buscar en actividades", SEARCH_WIDTH)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._typing.timeout.connect(self._on_typed)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.more = QToolButton()
        self.more.setObjectName("boton")
        self.more.setCheckable(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.views = SavedViews(desk)
        self.count = label("", "menor")
        self.clear_button = button("Quitar filtros", self.clear, "enlace")
        self.new = button(
            "Nueva actividad", self.create_asked.emit, "primario", context.icon("plus", context.colores.sobre_acento)
        )
        self.new.setEnabled(desk.editable)
        self.hand_over = HandOver(context)
        self.parts = FilterRow(context, desk.project)
        self.parts.hide()
        self.more.toggled.connect(self.parts.setVisible)
        self.parts.changed.connect(desk.lines.set_filter)
        first = FlowRow(self.search, self.more, self.views, self.count, self.clear_button, self.hand_over, self.new)
        self.setLayout(column(first, self.parts))
        desk.lines.filter_changed.connect(self._show_filter)
        desk.lines.renewed.connect(self._say)
        self._show_filter()

    def clear(self) -> None:
        """Take every filter away."""
        self._typing.stop()
        self._desk.lines.set_filter(FiltroPlan())

    def _on_typed(self) -> None:
        self._desk.lines.set_filter(replace(self._desk.lines.filtro, texto=self.search.text()))

    def _show_filter(self) -> None:
        filtro = self._desk.lines.filtro
        if filtro.texto != self.search.text():
            self.search.blockSignals(True)
            self.search.setText(filtro.texto)
            self.search.blockSignals(False)
        self.parts.show_filter(filtro)
        self._say()

    def _say(self) -> None:
        lines, how_many = self._desk.lines, self.parts.how_many()
        filtered = not lines.filtro.vacio
        self.more.setText(f"Filtros ({how_many}) ▾" if how_many else "Filtros ▾")
        self.more.setAccessibleName(f"Filtros: {how_many} en uso" if how_many else "Filtros")
        self.clear_button.setVisible(filtered)
        if lines.ready:  # else it is told when they are, and what was counted stays until then
            self.count.setText(f"{len(lines.lines()):,} de {lines.total():,}" if filtered else counted(lines.total()))
        self.count.setToolTip(plain_tip(describe(lines.filtro, self._desk.project.proyecto)))
