"""Round tables at a glance (R9): their five documents, each a jump to where it is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from promueve_gui.application.round_tables import DOCUMENTOS, EstadoDocumento, mesas_redondas
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.conjuntos import Acuerdo, Evento
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.reglas import Contexto
from promueve_gui.domain.vocabularios import TipoEvento
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import EmptyState, button, label, row
from promueve_gui.gui.widgets.record_delegate import ROW_HEIGHT
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.application.round_tables import DocumentoMesa, Mesa
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.gui.pasos.base import StepPage

TARGET = Qt.ItemDataRole.UserRole
SIGNS = {
    EstadoDocumento.LISTO: ("check-circle", "bien"),
    EstadoDocumento.FALTA: ("alert-circle-outline", "atencion"),
    EstadoDocumento.PENDIENTE: ("circle-outline", "secundario"),
}
EMPTY_TITLE = "Todavía no hay mesas redondas"
EMPTY_TEXT = "Reúna a grupos de usuarios y áreas: qué datos valen más, cómo mejorarlos y qué usos podrían tener."


class RoundTables(QWidget):
    """The overview of every round table in use."""

    jump_asked = Signal(str, str, str)

    def __init__(self, page: StepPage) -> None:
        """Build it for a page."""
        super().__init__()
        self._page, self._project = page, page.project
        self.table = self._make_table()
        self.new_button = button("Nueva mesa redonda", self.add, "", page.context.icon("plus"))
        self.new_button.setEnabled(not page.project.read_only)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        icon = page.context.icon("account-group", page.context.colores.secundario)
        first = button("Agregue la primera", self.add, "", page.context.icon("plus"))
        first.setEnabled(not page.project.read_only)
        self._stack.addWidget(EmptyState(icon, EMPTY_TITLE, EMPTY_TEXT, first))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID + GRID // 2, 0, 0)
        layout.setSpacing(GRID)
        hint = label("Presione un documento para ir a donde se llena.", "secundario", wrap=True)
        head = row(hint, self.new_button)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        page.project.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Look at every round table again."""
        services = self._page.context.services
        mesas = mesas_redondas(Contexto(self._project.proyecto, services.today(), services.feriados))
        self._stack.setCurrentIndex(0 if mesas else 1)
        self.table.setRowCount(len(mesas))
        for place, mesa in enumerate(mesas):
            self._fill(place, mesa)

    def add(self) -> None:
        """Begin a round table and go to it."""
        mesa = Evento(id=nuevo_id(), tipo=TipoEvento.MESA_REDONDA)
        if self._project.edit("Nueva mesa redonda", [alta(mesa)]) is not None:
            self.jump_asked.emit(Evento.ENTIDAD, mesa.id, "nombre")

    def _make_table(self) -> QTableWidget:
        titles = ("Mesa redonda", "Fecha", *(name for name, _ in DOCUMENTOS))
        table = QTableWidget(0, len(titles))
        table.setHorizontalHeaderLabels(titles)
        table.setAccessibleName("Documentos de cada mesa redonda")
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in range(1, len(titles)):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        table.itemActivated.connect(self._go)
        table.itemClicked.connect(self._go)
        return table

    def _fill(self, place: int, mesa: Mesa) -> None:
        evento = mesa.evento
        fecha = "Sin fecha" if evento.fecha is None else fecha_corta(evento.fecha)
        self._put(place, 0, evento.nombre or "Sin tema", (evento.id, "nombre"))
        self._put(place, 1, fecha, (evento.id, "fecha"))
        for column, documento in enumerate(mesa.documentos, start=2):
            item = self._put(place, column, documento.estado.etiqueta, (evento.id, documento.campo))
            self._dress(item, documento, evento.nombre)

    def _put(self, place: int, column: int, text: str, target: tuple[str, str]) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setData(TARGET, target)
        item.setToolTip(plain_tip(text))
        self.table.setItem(place, column, item)
        return item

    def _dress(self, item: QTableWidgetItem, documento: DocumentoMesa, mesa: str) -> None:
        name, colour = SIGNS[documento.estado]
        ink = getattr(self._page.context.colores, colour)
        item.setIcon(self._page.context.icon(name, ink))
        item.setForeground(QBrush(QColor(ink)))
        words = f"{documento.nombre}: {documento.estado.etiqueta.lower()}"
        item.setToolTip(plain_tip(documento.detalle or words))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {mesa}")

    def _go(self, item: QTableWidgetItem) -> None:
        identidad, campo = item.data(TARGET)
        self.jump_asked.emit(Evento.ENTIDAD, identidad, campo)

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if any(cambio.entidad in {Evento.ENTIDAD, Acuerdo.ENTIDAD} for cambio in cambios):
            self.refresh()
