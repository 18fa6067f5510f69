"""The status bar: what is saved, how the bimester goes, which file it is."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.drafts import Draft
from promueve_gui.gui.project import Project
from promueve_gui.gui.status import StatusBar
from tests.fakes import MemoryAlmacen, memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context, Services
    from promueve_gui.gui.task_runner import TaskRunner

GRUPO = GrupoUsuarios(id="g", nombre="Escuelas")


@pytest.fixture
def bar(qtbot: QtBot, context: Context) -> StatusBar:
    made = StatusBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def almacen() -> MemoryAlmacen:
    return MemoryAlmacen(project_of(GRUPO))


@pytest.fixture
def project(almacen: MemoryAlmacen, services: Services, runner: TaskRunner) -> Iterator[Project]:
    """Return a project whose file can be told to refuse."""
    made = Project(memory_session(project_of(GRUPO), almacen), Path("/tmp/ríos.promueve"), services, runner)  # noqa: S108  # a name; nothing is written there
    yield made
    runner.wait()
    made.close()


def clock(bar: StatusBar) -> QPushButton:
    (made,) = [made for made in bar.findChildren(QPushButton) if made.objectName() == "reloj"]
    return made


def texts(bar: StatusBar) -> list[str]:
    saved, file = (label.text() for label in bar.findChildren(QLabel))
    return [saved, "" if clock(bar).isHidden() else clock(bar).text(), file]


def test_with_nothing_open_it_says_nothing(bar: StatusBar) -> None:
    bar.follow(None)
    assert texts(bar) == ["", "", ""]


def test_it_says_that_all_is_saved_and_which_file_it_is(bar: StatusBar, project: Project) -> None:
    bar.follow(project)
    assert texts(bar) == ["Todo está guardado", "", "ríos.promueve"]
    assert [label.toolTip() for label in bar.findChildren(QLabel)][1] == "<qt>/tmp/ríos.promueve</qt>"


def test_after_an_edit_it_says_when_it_was_saved(bar: StatusBar, project: Project) -> None:
    bar.follow(project)
    before = datetime.now().astimezone()
    project.edit("Notas", [cambio(GRUPO, notas="Sí")])
    after = datetime.now().astimezone()
    assert texts(bar)[0] in {f"Guardado {before:%H:%M}", f"Guardado {after:%H:%M}"}


def test_what_waits_is_not_saved_until_it_is_tried_again(
    bar: StatusBar, project: Project, almacen: MemoryAlmacen
) -> None:
    bar.follow(project)
    almacen.refuses = UserError("disco_lleno", archivo="ríos.promueve")
    project.edit("Notas", [cambio(GRUPO, notas="Sí")])
    assert texts(bar)[0] == "Sin guardar"
    almacen.refuses = None
    project.retry()
    assert texts(bar)[0].startswith("Guardado ")


def test_what_cannot_be_done_at_all_leaves_nothing_unsaved(
    bar: StatusBar, project: Project, almacen: MemoryAlmacen
) -> None:
    bar.follow(project)
    almacen.refuses = UserError("valor_no_guardable")
    project.edit("Notas", [cambio(GRUPO, notas="Sí")])
    assert texts(bar)[0] == "Todo está guardado"


def test_the_clock_of_the_bimester_comes_with_the_review(qtbot: QtBot, bar: StatusBar, project: Project) -> None:
    bar.follow(project)
    qtbot.waitUntil(lambda: texts(bar)[1] != "")
    assert texts(bar)[1] == "Sexto bimestre: quedan 42 días · falta comunicar"
    with qtbot.waitSignal(bar.clock_asked):
        clock(bar).click()


def test_the_clock_waits_until_a_message_has_gone(qtbot: QtBot, bar: StatusBar, project: Project) -> None:
    bar.show()
    bar.showMessage("Se importó «inventario.csv».")
    with qtbot.waitSignal(project.reviewed):
        bar.follow(project)
    assert clock(bar).text()
    assert not clock(bar).isVisible()
    bar.clearMessage()
    assert clock(bar).isVisible()
    bar.showMessage("Se deshizo.")
    assert not clock(bar).isVisible()


def test_to_be_read_only_is_told(bar: StatusBar, services: Services, runner: TaskRunner) -> None:
    session = memory_session(project_of(GRUPO), read_only=True)
    project = Project(session, Path("ríos.promueve"), services, runner)
    bar.follow(project)
    assert texts(bar)[0] == "Solo lectura"
    runner.wait()
    project.close()


def test_a_project_that_was_closed_leaves_nothing(bar: StatusBar, project: Project) -> None:
    bar.follow(project)
    bar.follow(None)
    assert texts(bar) == ["", "", ""]


def test_names_that_look_like_html_are_shown_as_they_are(
    bar: StatusBar, services: Services, runner: TaskRunner
) -> None:
    project = Project(memory_session(project_of(GRUPO)), Path("<b>ríos<b>.promueve"), services, runner)
    bar.follow(project)
    assert texts(bar)[2] == "<b>ríos<b>.promueve"
    assert "&lt;b&gt;" in [label.toolTip() for label in bar.findChildren(QLabel)][1]
    runner.wait()
    project.close()


def test_what_waits_to_be_corrected_is_counted_and_gone_to(bar: StatusBar, project: Project) -> None:
    asked: list[None] = []
    bar.correct_asked.connect(lambda: asked.append(None))
    bar.follow(project)
    (unfit,) = [made for made in bar.findChildren(QPushButton) if made is not clock(bar)]
    assert unfit.isHidden()
    project.drafts.keep(Draft("grupo_usuarios", "g", "poder", "se", "No.", unfinished=True))
    assert unfit.isHidden()
    project.drafts.keep(Draft("grupo_usuarios", "g", "poder", "seis", "No."))
    assert (unfit.isHidden(), unfit.text()) == (False, "1 dato por corregir")
    project.drafts.keep(Draft("grupo_usuarios", "g", "area", "Otra", "No."))
    project.drafts.keep(Draft("grupo_usuarios", "g", "area", "Otra más", "No."))
    assert unfit.text() == "2 datos por corregir"
    unfit.click()
    assert len(asked) == 1
    project.drafts.drop("grupo_usuarios", "g", "area")
    project.drafts.drop("grupo_usuarios", "g", "poder")
    project.drafts.drop("grupo_usuarios", "g", "poder")
    assert unfit.isHidden()


def test_another_project_has_none_of_it(bar: StatusBar, project: Project) -> None:
    bar.follow(project)
    project.drafts.keep(Draft("grupo_usuarios", "g", "poder", "seis", "No."))
    bar.follow(None)
    assert all(made.isHidden() for made in bar.findChildren(QPushButton))


LONG = f"{'Programa de promoción de los datos abiertos ' * 4}2026.promueve"


@pytest.fixture
def long_name(bar: StatusBar, services: Services, runner: TaskRunner, qtbot: QtBot) -> Iterator[Project]:
    """Return a project with a long name, of which a narrow bar tells all there is to tell."""
    project = Project(memory_session(project_of(GRUPO)), Path(LONG), services, runner)
    bar.resize(900, 30)
    bar.show()
    bar.follow(project)
    qtbot.waitUntil(lambda: not clock(bar).isHidden())
    project.drafts.keep(Draft("grupo_usuarios", "g", "poder", "seis", "No."))
    qtbot.waitUntil(lambda: bar.childAt(899 - 8, 15) is bar.findChildren(QLabel)[1])
    yield project
    runner.wait()
    project.close()


def test_a_long_file_name_gives_way_to_what_matters_more(bar: StatusBar, long_name: Project) -> None:
    shown = sorted((made for made in bar.findChildren(QWidget) if made.isVisible()), key=QWidget.x)
    assert bar.width() == 900
    assert [made.width() >= made.sizeHint().width() for made in shown[:-1]] == [True, True, True]
    assert all(one.geometry().right() < other.x() for one, other in pairwise(shown))
    assert (shown[-1].geometry().right() < 900, shown[-1].width() > 200) == (True, True)


def test_a_passing_message_has_room_beside_a_long_file_name(bar: StatusBar, long_name: Project) -> None:
    file = bar.findChildren(QLabel)[1]
    bar.showMessage("Se deshizo: Notas", 6000)
    assert bar.currentMessage() == "Se deshizo: Notas"
    assert file.x() > bar.fontMetrics().horizontalAdvance(bar.currentMessage())
    bar.showMessage(f"Se deshizo: {LONG}", 6000)
    assert bar.currentMessage().endswith("…")
    assert bar.fontMetrics().horizontalAdvance(bar.currentMessage()) < file.x()
