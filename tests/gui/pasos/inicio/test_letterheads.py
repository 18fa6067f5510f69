"""The letterheads of the institution: tried by a worker, kept in the project, one of them in use."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.letterheads import default_letterhead
from promueve_gui.domain.cambios import alta, retiro
from promueve_gui.domain.institucion import Institucion, Membrete
from promueve_gui.gui.context import Context
from promueve_gui.gui.pasos.inicio.letterheads import EMPTY, TRIED, LetterheadPanel
from tests.adapters.word.hostiles import with_part
from tests.gui.desk import press
from tests.gui.looking import labels
from tests.gui.pasos.inicio.conftest import INSTITUCION

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.inicio import InicioPage
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner
    from tests.gui.answers import Answers

MEMBRETES = Path(__file__).parents[3] / "datos" / "membretes"
UNO = Membrete(id="uno", nombre="Oficial", archivo="a" * 64, predeterminado=True, revision="Le falta «Título».")
DOS = Membrete(id="dos", nombre="Prensa", archivo="b" * 64)


@pytest.fixture
def make(qtbot: QtBot, context: Context, messages: Answers) -> Callable[[Project], LetterheadPanel]:
    """Return how to show the letterheads of a project; each is tried at once and lacks nothing."""

    def made(project: Project, context: Context = context) -> LetterheadPanel:
        panel = LetterheadPanel(context, project, messages)
        qtbot.addWidget(panel)
        panel.resize(1000, 600)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return made


def letterheads(project: Project) -> list[tuple[str, bool]]:
    return [(one.nombre, one.predeterminado) for one in project.proyecto.activos(Membrete)]


def settled(qtbot: QtBot, project: Project, runner: TaskRunner) -> None:
    qtbot.waitUntil(lambda: not runner.busy and not project.busy, timeout=20_000)


@pytest.mark.parametrize("path", sorted(MEMBRETES.glob("*.do[ct]x")), ids=lambda path: path.name)
def test_a_document_is_tried_and_kept_inside_the_project(
    make: Callable[[Project], LetterheadPanel],
    project: Project,
    messages: Answers,
    path: Path,
    qtbot: QtBot,
    runner: TaskRunner,
) -> None:
    panel = make(project)
    messages.answer(path)
    press(panel, "Agregar membrete…")
    settled(qtbot, project, runner)
    (membrete,) = project.proyecto.activos(Membrete)
    assert (membrete.nombre, membrete.predeterminado) == (path.name, True)
    assert project.session.get_file(membrete.archivo) == path.read_bytes()
    assert panel.chosen == membrete
    assert messages.said[1:] == ([TRIED, *membrete.revision.splitlines()] if membrete.revision else [])
    project.undo()
    assert letterheads(project) == []


def test_what_is_missing_is_said_and_noted(
    make: Callable[..., LetterheadPanel],
    project: Project,
    messages: Answers,
    context: Context,
    qtbot: QtBot,
    runner: TaskRunner,
) -> None:
    tried = replace(context.services, check_letterhead=lambda _: ("No tiene márgenes.", "No tiene «Título»."))
    panel = make(project, Context(tried, context.icons, context.settings))
    messages.answer(MEMBRETES / "tabla.docx")
    panel.add_document()
    settled(qtbot, project, runner)
    assert messages.said[1:] == [TRIED, "No tiene márgenes.", "No tiene «Título»."]
    assert project.proyecto.activos(Membrete)[0].revision == "No tiene márgenes.\nNo tiene «Título»."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"no soy un documento", "no es un documento de Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "anterior a 2007 o tiene contraseña"),
        (with_part("word/vbaProject.bin", b"macro"), "tiene macros o controles"),
        (None, "No se pudo leer «membrete.docx»."),
    ],
)
def test_a_document_that_does_not_serve_is_refused_with_its_reason(
    make: Callable[[Project], LetterheadPanel],
    project: Project,
    messages: Answers,
    tmp_path: Path,
    content: bytes | None,
    sentence: str,
    qtbot: QtBot,
    runner: TaskRunner,
) -> None:
    panel = make(project)
    path = tmp_path / "membrete.docx"
    if content is not None:
        path.write_bytes(content)
    messages.answer(path)
    panel.add_document()
    settled(qtbot, project, runner)
    assert sentence in messages.said[-1]
    assert project.session.history() == []


def test_thinking_better_of_it_changes_nothing(
    make: Callable[[Project], LetterheadPanel], project: Project, messages: Answers
) -> None:
    panel = make(project)
    messages.answer(None)
    panel.add_document()
    panel.replace_chosen()
    panel.use_chosen()
    assert project.session.history() == []
    assert EMPTY[1] in labels(panel)


def test_one_is_in_use_and_another_takes_its_place(
    make: Callable[[Project], LetterheadPanel], project: Project
) -> None:
    project.edit("Agregar", [alta(UNO), alta(DOS)])
    panel = make(project)
    panel.list.show_record("uno")
    assert not panel.use.isEnabled()
    panel.list.show_record("dos")
    press(panel, "Usar este")
    assert letterheads(project) == [("Oficial", False), ("Prensa", True)]
    assert not panel.use.isEnabled()
    press(panel, "Usar el de Promueve")
    assert default_letterhead(project.proyecto) is None
    assert not panel.shipped.isEnabled()
    project.undo()
    project.undo()
    assert letterheads(project) == [("Oficial", True), ("Prensa", False)]


def test_the_name_has_what_room_there_is(make: Callable[[Project], LetterheadPanel], project: Project) -> None:
    project.edit("Agregar", [alta(UNO)])
    table = make(project).list.table
    assert table.columnWidth(0) > max(table.columnWidth(place) for place in (1, 2))


def test_another_document_keeps_name_and_use(
    make: Callable[[Project], LetterheadPanel], project: Project, messages: Answers, qtbot: QtBot, runner: TaskRunner
) -> None:
    project.edit("Agregar", [alta(UNO), alta(DOS)])
    panel = make(project)
    panel.list.show_record("uno")
    messages.answer(MEMBRETES / "tabla.docx")
    press(panel, "Reemplazar…")
    settled(qtbot, project, runner)
    found = project.proyecto.get(Membrete, "uno")
    assert found is not None
    assert (found.nombre, found.predeterminado) == ("Oficial", True)
    assert project.session.get_file(found.archivo) == (MEMBRETES / "tabla.docx").read_bytes()
    assert found.revision != UNO.revision


def test_withdrawing_asks_why_and_leaves_the_one_that_ships(
    make: Callable[[Project], LetterheadPanel], project: Project, messages: Answers
) -> None:
    project.edit("Agregar", [alta(UNO)])
    panel = make(project)
    panel.list.show_record("uno")
    messages.answer("Cambió el logotipo")
    panel.list.withdraw()
    assert letterheads(project) == []
    assert default_letterhead(project.proyecto) is None
    assert not panel.replace.isEnabled()


def test_one_that_is_gone_meanwhile_is_not_replaced(
    make: Callable[[Project], LetterheadPanel], project: Project, messages: Answers, qtbot: QtBot, runner: TaskRunner
) -> None:
    project.edit("Agregar", [alta(DOS)])
    panel = make(project)
    panel.list.show_record("dos")
    messages.answer(MEMBRETES / "tabla.docx")
    panel.replace_chosen()
    project.edit("Retirar", [retiro(DOS, "Ya no")])  # waits until the worker is done
    settled(qtbot, project, runner)
    found = project.proyecto.get(Membrete, "dos")
    assert found is not None
    assert found.retirado == "Ya no"


def test_reading_only_offers_nothing_that_writes(
    make: Callable[[Project], LetterheadPanel], open_project: Callable[..., Project], messages: Answers
) -> None:
    project = open_project(INSTITUCION, UNO, DOS, read_only=True)
    panel = make(project)
    panel.list.show_record("dos")
    assert not any(made.isEnabled() for made in (panel.add, panel.replace, panel.use, panel.shipped))
    messages.answer(MEMBRETES / "tabla.docx")
    panel.add_document()
    assert letterheads(project) == [("Oficial", True), ("Prensa", False)]


def test_the_page_goes_to_them(page: InicioPage, project: Project) -> None:
    project.edit("Agregar", [alta(UNO)])
    page.show_record(Institucion.ENTIDAD, "i", "nombre")
    press(page, "Membretes…")
    panel = page.panels["membrete"][0]
    assert panel.isVisible()
    page.show_record("membrete", "uno", "nombre")
    assert panel.form_open
    assert panel.form.record_id == "uno"
