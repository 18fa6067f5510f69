"""What can be done to several lines at once, under the views; gone while fewer than two are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from promueve_gui.gui.pasos.plan.vistas.line_menu import add_line_actions
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import button, column, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk

LEAST = 2


class BulkBar(QWidget):
    """Says how many lines are chosen and offers what changes all of them as one edition."""

    def __init__(self, desk: PlanDesk) -> None:
        """Start without lines."""
        super().__init__()
        self._desk = desk
        self._ids: Sequence[Id] = ()
        self.said = label("", "subtitulo")
        self.change = button("Cambiar un dato…", lambda: desk.actions.ask_change(self._ids, self))
        self.sign = button("Dar el visto bueno", lambda: desk.actions.sign_off(self._ids))
        self.more = QToolButton()
        self.more.setObjectName("boton")
        self.more.setText("Más ▾")
        self.more.setAccessibleName("Más que hacer con las elegidas")
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self._menu)
        self.withdraw = button("Retirar…", lambda: desk.actions.withdraw(self._ids))
        self.setLayout(column(FlowRow(self.said, self.change, self.sign, self.more, self.withdraw)))
        self.hide()

    def show_for(self, ids: Sequence[Id]) -> None:
        """Offer to change these lines."""
        self._ids = tuple(ids)
        self.said.setText(f"{len(self._ids):,} elegidas")
        self.setVisible(len(self._ids) >= LEAST and self._desk.editable)

    def _fill(self) -> None:
        self._menu.clear()
        add_line_actions(self._menu, self, self._desk, self._ids)
