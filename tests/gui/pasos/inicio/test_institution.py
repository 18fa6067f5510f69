"""Who the institution is, and its letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.institucion import Institucion, Membrete
from promueve_gui.gui.pasos.inicio.institution import DEFAULT, InstitutionPanel
from tests.gui.desk import press, type_text
from tests.gui.pasos.inicio.conftest import INSTITUCION, PERFIL

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Callable[[Project], InstitutionPanel]:
    """Return how to show the panel of a project."""

    def made(project: Project) -> InstitutionPanel:
        panel = InstitutionPanel(context, project)
        qtbot.addWidget(panel)
        panel.resize(1000, 600)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return made


def institucion(project: Project) -> Institucion:
    found = project.proyecto.unico(Institucion)
    assert found is not None
    return found


def said(panel: InstitutionPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def buttons(panel: InstitutionPanel) -> dict[str, QPushButton]:
    return {made.text(): made for made in panel.findChildren(QPushButton) if made.isVisible()}


def test_the_form_shows_the_institution(make: Callable[[Project], InstitutionPanel], project: Project) -> None:
    panel = make(project)
    assert panel.form.record_id == "i"
    assert DEFAULT in said(panel)


def test_what_is_typed_is_saved_and_undone(make: Callable[[Project], InstitutionPanel], project: Project) -> None:
    panel = make(project)
    panel.focus_field("siglas")
    line = panel.form.editor("siglas").focusProxy() or panel.form.editor("siglas")
    line.selectAll()  # type: ignore[attr-defined]  # a line of text
    type_text(line, "SEÑAL")
    panel.flush()
    assert institucion(project).siglas == "SEÑAL"
    project.undo()
    assert institucion(project).siglas == "SRP"


def test_it_says_which_letterhead_is_used_and_goes_to_them(
    make: Callable[[Project], InstitutionPanel], project: Project, qtbot: QtBot
) -> None:
    panel = make(project)
    membrete = Membrete(id="m", nombre="Oficial", archivo="abc", predeterminado=True)
    project.edit("Agregar", [alta(membrete)])
    assert "Se usa el membrete «Oficial»." in said(panel)
    with qtbot.waitSignal(panel.letterheads_asked):
        press(panel, "Membretes…")
    project.undo()
    assert DEFAULT in said(panel)


def test_a_project_without_institution_can_be_given_one(
    make: Callable[[Project], InstitutionPanel], open_project: Callable[..., Project]
) -> None:
    project = open_project(PERFIL)
    panel = make(project)
    assert project.session.history() == []
    assert not panel.form.isVisible()
    press(panel, "Registrar la institución")
    assert panel.form.isVisible()
    assert panel.form.record_id == institucion(project).id
    project.undo()
    assert project.proyecto.unico(Institucion) is None
    assert "Registrar la institución" in buttons(panel)


def test_to_be_read_only_nothing_can_be_changed(
    make: Callable[[Project], InstitutionPanel], open_project: Callable[..., Project]
) -> None:
    panel = make(open_project(INSTITUCION, read_only=True))
    assert panel.form.editor("nombre").findChild(QLineEdit).isReadOnly()  # type: ignore[union-attr]  # it has a line
    bare = make(open_project(PERFIL, read_only=True))
    assert not buttons(bare)["Registrar la institución"].isEnabled()
