"""What stands in the place of the editor while no content is chosen: what is written here, and the six first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

ICON_PIXELS = 48
COLUMNS = 2
TITLE = "¿Qué va a escribir?"
TEXT = "Elija un tipo de contenido. Se escribe aquí, se revisa mientras escribe y sale en Word con su membrete."


class FirstContent(QWidget):
    """The six types as buttons."""

    chosen = Signal(object)  # TipoContenido
    line_asked = Signal()  # a content for a line of the plan is wanted

    def __init__(self, context: Context, project: Project) -> None:
        """Offer the types, unless the project is only to be read."""
        super().__init__()
        picture = QLabel()
        icon = context.icon("file-document-edit-outline", context.colores.secundario)
        picture.setPixmap(icon.pixmap(QSize(ICON_PIXELS, ICON_PIXELS)))
        heading, sentence = label(TITLE, "subtitulo"), label(TEXT, "secundario", wrap=True)
        for part in (picture, heading, sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        types = QGridLayout()
        types.setSpacing(GRID)
        types.setColumnStretch(0, 1)
        types.setColumnStretch(1, 1)
        self.buttons = {tipo: self._button(tipo) for tipo in TipoContenido}
        for place, made in enumerate(self.buttons.values()):
            made.setEnabled(not project.read_only)
            types.addWidget(made, place // COLUMNS, place % COLUMNS)
        layout = column(margins=3 * GRID)
        layout.addStretch(1)
        for part in (picture, heading, sentence):
            layout.addWidget(part)
        layout.addSpacing(GRID)
        centred = row(None, None)
        centred.insertLayout(1, types)
        layout.addLayout(centred)
        self.from_plan = button("O empiece de una actividad del plan…", self.line_asked.emit, "enlace")
        self.from_plan.setEnabled(not project.read_only)
        layout.addLayout(row(None, self.from_plan, None))
        layout.addStretch(2)
        self.setLayout(layout)

    def _button(self, tipo: TipoContenido) -> QPushButton:
        return button(tipo.etiqueta, lambda: self.chosen.emit(tipo))
