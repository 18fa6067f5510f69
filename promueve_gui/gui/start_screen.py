"""What is seen before a project is open: recent ones, and how to begin."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import Card, button, label

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.gui.context import Context

PATH = Qt.ItemDataRole.UserRole
COLUMN = 760


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
        heading = label("Promueve", "titulo")
        sentence = label("Los cinco pasos para promover los datos abiertos de su institución, sin conexión.", "secundario")
        self.new_button = button("Nuevo proyecto…", self.new_asked.emit, "primario")
        self.open_button = button("Abrir…", self.open_asked.emit, "", context.icon("folder-open-outline"))
        self.example_button = button("Proyecto de ejemplo…", self.example_asked.emit, "", context.icon("eye-outline"))
        begin = Card("Comenzar")
        for made in (self.new_button, self.open_button, self.example_button):
            made.setMinimumHeight(36)
            begin.body.addWidget(made)
        begin.body.addSpacing(GRID)
        begin.body.addWidget(
            label(
                "También puede arrastrar aquí un proyecto, o el Plan de Apertura o Inventario de su institución.",
                "menor",
                wrap=True,
            )
        )
        begin.body.addStretch(1)
        begin.setFixedWidth(264)
        recent = Card("Recientes")
        self.recent = QListWidget()
        self.recent.setAccessibleName("Proyectos recientes")
        self.recent.itemActivated.connect(self._on_activated)
        self.recent.itemClicked.connect(self._on_activated)
        self._nothing = label("Aquí aparecerán los proyectos que abra.", "secundario", wrap=True)
        recent.body.addWidget(self._nothing)
        recent.body.addWidget(self.recent, 1)
        recent.body.addStretch(0)
        middle = QHBoxLayout()
        middle.setSpacing(2 * GRID)
        middle.addWidget(begin)
        middle.addWidget(recent, 1)
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        inside = QVBoxLayout(column)
        inside.setSpacing(GRID)
        inside.addWidget(heading)
        inside.addWidget(sentence)
        inside.addSpacing(GRID)
        inside.addLayout(middle, 1)
        inside.addWidget(label(f"Versión {context.services.version}", "menor"))
        outside = QHBoxLayout(self)
        outside.setContentsMargins(4 * GRID, 6 * GRID, 4 * GRID, 4 * GRID)
        outside.addStretch(1)
        outside.addWidget(column, 100)
        outside.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Read the recent projects again."""
        self.recent.clear()
        for path in self._context.settings.recent():
            self.recent.addItem(self._item(path))
        self.recent.setVisible(self.recent.count() > 0)
        self._nothing.setVisible(self.recent.count() == 0)

    def _item(self, path: Path) -> QListWidgetItem:
        day = datetime.fromtimestamp(path.stat().st_mtime).astimezone().strftime("%d/%m/%Y %H:%M")
        item = QListWidgetItem(f"{path.stem}\n{path.parent}  ·  {day}")
        item.setData(PATH, path)
        item.setToolTip(str(path))
        item.setIcon(self._context.icon("file-document-outline", self._context.colores.acento))
        return item

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.recent_chosen.emit(item.data(PATH))
