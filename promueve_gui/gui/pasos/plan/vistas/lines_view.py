"""What all views of the plan's lines have in common: they show, choose and ask; they change nothing themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget

from promueve_gui.gui.pasos.plan.vistas.line_menu import make_line_menu
from promueve_gui.gui.widgets.parts import EmptyState, button, column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from PySide6.QtCore import QPoint

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
    from promueve_gui.gui.widgets.carrier import Carrier

EMPTY_TITLE = "Todavía no hay actividades"
EMPTY_TEXT = (
    "Cada actividad dice qué se promueve, para quién, con qué contenido, por qué canal, cuándo y quién responde. "
    "Aquí aparecerán las que agregue, importe o tome de las propuestas."
)
NOTHING_TITLE = "Nada coincide con lo que busca"
NOTHING_TEXT = "Pruebe con otras palabras o quite los filtros."


class LinesView(QWidget):
    """One way to look at the lines. ``controls`` stand over it; ``TRAY`` says whether undated lines wait beside it."""

    KEY: ClassVar[str] = ""  # what saved views and settings call it
    NAME: ClassVar[str] = ""
    TRAY: ClassVar[bool] = True

    chosen = Signal(object)  # Id of the line that has the cursor now, or None
    create_asked = Signal(object)  # values of a new line, by field
    clear_asked = Signal()  # the filters are to go
    described = Signal(str)  # what has the cursor, in words

    def __init__(self, desk: PlanDesk) -> None:
        """Start without anything to show."""
        super().__init__()
        self.desk = desk
        self.controls: Sequence[QWidget] = ()
        self._stack: QStackedWidget | None = None

    def refresh(self) -> None:
        """Show the lines as they are now."""
        raise NotImplementedError

    def prepare(self) -> Iterator[None]:
        """Work out beforehand what ``refresh`` will show, where that takes long, with pauses for others."""
        return iter(())

    def select(self, identidad: Id | None) -> None:
        """Put the cursor on a line and bring it into view, if it is shown."""
        raise NotImplementedError

    def selected(self) -> list[Id]:
        """Return the lines chosen."""
        raise NotImplementedError

    def day(self) -> date | None:
        """Return the day that has the cursor, where a line of the tray is put; ``None`` when the view has none."""
        return None

    def settle(self) -> None:
        """Take the size that it has now, scroll bars included, before it is painted."""
        for area in self.findChildren(QAbstractScrollArea):  # they show and hide their bars a turn later
            if area.isVisible():
                QCoreApplication.sendPostedEvents(area, QEvent.Type.MetaCall)

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.setFocus()

    def carry(self, carrier: Carrier) -> None:
        """Make known what lines can be carried from and to."""

    def option(self) -> str:
        """Return how the view is set, for a saved view; empty when there is nothing to set."""
        return ""

    def set_option(self, option: str) -> None:
        """Set the view as a saved one says; what is not understood changes nothing."""

    def show_menu(self, globally: QPoint) -> None:
        """Show the menu of the lines chosen."""
        ids = self.selected()
        if ids:
            make_line_menu(self, self.desk, ids).popup(globally)

    # For views that have nothing to show without lines

    def lay_out(self, surface: QWidget) -> None:
        """Give the whole place to ``surface``, or to what is said when there is nothing on it."""
        context = self.desk.context
        first = button("Agregue la primera", lambda: self.create_asked.emit({}), "", context.icon("plus"))
        first.setEnabled(self.desk.editable)
        grey = context.colores.secundario
        self._stack = QStackedWidget()
        self._stack.addWidget(surface)
        self._stack.addWidget(EmptyState(context.icon("calendar-month", grey), EMPTY_TITLE, EMPTY_TEXT, first))
        clear = button("Quitar búsqueda y filtros", self.clear_asked.emit)
        self._stack.addWidget(EmptyState(context.icon("magnify", grey), NOTHING_TITLE, NOTHING_TEXT, clear))
        layout = column(self._stack)
        self.setLayout(layout)

    def show_state(self, shown: int) -> None:
        """Show the surface, or say why there is nothing on it."""
        if self._stack is not None:
            self._stack.setCurrentIndex(0 if shown else (2 if self.desk.lines.total() else 1))
