"""How the page of a step is shown; each package of tests says which page, and on what project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.domain.flow import Paso
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner
    from tests.gui.answers import Answers


@pytest.fixture
def make_page(
    qtbot: QtBot, context: Context, messages: Answers, runner: TaskRunner, tested_page: tuple[type[StepPage], Paso]
) -> Callable[[Project], StepPage]:
    """Return how to show the page of a project."""

    def make(project: Project) -> StepPage:
        tipo, paso = tested_page
        page = tipo(context, project, messages, runner, paso)
        qtbot.addWidget(page)
        page.resize(1140, 650)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


@pytest.fixture
def page(make_page: Callable[[Project], StepPage], project: Project) -> StepPage:
    """Return the page of the project of the tests, shown."""
    return make_page(project)
