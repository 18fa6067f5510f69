"""One document of the page Entregables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from promueve_gui.gui.asking import LOOK
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import Card, button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.application.deliverables import Entregable
    from promueve_gui.gui.context import Context

ICONS = {".xlsx": "file-excel-outline", ".docx": "file-word-outline"}
NOTHING_YET = "Todavía no tiene nada que exportar."


class DocumentCard(Card):
    """What a document is, what it holds, when it last left; its buttons ``ask`` for it by name."""

    def __init__(self, context: Context, entregable: Entregable, ask: Callable[[str], None]) -> None:
        """Describe one document."""
        super().__init__()
        picture = label("")
        picture.setPixmap(context.icon(ICONS[entregable.extension], context.colores.acento).pixmap(32, 32))
        self._title = label("", "subtitulo", wrap=True)
        self._what = label("", "secundario", wrap=True)
        self._state = label("", "menor", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._title, self._what, self._state):
            words.addWidget(part)
        self._look = button("Vista previa…", lambda: ask(LOOK + self.wanted()), "", context.icon("eye-outline"))
        self._export = button("Exportar…", lambda: ask(self.wanted()), "", context.icon("export"))
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(picture)
        line.addLayout(words, 1)
        line.addWidget(self._look)
        line.addWidget(self._export)
        self.body.addLayout(line)
        self.describe(entregable)

    @property
    def clave(self) -> str:
        """Return which document it is about."""
        return self._entregable.clave

    def wanted(self) -> str:
        """Return the name by which the document is asked for."""
        return self._entregable.clave

    def describe(self, entregable: Entregable) -> None:
        """Say what the document is now."""
        self._entregable = entregable
        self._title.setText(entregable.titulo)
        self._what.setText(entregable.descripcion)
        self._state.setText(entregable.estado)
        self._export.setAccessibleName(f"Exportar {entregable.titulo}")
        self._look.setAccessibleName(f"Vista previa de {entregable.titulo}")
        for made in (self._look, self._export):
            made.setEnabled(entregable.listo)
            made.setToolTip("" if entregable.listo else NOTHING_YET)
