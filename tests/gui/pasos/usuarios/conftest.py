"""The page of step 1 on a small project of a made-up institution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.flow import USUARIOS, Paso
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from promueve_gui.gui.pasos.usuarios.page import UsuariosPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project

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
def tested_page() -> tuple[type[UsuariosPage], Paso]:
    """Return the page of step 1."""
    return UsuariosPage, USUARIOS
