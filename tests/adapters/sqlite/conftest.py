"""Real project files in a folder of their own, with accents and spaces in its name."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.files import SqliteArchivos
from promueve_gui.application.open_project import ProjectOpener
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.fakes import AUTOR, Clock

if TYPE_CHECKING:
    from pathlib import Path

AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")
GRUPO = GrupoUsuarios(id="g", nombre="Cámaras de comercio", clase=ClaseGrupo.SOCIEDAD, area="a")


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    folder = tmp_path / "Mis proyectos — promoción"
    folder.mkdir()
    return folder


@pytest.fixture
def archivos() -> SqliteArchivos:
    return SqliteArchivos()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opener(archivos: SqliteArchivos, clock: Clock) -> ProjectOpener:
    return ProjectOpener(archivos, AUTOR, clock)


@pytest.fixture(scope="session")
def molde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of two records, made once: its tables take longer than most of what is tried on them."""
    file = tmp_path_factory.mktemp("molde") / "molde.promueve"
    ProjectOpener(SqliteArchivos(), AUTOR, Clock()).create(file, [AREA, GRUPO])
    return file


@pytest.fixture
def path(carpeta: Path, molde: Path, clock: Clock) -> Path:
    """Return a copy of that project."""
    clock()  # it was made a second ago
    return shutil.copyfile(molde, carpeta / "Promoción 2026.promueve")
