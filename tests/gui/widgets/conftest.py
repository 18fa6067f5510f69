"""Widgets on the small sample, shown and with the focus, as on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui import theme
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.record_list import RecordList
from tests.gui.samples import EVERYTHING
from tests.gui.widgets.lists import FILTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return the small sample, open."""
    return open_project(*EVERYTHING)


@pytest.fixture
def read_only_project(open_project: Callable[..., Project]) -> Project:
    """Return the small sample, which somebody else has open."""
    return open_project(*EVERYTHING, read_only=True)


@pytest.fixture
def show(qtbot: QtBot, context: Context) -> Callable[..., QWidget]:
    """Return how to show a widget of a size, dressed as in the window; it is closed when the test ends."""
    sheet = theme.style_sheet(context.colores, context.services.recursos / "iconos")
    kept: list[QWidget] = []  # the test bench itself holds none of them

    def show_it(widget: W, width: int = 900, height: int = 600) -> W:
        qtbot.addWidget(widget)
        kept.append(widget)
        widget.setStyleSheet(sheet)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show_it


@pytest.fixture
def form(context: Context, project: Project, show: Callable[..., QWidget]) -> RecordForm:
    """Return the form of a group."""
    made = RecordForm(context, project, GrupoUsuarios)
    show(made, 420, 700)
    return made


@pytest.fixture
def lines(context: Context, project: Project, show: Callable[..., QWidget]) -> RecordForm:
    """Return the form of a line of the plan."""
    made = RecordForm(context, project, LineaPlan)
    show(made, 420, 700)
    return made


@pytest.fixture
def make_list(context: Context, messages: Answers, show: Callable[..., QWidget]) -> Callable[..., RecordList]:
    """Return how to show the list of the groups of a project."""

    def make(project: Project, **how: Any) -> RecordList:
        made = RecordList(context, project, messages, GrupoUsuarios, **{"filters": FILTERS, **how})
        show(made, 1000, 500)
        return made

    return make


@pytest.fixture
def groups(make_list: Callable[..., RecordList], project: Project) -> RecordList:
    """Return the list of groups."""
    return make_list(project)
