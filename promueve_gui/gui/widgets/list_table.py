"""A table as a list: rows without a grid, chosen whole, sorted by the titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from promueve_gui.gui.widgets.record_delegate import ROW_HEIGHT, RecordDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


class ListTable(QTableView):
    """What all lists of the program have in common; Tab leaves it."""

    def __init__(self, context: Context, project: Project, model: QAbstractItemModel, name: str) -> None:
        """Show ``model``; ``name`` is for screen readers."""
        super().__init__()
        self.setModel(model)
        self._delegate = RecordDelegate(context, project)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles = self.horizontalHeader()
        titles.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        titles.setHighlightSections(False)
        titles.setSortIndicatorClearable(True)
        titles.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # or it would sort by the first now
        self.setSortingEnabled(True)
