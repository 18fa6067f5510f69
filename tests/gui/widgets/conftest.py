"""Widgets on the small sample, shown and with the focus, as on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from promueve_gui.gui import theme
from tests.gui.samples import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

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
