"""Undoing and redoing: small editions at once, large ones on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.ports import GRANDE
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.dialogs.stepping import step
from promueve_gui.gui.project import Project
from tests.fakes import MemoryAlmacen, memory_session
from tests.gui.dialogs.conftest import GRUPO
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.gui.context import Services
    from promueve_gui.gui.task_runner import TaskRunner
    from tests.gui.dialogs.conftest import Host

CHICA, ENORME = "Cambiar notas", "Importar el inventario"


@pytest.fixture
def almacen() -> MemoryAlmacen:
    return MemoryAlmacen(project_of(GRUPO))


@pytest.fixture
def project(almacen: MemoryAlmacen, services: Services, runner: TaskRunner, tmp_path: Path) -> Iterator[Project]:
    """Return a project whose file can be told to refuse."""
    made = Project(memory_session(project_of(GRUPO), almacen), tmp_path / "x.promueve", services, runner)
    yield made
    runner.wait()
    made.close()


def small(project: Project) -> None:
    project.edit(CHICA, [cambio(GRUPO, notas="Nadan")])


def large(project: Project) -> None:
    project.edit(ENORME, [alta(GrupoUsuarios(id="otro", nombre="Otro", notas="x" * (GRANDE + 1)))])


def notes(project: Project) -> str:
    registro = project.proyecto.get(GrupoUsuarios, "g")
    assert registro is not None
    return registro.notas


def test_with_nothing_to_undo_nothing_is_told(host: Host, project: Project) -> None:
    told: list[str] = []
    for redo in (False, True):
        step(host.widget, project, redo=redo, done=told.append)
    assert told == []


def test_a_small_edition_is_undone_and_redone_at_once(host: Host, project: Project) -> None:
    small(project)
    told: list[str] = []
    step(host.widget, project, redo=False, done=told.append)
    assert (notes(project), told) == ("", [CHICA])
    step(host.widget, project, redo=True, done=told.append)
    assert (notes(project), told) == ("Nadan", [CHICA, CHICA])


def test_what_the_file_refuses_is_told_by_the_project_and_not_as_done(
    host: Host, project: Project, almacen: MemoryAlmacen
) -> None:
    small(project)
    told: list[str] = []
    said: list[str] = []
    project.failed.connect(said.append)
    almacen.refuses = UserError("disco_lleno", archivo="x.promueve")
    step(host.widget, project, redo=False, done=told.append)
    assert (notes(project), told, len(said)) == ("Nadan", [], 1)


def test_a_large_edition_goes_to_a_worker_and_comes_back(host: Host, project: Project) -> None:
    large(project)
    told: list[str] = []
    step(host.widget, project, redo=False, done=told.append)
    assert project.busy
    host.qtbot.waitUntil(lambda: told == [ENORME])
    assert project.proyecto.get(GrupoUsuarios, "otro") is None
    step(host.widget, project, redo=True, done=told.append)
    host.qtbot.waitUntil(lambda: told == [ENORME, ENORME])
    assert project.proyecto.get(GrupoUsuarios, "otro") is not None
    assert not project.busy


def test_while_a_worker_has_the_project_a_second_undo_waits_for_nobody(host: Host, project: Project) -> None:
    small(project)
    large(project)
    told: list[str] = []
    step(host.widget, project, redo=False, done=told.append)
    step(host.widget, project, redo=False, done=told.append)
    host.qtbot.waitUntil(lambda: not project.busy)
    assert told == [ENORME]
    assert notes(project) == "Nadan"


def test_a_large_one_that_the_file_refuses_stays_and_is_told(
    host: Host, project: Project, almacen: MemoryAlmacen
) -> None:
    large(project)
    told: list[str] = []
    said: list[str] = []
    project.failed.connect(said.append)
    almacen.refuses = UserError("disco_lleno", archivo="x.promueve")
    step(host.widget, project, redo=False, done=told.append)
    host.qtbot.waitUntil(lambda: len(said) == 1)
    assert told == []
    assert project.proyecto.get(GrupoUsuarios, "otro") is not None
