"""A quiet line on a page: how many gaps its rules have, and a button that goes to them one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from promueve_gui.application.gaps import gaps_of_step
from promueve_gui.domain.texto import contado
from promueve_gui.gui.widgets.parts import button, label, row, show_part
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.domain.flow import Paso
    from promueve_gui.domain.reglas import Hallazgo
    from promueve_gui.gui.project import Project


class GapStrip(QWidget):
    """Follows the review of the project."""

    jump_asked = Signal(str, str, str)  # entity, identity, field

    def __init__(self, project: Project, paso: Paso) -> None:
        """Start with what the last review found."""
        super().__init__()
        self._project, self._paso = project, paso
        self._gaps: list[Hallazgo] = []
        self._next = 0
        self.text = label("", "menor")
        self.see = button("Ver", self._jump, "enlace")
        self.setLayout(row(self.text, self.see, spacing=4))
        project.reviewed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        overview = self._project.overview
        self._gaps = [] if overview is None else gaps_of_step(self._paso, overview.revision)
        self._next = self._next if self._next < len(self._gaps) else 0
        how_many = len(self._gaps)
        self.text.setText(contado(how_many, "cosa por resolver", "cosas por resolver"))
        show_part(self, shown=bool(self._gaps))
        self._describe()

    def _describe(self) -> None:
        message = self._gaps[self._next].mensaje if self._gaps else ""
        self.see.setToolTip(plain_tip(message))
        self.see.setAccessibleName(f"Ver lo siguiente por resolver: {message}")

    def _jump(self) -> None:
        gap = self._gaps[self._next]
        self._next = (self._next + 1) % len(self._gaps)
        self._describe()
        self.jump_asked.emit(gap.entidad, gap.id, gap.campo)
