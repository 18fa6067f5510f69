"""The page Entregables: each document with its state, and how to export it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from promueve_gui.application.deliverables import Entregable, deliverables
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import Card, button, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

ICONS = {".xlsx": "file-excel-outline", ".docx": "file-word-outline"}
PERSONAL = "Incluir nombres y correos de personas en los libros de Excel"
NOTHING_YET = "Todavía no tiene nada que exportar."
PERSONAL_HINT = "Por omisión no se incluyen, para proteger los datos personales."


class DocumentCard(Card):
    """One document: what it is, what it holds, when it last left, and its button."""

    def __init__(self, page: EntregablesPage, entregable: Entregable) -> None:
        """Describe one document."""
        super().__init__()
        context = page.context
        picture = label("")
        picture.setPixmap(context.icon(ICONS[entregable.extension], context.colores.acento).pixmap(32, 32))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(entregable.titulo, "subtitulo", wrap=True))
        words.addWidget(label(entregable.descripcion, "secundario", wrap=True))
        words.addWidget(label(entregable.estado, "menor", wrap=True))
        export = button("Exportar…", lambda: page.export(entregable.clave), "", context.icon("export"))
        export.setAccessibleName(f"Exportar {entregable.titulo}")
        export.setEnabled(entregable.listo)
        export.setToolTip("" if entregable.listo else NOTHING_YET)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(picture)
        line.addLayout(words, 1)
        line.addWidget(export)
        self.body.addLayout(line)


class EntregablesPage(StepPage):
    """The documents that the institution works with."""

    def __init__(self, *args: Any) -> None:
        """Build the page; it fills again whenever the project changes and the page is looked at."""
        super().__init__(*args)
        self._everything = button(
            "Exportar todo…",
            lambda: self.export("todo"),
            "primario",
            self.context.icon("package-down", self.context.colores.sobre_acento),
        )
        self.head.addWidget(self._everything)
        self.personal = QCheckBox(PERSONAL)
        self.personal.setToolTip(PERSONAL_HINT)
        self._place = QVBoxLayout()
        self._place.setSpacing(GRID)
        self._place.setContentsMargins(0, 0, GRID, 0)
        inside = QWidget()
        inside.setObjectName("contenido")
        inside.setLayout(self._place)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addLayout(row(self.personal, None))
        self.body.addWidget(area, 1)
        self._shown: Sequence[Entregable] = ()
        self.project.reviewed.connect(self._refresh)
        self.project.session_noted.connect(self._refresh)
        self._refresh()

    def export(self, clave: str) -> None:
        """Ask the window to export a document, or all."""
        self.action_asked.emit(f"{clave}+personales" if self.personal.isChecked() else clave)

    def _refresh(self) -> None:
        found = deliverables(self.project.proyecto, self.project.exports())
        if found == self._shown:
            return
        self._shown = found
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for entregable in found:
            self._place.addWidget(DocumentCard(self, entregable))
        if not any(entregable.extension == ".docx" for entregable in found):
            self._place.addWidget(
                label("Los boletines e historias que escriba en el paso 3 aparecerán aquí.", "secundario", wrap=True)
            )
        self._place.addStretch(1)
        self._everything.setEnabled(any(entregable.listo for entregable in found))
