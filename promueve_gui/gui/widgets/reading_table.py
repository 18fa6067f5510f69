"""A table that is read and not written: chosen by rows, opened with Enter or two clicks, copied for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from promueve_gui.application.tabbed import write_cells
from promueve_gui.gui.widgets.list_table import ListTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


class ReadingTable(ListTable):
    """Shows a model whose cells are texts, or what a derived column shows."""

    opened = Signal(int)  # the row that is wanted

    def __init__(
        self, context: Context, project: Project, model: QAbstractItemModel, name: str, widths: Sequence[int]
    ) -> None:
        """Show ``model``; the last column, without a width, takes what is left over."""
        super().__init__(context, project, model, name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setStretchLastSection(True)
        for column, pixels in enumerate(widths):
            self.setColumnWidth(column, pixels)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def chosen_rows(self) -> list[int]:
        """Return the chosen rows, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def go_to(self, row: int) -> None:
        """Put the cursor on a row, or on the last one when there are not so many."""
        last = self.model().rowCount(QModelIndex()) - 1
        if last >= 0 <= row:
            self.setCurrentIndex(self.model().index(min(row, last), max(self.currentIndex().column(), 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and copy; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the chosen rows with their titles."""
        rows, model = self.chosen_rows(), self.model()
        columns = range(model.columnCount(QModelIndex()))
        if rows:
            titles = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
            cells = [[str(model.index(row, column).data() or "") for column in columns] for row in rows]
            QGuiApplication.clipboard().setText(write_cells([titles, *cells]))
