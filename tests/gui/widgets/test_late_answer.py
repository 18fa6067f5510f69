"""What is asked of a worker: the newest answer counts, and what takes long can be stopped and begun again."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.gui.widgets.late_answer import LateAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.project import Project

AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos")


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(AFOROS)


@pytest.fixture
def answer(qtbot: QtBot, project: Project) -> Iterator[LateAnswer]:
    holder = QWidget()
    made = LateAnswer(project, "Pensando…")
    layout = QVBoxLayout(holder)
    layout.addWidget(made)
    qtbot.addWidget(holder)
    holder.show()
    yield made  # noqa: PT022  # the one that holds it lives as long


@pytest.fixture
def gate() -> Iterator[Event]:
    """Return what holds a worker back; it is opened when the test ends."""
    made = Event()
    yield made
    made.set()


def found_by(answer: LateAnswer) -> list[Any]:
    found: list[Any] = []
    answer.ready.connect(found.append)
    return found


def names(proyecto: Proyecto, _: Progress) -> list[str]:
    return [conjunto.nombre for conjunto in proyecto.activos(ConjuntoDatos)]


def test_the_answer_is_about_the_project_as_it_was_when_asked(
    qtbot: QtBot, project: Project, answer: LateAnswer
) -> None:
    found = found_by(answer)
    answer.ask(names)
    project.edit("Cambiar", [cambio(AFOROS, nombre="Otro")])
    qtbot.waitUntil(lambda: bool(found))
    assert found == [["Aforos"]]
    assert not answer.waiting
    assert answer.isHidden()


def test_only_the_newest_answer_counts(qtbot: QtBot, answer: LateAnswer, gate: Event) -> None:
    found = found_by(answer)
    answer.ask(lambda *_: gate.wait(10) and "viejo")
    answer.ask(lambda *_: "nuevo")
    qtbot.waitUntil(lambda: bool(found))
    gate.set()
    qtbot.waitUntil(lambda: not answer.waiting)
    assert found == ["nuevo"]


def test_what_takes_long_says_so_and_how_far_it_is(qtbot: QtBot, answer: LateAnswer, gate: Event) -> None:
    def work(_: Proyecto, progress: Progress) -> str:
        progress(3, 10)
        gate.wait(10)
        return "listo"

    answer.ask(work)
    qtbot.waitUntil(answer.isVisible)
    bar = answer.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (3, 10, "Pensando…")
    assert answer.cancel_button.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not answer.isVisible())


def test_it_can_be_stopped_and_begun_again(qtbot: QtBot, answer: LateAnswer, gate: Event) -> None:
    found = found_by(answer)
    answer.ask(lambda *_: gate.wait(10) and "primero")
    qtbot.waitUntil(answer.isVisible)
    answer.cancel_button.click()
    assert not answer.waiting
    assert answer.again.isVisible()
    assert not answer.cancel_button.isVisible()
    gate.set()
    answer.again.click()
    qtbot.waitUntil(lambda: found == ["primero"])
    assert answer.isHidden()


def test_what_is_out_of_date_is_forgotten(qtbot: QtBot, answer: LateAnswer, gate: Event) -> None:
    found = found_by(answer)
    answer.ask(lambda *_: gate.wait(10) and "viejo")
    qtbot.waitUntil(answer.isVisible)
    answer.forget()
    assert not answer.waiting
    assert answer.isHidden()
    gate.set()
    answer.ask(names)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [["Aforos"]]


def test_nothing_is_asked_while_a_worker_has_the_session(qtbot: QtBot, project: Project, answer: LateAnswer) -> None:
    gate = Event()
    task = project.run_long(lambda *_: gate.wait(10))
    answer.ask(names)
    assert not answer.waiting
    gate.set()
    with qtbot.waitSignal(task.ended):
        pass


def test_an_error_is_told_to_the_project(qtbot: QtBot, project: Project, answer: LateAnswer) -> None:
    with qtbot.waitSignal(project.crashed) as crashed:
        answer.ask(lambda *_: int("nada"))
    assert isinstance(crashed.args[0], ValueError)
    assert not answer.waiting


def test_without_a_place_it_never_becomes_a_window(qtbot: QtBot, project: Project, gate: Event) -> None:
    made = LateAnswer(project, "Pensando…")
    found = found_by(made)
    made.ask(lambda *_: gate.wait(10) and "listo")
    made.cancel()
    assert not made.isVisible()
    gate.set()
    made.ask(lambda *_: "otro")
    qtbot.waitUntil(lambda: found == ["otro"])


def test_nothing_is_asked_of_a_project_that_was_closed(project: Project, answer: LateAnswer) -> None:
    project.close()
    answer.ask(names)
    assert not answer.waiting
