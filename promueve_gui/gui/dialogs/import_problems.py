"""The problems of the last imports, to be mended in the files they came from; copied whole to Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from promueve_gui.application.tabbed import write_cells
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, row
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.import_problems import Problemas

HINT = "Corríjalos en el archivo y vuelva a importarlo: lo que ya entró no se repite."
HEADINGS = ("Dónde", "Problema")
WRAPPED = 300  # with more rows than this, each takes one line and a tip says all


class ImportProblemsDialog(PlainDialog):
    """One import at a time, the newest first."""

    def __init__(self, parent: QWidget, imports: Sequence[Problemas]) -> None:
        """Show the first of ``imports``, of which there is at least one."""
        super().__init__(parent, "Problemas de las importaciones", 860, 520, HINT)
        self._imports = imports
        self.which = QComboBox()
        self.which.setAccessibleName("Importación")
        for one in imports:
            self.which.addItem(f"{one.momento.astimezone():%d/%m/%Y %H:%M} · {one.titulo}")
        self.table = QTableWidget(0, len(HEADINGS))
        self.table.setAccessibleName("Problemas")
        self.table.setHorizontalHeaderLabels(list(HEADINGS))
        self.table.verticalHeader().setVisible(False)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self.which)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(button("Copiar a Excel", self.copy), None))
        self.which.currentIndexChanged.connect(self._fill)
        self._fill(0)
        self.table.setFocus()

    def copy(self) -> None:
        """Copy every problem of the import shown, as cells."""
        filas = self._imports[self.which.currentIndex()].filas
        QGuiApplication.clipboard().setText(write_cells([HEADINGS, *filas]))

    def _fill(self, place: int) -> None:
        filas = self._imports[place].filas
        self.table.setRowCount(len(filas))
        for line, texts in enumerate(filas):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.table.setItem(line, column, item)
        self.table.resizeColumnToContents(0)
        self.table.setColumnWidth(0, self.table.columnWidth(0) + GRID)
        if len(filas) <= WRAPPED:
            self.table.resizeRowsToContents()
