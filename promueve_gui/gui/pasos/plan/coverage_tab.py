"""«Cobertura»: groups or datasets against bimestres, types of content or channels; a gap becomes a line.

It counts the lines that the filter of the plan's views admits, and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu, QStackedWidget, QWidget

from promueve_gui.application.coverage import Columnas, Filas, cell_values, coverage, lines_of_year
from promueve_gui.application.plan_years import plan_year
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.fechas import fecha_corta, fecha_larga
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import contado
from promueve_gui.gui.pasos.plan.coverage_model import CoverageModel
from promueve_gui.gui.pasos.plan.coverage_painter import MOST_ROWS, CoverageDrawing
from promueve_gui.gui.pasos.plan.coverage_table import CoverageTable
from promueve_gui.gui.pasos.plan.filter_note import FilterNote
from promueve_gui.gui.pasos.plan.vistas.saved_views import SavedViews
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.drawing import Sheet
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import EmptyState, column, label, tool
from promueve_gui.gui.widgets.picture_file import save_sheet
from promueve_gui.gui.widgets.search_box import SearchBox
from promueve_gui.gui.widgets.tips import plain_caption
from promueve_gui.gui.widgets.year_box import YearBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QShowEvent

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel

SEARCH_DELAY_MS = 120
WATCHED = frozenset({LineaPlan.ENTIDAD, GrupoUsuarios.ENTIDAD, ConjuntoDatos.ENTIDAD})
EMPTY = {
    Filas.GRUPOS: (
        "Todavía no hay grupos de usuarios",
        "Identifíquelos en el paso 1; aquí se verá en qué bimestres los atiende el plan y dónde hay huecos.",
    ),
    Filas.CONJUNTOS: (
        "Todavía no hay conjuntos que puedan promoverse",
        "Cuando los haya, aquí se verá qué actividades promueven cada uno y dónde hay huecos.",
    ),
}
NOTHING_FOUND = ("Ningún renglón coincide", "Pruebe con otras palabras, o muestre también lo que no tiene huecos.")


class CoverageTab(QWidget):
    """The matrix with its controls, worked out again when it is looked at."""

    create_asked = Signal(object)  # the values of a line to be made; a dict would lose its vocabularies on the way
    open_asked = Signal(str)  # the identity of a line
    jump_asked = Signal(str, str, str)

    def __init__(self, page: StepPage, panel: LinesPanel) -> None:
        """Show the groups against the bimestres of the program's year, of the lines that ``panel`` admits."""
        super().__init__()
        self._lines = panel.desk.lines
        self.filtered = FilterNote(page.project, self._lines)
        self.views = SavedViews(panel.desk)
        self.views.state = panel.state
        self.views.view_asked.connect(panel.show_view)  # for when people go back to it
        self._page, self._project, self._services = page, page.project, page.context.services
        self.model = CoverageModel()
        self.table = CoverageTable(page.context, self.model)
        self.search = SearchBox(page.context, "Buscar renglones", 160)
        self.rows = _choice("Qué va en los renglones", [one.etiqueta for one in Filas])
        self.columns = _choice("Qué va en las columnas", [one.etiqueta for one in Columnas])
        self.year = YearBox("Año de la cobertura")
        self.year.setValue(plan_year(page.project.proyecto) or self._services.today().year)
        self.gaps_only = QCheckBox("Solo prioritarios con huecos")
        self.picture = tool("Guardar la matriz como imagen", page.context.icon("image-outline"), self.save_picture)
        self.count = label("", "menor")
        self._stack = QStackedWidget()
        icon = page.context.icon("view-grid-outline", page.context.colores.secundario)
        for part in (self.table, *(EmptyState(icon, *words) for words in (*EMPTY.values(), NOTHING_FOUND))):
            self._stack.addWidget(part)
        controls = FlowRow(self.search, self.rows, self.columns, self.year, self.gaps_only, self.views, self.picture)
        layout = column(controls, self.filtered, self._stack, self.count)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._stale = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _connect(self) -> None:
        self._typing.timeout.connect(self._narrow)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.gaps_only.toggled.connect(lambda _: self._narrow())
        self.rows.activated.connect(lambda _: self.refresh())
        self.columns.activated.connect(lambda _: self.refresh())
        self.year.valueChanged.connect(lambda _: self._stale.start())
        self._stale.timeout.connect(self.refresh)
        self.model.modelReset.connect(self._tell)
        self.table.cell_asked.connect(self._on_cell)
        self._project.changed.connect(self._on_changed)
        self._lines.renewed.connect(lambda: self._stale.start() if self.isVisible() else None)

    @property
    def filas(self) -> Filas:
        """What the rows are."""
        return list(Filas)[self.rows.currentIndex()]

    @property
    def columnas(self) -> Columnas:
        """What the columns are."""
        return list(Columnas)[self.columns.currentIndex()]

    def refresh(self) -> None:
        """Show the plan as it is now; the cursor stays where it was."""
        self._stale.stop()
        proyecto, anio = self._project.proyecto, self.year.value()
        made = coverage(proyecto, self.filas, self.columnas, anio, lines_of_year(self._lines.lines(), anio))
        self.table.keeping_place(lambda: self.model.set_coverage(made, self._services.today()))
        self.table.fit_titles()

    def save_picture(self) -> None:
        """Save the rows that are shown as a picture, as other drawings are."""
        shown = len(self.model.shown())
        institucion = self._project.proyecto.unico(Institucion)
        notes = [
            institucion.nombre if institucion else "",
            f"Año {self.year.value()} · al {fecha_larga(self._services.today())}",
        ]
        if self.filtered.words():
            notes.append(self.filtered.said.text())
        if shown > MOST_ROWS:
            notes.append(f"Los primeros {MOST_ROWS} de {shown:,} renglones, lo prioritario antes")
        title = f"Cobertura: {self.filas.etiqueta.lower()} por {self.columnas.etiqueta.lower()}"
        sheet = Sheet(title, tuple(filter(None, notes)), CoverageDrawing(self.model), self.font())
        save_sheet(sheet, f"cobertura-{self.filas}-{self.columnas}", self._page.messages, self._page.runner)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while nobody looked."""
        super().showEvent(event)
        self._stale.start()

    def _on_changed(self, cambios: Sequence[Cambio]) -> None:
        if self.isVisible() and any(cambio.entidad in WATCHED for cambio in cambios):
            self._stale.start()

    def _narrow(self) -> None:
        self.table.keeping_place(lambda: self.model.narrow(self.search.text(), gaps_only=self.gaps_only.isChecked()))

    def _tell(self) -> None:
        shown, total = len(self.model.shown()), self.model.total
        self._stack.setCurrentIndex(0 if shown else 3 if total else 1 + self.rows.currentIndex())
        self.picture.setEnabled(bool(shown))
        lacking = self.model.uncovered
        gaps = "todo lo prioritario tiene alguna actividad"
        if lacking:
            gaps = contado(lacking, "prioritario sin actividad", "prioritarios sin actividad")
        if self.filtered.words():
            gaps += ", de las filtradas"
        rows = contado(total, "renglón", "renglones")
        rows = f"{shown:,} de {rows}" if shown != total else rows
        self.count.setText(f"{rows} · {gaps} · ★ prioritario · Entrar crea o abre" if total else "")

    def _on_cell(self, index: QModelIndex) -> None:
        """Make a line in a gap, list those of a cell, or go to the record of a total."""
        row, where, lines = self.model.row_at(index), self.model.column_at(index), self.model.lines_at(index)
        if where is None:
            self.jump_asked.emit(row.entidad, row.id, "")
            return
        values = cell_values(self._project.proyecto, row, where, self._services.today(), self._services.feriados)
        if not lines:
            if not self._project.read_only:
                self.create_asked.emit(values)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for identidad in lines:
            linea = self._project.proyecto.get(LineaPlan, identidad)
            if linea is not None:
                when = f" ({fecha_corta(linea.fecha)})" if linea.fecha else ""
                action = menu.addAction(plain_caption(f"{linea.titulo_visible}{when}"))
                action.triggered.connect(lambda _=False, identidad=identidad: self.open_asked.emit(identidad))
        menu.addSeparator()
        other = menu.addAction("Crear otra aquí")
        other.setEnabled(not self._project.read_only)
        other.triggered.connect(lambda _=False: self.create_asked.emit(values))
        menu.popup(self.table.viewport().mapToGlobal(self.table.visualRect(index).bottomLeft() + QPoint(GRID, 0)))


def _choice(name: str, texts: Sequence[str]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.addItems(list(texts))
    return made
