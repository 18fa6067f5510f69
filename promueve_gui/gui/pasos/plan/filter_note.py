"""What says that the filter of the plan's views is in force where its bar is not, and takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from promueve_gui.application.plan_filter import FiltroPlan, describe
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.parts import button, row, show_part
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.plan.vistas.shared_lines import SharedLines
    from promueve_gui.gui.project import Project


class FilterNote(QWidget):
    """A line of words, hidden while every line is admitted."""

    def __init__(self, project: Project, lines: SharedLines) -> None:
        """Follow the filter of ``lines``."""
        super().__init__()
        self._project, self._lines = project, lines
        self.said = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self.clear_button = button("Quitar filtros", self.clear, "enlace")
        layout = row(self.said, self.clear_button)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        lines.filter_changed.connect(self._show)
        self._show()

    def words(self) -> str:
        """Return the filter in words; empty for none."""
        return describe(self._lines.filtro, self._project.proyecto)

    def clear(self) -> None:
        """Admit every line again."""
        self._lines.set_filter(FiltroPlan())

    def _show(self) -> None:
        self.said.setText(f"Solo se cuentan las actividades filtradas: {self.words()}")
        self.said.setToolTip(plain_tip(self.said.text()))
        show_part(self, shown=not self._lines.filtro.vacio)
