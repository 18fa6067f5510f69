"""The panel «Guía»: what the field with the focus means, an example, the citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from promueve_gui.domain.ficha import campos
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.reglas import cita
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import label

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

WIDTH = 248
WIDEST = (1 << 24) - 1  # Qt's own QWIDGETSIZE_MAX, which PySide does not name: as wide as its place


class GuidePanel(QScrollArea):
    """Follows the focus."""

    def __init__(self, context: Context, project: Project) -> None:
        """Start with nothing; a page says its introduction when it is shown."""
        super().__init__()
        self._context, self._project = context, project
        self.setObjectName("guia")
        self.setAccessibleName("Guía")
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.title = label("", "subtitulo", wrap=True)
        self.text = label("", wrap=True)
        self.example_title = label("Ejemplo", "subtitulo")
        self.example = label("", wrap=True)
        self.citation = label("", "menor", wrap=True)
        self._line = QFrame(frameShape=QFrame.Shape.HLine)
        self._line.setObjectName("raya")
        body = QWidget()
        body.setObjectName("guia")
        self._inside = layout = QVBoxLayout(body)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + GRID // 2)
        for part in (self.title, self.text, self.example_title, self.example, self._line, self.citation):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(body)

    def make_compact(self) -> None:
        """Spend the room on words, for a card that has its own margins and shares a column with others."""
        self._inside.setContentsMargins(GRID, GRID // 2, 0, GRID // 2)
        self._inside.setSpacing(GRID // 2)
        self.setMinimumWidth(0)
        self.setMaximumWidth(WIDEST)

    def show_step(self, clave: str) -> None:
        """Show the introduction of a page."""
        paso = self._context.services.textos.pasos.get(clave)
        if paso is not None:
            self._show(f"Guía · {paso.titulo}", paso.texto, "", paso.cita)

    def show_field(self, entidad: str, nombre: str) -> None:
        """Show the help of a field."""
        ayuda = self._context.services.textos.load_ayuda(entidad).get(nombre)
        if ayuda is not None:
            etiqueta = campos(POR_ENTIDAD[entidad])[nombre].etiqueta
            self._show(f"Guía · {etiqueta}", ayuda.ayuda, ayuda.ejemplo, ayuda.cita)

    def _show(self, title: str, text: str, example: str, clave: str) -> None:
        source = cita(self._project.proyecto, clave) if clave else ""
        self.title.setText(title)
        self.text.setText(text)
        self.example.setText(example)
        self.example.setVisible(bool(example))
        self.example_title.setVisible(bool(example))
        self.citation.setText(source)
        self.citation.setVisible(bool(source))
        self._line.setVisible(bool(source))
