"""The form of one line beside the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.widgets.parts import Card, label, row, tool
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.record_hints import RecordHints

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


class LineCard(Card):
    """Heading, hints and form; says when it is to be closed."""

    closed = Signal()

    def __init__(self, context: Context, project: Project) -> None:
        """Start without a line."""
        super().__init__()
        self._project = project
        self.form = RecordForm(context, project, LineaPlan)
        self.hints = RecordHints(project, LineaPlan.ENTIDAD, self.form)
        self._heading = label("", "subtitulo", wrap=True)
        head = row(self._heading, tool("Cerrar la ficha (Esc)", context.icon("close"), self.closed.emit))
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.hints)
        self.body.addWidget(self.form, 1)
        project.changed.connect(self._on_changed)

    def show_line(self, identidad: Id) -> None:
        """Show a line and go to its first field."""
        self.form.show_record(identidad)
        self.hints.refresh()
        self._refresh()
        self.form.focus_field("nombre")

    def close_form(self) -> None:
        """Save what is pending and let the line go."""
        self.form.show_record(None)

    def _on_changed(self, _cambios: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        identidad = self.form.record_id
        if identidad is None:
            if self.isVisible():  # it was withdrawn, or its coming into being undone
                self.closed.emit()
            return
        self._heading.setText(self._project.proyecto.titulo(LineaPlan.ENTIDAD, identidad) or "Actividad sin nombre")
