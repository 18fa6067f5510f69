"""The table of differences: decided on by key for all that is chosen, and copied for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from promueve_gui.application.tabbed import write_cells
from promueve_gui.gui.models.differences import HEADINGS, Column
from promueve_gui.gui.widgets.decision_card import KEYS
from promueve_gui.gui.widgets.record_delegate import ROW_HEIGHT, RecordDelegate

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.models.differences import DifferenceModel
    from promueve_gui.gui.project import Project

WIDTHS = {
    Column.TIPO: 126,
    Column.REGISTRO: 172,
    Column.DATO: 104,
    Column.SUYO: 156,
    Column.NUESTRO: 156,
    Column.DECISION: 130,
    Column.ENVIADO: 150,
    Column.LUGAR: 120,
}
_DECISIONS = {key: decision for decision, key in KEYS.items()}


class DifferenceTable(QTableView):
    """Shows a ``DifferenceModel``; ``key_pressed`` tells which decision was asked for by key."""

    key_pressed = Signal(object)  # Decision
    current_changed = Signal()

    def __init__(self, context: Context, project: Project, model: DifferenceModel) -> None:
        """Show ``model``."""
        super().__init__()
        self._model = model
        self.setModel(model)
        self._delegate = RecordDelegate(context, project)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Diferencias del archivo")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        for column, pixels in WIDTHS.items():
            self.setColumnWidth(column, pixels)
        self.selectionModel().selectionChanged.connect(lambda *_: self.current_changed.emit())
        model.modelReset.connect(self.current_changed)

    def chosen_rows(self) -> list[int]:
        """Return the chosen rows, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a decision, or copy; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.text() in _DECISIONS and event.modifiers() in _PLAIN:
            self.key_pressed.emit(_DECISIONS[event.text()])
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the chosen rows with their titles."""
        rows = self.chosen_rows()
        if rows:
            lines = [[self._model.index(row, column).data() or "" for column in Column] for row in rows]
            QGuiApplication.clipboard().setText(write_cells([list(HEADINGS.values()), *lines]))


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
