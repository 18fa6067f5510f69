"""The improvements that the recommendation of a form led to, and the way to promise another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from promueve_gui.application.answers import acciones_de
from promueve_gui.domain.recomendaciones import AccionMejora
from promueve_gui.gui.widgets.chip import Chip
from promueve_gui.gui.widgets.parts import LongLink, button, column, label, row
from promueve_gui.gui.widgets.record_delegate import CHIPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm


class ActionsBox(QFrame):
    """Stands below the fields of a recommendation."""

    new_asked = Signal(object)  # identity of the recommendation
    chosen = Signal(object)  # identity of an improvement

    def __init__(self, context: Context, project: Project, form: RecordForm) -> None:
        """Follow the recommendation of ``form``."""
        super().__init__()
        self._context, self._project = context, project
        self._id: Id | None = None
        self._title = label("Acciones de mejora", "subtitulo")
        self.lines: list[QWidget] = []
        self._list = column(spacing=2)
        self.new_button = button("Nueva acción de mejora", self._ask_new, "", context.icon("plus"))
        self.new_button.setEnabled(not project.read_only)
        layout = column(self._title)
        layout.addLayout(self._list)
        layout.addLayout(row(self.new_button, None))
        self.setLayout(layout)
        form.place_below(self)
        form.shown.connect(self.show_recommendation)
        project.changed.connect(self._on_changed)

    def show_recommendation(self, identidad: Id | None) -> None:
        """Show the improvements of a recommendation, or none."""
        self._id = identidad
        self.refresh()

    def refresh(self) -> None:
        """Show the improvements again."""
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        found = [] if self._id is None else acciones_de(self._project.proyecto, self._id)
        self._title.setText(f"Acciones de mejora ({len(found)})" if found else "Acciones de mejora")
        self.lines = [self._line(accion) for accion in found]
        for line in self.lines:
            self._list.addWidget(line)

    def _line(self, accion: AccionMejora) -> QWidget:
        go = LongLink(accion.nombre or "Sin nombre", lambda: self.chosen.emit(accion.id))
        estado = accion.estado
        chip = Chip(self._context, estado.etiqueta if estado else "", CHIPS[estado] if estado else "")
        layout = row(go, chip)
        layout.setStretch(0, 1)
        line = QWidget()
        line.setLayout(layout)
        return line

    def _ask_new(self) -> None:
        if self._id is not None:
            self.new_asked.emit(self._id)

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if self._id is not None and any(cambio.entidad == AccionMejora.ENTIDAD for cambio in cambios):
            self.refresh()
