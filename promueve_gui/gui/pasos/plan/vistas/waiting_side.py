"""The undated lines beside a view: from here they are put on a day, and here they go when they lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from promueve_gui.gui.pasos.plan.vistas.line_menu import add_line_keys, make_line_menu
from promueve_gui.gui.pasos.plan.vistas.line_signs import LINE_SIGNS, line_told
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import Card, label
from promueve_gui.gui.widgets.tray import Tray

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QIcon

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
    from promueve_gui.gui.widgets.carrier import Carrier

WAITING = "Arrástrelas a un día, o presione Entrar para ponerlas en el día elegido."
NOTHING_WAITS = "Aquí esperan las actividades que todavía no tienen día."


class WaitingSide(Card):
    """The tray with its count and a word on what to do."""

    place_asked = Signal(object)  # Id

    def __init__(self, desk: PlanDesk) -> None:
        """Start empty."""
        super().__init__()
        self._desk = desk
        self.tray = Tray("Actividades sin fecha", self._icon, lambda linea: line_told(linea, desk.lines.warning))
        self._count = label("", "subtitulo")
        self._hint = label("", "menor", wrap=True)
        self.body.setContentsMargins(GRID, GRID, GRID, GRID)
        self.body.addWidget(self._count)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.tray, 1)
        self.tray.place_asked.connect(self.place_asked)
        self.tray.open_asked.connect(desk.actions.open)
        self.tray.menu_asked.connect(self._show_menu)
        add_line_keys(self.tray, desk, self._chosen)

    def refresh(self) -> None:
        """Show the undated lines that the filter admits."""
        found = [linea for linea in self._desk.lines.undated() if linea.vigente]  # by name already
        self.tray.set_records(found)
        self._count.setText(f"Sin fecha ({len(found)})")
        self._hint.setText(WAITING if found and self._desk.editable else NOTHING_WAITS)

    def carry(self, carrier: Carrier) -> None:
        """Let lines be taken out of here, and put back."""
        carrier.add_source(self.tray.viewport(), self.tray.at)
        carrier.add_target(self.tray, lambda _: None, self._drop)

    def _drop(self, where: QPoint, identidad: Id) -> None:
        del where  # the tray keeps its own order
        self._desk.actions.move([identidad], None)

    def _chosen(self) -> list[Id]:
        current = self.tray.current_id()
        return [] if current is None else [current]

    def _show_menu(self, globally: QPoint) -> None:
        if self._chosen():
            make_line_menu(self, self._desk, self._chosen()).popup(globally)

    def _icon(self, linea: LineaPlan) -> QIcon:
        return self._desk.context.icon(LINE_SIGNS[linea.estado], self._desk.context.colores.secundario)
