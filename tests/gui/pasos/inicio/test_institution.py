"""Who the institution is, and its letterhead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from promueve_gui.domain.institucion import Institucion, Membrete
from promueve_gui.gui.pasos.inicio.institution import DEFAULT, TRIED, InstitutionPanel
from tests.adapters.word.hostiles import with_part
from tests.gui.desk import press, type_text
from tests.gui.pasos.inicio.conftest import INSTITUCION, PERFIL

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

MEMBRETES = Path(__file__).parents[3] / "datos" / "membretes"


@pytest.fixture
def make(qtbot: QtBot, context: Context, messages: Answers) -> Callable[[Project], InstitutionPanel]:
    """Return how to show the panel of a project."""

    def made(project: Project) -> InstitutionPanel:
        panel = InstitutionPanel(context, project, messages)
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
    assert "Usar el de Promueve" not in buttons(panel)


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


@pytest.mark.parametrize("path", sorted(MEMBRETES.glob("*.docx")), ids=lambda path: path.stem)
def test_a_letterhead_is_kept_inside_the_project(
    make: Callable[[Project], InstitutionPanel], project: Project, messages: Answers, path: Path
) -> None:
    panel = make(project)
    messages.answer(path)
    press(panel, "Elegir documento…")
    (membrete,) = project.proyecto.activos(Membrete)
    assert (membrete.nombre, membrete.predeterminado) == (path.name, True)
    assert project.session.get_file(membrete.archivo) == path.read_bytes()
    assert f"Se usa el membrete «{path.name}»." in said(panel)
    assert project.session.history()[0].detalle == f"Usar el membrete «{path.name}»"


def test_what_a_letterhead_lacks_is_said_and_kept_with_it(
    make: Callable[[Project], InstitutionPanel], project: Project, messages: Answers
) -> None:
    panel = make(project)
    messages.answer(MEMBRETES / "pobre.docx")
    press(panel, "Elegir documento…")
    (membrete,) = project.proyecto.activos(Membrete)
    assert messages.said[1:] == [TRIED, *membrete.revision.split("\n")]
    assert "No dice el tamaño de la hoja; se usa carta." in membrete.revision.split("\n")
    project.undo()
    assert project.proyecto.activos(Membrete) == []


def test_going_back_to_the_one_that_ships(
    make: Callable[[Project], InstitutionPanel], project: Project, messages: Answers
) -> None:
    panel = make(project)
    messages.answer(MEMBRETES / "tabla.docx")
    panel.choose_letterhead()
    press(panel, "Usar el de Promueve")
    assert [membrete.predeterminado for membrete in project.proyecto.activos(Membrete)] == [False]
    assert DEFAULT in said(panel)
    project.undo()
    (membrete,) = project.proyecto.activos(Membrete)
    assert (membrete.nombre, membrete.predeterminado) == ("tabla.docx", True)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"no soy un documento", "no es un documento de Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "anterior a 2007 o tiene contraseña"),
        (with_part("word/vbaProject.bin", b"macro"), "tiene macros o controles"),
    ],
)
def test_a_letterhead_that_does_not_serve_is_refused_with_its_reason(
    make: Callable[[Project], InstitutionPanel],
    project: Project,
    messages: Answers,
    tmp_path: Path,
    content: bytes,
    sentence: str,
) -> None:
    panel = make(project)
    path = tmp_path / "membrete.docx"
    path.write_bytes(content)
    messages.answer(path)
    panel.choose_letterhead()
    assert sentence in messages.said[-1]
    assert institucion(project) == INSTITUCION
    assert project.session.history() == []


def test_a_letterhead_that_is_not_there_is_told(
    make: Callable[[Project], InstitutionPanel], project: Project, messages: Answers, tmp_path: Path
) -> None:
    messages.answer(tmp_path / "falta.docx")
    make(project).choose_letterhead()
    assert messages.said[-1].startswith("No se pudo leer «falta.docx».")
    assert institucion(project) == INSTITUCION


def test_thinking_better_of_it_changes_nothing(
    make: Callable[[Project], InstitutionPanel], project: Project, messages: Answers
) -> None:
    messages.answer(None)
    make(project).choose_letterhead()
    assert project.session.history() == []


def test_a_project_without_institution_can_be_given_one(
    make: Callable[[Project], InstitutionPanel], open_project: Callable[..., Project], messages: Answers
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


def test_without_institution_there_is_no_letterhead_to_choose(
    make: Callable[[Project], InstitutionPanel], open_project: Callable[..., Project], messages: Answers
) -> None:
    project = open_project(PERFIL)
    panel = make(project)
    messages.answer(MEMBRETES / "tabla.docx")
    panel.choose_letterhead()
    panel.remove_letterhead()
    assert project.session.history() == []


def test_to_be_read_only_nothing_can_be_changed(
    make: Callable[[Project], InstitutionPanel], open_project: Callable[..., Project]
) -> None:
    panel = make(open_project(INSTITUCION, read_only=True))
    assert not buttons(panel)["Elegir documento…"].isEnabled()
    bare = make(open_project(PERFIL, read_only=True))
    assert not buttons(bare)["Registrar la institución"].isEnabled()
