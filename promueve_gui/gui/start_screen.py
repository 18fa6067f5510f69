"""What is seen before a project is open: recent ones, and how to begin."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import Card, button, label
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.gui.context import Context

PATH = Qt.ItemDataRole.UserRole
COLUMN, HIGHEST = 760, 560
BEGIN = 264
SENTENCE = "Los cinco pasos para promover los datos abiertos de su institución, sin conexión."
HINT = "También puede arrastrar aquí un proyecto, o el Plan de Apertura o Inventario de su institución."


class StartScreen(QWidget):
    """Recent projects at the right, ways to begin at the left."""

    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    recent_chosen = Signal(object)  # Path

    def __init__(self, context: Context) -> None:
        """Build the screen; ``refresh`` fills the recent projects."""
        super().__init__()
        self._context = context
        self.setObjectName("pagina")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.new_button = button("Nuevo proyecto…", self.new_asked.emit, "primario")
        self.open_button = button("Abrir…", self.open_asked.emit)
        self.example_button = button("Proyecto de ejemplo…", self.example_asked.emit)
        self.recent = QListWidget()
        self.recent.setAccessibleName("Proyectos recientes")
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.setStyleSheet("QListView { border: none; }")  # the card around it has one
        self.recent.itemActivated.connect(self._on_activated)
        self.recent.itemClicked.connect(self._on_activated)
        self._nothing = label("Aquí aparecerán los proyectos que abra.", "secundario", wrap=True)
        self._lay_out()
        context.theme_changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(2 * GRID)
        middle.addWidget(self._make_begin())
        middle.addWidget(self._make_recent(), 1)
        column = QWidget()
        column.setMaximumSize(COLUMN, HIGHEST)
        inside = QVBoxLayout(column)
        inside.setSpacing(GRID)
        inside.addWidget(label("Promueve", "titulo"))
        inside.addWidget(label(SENTENCE, "secundario", wrap=True))
        inside.addSpacing(GRID)
        inside.addLayout(middle, 1)
        inside.addWidget(label(f"Versión {self._context.services.version}", "menor"))
        outside = QHBoxLayout(self)
        outside.setContentsMargins(4 * GRID, 6 * GRID, 4 * GRID, 4 * GRID)
        outside.addStretch(1)
        outside.addWidget(column, 100)
        outside.addStretch(1)

    def _make_begin(self) -> Card:
        begin = Card("Comenzar")
        begin.setFixedWidth(BEGIN)
        for made in (self.new_button, self.open_button, self.example_button):
            made.setMinimumHeight(36)
            begin.body.addWidget(made)
        begin.body.addSpacing(GRID)
        begin.body.addWidget(label(HINT, "menor", wrap=True))
        begin.body.addStretch(1)
        return begin

    def _make_recent(self) -> Card:
        recent = Card("Recientes")
        recent.body.addWidget(self._nothing)
        recent.body.addWidget(self.recent, 1)
        recent.body.addStretch(0)
        return recent

    def refresh(self) -> None:
        """Read the recent projects again, and draw the icons in the colours in force."""
        self.open_button.setIcon(self._context.icon("folder-open-outline"))
        self.example_button.setIcon(self._context.icon("eye-outline"))
        self.recent.clear()
        for path in self._context.settings.recent():
            self.recent.addItem(self._item(path))
        self.recent.setVisible(self.recent.count() > 0)
        self._nothing.setVisible(self.recent.count() == 0)

    def _item(self, path: Path) -> QListWidgetItem:
        day = datetime.fromtimestamp(path.stat().st_mtime).astimezone().strftime("%d/%m/%Y %H:%M")
        item = QListWidgetItem(f"{path.stem}\n{path.parent}  ·  {day}")
        item.setData(PATH, path)
        item.setToolTip(plain_tip(str(path)))
        item.setIcon(self._context.icon("file-document-outline", self._context.colores.acento))
        return item

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.recent_chosen.emit(item.data(PATH))
