"""The groups that look like one: a tree of clusters, and beside it the comparison of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QSplitter, QStackedWidget, QTreeView, QWidget

from promueve_gui.domain.texto import contado
from promueve_gui.gui.pasos.usuarios.duplicados.cluster_delegate import ClusterDelegate
from promueve_gui.gui.pasos.usuarios.duplicados.clusters_model import ClustersModel
from promueve_gui.gui.pasos.usuarios.duplicados.comparison import Comparison
from promueve_gui.gui.task_runner import PATIENCE_MS
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import EmptyState, button, column, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.pasos.usuarios.duplicados.finder import Finder

MOVED_MS = 30  # after the last move of the threshold: a hand that drags it is not kept waiting
WORK, NONE, NOT_FOUND, STOPPED, WAITING = range(5)  # what is shown
TREE_WIDTH, COMPARISON_WIDTH = 300, 460
INDENTATION = 18


class Proposals(QWidget):
    """Shows what a finder found at a threshold."""

    counted = Signal(int)  # clusters at the threshold

    def __init__(self, page: StepPage, finder: Finder, umbral: int) -> None:
        """Follow ``finder``."""
        super().__init__()
        self._finder, self._umbral = finder, umbral
        self.model = ClustersModel(page.project)
        self._delegate = ClusterDelegate(page.context)
        self.tree = self._make_tree()
        self.comparison = Comparison(page.context, page.project)
        self.count = label("", "menor", wrap=True)
        self.stack = self._make_stack(page)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Buscando duplicados")
        self._progress = QWidget()
        self._progress.setLayout(
            row(label("Buscando duplicados…", "menor"), self.bar, button("Cancelar", finder.cancel))
        )
        self._progress.hide()
        layout = column(self.stack, self._progress, spacing=GRID // 2)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._progress.show)
        finder.started.connect(self._on_started)
        finder.progressed.connect(self._on_progress)
        finder.changed.connect(self.refresh)
        finder.ended.connect(self._on_ended)
        finder.stopped.connect(self._on_stopped)
        self.tree.selectionModel().currentChanged.connect(self._compare)
        self._moved = QTimer(self, singleShot=True, interval=MOVED_MS)
        self._moved.timeout.connect(self.refresh)

    def set_threshold(self, umbral: int) -> None:
        """Propose from another threshold on."""
        self._umbral = umbral
        self._moved.start()

    def set_query(self, query: str) -> None:
        """Show only clusters that hold each word."""
        chosen = self._chosen()
        self.model.set_query(query)
        self._choose(chosen)
        self._tell()

    def refresh(self) -> None:
        """Show the clusters as they are now; the cursor stays on its groups, or else near its place."""
        self._moved.stop()
        chosen, place = self._chosen(), max(self._top_row(), 0)
        self.model.set_clusters(self._finder.found.cumulos(self._umbral))
        self._choose(chosen, place)
        self._tell()
        self.counted.emit(self.model.total)

    def _make_tree(self) -> QTreeView:
        made = QTreeView()
        made.setModel(self.model)
        made.setAccessibleName("Grupos que parecen el mismo")
        made.setItemDelegate(self._delegate)
        made.setUniformRowHeights(True)
        made.setHeaderHidden(True)
        made.setIndentation(INDENTATION)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setMinimumWidth(TREE_WIDTH * 3 // 4)
        return made

    def _make_stack(self, page: StepPage) -> QStackedWidget:
        left = QWidget()
        left.setLayout(column(self.tree, self.count, spacing=GRID // 2))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(2 * GRID)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.comparison)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([TREE_WIDTH, COMPARISON_WIDTH])
        stack = QStackedWidget()
        icon = page.context.icon("account-group", page.context.colores.secundario)
        for made in (splitter, *self._make_empty(icon)):
            stack.addWidget(made)
        stack.setCurrentIndex(WAITING)
        return stack

    def _make_empty(self, icon: QIcon) -> list[QWidget]:
        again = button("Buscar duplicados", self._finder.search)
        return [
            EmptyState(
                icon,
                "Ningún grupo parece repetido",
                "Cuando dos áreas nombren al mismo grupo de distinta manera, aquí se propondrá unirlos. Si espera "
                "encontrar alguno, baje el parecido mínimo.",
            ),
            EmptyState(icon, "Nada coincide con lo que busca", "Escriba otra palabra, o borre la búsqueda."),
            EmptyState(icon, "La búsqueda se canceló", "Puede volver a empezarla cuando quiera.", again),
            QWidget(),
        ]

    def _top_row(self) -> int:
        index = self.tree.currentIndex()
        return index.parent().row() if index.parent().isValid() else index.row()

    def _chosen(self) -> tuple[Id, ...]:
        cumulo = self.model.cluster(self.tree.currentIndex())
        return () if cumulo is None else cumulo.grupos

    def _choose(self, grupos: tuple[Id, ...], place: int = 0) -> None:
        """Put the cursor on the cluster that holds one of the groups, or else on a row."""
        found = next((index for grupo in grupos if (index := self.model.place_of(grupo)).isValid()), None)
        last = self.model.rowCount() - 1
        self.tree.setCurrentIndex(found if found is not None else self.model.index(min(place, last), 0))
        self._compare()

    def _compare(self, *_: object) -> None:
        self.comparison.follow(self.model.cluster(self.tree.currentIndex()))

    def _tell(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if self._finder.searching and not total:
            self.stack.setCurrentIndex(WAITING)
        else:
            self.stack.setCurrentIndex(WORK if shown else NOT_FOUND if total else NONE)
        clusters = contado(total, "posible duplicado", "posibles duplicados")
        self.count.setText(clusters if shown == total else f"{shown:,} de {clusters}")

    def _on_started(self) -> None:
        self.bar.setRange(0, 0)
        self._patience.start()

    def _on_stopped(self) -> None:
        self.stack.setCurrentIndex(STOPPED)

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_ended(self) -> None:
        self._patience.stop()
        self._progress.hide()
