"""The page Inicio of a small made-up institution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.flow import INICIO
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil
from promueve_gui.gui.pasos.inicio import InicioPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner
    from tests.gui.answers import Answers

INSTITUCION = Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026)
PERFIL = Perfil(id="p", nombre="Vigente")
AREA = AreaGeneradora(id="a", nombre="Dirección de Aguas")
GRUPO = GrupoUsuarios(id="g", nombre="<i>Pescadores</i>", area="a")
RECORDS = (INSTITUCION, PERFIL, AREA, GRUPO)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return a project with gaps to go to."""
    return open_project(*RECORDS)


@pytest.fixture
def make_page(qtbot: QtBot, context: Context, messages: Answers, runner: TaskRunner) -> Callable[[Project], InicioPage]:
    """Return how to show the page of a project, with its first review."""

    def make(project: Project) -> InicioPage:
        page = InicioPage(context, project, messages, runner, INICIO)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        qtbot.waitExposed(page)
        qtbot.waitUntil(lambda: project.overview is not None)
        return page

    return make


@pytest.fixture
def page(make_page: Callable[[Project], InicioPage], project: Project) -> InicioPage:
    """Return the page of that project, shown."""
    return make_page(project)
