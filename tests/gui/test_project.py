"""The open project behind the widgets: edits that wait, work on another thread, reviews, copies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from promueve_gui.application.open_project import ProjectOpener
from promueve_gui.domain.cambios import Cambio, alta, cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.gui import project as project_module
from promueve_gui.gui.project import Project
from tests.fakes import AUTOR, Clock, MemoryAlmacen, MemoryArchivos, memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from promueve_gui.application.session import Session
    from promueve_gui.gui.context import Services
    from promueve_gui.gui.task_runner import TaskRunner

AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")
OTRA = AreaGeneradora(id="b", nombre="Dirección de Puertos")
LLENO = UserError("disco_lleno", archivo="proyecto.promueve")


@pytest.fixture
def almacen() -> MemoryAlmacen:
    return MemoryAlmacen(project_of(AREA))


@pytest.fixture
def project(qtbot: QtBot, almacen: MemoryAlmacen, services: Services, runner: TaskRunner) -> Iterator[Project]:
    session = memory_session(project_of(AREA), almacen)
    made = Project(session, Path("proyecto.promueve"), services, runner)
    yield made
    runner.wait()
    made.close()


def siglas(project: Project) -> str:
    area = project.proyecto.get(AreaGeneradora, "a")
    return "" if area is None else area.siglas


def waits(project: Project) -> bool:
    return project.pending


def test_an_edit_is_told_with_its_changes(qtbot: QtBot, project: Project) -> None:
    with qtbot.waitSignals([project.changed, project.saved]):
        project.edit("Nombrar", [cambio(AREA, siglas="DE"), None])
    assert siglas(project) == "DE"
    assert project.edit("Nada", []) is None


def test_a_review_follows_every_edit(qtbot: QtBot, project: Project) -> None:
    qtbot.waitUntil(lambda: project.overview is not None)
    before = project.overview
    project.edit("Agregar", [alta(OTRA)])
    qtbot.waitUntil(lambda: project.overview is not before)
    assert project.overview is not None
    assert project.overview.cifras[0].nota == "2 áreas"


def test_edits_in_quick_succession_end_in_a_review_of_the_last(qtbot: QtBot, project: Project) -> None:
    for number in range(5):
        project.edit("Agregar", [alta(replace(OTRA, id=f"n{number}"))])
    project._review()  # noqa: SLF001  # while another may be under way
    qtbot.waitUntil(lambda: project.overview is not None and project.overview.cifras[0].nota == "6 áreas")


def test_an_edit_that_the_disk_refuses_waits_and_is_made_later(
    qtbot: QtBot, project: Project, almacen: MemoryAlmacen
) -> None:
    sentences: list[str] = []
    project.failed.connect(sentences.append)
    almacen.refuses = LLENO
    assert project.edit("Nombrar", [cambio(AREA, siglas="DE")]) is None
    assert waits(project)
    assert "el disco está lleno" in sentences[0]
    project.edit("Nombrar", [cambio(AREA, siglas="DE")])  # a form that settles again asks for the same
    project.edit("Escribir", [cambio(AREA, correo="a@ejemplo.gob.mx")])
    assert waits(project)
    assert siglas(project) == ""
    almacen.refuses = None
    with qtbot.waitSignals([project.saved, project.recovered]):
        project.retry()
    assert not waits(project)
    assert almacen.stored.get(AreaGeneradora, "a") == replace(AREA, siglas="DE", correo="a@ejemplo.gob.mx")
    assert [line.detalle for line in project.session.history()] == ["Escribir", "Nombrar"]


def test_the_next_edit_tries_again_by_itself(project: Project, almacen: MemoryAlmacen) -> None:
    almacen.refuses = LLENO
    project.edit("Nombrar", [cambio(AREA, siglas="D")])
    almacen.refuses = None
    project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    assert siglas(project) == "DE"
    assert not waits(project)


def test_a_refusal_that_no_waiting_helps_is_told_and_forgotten(project: Project) -> None:
    sentences: list[str] = []
    project.failed.connect(sentences.append)
    assert project.edit("Nombrar", [Cambio("area_generadora", "z", {"siglas": ""}, {"siglas": "Z"})]) is None
    assert len(sentences) == 1
    assert not waits(project)


def test_undo_and_redo_tell_what_they_did(qtbot: QtBot, project: Project, almacen: MemoryAlmacen) -> None:
    assert (project.undo(), project.redo()) == ("", "")
    project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    with qtbot.waitSignals([project.changed, project.saved]):
        assert project.undo() == "Nombrar"
    assert siglas(project) == ""
    assert project.redo() == "Nombrar"
    sentences: list[str] = []
    project.failed.connect(sentences.append)
    almacen.refuses = LLENO
    assert project.undo() == ""
    assert (len(sentences), siglas(project)) == (1, "DE")


@pytest.mark.parametrize("at_once", [1, project_module.LET_GO])
def test_a_worker_has_the_session_and_widgets_hear_of_it_afterwards(
    qtbot: QtBot, project: Project, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(project_module, "LET_GO", at_once)
    heard: list[tuple[Cambio, ...]] = []
    project.changed.connect(heard.append)

    def work(session: Session, _: object) -> str:
        session.edit("Agregar", [alta(OTRA)])
        session.edit("Nombrar", [cambio(OTRA, siglas="DP")])
        return "listo"

    task = project.run_long(work)
    assert project.busy
    assert project.edit("Nombrar", [cambio(AREA, siglas="DE")]) is None  # a form that settles meanwhile
    assert project.undo() == ""
    with qtbot.waitSignal(task.succeeded) as told:
        pass
    assert told.args == ["listo"]
    qtbot.waitUntil(lambda: not project.busy)
    assert [len(cambios) for cambios in heard] == [2, 1]
    assert siglas(project) == "DE"


def test_a_worker_that_changed_nothing_tells_nothing(qtbot: QtBot, project: Project) -> None:
    heard: list[object] = []
    project.changed.connect(heard.append)
    task = project.run_long(lambda *_: None)
    qtbot.waitSignal(task.ended).wait()
    qtbot.waitUntil(lambda: not project.busy)
    assert heard == []


def test_exports_are_noted(qtbot: QtBot, project: Project, almacen: MemoryAlmacen) -> None:
    with qtbot.waitSignal(project.session_noted):
        project.note_export("mapa", "Mapa.xlsx", 0)
    assert list(project.exports()) == ["mapa"]
    sentences: list[str] = []
    project.failed.connect(sentences.append)
    almacen.refuses = LLENO
    project.note_export("plan", "Plan.xlsx", 0)
    assert (len(sentences), list(project.exports())) == (1, ["mapa"])


def test_a_copy_holds_what_waits(qtbot: QtBot, almacen: MemoryAlmacen, services: Services, runner: TaskRunner) -> None:
    target, archivos = Path("copia.promueve"), MemoryArchivos()
    project = Project(
        memory_session(project_of(AREA), almacen),
        Path("proyecto.promueve"),
        replace(services, make_opener=lambda: ProjectOpener(archivos, AUTOR, Clock())),
        runner,
    )
    project.save_copy(target)
    assert almacen.copies[target] == project_of(AREA)
    almacen.refuses = LLENO
    project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    archivos.projects[target] = project_of(AREA)
    project.save_copy(target)
    assert archivos.projects[target].get(AreaGeneradora, "a") == replace(AREA, siglas="DE")
    with qtbot.waitSignal(project.recovered):
        project.forget_pending()
    assert not waits(project)
    runner.wait()
    project.close()


def test_a_review_that_fails_is_reported_and_the_next_one_runs(
    qtbot: QtBot, services: Services, runner: TaskRunner
) -> None:
    broken = {"value": True}

    def today() -> object:
        if broken["value"]:
            raise ZeroDivisionError
        return services.today()

    session = memory_session(project_of(AREA))
    project = Project(session, Path("p.promueve"), replace(services, today=today), runner)  # type: ignore[arg-type]  # on purpose
    with qtbot.waitSignal(project.crashed) as told:
        pass
    assert isinstance(told.args[0], ZeroDivisionError)
    broken["value"] = False
    project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    qtbot.waitUntil(lambda: project.overview is not None)
    runner.wait()
    project.close()


def test_a_review_under_way_is_let_go_by_the_next_change(
    qtbot: QtBot, services: Services, runner: TaskRunner, project: Project
) -> None:
    looking, told = Event(), Event()
    days = services.today()

    def slow_today() -> date:
        looking.set()
        assert told.wait(5)
        return days

    with qtbot.waitSignal(project.reviewed):
        pass
    first = project.overview
    project.services = replace(services, today=slow_today)
    project._review()  # noqa: SLF001  # as the timer does a quarter of a second after a change
    qtbot.waitUntil(looking.is_set)
    project.services = services
    project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    with qtbot.assertNotEmitted(project.reviewed):
        told.set()
        runner.wait()
    assert project.overview is first
    with qtbot.waitSignal(project.reviewed):
        pass
    assert project.overview is not first


def test_a_change_that_is_refused_is_followed_by_a_review_too(
    qtbot: QtBot, almacen: MemoryAlmacen, project: Project
) -> None:
    qtbot.waitUntil(lambda: project.overview is not None)
    project._review()  # noqa: SLF001  # one that is under way
    almacen.refuses = LLENO
    project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    with qtbot.waitSignal(project.reviewed):
        pass
    assert project.pending


def test_a_review_that_ends_after_closing_is_not_heard(example_project: Project, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: example_project.overview is not None)
    heard: list[str] = []
    example_project.reviewed.connect(lambda: heard.append("revisado"))
    made = example_project.overview
    assert made is not None
    example_project.close()
    example_project._on_reviewed(made)  # noqa: SLF001  # what a worker that was under way tells
    assert heard == []


def test_a_project_that_was_closed_while_it_was_reviewed_starts_no_more_work(
    example_project: Project, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: example_project.runner.busy)
    example_project.close()
    qtbot.waitUntil(lambda: not example_project.runner.busy)
    assert not [timer for timer in example_project.findChildren(QTimer) if timer.isActive()]


def test_what_is_built_is_painted_before_the_first_review(
    qtbot: QtBot, almacen: MemoryAlmacen, services: Services, runner: TaskRunner
) -> None:
    seen: list[bool] = []

    class Page(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            del event
            seen.append(runner.busy or made.overview is not None)

    made = Project(memory_session(project_of(AREA), almacen), Path("proyecto.promueve"), services, runner)
    page = Page()
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(made.reviewed):
        pass
    made.close()
    assert seen[0] is False
