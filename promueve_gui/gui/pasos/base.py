"""What every page has: title, owner, time, one line of what to do, and the work beneath. Pages build on this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.late_tabs import LateTabs
from promueve_gui.gui.widgets.parts import label, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QHBoxLayout, QTabWidget

    from promueve_gui.application.print_plan import Seleccion
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.flow import Paso
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner
    from promueve_gui.gui.widgets.record_panel import RecordPanel


LEAST_HEIGHT = 440  # pixels: what the smallest window leaves to a page on a screen that has room for it
SCROLLED_HEIGHT = 600  # pixels, on a screen that has not


class StepPage(QWidget):
    """One page of the wizard. ``body`` is where a page puts its work; ``panels`` are its lists by table."""

    HOLDS_GUIDE = False  # a page with a guide of its own: the window puts its guide away while this one is shown

    field_focused = Signal(str, str)  # entity, field
    jump_asked = Signal(str, str, str)  # entity, identity, field: somewhere else in the project
    action_asked = Signal(str)  # the name of an action of the main window, such as «importar»

    def __init__(self, context: Context, project: Project, messages: Messages, runner: TaskRunner, paso: Paso) -> None:
        """Lay out the head of the page."""
        super().__init__()
        self.context, self.project, self.messages, self.runner, self.paso = context, project, messages, runner, paso
        self.setObjectName("pagina")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.panels: dict[str, tuple[RecordPanel, QTabWidget | None]] = {}
        self.title = label(paso.titulo, "titulo")
        self.subtitle = label(paso.subtitulo, "secundario", wrap=True)
        self.head: QHBoxLayout = row(self.title, None)
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID + GRID // 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(4)
        layout.addLayout(self.head)
        layout.addWidget(self.subtitle)
        layout.addSpacing(GRID)
        layout.addLayout(self.body, 1)

    def tabs(self, *pages: tuple[str, QWidget | Callable[[], QWidget]]) -> LateTabs:
        """Return tabs with these pages, put into the body; a function builds its page when the tab is first chosen."""
        made = LateTabs(*pages)
        self.body.addWidget(made, 1)
        return made

    def register(self, panel: RecordPanel, tabs: QTabWidget | None = None) -> RecordPanel:
        """Make a panel known, so that jumps find it and the guide follows it."""
        self.panels[panel.tipo.ENTIDAD] = (panel, tabs)
        panel.field_focused.connect(self.field_focused)
        return panel

    def show_record(self, entidad: str, identidad: Id, nombre: str) -> None:
        """Go to a record, or to the list of its kind, and to a field of it; a kind without a list has its page."""
        if entidad not in self.panels:
            self.take_focus()
            return
        panel, tabs = self.panels[entidad]
        if tabs is not None:
            for place in range(tabs.count()):
                page = tabs.widget(place)
                if page is panel or (page is not None and page.isAncestorOf(panel)):
                    tabs.setCurrentIndex(place)
        if identidad:
            panel.show_record(identidad, nombre)
        else:
            panel.take_focus()

    def where(self) -> tuple[Id, str]:
        """Return the record that is open and the field that is written in, for ``come_back``; empty for none."""
        return "", ""

    def come_back(self, identidad: Id, nombre: str) -> None:
        """Open what was open before the page was made anew."""

    def add_record(self) -> None:
        """Add a record to the list that is seen, if there is one."""
        for panel, _ in self.panels.values():
            if panel.isVisible():
                panel.list.add_button.click()
                return

    def take_focus(self) -> None:
        """Take the keyboard when the page is turned to: in its list, or in whatever comes first."""
        for panel, _ in self.panels.values():
            if panel.isVisible():
                panel.take_focus()
                return
        self.setFocus()
        self.focusNextChild()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more height than the smallest window leaves: down to that lists and forms give way.

        Where the page has to be scrolled all the same, it takes more, so that nothing in it is squeezed.
        """
        wanted, around = super().minimumSizeHint(), self.parentWidget()
        scrolled = around is not None and around.height() < LEAST_HEIGHT
        return QSize(wanted.width(), min(wanted.height(), SCROLLED_HEIGHT if scrolled else LEAST_HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """Ask for no more height on account of lines that wrap, either: whatever scrolls the page would heed it."""
        return self.minimumSizeHint().height()

    def show_guide(self, *, shown: bool) -> None:
        """Show or fold the guide of the page, when it holds one."""

    def in_sight(self) -> Seleccion | None:
        """Return the lines of the plan that a filter leaves in sight here; ``None`` where there is no filter."""
        return None

    def flush(self) -> None:
        """Save what is being typed; called before leaving, exporting and closing."""
        for panel, _ in self.panels.values():
            panel.flush()
