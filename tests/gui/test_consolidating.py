"""Merging another project through the window: what is certain goes in, doubts are told, nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.gui.consolidating import consolidate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.desk import Desk

OURS = Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026)
AREA = AreaGeneradora(id="a", nombre="Dirección de Aguas")
GROUP = GrupoUsuarios(id="g", nombre="Pescadores de la ribera", notas="Los del norte")
NEW = GrupoUsuarios(id="n", nombre="Escuelas rurales")


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.open(desk.make([OURS, AREA, GROUP]))
    return desk


def merge(desk: Desk, path: Path | None) -> list[str]:
    """Merge the project at ``path`` and return what was said about it."""
    desk.answers.answer(path)
    consolidate(desk.window)
    desk.settle()
    assert desk.answers.said.pop(0) == "open_project"
    return desk.answers.said


def groups(desk: Desk) -> set[str]:
    return {group.nombre for group in desk.project.proyecto.activos(GrupoUsuarios)}


def test_what_is_missing_comes_in_and_is_counted(opened: Desk) -> None:
    other = opened.make([OURS, AREA, GROUP, NEW], "otra.promueve")
    said = merge(opened, other)
    assert said == ["Se consolidó «otra.promueve». Registros nuevos: 1; cambiados: 0."]
    assert groups(opened) == {GROUP.nombre, NEW.nombre}
    assert opened.project.undo() == "Consolidar «otra.promueve»"
    assert groups(opened) == {GROUP.nombre}


def test_the_other_project_stays_as_it_was(opened: Desk) -> None:
    other = opened.make([OURS, NEW], "otra.promueve")
    before, beside = other.read_bytes(), sorted(path.name for path in opened.folder.iterdir())
    merge(opened, other)
    assert other.read_bytes() == before
    assert {p.name for p in opened.folder.iterdir()} - set(beside) <= {"respaldos"}


def test_what_differs_is_listed_and_stays(opened: Desk) -> None:
    other = opened.make([OURS, replace(GROUP, notas="Los del sur")], "otra.promueve")
    title, sentence = merge(opened, other)
    assert title == "Se consolidó «otra.promueve». Registros nuevos: 0; cambiados: 0. Revise además:"
    assert sentence.startswith("Grupo «Pescadores de la ribera», «Notas»: aquí dice «Los del norte»")
    stays = opened.project.proyecto.get(GrupoUsuarios, "g")
    assert stays is not None
    assert stays.notas == "Los del norte"


def test_a_project_of_another_institution_is_refused(opened: Desk) -> None:
    other = opened.make([replace(OURS, id="x", nombre="Museo de Sitio", siglas="MS"), NEW], "museo.promueve")
    (said,) = merge(opened, other)
    assert "Museo de Sitio" in said
    assert groups(opened) == {GROUP.nombre}


def test_what_is_no_project_is_refused(opened: Desk) -> None:
    path = opened.folder / "carta.promueve"
    path.write_text("Estimado señor", encoding="utf-8")
    (said,) = merge(opened, path)
    assert said.startswith("«carta.promueve» ")
    assert opened.project.session.history()[0].accion == "crear"


def test_thinking_better_of_it_does_nothing(opened: Desk) -> None:
    assert merge(opened, None) == []
    assert opened.project.session.history()[0].accion == "crear"


def test_the_open_project_with_itself_changes_nothing(opened: Desk) -> None:
    said = merge(opened, opened.project.path)
    assert len(said) == 1
    assert groups(opened) == {GROUP.nombre}
    assert opened.project.session.history()[0].accion == "crear"


def test_a_project_to_be_read_only_takes_nothing_in(opened: Desk) -> None:
    other, path = opened.make([OURS, NEW], "otra.promueve"), opened.project.path
    opened.window.close_project()
    opened.window.show_project(opened.services.opener.open(path, read_only=True), path)
    (said,) = merge(opened, other)
    assert said.startswith("El proyecto está abierto solo para leer.")


def test_lists_on_screen_follow(opened: Desk) -> None:
    opened.wizard.jump("grupo_usuarios", "g", "")
    panel = opened.wizard.page_of(opened.wizard.current_step()).panels["grupo_usuarios"][0]
    assert panel.list.model.rowCount() == 1
    merge(opened, opened.make([OURS, NEW], "otra.promueve"))
    assert panel.list.model.rowCount() == 2
