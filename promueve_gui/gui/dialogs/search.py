"""Search in the whole project, as one types; Enter goes to the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import contado
from promueve_gui.gui.fitting import fit
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import column, label
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.gui.project import Project

TARGET = Qt.ItemDataRole.UserRole
DELAY_MS = 60
LIMIT = 60
MOVING = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class SearchDialog(QDialog):
    """A line and what it finds."""

    chosen = Signal(str, str, str)  # entity, identity, field

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Search in ``project``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._project = project
        self.setWindowTitle("Buscar en todo el proyecto")
        fit(self, 640, 460)
        self.line = QLineEdit(clearButtonEnabled=True)
        self.line.setPlaceholderText("Nombre, texto, correo, folio… sin importar acentos")
        self.line.setAccessibleName("Buscar en todo el proyecto")
        self.line.installEventFilter(self)
        self.results = QListWidget()
        self.results.setAccessibleName("Resultados")
        self.results.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the kind of record stands at the end
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = label("Escriba al menos una palabra.", "menor")
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._search)
        self.line.textChanged.connect(lambda _: self._timer.start())
        self.line.returnPressed.connect(self._go)
        self.results.itemActivated.connect(lambda _: self._go())
        self.setLayout(column(self.line, self.results, self.count, margins=2 * GRID))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move through the results while one types."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in MOVING
        ):
            self.results.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        query = self.line.text()
        found = self._project.index.search(self._project.proyecto, query, LIMIT)
        self.results.clear()
        for hallado in found:
            tipo = POR_ENTIDAD[hallado.entidad]
            item = QListWidgetItem(f"{hallado.titulo or tipo.SIN_TITULO.capitalize()}   ·   {tipo.SINGULAR}")
            item.setToolTip(plain_tip(hallado.titulo))
            item.setData(TARGET, [hallado.entidad, hallado.id])
            self.results.addItem(item)
        if found:
            self.results.setCurrentRow(0)
        self.count.setText(_said(len(found)) if query.strip() else "Escriba al menos una palabra.")

    def _go(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        item = self.results.currentItem()
        if item is not None:
            entidad, identidad = item.data(TARGET)
            self.chosen.emit(entidad, identidad, "")
            self.accept()


def _said(found: int) -> str:
    if found == LIMIT:
        return f"{LIMIT} resultados o más; escriba otra palabra para encontrar menos"
    return contado(found, "resultado", "resultados") if found else "Nada coincide con lo que busca."
