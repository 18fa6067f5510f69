"""One state of the board: its name, how many lines it has, and their cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from promueve_gui.application.plan_lines import counted
from promueve_gui.gui.pasos.plan.vistas.board_delegate import HEIGHT, BoardDelegate
from promueve_gui.gui.pasos.plan.vistas.board_model import BoardModel
from promueve_gui.gui.pasos.plan.vistas.edge_scroller import EdgeScroller
from promueve_gui.gui.pasos.plan.vistas.line_menu import take_line_key
from promueve_gui.gui.pasos.plan.vistas.line_signs import LINE_SIGNS
from promueve_gui.gui.pasos.plan.vistas.row_list import RowList
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.parts import column, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.vocabularios import EstadoLinea
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk

NARROWEST = 128
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
HELP = (
    "Con las flechas recorre las actividades y los estados; con Entrar abre una actividad; con Ctrl y las flechas a "
    "los lados la pasa de estado."
)


class BoardColumn(QFrame):
    """A column; what is carried over it lights its frame."""

    def __init__(self, desk: PlanDesk, estado: EstadoLinea) -> None:
        """Start without lines."""
        super().__init__()
        self.estado = estado
        self.setObjectName("columna")
        self.setMinimumWidth(NARROWEST)
        self.list = CardList(desk, estado)
        sign = QLabel()
        sign.setPixmap(desk.context.icon(LINE_SIGNS[estado], desk.context.colores.secundario).pixmap(16, 16))
        self._name = ElidedLabel(estado.etiqueta)
        self._name.setObjectName("subtitulo")
        self._count = label("", "menor")
        layout = column(margins=4, spacing=2)
        layout.addWidget(self._name)  # alone, so that the longest of them has room
        below = row(sign, self._count, spacing=4)
        below.setStretch(1, 1)
        layout.addLayout(below)
        layout.addWidget(self.list, 1)
        self.setLayout(layout)

    def set_lines(self, lines: Sequence[LineaPlan]) -> None:
        """Show the lines of the state."""
        self.list.cards.set_lines(lines)
        self.say()

    def say(self) -> None:
        """Say how many lines there are."""
        how_many = counted(self.list.cards.rowCount())
        self._count.setText(how_many)
        self.list.setAccessibleName(f"{self.estado.etiqueta}: {how_many}")

    def set_target(self, place: QPoint | None) -> None:
        """Light the frame while something is carried over the column."""
        self.list.scroller.hover(None if place is None else self.list.viewport().mapFrom(self, place))
        lit = place is not None
        if self.property("destino") != lit:
            self.setProperty("destino", lit)
            self.style().unpolish(self)
            self.style().polish(self)


class CardList(RowList):
    """The cards, with mouse and keyboard."""

    step_asked = Signal(int)  # to the next column, or to the one before
    shift_asked = Signal(int)  # the cards chosen, so many states on

    def __init__(self, desk: PlanDesk, estado: EstadoLinea) -> None:
        """Start without cards."""
        self.cards = BoardModel(desk.lines.warning)
        super().__init__(self.cards, HEIGHT)
        self._desk = desk
        self.carried: Sequence[Id] = ()
        self._delegate = BoardDelegate(desk, self.cards, self.font())
        self.setItemDelegate(self._delegate)
        self.setObjectName("tarjetas")
        self.setAccessibleName(estado.etiqueta)
        self.setAccessibleDescription(HELP)
        self.doubleClicked.connect(lambda index: desk.actions.open(self.cards.line(index.row()).id))
        self.scroller = EdgeScroller(self, lambda _: None)

    def chosen_lines(self) -> list[Id]:
        """Return the lines chosen, in their order."""
        return [self.cards.line(row).id for row in self.chosen_rows()]

    def pick(self, place: QPoint) -> tuple[Id, str] | None:
        """Return what is carried from a place: its card, with the others chosen if it is one of them."""
        index = self.indexAt(place)
        if not index.isValid():
            return None
        linea, chosen = self.cards.line(index.row()), self.chosen_lines()
        self.carried = chosen if linea.id in chosen else [linea.id]
        name = linea.titulo_visible
        return linea.id, name if len(self.carried) == 1 else counted(len(self.carried))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from column to column, pass cards on, and do what the keys of lines do."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.shift_asked.emit(step)
        elif step is not None:
            self.step_asked.emit(step)
        elif not take_line_key(event, self._desk, self.chosen_lines()):
            super().keyPressEvent(event)
