"""Choosing the template of presentations: tried, kept, told what it lacks, and let go of again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.slide_templates import read_slide_template, slide_template
from promueve_gui.gui.dialogs.slide_template import SHIPPED, SOUND, SlideTemplateDialog
from tests.adapters.presentaciones.muestras import PLANTILLA, template
from tests.gui.dialogs.conftest import INSTITUCION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers
    from tests.gui.dialogs.conftest import Host


@pytest.fixture
def make(host: Host, context: Context, messages: Answers) -> Callable[[Project], SlideTemplateDialog]:
    """Return how to show the dialog of a project."""

    def made(project: Project) -> SlideTemplateDialog:
        dialog = SlideTemplateDialog(host.widget, context, project, messages)
        host.show(dialog)
        return dialog

    return made


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(INSTITUCION)


def choose(dialog: SlideTemplateDialog, messages: Answers, path: Path | None) -> None:
    messages.answer(path)
    dialog.choose.click()


def test_it_begins_with_the_one_that_ships(make: Callable[[Project], SlideTemplateDialog], project: Project) -> None:
    dialog = make(project)
    assert dialog.which.text() == SHIPPED
    assert dialog.remove.isHidden()
    assert dialog.lacks.isHidden()


def test_a_template_is_kept_in_the_project_with_what_it_lacks(
    make: Callable[[Project], SlideTemplateDialog], project: Project, messages: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "Azul.potx"
    path.write_bytes(template())
    dialog = make(project)
    choose(dialog, messages, path)
    assert dialog.which.text() == "Se usa la plantilla «Azul.potx»."
    assert dialog.lacks.text() == "No es panorámica (16:9): mide 25.4 × 19.1 cm, y así saldrán las láminas."
    assert read_slide_template(project.proyecto, project.session.get_file) == path.read_bytes()
    dialog.remove.click()
    assert dialog.which.text() == SHIPPED
    assert slide_template(project.proyecto) is None
    project.undo()
    assert slide_template(project.proyecto) is not None


def test_another_takes_its_place(
    make: Callable[[Project], SlideTemplateDialog], project: Project, messages: Answers, tmp_path: Path
) -> None:
    dialog = make(project)
    for name, data in (("a.pptx", template()), ("b.pptx", PLANTILLA.read_bytes())):
        (tmp_path / name).write_bytes(data)
        choose(dialog, messages, tmp_path / name)
    assert dialog.lacks.text() == SOUND
    assert read_slide_template(project.proyecto, project.session.get_file) == PLANTILLA.read_bytes()


def test_what_does_not_serve_is_told_and_changes_nothing(
    make: Callable[[Project], SlideTemplateDialog], project: Project, messages: Answers, tmp_path: Path
) -> None:
    (tmp_path / "mala.pptx").write_bytes(b"nada")
    dialog = make(project)
    choose(dialog, messages, tmp_path / "mala.pptx")
    choose(dialog, messages, tmp_path / "no esta.pptx")
    choose(dialog, messages, None)
    assert "no es una presentación que se pueda leer" in messages.said[1]
    assert "No se pudo leer «no esta.pptx»" in messages.said[3]
    assert slide_template(project.proyecto) is None


def test_reading_only_shows_and_changes_nothing(
    make: Callable[[Project], SlideTemplateDialog], open_project: Callable[..., Project]
) -> None:
    dialog = make(open_project(INSTITUCION, read_only=True))
    assert not dialog.choose.isEnabled()


def test_closing_frees_it(make: Callable[[Project], SlideTemplateDialog], project: Project, host: Host) -> None:
    dialog = make(project)
    assert host.is_freed(dialog, dialog.reject)
