"""The search goes on a worker, once at a time, again when it matters, and only while somebody looks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.uniones import NoDuplicado
from promueve_gui.gui.pasos.usuarios.duplicados.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Services
    from promueve_gui.gui.project import Project


@pytest.fixture
def finder(project: Project) -> Iterator[Finder]:
    owner = QObject()
    yield Finder(project, owner)
    owner.deleteLater()


def searched(finder: Finder, qtbot: QtBot) -> int:
    """Look until the search that follows has ended; return how many pairs it found."""
    finder.watch(watched=True)
    qtbot.waitUntil(lambda: not finder.searching and not finder.waiting, timeout=10_000)
    return len(finder.found.parejas)


def edit(project: Project, identity: str, **values: object) -> None:
    group = project.proyecto.get(GrupoUsuarios, identity)
    assert group is not None
    project.edit("Cambiar", [cambio(group, **values)])


def test_nothing_is_searched_before_somebody_looks(finder: Finder, qtbot: QtBot) -> None:
    assert not finder.searching
    assert list(finder.found.parejas) == []
    assert searched(finder, qtbot) == 4


def test_looking_again_searches_no_more_while_nothing_changed(finder: Finder, qtbot: QtBot) -> None:
    searched(finder, qtbot)
    finder.watch(watched=False)
    starts: list[int] = []
    finder.started.connect(lambda: starts.append(1))
    finder.watch(watched=True)
    assert not finder.searching
    assert starts == []


@pytest.mark.parametrize("values", [{"nombre": "Las periodistas"}, {"siglas": "INEGI"}, {"descripcion": "Otra"}])
def test_what_names_a_group_brings_another_search(
    finder: Finder, project: Project, qtbot: QtBot, values: dict[str, str]
) -> None:
    searched(finder, qtbot)
    edit(project, "f", **values)
    assert finder.waiting
    assert searched(finder, qtbot) >= 4


@pytest.mark.parametrize("values", [{"poder": 3}, {"prioritario": True}, {"area": None}])
def test_what_does_not_name_it_brings_none(
    finder: Finder, project: Project, qtbot: QtBot, values: dict[str, object]
) -> None:
    searched(finder, qtbot)
    edit(project, "f", **values)
    project.edit("Nuevo contacto", [alta(Contacto(id="c", nombre="Ana Luz", grupo="f"))])
    assert not finder.waiting


def test_groups_and_synonyms_that_come_and_go_bring_another_search(
    finder: Finder, project: Project, qtbot: QtBot
) -> None:
    before = searched(finder, qtbot)
    project.edit("Nuevo grupo", [alta(GrupoUsuarios(id="g", nombre="La prensa escrita"))])
    assert searched(finder, qtbot) == before
    project.edit("Nuevo sinónimo", [alta(Sinonimo(id="s2", termino="Prensa escrita", equivale="Periodistas"))])
    assert searched(finder, qtbot) > before
    project.undo()
    assert searched(finder, qtbot) == before


def test_what_people_decide_counts_before_the_next_search(finder: Finder, project: Project, qtbot: QtBot) -> None:
    before = searched(finder, qtbot)
    project.edit("No son", [alta(NoDuplicado(id="n", grupo="d", otro="e"))])
    assert len(finder.found.parejas) == before - 1
    assert searched(finder, qtbot) == before - 1


def test_a_search_asked_for_during_another_follows_it(finder: Finder, qtbot: QtBot) -> None:
    starts: list[int] = []
    finder.started.connect(lambda: starts.append(1))
    finder.watch(watched=True)
    finder.search()
    finder.search()
    qtbot.waitUntil(lambda: len(starts) == 2, timeout=10_000)
    assert searched(finder, qtbot) == 4
    assert len(starts) == 2


def test_with_nothing_under_way_there_is_nothing_to_cancel(finder: Finder) -> None:
    finder.cancel()
    assert not finder.searching


def test_a_defect_in_the_search_is_told_to_the_window(
    open_project: Callable[..., Project], services: Services, qtbot: QtBot
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    project = open_project(GrupoUsuarios(id="a", nombre="Prensa"), GrupoUsuarios(id="b", nombre="La prensa"))
    project.services = replace(services, build_similitud=broken)  # type: ignore[arg-type]  # it is broken on purpose
    owner = QObject()
    finder = Finder(project, owner)
    with qtbot.waitSignal(project.crashed) as caught:
        finder.watch(watched=True)
    assert isinstance(caught.args[0], ZeroDivisionError)
    qtbot.waitUntil(lambda: not finder.searching)
    assert list(finder.found.parejas) == []
    owner.deleteLater()


def test_a_finder_that_goes_with_its_owner_searches_no_more(project: Project, qtbot: QtBot) -> None:
    owner = QObject()
    finder = Finder(project, owner)
    searched(finder, qtbot)
    edit(project, "f", nombre="Otro")
    gone: list[bool] = []
    finder.destroyed.connect(lambda: gone.append(True))
    owner.deleteLater()
    qtbot.waitUntil(lambda: gone == [True])
