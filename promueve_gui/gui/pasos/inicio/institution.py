"""The form of the institution, with its letterhead for Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from promueve_gui.application.letterheads import default_letterhead
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import Card, EmptyState, button, column, label
from promueve_gui.gui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

LETTERHEAD_WIDTH = 300
OWN = "Se usa el membrete «{nombre}»."
UNKNOWN = "Regístrela para que su nombre y su contacto aparezcan en los documentos que se exportan."
HINT = "Son documentos de Word con el encabezado y el pie de la institución; pueden ser varios."
DEFAULT = "Se usa el membrete que trae Promueve, con el nombre de la institución."


class InstitutionPanel(QWidget):
    """Who the institution is."""

    field_focused = Signal(str, str)
    letterheads_asked = Signal()

    def __init__(self, context: Context, project: Project) -> None:
        """Show the only institution of the project, or offer to register one where a file has none."""
        super().__init__()
        self._project = project
        self.form = RecordForm(context, project, Institucion)
        self.form.field_focused.connect(self.field_focused)
        left = Card()
        left.body.addWidget(self.form)
        right = Card("Membrete de Word")
        right.setFixedWidth(LETTERHEAD_WIDTH)
        self._which = label("", wrap=True)
        choose = button("Membretes…", self.letterheads_asked.emit, "", context.icon("file-word-outline"))
        for widget in (self._which, choose, label(HINT, "menor", wrap=True)):
            right.body.addWidget(widget)
        right.body.addStretch(1)
        self._known = QWidget()
        layout = QHBoxLayout(self._known)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(left, 1)
        layout.addWidget(right)
        self._register = button("Registrar la institución", self.register, "primario")
        self._register.setEnabled(not project.read_only)
        icon = context.icon("domain", context.colores.secundario)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._known)
        self._pages.addWidget(EmptyState(icon, "Este proyecto no dice de qué institución es", UNKNOWN, self._register))
        self.setLayout(column(self._pages))
        project.changed.connect(self._refresh)
        self._refresh()

    def register(self) -> None:
        """Make the record of the institution, to be filled in."""
        self._project.edit("Registrar la institución", [alta(Institucion(id=nuevo_id()))])
        self.form.focus_field("nombre")

    def focus_field(self, nombre: str) -> None:
        """Put the cursor in a field."""
        self.form.focus_field(nombre)

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()

    def _refresh(self, _cambios: object = None) -> None:
        institucion = self._project.proyecto.unico(Institucion)
        self._pages.setCurrentIndex(1 if institucion is None else 0)
        if institucion is None:
            return
        if self.form.record_id != institucion.id:
            self.form.show_record(institucion.id)
        membrete = default_letterhead(self._project.proyecto)
        self._which.setText(DEFAULT if membrete is None else OWN.format(nombre=membrete.nombre))
