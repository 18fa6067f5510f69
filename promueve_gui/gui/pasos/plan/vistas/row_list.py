"""A list of rows of one height. A table of one column, since Qt's list asks its model about every row it lays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent, QResizeEvent

AT_TOP = QAbstractItemView.ScrollHint.PositionAtTop


class RowList(QTableView):
    """Rows that are chosen, one or several, with mouse and keyboard."""

    menu_asked = Signal(QPoint)  # where on the screen

    def __init__(self, model: QAbstractItemModel, height: int) -> None:
        """Show ``model`` in rows of ``height`` pixels."""
        super().__init__()
        self._topmost = QPersistentModelIndex()
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda place: self.menu_asked.emit(self.viewport().mapToGlobal(place)))

    def go_to(self, row: int, *, top: bool = False) -> None:
        """Put the cursor on a row, and choose it alone; with ``top`` it stands there while it has the cursor."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self._topmost = QPersistentModelIndex(index) if top else QPersistentModelIndex()
        self.scrollTo(index, AT_TOP if top else QAbstractItemView.ScrollHint.EnsureVisible)

    def stays_at_top(self) -> bool:
        """Tell whether the row with the cursor was put at the top."""
        return self._topmost.isValid() and self._topmost == self.currentIndex()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep at the top what was put there, perhaps before the list had its size."""
        super().resizeEvent(event)
        if self.stays_at_top():
            self.scrollTo(self.currentIndex(), AT_TOP)

    def chosen_rows(self) -> list[int]:
        """Return the rows chosen, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def place_of(self, row: int) -> QPoint:
        """Return the middle of a row."""
        return self.visualRect(self.model().index(row, 0)).center()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first and the last row with Home and End."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.model().rowCount() - 1}
        row = ends.get(Qt.Key(event.key()), -1)
        if row >= 0 and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.go_to(row)
        else:
            super().keyPressEvent(event)
