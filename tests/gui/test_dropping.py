"""Several files dropped at once: one question decides about the projects, and no file is left out without a word."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.consolidating import consolidate_files
from promueve_gui.gui.dialogs.import_preview import ImportPreview
from tests.gui.desk import shown_dialogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.application.ports import Progress
    from promueve_gui.gui.task_runner import Task
    from tests.gui.desk import Desk

PLAN = Path(__file__).parents[1] / "datos" / "fuentes" / "inventario_plan.csv"
OURS = Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026)
MUSEUM = Institucion(id="x", nombre="Museo de Sitio", siglas="MS", anio=2026)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.open(desk.make([OURS]))
    return desk


def brought(desk: Desk, name: str, group: str, institucion: Institucion = OURS) -> Path:
    """Write the project of an area, which knows one group."""
    return desk.make([institucion, GrupoUsuarios(id=name, nombre=group)], f"{name}.promueve")


def inventory(desk: Desk) -> Path:
    return Path(copyfile(PLAN, desk.folder / "inventario.csv"))


def groups(desk: Desk) -> set[str]:
    return {group.nombre for group in desk.project.proyecto.activos(GrupoUsuarios)}


def imported(desk: Desk) -> str:
    """Wait until the files of other kinds are shown, put them away and return which."""
    desk.qtbot.waitUntil(lambda: bool(shown_dialogs(ImportPreview)))
    (preview,) = shown_dialogs(ImportPreview)
    title = preview.windowTitle()
    preview.reject()
    desk.settle()
    return title


def test_several_projects_and_a_file_are_asked_about_once_and_all_come_in(opened: Desk) -> None:
    uno, dos = brought(opened, "uno", "Pescadores"), brought(opened, "dos", "Escuelas")
    opened.answers.answer(0)
    opened.drop(uno, inventory(opened), dos)
    assert imported(opened)
    assert opened.answers.said == [
        "¿Qué quiere hacer con los proyectos «uno.promueve» y «dos.promueve»? El otro archivo se recibirá después.",
        "Proyectos consolidados: 2 de 2. Registros nuevos: 2; cambiados: 0.",
    ]
    assert groups(opened) == {"Pescadores", "Escuelas"}
    assert opened.project.undo() == "Consolidar «dos.promueve»"
    assert groups(opened) == {"Pescadores"}


def test_one_project_among_others_can_be_opened_and_takes_the_rest(opened: Desk) -> None:
    uno = brought(opened, "uno", "Pescadores")
    opened.answers.answer(0)
    opened.drop(uno, inventory(opened), inventory(opened))
    assert "Los otros 2 archivos se recibirán después." in opened.answers.said[0]
    assert opened.project.path == uno
    imported(opened)
    imported(opened)


def test_one_project_among_others_can_be_merged(opened: Desk) -> None:
    opened.answers.answer(1)
    opened.drop(brought(opened, "uno", "Pescadores"), inventory(opened))
    imported(opened)
    assert opened.answers.said[1] == "Se consolidó «uno.promueve». Registros nuevos: 1; cambiados: 0."
    assert groups(opened) == {"Pescadores"}


def test_thinking_better_of_it_does_nothing(opened: Desk) -> None:
    opened.answers.answer(-1)
    opened.drop(brought(opened, "uno", "Pescadores"), brought(opened, "dos", "Escuelas"), inventory(opened))
    assert groups(opened) == set()
    assert not shown_dialogs(ImportPreview)


def test_a_project_that_cannot_be_merged_is_told_by_name_and_the_others_come_in(opened: Desk) -> None:
    broken = opened.folder / "roto.promueve"
    broken.write_bytes(b"\x00nada")
    opened.answers.answer(0)
    opened.drop(broken, brought(opened, "museo", "Visitantes", MUSEUM), brought(opened, "uno", "Pescadores"))
    title, *sentences = opened.answers.said[1:]
    assert title == "Proyectos consolidados: 1 de 3. Registros nuevos: 1; cambiados: 0. Revise además:"
    assert [("roto.promueve" in one, "Museo de Sitio" in one) for one in sentences] == [(True, False), (False, True)]


def test_the_open_project_among_them_is_not_merged_with_itself(opened: Desk) -> None:
    opened.answers.answer(1)
    opened.drop(opened.project.path, brought(opened, "uno", "Pescadores"))
    assert opened.answers.said[1].startswith("Se consolidó «uno.promueve».")
    opened.drop(opened.project.path, inventory(opened))
    imported(opened)
    opened.drop(opened.project.path)
    assert opened.window.statusBar().currentMessage() == "«proyecto.promueve» ya está abierto."


def test_a_project_open_for_reading_takes_in_none_of_several(opened: Desk) -> None:
    path = opened.project.path
    opened.window.close_project()
    opened.window.show_project(opened.services.opener.open(path, read_only=True), path)
    opened.drop(brought(opened, "uno", "Pescadores"), brought(opened, "dos", "Escuelas"))
    (said,) = opened.answers.said
    assert said.startswith("El proyecto está abierto solo para leer.")


def test_without_an_open_project_several_are_not_guessed_about(desk: Desk) -> None:
    desk.drop(brought(desk, "uno", "Pescadores"), brought(desk, "dos", "Escuelas"))
    assert desk.window.project is None
    (said,) = desk.answers.said
    assert said.startswith("Soltó 2 proyectos y no hay ninguno abierto. Abra primero aquel")


def test_without_an_open_project_one_is_opened_and_takes_the_rest(desk: Desk) -> None:
    uno = brought(desk, "uno", "Pescadores")
    desk.drop(uno, inventory(desk))
    imported(desk)
    assert desk.project.path == uno


def test_without_an_open_project_files_are_taken_to_the_one_used_last(desk: Desk) -> None:
    uno = brought(desk, "uno", "Pescadores")
    desk.open(uno)
    desk.window.close_project()
    desk.answers.answer(0)
    desk.drop(inventory(desk))
    assert desk.answers.said == ["¿A qué proyecto quiere llevar «inventario.csv»?"]
    assert imported(desk)
    assert desk.project.path == uno


def test_without_an_open_project_files_are_taken_to_the_one_that_is_chosen(desk: Desk) -> None:
    uno = brought(desk, "uno", "Pescadores")
    desk.answers.answer(0, uno)
    desk.drop(inventory(desk), inventory(desk))
    assert desk.answers.said[0] == "¿A qué proyecto quiere llevar estos 2 archivos?"
    imported(desk)
    imported(desk)
    assert desk.project.path == uno


@pytest.mark.parametrize("answers", [(-1,), (0, None)])
def test_without_an_open_project_one_may_think_better_of_it(desk: Desk, answers: tuple[object, ...]) -> None:
    desk.answers.answer(*answers)
    desk.drop(inventory(desk))
    assert desk.window.project is None
    assert not shown_dialogs()


def test_what_cannot_be_opened_leaves_nothing_waiting_for_the_next(desk: Desk) -> None:
    broken = desk.folder / "roto.promueve"
    broken.write_bytes(b"\x00nada")
    desk.answers.answer(-1)
    desk.drop(broken, inventory(desk))
    desk.open(brought(desk, "uno", "Pescadores"))
    assert not shown_dialogs(ImportPreview)


@pytest.mark.parametrize("before", [0, 1])
def test_cancelling_keeps_what_came_before_and_names_the_rest(
    opened: Desk, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    run_long = opened.project.run_long

    def cancelled_after(work: Callable[..., None]) -> Task:
        def limited(done: int, _total: int) -> None:
            if done >= before:
                raise Cancelled

        def working(session: object, _: Progress) -> None:
            work(session, limited)

        return run_long(working)

    monkeypatch.setattr(opened.project, "run_long", cancelled_after)
    paths = [brought(opened, "uno", "Pescadores"), brought(opened, "dos", "Escuelas")]
    consolidate_files(opened.window, paths, [inventory(opened)])
    opened.settle()
    (said,) = opened.answers.said
    names = ["«uno.promueve»", "«dos.promueve»", "«inventario.csv»"][before:]
    assert said.endswith(f"Se canceló antes de recibir {', '.join(names)}.")
    assert groups(opened) == {"Pescadores"} - ({"Pescadores"} if not before else set())
    assert not shown_dialogs(ImportPreview)
