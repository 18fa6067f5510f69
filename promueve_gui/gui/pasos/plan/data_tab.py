"""«Qué promover»: the datasets as a list, as the value matrix, and by what is coming of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.gui.pasos.plan.coming_view import ComingView
from promueve_gui.gui.pasos.plan.value_matrix import ValueMatrix
from promueve_gui.gui.widgets.record_panel import RecordPanel

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.base import StepPage

VIEWS = ("Lista", "Matriz de valor", "Por venir")


class DataTab(QWidget):
    """A list that is there from the start, and two views of it that are built when first looked at."""

    create_asked = Signal(object)
    open_asked = Signal(str)
    jump_asked = Signal(str, str, str)
    field_focused = Signal(str, str)

    def __init__(self, page: StepPage, listed: QWidget) -> None:
        """Take the page and its list of datasets."""
        super().__init__()
        self._page = page
        self.matrix: ValueMatrix | None = None
        self.coming: ComingView | None = None
        self.panel: RecordPanel | None = None
        self.switch = QTabBar()
        self.switch.setObjectName("vistas")
        self.switch.setAccessibleName("Cómo se ven los conjuntos de datos")
        self.switch.setExpanding(False)
        self.switch.setDrawBase(False)
        for name in VIEWS:
            self.switch.addTab(name)
        self._views = QStackedWidget()
        self._views.addWidget(listed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.switch)
        layout.addWidget(self._views, 1)
        self._built = {0: listed}
        self.switch.currentChanged.connect(self._on_view)

    def show_list(self) -> None:
        """Show the list, where every dataset has its form."""
        self.switch.setCurrentIndex(0)

    def flush(self) -> None:
        """Save what is being typed beside the matrix."""
        if self.panel is not None:
            self.panel.flush()

    def _on_view(self, place: int) -> None:
        if place not in self._built:
            self._built[place] = self._make_matrix() if place == 1 else self._make_coming()
            self._views.addWidget(self._built[place])
        self._views.setCurrentWidget(self._built[place])

    def _make_matrix(self) -> RecordPanel:
        page = self._page
        self.matrix = ValueMatrix(page.context, page.project, page.messages)
        made = self.panel = RecordPanel(page.context, page.project, self.matrix, ConjuntoDatos)
        made.field_focused.connect(self.field_focused)
        return made

    def _make_coming(self) -> ComingView:
        made = self.coming = ComingView(self._page)
        made.create_asked.connect(self.create_asked)
        made.open_asked.connect(self.open_asked)
        made.jump_asked.connect(self.jump_asked)
        return made
