"""What the place of the chosen group advises: the name of the treatment and what the profile says to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from promueve_gui.domain.actores import CAMPO_DE_TRATO, Tratamiento, tratamiento, trato
from promueve_gui.domain.institucion import Perfil
from promueve_gui.gui.widgets.clamped_label import ClampedLabel
from promueve_gui.gui.widgets.parts import row, tool

if TYPE_CHECKING:
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

NOTHING = "el perfil todavía no dice qué hacer; escríbalo con el lápiz"
LINES = 3
NOBODY = "Elija un grupo de la cuadrícula para ver cómo conviene tratarlo."
EDIT = "Cambiar qué hacer con los grupos de este cuadrante"


class TreatmentLine(QWidget):
    """A line of text and a pencil that leads to where it is written."""

    edit_asked = Signal(str)  # field of the profile

    def __init__(self, context: Context, project: Project) -> None:
        """Start without a group."""
        super().__init__()
        self._project = project
        self._advice: Tratamiento | None = None
        self.text = ClampedLabel("menor", LINES)
        self.edit = tool(EDIT, context.icon("pencil-outline"), self.ask)
        layout = row(self.text, self.edit)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_group(self, grupo: GrupoUsuarios | None) -> str:
        """Say what to do with a group, and return it; nothing while it has no place on the grid."""
        self._advice = None if grupo is None else tratamiento(grupo.poder, grupo.interes)
        said = ""
        if self._advice is not None:
            said = f"{self._advice.etiqueta}: {trato(self._project.proyecto.unico(Perfil), self._advice) or NOTHING}"
        self.text.say(said or NOBODY)
        self.edit.setEnabled(bool(said))
        return said

    def ask(self) -> None:
        """Ask for the field of the profile that says it."""
        if self._advice is not None:
            self.edit_asked.emit(CAMPO_DE_TRATO[self._advice])
