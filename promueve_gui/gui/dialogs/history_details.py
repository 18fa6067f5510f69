"""Beneath the bitácora: what the chosen line changed, and the whole of the text before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QSplitter, QTableView, QWidget

from promueve_gui.application.history import read_details
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.texto import contado
from promueve_gui.gui.dialogs.history_model import DetailsModel
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import column, label

if TYPE_CHECKING:
    from promueve_gui.application.history import Detalles
    from promueve_gui.application.ports import Asiento
    from promueve_gui.domain.errors import UserError
    from promueve_gui.gui.project import Project

CHOOSE = "Elija un renglón para ver qué cambió."
NO_EDITION = "Este renglón no cambió datos."
WIDTHS = (230, 150)  # pixels, of record and field


class HistoryDetails(QWidget):
    """Reads an edition on a worker, since an import has tens of thousands of records."""

    rested = Signal()  # nothing is being read any more

    def __init__(self, project: Project) -> None:
        """Start with nothing chosen."""
        super().__init__()
        self._project = project
        self._wanted: Asiento | None = None
        self.said = label(CHOOSE, "secundario", wrap=True)
        self.model = DetailsModel()
        self.table = _table(self.model)
        self.before, self.after = _text("Antes"), _text("Después")
        texts = QSplitter(Qt.Orientation.Horizontal)
        texts.setChildrenCollapsible(False)
        for name, box in (("Antes", self.before), ("Después", self.after)):
            side = QWidget()
            side.setLayout(column(label(name, "menor"), box, spacing=2))
            texts.addWidget(side)
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setChildrenCollapsible(False)
        whole.setHandleWidth(GRID)
        whole.addWidget(self.table)
        whole.addWidget(texts)
        whole.setStretchFactor(0, 3)
        whole.setStretchFactor(1, 1)
        layout = column(self.said, whole, spacing=GRID // 2)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.table.selectionModel().currentChanged.connect(self._on_row)

    def show_entry(self, asiento: Asiento | None) -> None:
        """Show what a line of the bitácora changed; the newest wish counts while one is being read."""
        if asiento == self._wanted:
            return
        self._wanted = asiento
        if asiento is None or asiento.edicion is None:
            self._show(asiento, None)
        elif not self._project.busy:
            self._read(asiento)

    def _read(self, asiento: Asiento) -> None:
        task = self._project.run_long(lambda session, _: read_details(session, asiento))
        ProgressDialog(self, "Leyendo qué cambió…", task, can_cancel=False)
        task.succeeded.connect(lambda details: self._on_read(asiento, details))
        task.refused.connect(lambda error: self._on_refused(asiento, error))
        task.crashed.connect(self._project.crashed)

    def _on_read(self, asiento: Asiento, details: Detalles) -> None:
        if asiento == self._wanted:
            self._show(asiento, details)
        elif self._wanted is not None and self._wanted.edicion is not None:
            self._read(self._wanted)
            return
        self.rested.emit()

    def _on_refused(self, asiento: Asiento, error: UserError) -> None:
        if asiento == self._wanted:
            self._show(asiento, None)
            self.said.setText(mensaje(error))
        self.rested.emit()

    def _show(self, asiento: Asiento | None, details: Detalles | None) -> None:
        self.model.show_details(details)
        if details is None:
            self.said.setText(CHOOSE if asiento is None else NO_EDITION)
            self.before.clear()
            self.after.setPlainText("" if asiento is None else asiento.detalle)
            return
        many = len(details)
        self.said.setText(contado(many, "dato", "datos"))
        self.table.setCurrentIndex(self.model.index(0, 0))

    def _on_row(self, index: QModelIndex) -> None:
        detail = self.model.detail(index.row())
        self.before.setPlainText("" if detail is None else detail.antes)
        self.after.setPlainText("" if detail is None else detail.despues)


def _table(model: DetailsModel) -> QTableView:
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName("Qué cambió")
    made.verticalHeader().setVisible(False)
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setTabKeyNavigation(False)
    made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place in range(model.columnCount()):
        stretched = place >= len(WIDTHS)
        header.setSectionResizeMode(
            place, QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Interactive
        )
        if not stretched:
            made.setColumnWidth(place, WIDTHS[place])
    return made


def _text(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(f"{name}, completo")
    made.setMinimumHeight(48)
    return made
