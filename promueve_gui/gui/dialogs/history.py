"""The bitácora: what was done, when and by whom (R12); and undoing step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.dialogs.reverting import RevertBar
from promueve_gui.gui.dialogs.stepping import step
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, row
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
    "recibir": "Recepción",
}
HINT = "Todo lo que se ha hecho en el proyecto, lo más reciente arriba. Nada se borra de aquí."


class HistoryDialog(PlainDialog):
    """The newest lines of the bitácora."""

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Show the bitácora of ``project``."""
        super().__init__(parent, "Bitácora", 860, 560, HINT)
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
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(self.undo, self.redo, None))
        self.revert = RevertBar(project)
        self._lines: list[Asiento] = []
        self.table.currentCellChanged.connect(lambda place, *_: self._on_line(place))
        self.body.addWidget(self.revert)
        project.changed.connect(self._refresh)
        self._refresh()
        self.table.setFocus()

    def _step(self, *, redo: bool) -> None:
        step(self, self._project, redo=redo, done=lambda _: None)

    def _on_line(self, place: int) -> None:
        self.revert.follow(self._lines[place] if 0 <= place < len(self._lines) else None)

    def _refresh(self, *_: object) -> None:
        lines = self._lines = self._project.session.history()
        self.table.setRowCount(len(lines))
        for place, asiento in enumerate(lines):
            moment = asiento.momento.astimezone().strftime("%d/%m/%Y %H:%M")
            verb = VERBS.get(asiento.accion, asiento.accion.capitalize())
            for column, text in enumerate((moment, asiento.autor, verb, asiento.detalle)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.table.setItem(place, column, item)
        for column in range(3):
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(
                column, self.table.columnWidth(column) + GRID
            )  # the frame of the cursor takes some
        self.undo.setEnabled(self._project.session.next_undo() is not None)
        self.redo.setEnabled(self._project.session.next_redo() is not None)
