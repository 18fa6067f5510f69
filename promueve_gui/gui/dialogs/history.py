"""The bitácora: what was done, when and by whom (R12); and undoing step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableWidget, QTableWidgetItem, QWidget

from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.dialogs.history_details import HistoryDetails
from promueve_gui.gui.dialogs.reverting import RevertBar
from promueve_gui.gui.dialogs.stepping import step
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.application.ports import Asiento
    from promueve_gui.gui.project import Project

HEADINGS = ("Cuándo", "Quién", "Qué", "Detalle")
VERBS = {
    "crear": "Proyecto nuevo",
    "rescatar": "Rescate de un archivo dañado",
    "editar": "Cambio",
    "deshacer": "Se deshizo",
    "rehacer": "Se rehizo",
    "exportar": "Exportación",
    "problemas": "Problemas al importar",
    "movimientos": "Fechas que movió una importación",
    "recibir": "Recepción",
    "borrar": "Datos de una persona",
}
HINT = (
    "Todo lo que se ha hecho en el proyecto, lo más reciente arriba. Solo se borran de aquí los datos de quien lo pide."
)


HALF = 10_000  # pixels, more than there are: a splitter shares in proportion, and keeps to wishes that are too small


class HistoryDialog(PlainDialog):
    """The newest lines of the bitácora."""

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Show the bitácora of ``project``."""
        super().__init__(parent, "Bitácora", 960, 580, HINT)
        self._project = project
        self.table = QTableWidget(0, len(HEADINGS))
        self.table.setAccessibleName("Bitácora")
        self.table.setHorizontalHeaderLabels(list(HEADINGS))
        self.table.verticalHeader().setVisible(False)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setTabKeyNavigation(False)
        self.undo = button("Deshacer lo último", lambda: self._step(redo=False))
        self.redo = button("Rehacer", lambda: self._step(redo=True))
        self.details = HistoryDetails(project)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(GRID)
        parts.addWidget(self.table)
        parts.addWidget(self.details)
        parts.setSizes([HALF, HALF])
        self.details.rested.connect(self._on_rested)
        self._lines: list[Asiento] = []
        self._asked: bool | None = None  # to redo, or to undo, as soon as may be
        self.table.currentCellChanged.connect(lambda row, *_: self._on_line(row))
        self.body.addWidget(parts, 1)
        self.revert = RevertBar(project)
        for place, part in enumerate((self.undo, self.redo, self.revert)):
            self.foot.insertWidget(place, part, int(part is self.revert))
        project.changed.connect(self._refresh)
        self._refresh()
        self.table.setFocus()

    def _on_rested(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._step(redo=asked)
        self.revert.go_on()

    def _on_line(self, row: int) -> None:
        asiento = self._lines[row] if 0 <= row < len(self._lines) else None
        self.details.show_entry(asiento)
        self.revert.follow(asiento)

    def _step(self, *, redo: bool) -> None:
        if self._project.busy:  # the chosen line is being read; it takes a moment
            self._asked = redo
            return
        step(self, self._project, redo=redo, done=lambda _: None)

    def _refresh(self, *_: object) -> None:
        chosen = self.table.currentRow()
        before = self._lines[chosen] if 0 <= chosen < len(self._lines) else None
        self._lines = lines = self._project.session.history()
        self.table.setRowCount(len(lines))
        for place, asiento in enumerate(lines):
            moment = asiento.momento.astimezone().strftime("%d/%m/%Y %H:%M")
            verb = VERBS.get(asiento.accion, asiento.accion.capitalize())
            for column, text in enumerate((moment, asiento.autor, verb, asiento.detalle.partition("\n")[0])):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.table.setItem(place, column, item)
        for column in range(3):
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(
                column, self.table.columnWidth(column) + GRID
            )  # the frame of the cursor takes some
        if before in lines:  # the same one stays chosen, although others came above it
            self.table.setCurrentCell(lines.index(before), 0)
        self.undo.setEnabled(self._project.session.next_undo() is not None)
        self.redo.setEnabled(self._project.session.next_redo() is not None)
