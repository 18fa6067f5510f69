"""What the tests of the views ask again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication, QMenu

from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.vistas.agenda_lines import AgendaLines
from promueve_gui.gui.pasos.plan.vistas.board_lines import BoardLines
from promueve_gui.gui.pasos.plan.vistas.timeline_lines import TimelineLines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project


def line(project: Project, identidad: str) -> LineaPlan:
    """Return a line as it is now."""
    found = project.proyecto.get(LineaPlan, identidad)
    assert found is not None
    return found


def agenda_of(panel: LinesPanel) -> AgendaLines:
    """Show the agenda and return it."""
    panel.show_view(AgendaLines.KEY)
    QApplication.processEvents()
    view = panel.view
    assert isinstance(view, AgendaLines)
    return view


def board_of(panel: LinesPanel) -> BoardLines:
    """Show the board and return it."""
    panel.show_view(BoardLines.KEY)
    QApplication.processEvents()
    view = panel.view
    assert isinstance(view, BoardLines)
    return view


def timeline_of(panel: LinesPanel) -> TimelineLines:
    """Show the time line and return it."""
    panel.show_view(TimelineLines.KEY)
    QApplication.processEvents()
    view = panel.view
    assert isinstance(view, TimelineLines)
    return view


def menu_on(widget: QWidget) -> QMenu:
    """Return the menu that a widget itself shows, not one inside another."""
    return [made for made in widget.findChildren(QMenu) if made.parent() is widget][-1]


def texts(menu: QMenu) -> list[str]:
    """Return what a menu says, without keys and what is hidden."""
    return [a.text().partition("\t")[0] for a in menu.actions() if a.isVisible() and a.text()]


def trigger(menu: QMenu, text: str) -> None:
    """Choose what a menu says, in it or in one of its menus."""
    for action in menu.actions():
        inside = cast("QMenu | None", action.menu())
        if action.text().partition("\t")[0] == text:
            action.trigger()
            return
        if inside is not None and text in texts(inside):
            trigger(inside, text)
            return
    raise LookupError(text)
