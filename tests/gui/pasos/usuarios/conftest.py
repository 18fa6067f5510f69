"""The page of step 1 on a small project of a made-up institution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.flow import USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from promueve_gui.gui.pasos.usuarios.page import UsuariosPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner
    from tests.gui.answers import Answers

AREA = AreaGeneradora(id="area", nombre="Dirección de Caminos")
PLANEACION = GrupoUsuarios(
    id="planeacion", nombre="Planeación", clase=ClaseGrupo.DENTRO, area="area", poder=4, interes=4
)
SENADO = GrupoUsuarios(
    id="senado", nombre="Comisión del Senado", clase=ClaseGrupo.GOBIERNO, area="area", poder=5, interes=2
)
PRENSA = GrupoUsuarios(
    id="prensa", nombre="Periodistas", clase=ClaseGrupo.SOCIEDAD, area="area", ejes=frozenset({Eje.TRANSPARENCIA})
)
ESCUELAS = GrupoUsuarios(id="escuelas", nombre="Escuelas rurales", area="area", interes=3)
GROUPS = (PLANEACION, SENADO, PRENSA, ESCUELAS)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return two groups with grades, two without."""
    return open_project(AREA, *GROUPS)


@pytest.fixture
def make_page(
    qtbot: QtBot, context: Context, messages: Answers, runner: TaskRunner
) -> Callable[[Project], UsuariosPage]:
    """Return how to show the page of a project."""

    def make(project: Project) -> UsuariosPage:
        page = UsuariosPage(context, project, messages, runner, USUARIOS)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


@pytest.fixture
def page(make_page: Callable[[Project], UsuariosPage], project: Project) -> UsuariosPage:
    """Return the page of that project, shown."""
    return make_page(project)
