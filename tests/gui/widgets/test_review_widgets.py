"""What the review of the project says on a page: how many gaps, one after the other, and those of one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from promueve_gui.application.gaps import gaps_of_record, gaps_of_step
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.flow import PLAN, USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.widgets.gap_strip import GapStrip
from promueve_gui.gui.widgets.parts import column
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.record_hints import MOST, RecordHints

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.domain.reglas import Hallazgo
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


@pytest.fixture
def reviewed(project: Project, qtbot: QtBot) -> Project:
    qtbot.waitUntil(lambda: project.overview is not None)
    return project


@pytest.fixture
def place(show: Callable[..., QWidget]) -> Callable[[GapStrip], GapStrip]:
    """Return how to put a strip on a page."""

    def place_it(strip: GapStrip) -> GapStrip:
        page = QWidget()
        page.setLayout(column(strip))
        show(page, 400, 60)
        return strip

    return place_it


def gaps(project: Project) -> list[Hallazgo]:
    assert project.overview is not None
    return gaps_of_step(PLAN, project.overview.revision)


def test_the_strip_waits_for_the_first_review(
    project: Project, qtbot: QtBot, place: Callable[[GapStrip], GapStrip]
) -> None:
    strip = GapStrip(project, PLAN)
    assert strip.isHidden()
    place(strip)
    qtbot.waitUntil(lambda: not strip.isHidden())
    assert strip.text.text() == f"{len(gaps(project))} cosas por resolver"


def test_the_button_goes_from_gap_to_gap_and_round_again(
    reviewed: Project, place: Callable[[GapStrip], GapStrip]
) -> None:
    strip = place(GapStrip(reviewed, PLAN))
    asked: list[tuple[str, str, str]] = []
    strip.jump_asked.connect(lambda entidad, identidad, campo: asked.append((entidad, identidad, campo)))
    found = gaps(reviewed)
    assert len(found) > 1
    assert strip.see.accessibleName() == f"Ver lo siguiente por resolver: {found[0].mensaje}"
    strip.see.setFocus()
    for _ in range(len(found) + 1):
        QTest.keyClick(strip.see, Qt.Key.Key_Space)
    assert asked == [(gap.entidad, gap.id, gap.campo) for gap in (*found, found[0])]
    assert found[1].mensaje in strip.see.accessibleName()


def test_the_strip_goes_when_the_last_gap_does(
    open_project: Callable[..., Project], qtbot: QtBot, place: Callable[[GapStrip], GapStrip]
) -> None:
    project = open_project(GrupoUsuarios(id="g", nombre="Prensa", area="a"), AreaGeneradora(id="a", nombre="Caminos"))
    strip = place(GapStrip(project, USUARIOS))
    qtbot.waitUntil(lambda: not strip.isHidden())
    assert strip.text.text() == "1 cosa por resolver"
    registro = project.proyecto.activos(GrupoUsuarios)[0]
    project.edit("Cambiar", [cambio(registro, clase=ClaseGrupo.DENTRO)])
    qtbot.waitUntil(strip.isHidden)
    assert strip.see.toolTip() == ""


def test_the_next_gap_starts_over_when_there_are_fewer(
    reviewed: Project, qtbot: QtBot, place: Callable[[GapStrip], GapStrip]
) -> None:
    strip = place(GapStrip(reviewed, PLAN))
    for _ in range(len(gaps(reviewed)) - 1):
        strip.see.click()
    visor = reviewed.proyecto.get(LineaPlan, "visor")
    assert visor is not None
    before = len(gaps(reviewed))
    reviewed.edit("Cambiar", [cambio(visor, grupos=("prensa",), conjunto="aforos")])
    qtbot.waitUntil(lambda: len(gaps(reviewed)) < before)
    assert gaps(reviewed)[0].mensaje in strip.see.accessibleName()


@pytest.fixture
def form(context: Context, reviewed: Project, show: Callable[..., QWidget]) -> RecordForm:
    made = RecordForm(context, reviewed, LineaPlan)
    show(made)
    return made


@pytest.fixture
def hints(reviewed: Project, form: RecordForm, show: Callable[..., QWidget]) -> RecordHints:
    made = RecordHints(reviewed, LineaPlan.ENTIDAD, form)
    show(made, 300, 200)
    form.shown.connect(lambda _: made.refresh())
    made.refresh()
    return made


def test_without_a_record_there_is_nothing_to_say(hints: RecordHints) -> None:
    assert hints.sentences() == []
    assert hints.isHidden()
    assert hints.accessibleName() == ""


def test_what_the_rules_say_of_the_record_is_said_over_its_form(
    hints: RecordHints, form: RecordForm, reviewed: Project
) -> None:
    form.show_record("visor")
    assert reviewed.overview is not None
    found = gaps_of_record(reviewed.overview.revision, LineaPlan.ENTIDAD, "visor")[:MOST]
    assert found
    assert hints.sentences() == [f"▲ {gap.mensaje}" for gap in found]
    assert hints.accessibleName() == " ".join(gap.mensaje for gap in found)
    form.show_record(None)
    assert hints.isHidden()


def test_what_is_said_follows_the_review(hints: RecordHints, form: RecordForm, reviewed: Project, qtbot: QtBot) -> None:
    form.show_record("visor")
    before = hints.sentences()
    visor = reviewed.proyecto.get(LineaPlan, "visor")
    assert visor is not None
    reviewed.edit("Cambiar", [cambio(visor, grupos=("prensa",), conjunto="aforos")])
    qtbot.waitUntil(lambda: hints.sentences() != before)
