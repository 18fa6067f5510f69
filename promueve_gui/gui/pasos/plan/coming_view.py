"""«Por venir»: publications and updates of any horizon, with the lines that speak of each and a way to make one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QStackedWidget, QWidget

from promueve_gui.application.upcoming import line_values, upcoming
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.institucion import DiaInhabil
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import contado
from promueve_gui.gui.pasos.plan.coming_model import ComingModel
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.horizon_box import HorizonBox
from promueve_gui.gui.widgets.late_answer import LateAnswer
from promueve_gui.gui.widgets.parts import EmptyState, button, column, label
from promueve_gui.gui.widgets.reading_table import ReadingTable
from promueve_gui.gui.widgets.search_box import SearchBox
from promueve_gui.gui.widgets.tips import plain_caption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from promueve_gui.application.upcoming import Proxima
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.gui.pasos.base import StepPage

WIDTHS = (172, 122, 280)
SEARCH_DELAY_MS = 120
EMPTY = (
    "Nada se publica ni se actualiza en ese plazo",
    "Las fechas se calculan con la publicación y la frecuencia de cada conjunto: complételas en «Lista».",
)
NOTHING_FOUND = (
    "Nada coincide con lo que busca",
    "Pruebe con otras palabras, o muestre también lo que ya tiene actividad.",
)
WATCHED = frozenset(t.ENTIDAD for t in (ConjuntoDatos, LineaPlan, Herramienta, Evento, DiaInhabil))


class ComingView(QWidget):
    """The list, worked out again when data or lines change while it is looked at."""

    create_asked = Signal(object)  # the values of a line to be made; a dict would lose its vocabularies on the way
    open_asked = Signal(str)  # the identity of a line
    jump_asked = Signal(str, str, str)

    def __init__(self, page: StepPage) -> None:
        """Look three months ahead."""
        super().__init__()
        self._project, self._services = page.project, page.context.services
        self.model = ComingModel()
        self.table = ReadingTable(page.context, page.project, self.model, "Publicaciones y actualizaciones", WIDTHS)
        self.search = SearchBox(page.context, "Buscar en lo que viene", 180)
        self.horizon = HorizonBox("Hasta cuándo", self._services.today())
        self.bare_only = QCheckBox("Solo sin actividad")
        self.create_button = button(
            "Crear actividad",
            self.create_line,
            "primario",
            page.context.icon("plus", page.context.colores.sobre_acento),
        )
        self.answer = LateAnswer(page.project, "Calculando lo que viene…")
        self.count = label("", "menor")
        icon = page.context.icon("calendar", page.context.colores.secundario)
        self._stack = QStackedWidget()
        for part in (self.table, EmptyState(icon, *EMPTY), EmptyState(icon, *NOTHING_FOUND), QWidget()):
            self._stack.addWidget(part)
        layout = column(
            FlowRow(self.search, self.horizon, self.bare_only, self.create_button), self.answer, self._stack, self.count
        )
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._stale = QTimer(self, singleShot=True, interval=0)
        self._answered = False
        self._connect()

    def _connect(self) -> None:
        self._typing.timeout.connect(self._narrow)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.bare_only.toggled.connect(lambda _: self._narrow())
        self.horizon.changed.connect(self._stale.start)
        self._stale.timeout.connect(self._ask)
        self.answer.ready.connect(self._on_answer)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.model.modelReset.connect(self._tell)
        self._project.changed.connect(self._on_changed)
        self._tell()

    def pending(self) -> bool:
        """Tell whether what comes is about to be worked out again."""
        return self._stale.isActive()

    def current(self) -> Proxima | None:
        """Return what the cursor is on."""
        index = self.table.currentIndex()
        return self.model.item(index.row()) if index.isValid() else None

    def create_line(self) -> None:
        """Ask for a line about what the cursor is on."""
        proxima = self.current()
        if proxima is not None and not self._project.read_only:
            self.create_asked.emit(line_values(self._project.proyecto, proxima, self._services.feriados))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while nobody looked."""
        super().showEvent(event)
        self._stale.start()

    def _on_changed(self, cambios: Sequence[Cambio]) -> None:
        if self.isVisible() and any(cambio.entidad in WATCHED for cambio in cambios):
            self._stale.start()

    def _ask(self) -> None:
        hoy, hasta, feriados = self._services.today(), self.horizon.until(), self._services.feriados
        self.answer.ask(lambda proyecto, _: upcoming(proyecto, hoy, hasta, feriados))

    def _on_answer(self, found: list[Proxima]) -> None:
        self._answered = True
        before, row = self.current(), self.table.currentIndex().row()
        self.model.set_items(found)
        if before is not None:
            same = self.model.row_of(before)
            self.table.go_to(same if same >= 0 else row)

    def _narrow(self) -> None:
        self.model.narrow(self.search.text(), bare_only=self.bare_only.isChecked())

    def _tell(self) -> None:
        shown = self.model.rowCount()
        self._stack.setCurrentIndex(0 if shown else 2 if self.model.total else 1 if self._answered else 3)
        self.create_button.setEnabled(self.current() is not None and not self._project.read_only)
        bare = self.model.bare
        without = "todas tienen actividad" if not bare else f"{bare:,} sin actividad"
        total = self.model.total
        self.count.setText(f"{contado(total, 'fecha', 'fechas')} · {without}" if total else "")

    def _on_opened(self, row: int) -> None:
        """Open the lines of a row: the only one, or one of several; without any, make one."""
        proxima = self.model.item(row)
        if not proxima.lineas:
            self.create_line()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for linea in proxima.lineas:
            when = f" ({fecha_corta(linea.fecha)})" if linea.fecha else ""
            action = menu.addAction(plain_caption(f"{linea.titulo_visible}{when}"))
            action.triggered.connect(lambda _=False, identidad=linea.id: self.open_asked.emit(identidad))
        menu.addSeparator()
        other = menu.addAction("Crear otra actividad")
        other.setEnabled(not self._project.read_only)
        other.triggered.connect(lambda _=False: self.create_line())
        see = menu.addAction("Ver el conjunto de datos")
        see.triggered.connect(lambda _=False: self.jump_asked.emit(ConjuntoDatos.ENTIDAD, proxima.conjunto.id, ""))
        place = self.table.visualRect(self.model.index(row, 0)).bottomLeft()
        menu.popup(self.table.viewport().mapToGlobal(place + QPoint(GRID, 0)))
