"""Real project files in a folder of their own, with accents and spaces in its name."""

from __future__ import annotations

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
def opener(archivos: SqliteArchivos) -> ProjectOpener:
    return ProjectOpener(archivos, AUTOR, Clock())


@pytest.fixture
def path(carpeta: Path, opener: ProjectOpener) -> Path:
    """Return a project of two records."""
    file = carpeta / "Promoción 2026.promueve"
    opener.create(file, [AREA, GRUPO])
    return file
