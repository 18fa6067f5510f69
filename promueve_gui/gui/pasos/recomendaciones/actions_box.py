"""The improvements that the recommendation of a form led to, and the way to promise another."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from promueve_gui.application.answers import acciones_de
from promueve_gui.domain.recomendaciones import AccionMejora
from promueve_gui.gui.widgets.chip import Chip
from promueve_gui.gui.widgets.parts import LongLink, button, row
from promueve_gui.gui.widgets.record_delegate import CHIPS
from promueve_gui.gui.widgets.related_box import RelatedBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm


class ActionsBox(RelatedBox):
    """Stands below the fields of a recommendation."""

    new_asked = Signal(object)  # identity of the recommendation
    chosen = Signal(object)  # identity of an improvement

    def __init__(self, context: Context, project: Project, form: RecordForm) -> None:
        """Follow the recommendation of ``form``."""
        self._context = context
        add = button("Nueva acción de mejora", self._ask_new, "", context.icon("plus"))
        super().__init__(project, form, AccionMejora, "Acciones de mejora", add)

    def related(self, identidad: Id) -> Sequence[Registro]:
        """Return the improvements of a recommendation."""
        return acciones_de(self._project.proyecto, identidad)

    def line(self, registro: Registro) -> QWidget:
        """Return a link to an improvement, with its state."""
        accion = cast("AccionMejora", registro)
        go = LongLink(accion.titulo_breve, lambda: self.chosen.emit(accion.id))
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
