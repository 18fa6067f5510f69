"""Where the groups of the chosen cluster are compared: why they look alike, field by field, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QSizePolicy, QTableView, QVBoxLayout

from promueve_gui.application.group_choice import Eleccion
from promueve_gui.application.merging_groups import arranged, in_use
from promueve_gui.gui.pasos.usuarios.duplicados.choice_delegate import KEYS, ChoiceDelegate
from promueve_gui.gui.pasos.usuarios.duplicados.comparison_model import ComparisonModel
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from promueve_gui.domain.duplicados import Cumulo
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

NARROWEST = 160  # pixels of a column: two of them are seen beside the guide
FIELD_WIDTH = 156
SHOWN_REASONS = 3
ALL_DIFFERENT, SOME_DIFFERENT = "No son duplicados", "Los desmarcados son otros"
DIFFERENT_TIP = "Se recordará, y no se volverán a proponer"


class ComparisonTable(QTableView):
    """A table whose columns share the width and whose rows are as tall as their texts."""

    def __init__(self, context: Context, model: ComparisonModel) -> None:
        """Show ``model``."""
        super().__init__()
        self._delegate = ChoiceDelegate(context)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Comparación de los grupos, campo por campo")
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        fields = self.verticalHeader()
        fields.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        fields.setTextElideMode(Qt.TextElideMode.ElideRight)
        fields.setHighlightSections(False)
        fields.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        fields.setFixedWidth(FIELD_WIDTH)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self.fit)
        model.modelReset.connect(self._fit.start)
        model.dataChanged.connect(self._fit.start)

    def fit(self) -> None:
        """Share the width among the columns, and give each row the height of its tallest text."""
        columns = self.model().columnCount()
        if columns:
            width = max(NARROWEST, self.viewport().width() // columns)
            for column in range(columns):
                self.setColumnWidth(column, width)
            self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the cell with the cursor with Space or Enter."""
        if event.key() in KEYS:
            self.model().setData(self.currentIndex(), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self._fit.start()


class Comparison(QFrame):
    """Compares one cluster; what is to be done with it is asked of the tab."""

    merge_asked = Signal(object)  # Eleccion
    different_asked = Signal(object)  # Eleccion

    def __init__(self, context: Context, project: Project) -> None:
        """Start with nothing to compare."""
        super().__init__()
        self.setObjectName("tarjeta")
        self._project = project
        self.eleccion: Eleccion | None = None
        self.model = ComparisonModel(project)
        self.table = ComparisonTable(context, self.model)
        self.title = label("", "subtitulo", wrap=True)
        self.reasons = label("", "secundario", wrap=True)
        for line in (self.title, self.reasons):
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.merge = button("Unir", self._ask_merge, "primario")
        self.different = button(ALL_DIFFERENT, self._ask_different)
        self.different.setToolTip(DIFFERENT_TIP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID + GRID // 2, 2 * GRID, GRID + GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.title)
        layout.addWidget(self.reasons)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.merge, self.different, None))
        self.model.chosen.connect(self._tell)
        self.show_cluster(None)

    def follow(self, cumulo: Cumulo | None) -> None:
        """Compare a cluster, keeping what was chosen while it and its groups are as they were."""
        eleccion = self.eleccion
        if eleccion is None or eleccion.cumulo != cumulo or not self._is_current(eleccion):
            self.show_cluster(cumulo)

    def show_cluster(self, cumulo: Cumulo | None) -> None:
        """Compare the groups of a cluster; the one that tells most is the one that stays, until another is chosen."""
        proyecto = self._project.proyecto
        grupos = [] if cumulo is None else arranged(proyecto, cumulo)
        self.eleccion = None
        if cumulo is not None and len(grupos) > 1:
            self.eleccion = Eleccion(cumulo, grupos, grupos[0].id)
        self.model.show_choice(self.eleccion)
        self.setVisible(self.eleccion is not None)
        self._tell()

    def _is_current(self, eleccion: Eleccion) -> bool:
        vigentes = {grupo.id: grupo for grupo in in_use(self._project.proyecto, eleccion.cumulo.grupos)}
        return all(vigentes.get(grupo.id) == grupo for grupo in eleccion.grupos)

    def _tell(self) -> None:
        eleccion = self.eleccion
        if eleccion is None:
            return
        cuantos = len(eleccion.unidos)
        self.title.setText(f"{len(eleccion.grupos)} grupos que parecen el mismo · parecido {eleccion.cumulo.puntaje} %")
        dichas = dict.fromkeys(razon for pareja in eleccion.cumulo.parejas for razon in pareja.razones)
        self.reasons.setText(" ".join(list(dichas)[:SHOWN_REASONS]))
        self.merge.setText(f"Unir {cuantos} grupos" if eleccion.completa else "Unir")
        self.merge.setEnabled(eleccion.completa and not self._project.read_only)
        self.different.setText(SOME_DIFFERENT if eleccion.fuera else ALL_DIFFERENT)
        self.different.setEnabled(not self._project.read_only)

    def _ask_merge(self) -> None:
        if self.eleccion is not None:
            self.merge_asked.emit(self.eleccion)

    def _ask_different(self) -> None:
        if self.eleccion is not None:
            self.different_asked.emit(self.eleccion)
