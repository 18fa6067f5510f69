"""The table of the coverage: names and headings stay in sight, arrows go from cell to cell, Enter acts on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from promueve_gui.gui.pasos.plan.coverage_painter import CoverageDelegate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.plan.coverage_model import CoverageModel

ROW_HEIGHT, HEADER_HEIGHT, TALL_HEADER = 32, 48, 80
LONG_TITLE = 12  # characters
NARROWEST, NARROWEST_LONG = 78, 98
NAME_SHARE, NAME_LEAST, NAME_MOST = 0.3, 180, 380
KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class CoverageTable(QTableView):
    """Shows a ``CoverageModel``; the names of the rows are Qt's vertical header, which does not scroll away."""

    cell_asked = Signal(QModelIndex)

    def __init__(self, context: Context, model: CoverageModel) -> None:
        """Show ``model``."""
        super().__init__()
        self._matrix = model
        self.setModel(model)
        self._delegate = CoverageDelegate(context, model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Cobertura del plan")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        names, titles = self.verticalHeader(), self.horizontalHeader()
        names.setDefaultSectionSize(ROW_HEIGHT)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        titles.setObjectName("angosto")
        titles.setDefaultAlignment(Qt.AlignmentFlag(int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)))
        titles.setFixedHeight(HEADER_HEIGHT)
        titles.setMinimumSectionSize(NARROWEST)
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        names.setObjectName("nombres")
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        for header in (names, titles):
            header.setHighlightSections(False)
        self.doubleClicked.connect(self.cell_asked)

    def keeping_place(self, change: Callable[[], None]) -> None:
        """Change what is shown; the cursor and the scrolling stay where they were."""
        index, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        row, column = index.row(), index.column()
        change()
        rows, columns = self.model().rowCount(QModelIndex()), self.model().columnCount(QModelIndex())
        if row >= 0 and rows and columns:
            self.setCurrentIndex(self.model().index(min(row, rows - 1), min(column, columns - 1)))
        self.verticalScrollBar().setValue(scrolled)

    def fit_titles(self) -> None:
        """Give long titles the lines that they need."""
        tall = any(len(one.titulo) > LONG_TITLE for one in self._matrix.columns())
        self.horizontalHeader().setFixedHeight(TALL_HEADER if tall else HEADER_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(NARROWEST_LONG if tall else NARROWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names their share of the width."""
        super().resizeEvent(event)
        self.verticalHeader().setFixedWidth(min(max(int(self.width() * NAME_SHARE), NAME_LEAST), NAME_MOST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a cell; the rest is Qt's."""
        if event.key() in KEYS and self.currentIndex().isValid():
            self.cell_asked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
