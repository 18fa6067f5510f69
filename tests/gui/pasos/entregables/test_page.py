"""The page Entregables: each document with its state, and what its button asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from promueve_gui.application.deliverables import NUNCA
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.flow import ENTREGABLES
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.pasos.entregables import EntregablesPage
from promueve_gui.gui.pasos.entregables.document_card import DocumentCard
from tests.gui.desk import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner
    from tests.gui.answers import Answers

INSTITUCION = Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026)
GRUPO = GrupoUsuarios(id="g", nombre="Pescadores")
BOLETIN = Contenido(id="b", nombre="<b>Nuevos</b> aforos", tipo=TipoContenido.BOLETIN)
NOTHING_WRITTEN = "Los contenidos que escriba en el paso 3 aparecerán aquí."


@pytest.fixture
def make(qtbot: QtBot, context: Context, messages: Answers, runner: TaskRunner) -> Callable[[Project], EntregablesPage]:
    """Return how to show the page of a project."""

    def made(project: Project) -> EntregablesPage:
        page = EntregablesPage(context, project, messages, runner, ENTREGABLES)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        qtbot.waitExposed(page)
        return page

    return made


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return a project with one group and one bulletin."""
    return open_project(INSTITUCION, GRUPO, BOLETIN)


def cards(page: EntregablesPage) -> list[tuple[str, str, bool]]:
    """Return title, state and whether it can be exported, of each document shown."""
    made = []
    for card in page.findChildren(DocumentCard):
        if card.isVisible():
            _, title, _, state, *_ = (label.text() for label in card.findChildren(QLabel))
            made.append((title, state, export_of(card).isEnabled()))
    return made


def export_of(card: DocumentCard) -> QPushButton:
    (made,) = [b for b in card.findChildren(QPushButton) if b.text() == "Exportar…"]
    return made


def asked_of(page: EntregablesPage) -> list[str]:
    asked: list[str] = []
    page.action_asked.connect(asked.append)
    return asked


def test_each_document_says_what_it_holds_and_that_it_never_left(
    make: Callable[[Project], EntregablesPage], project: Project
) -> None:
    assert cards(make(project)) == [
        ("Mapa de usuarios", f"1 grupo · {NUNCA}", True),
        ("Plan de promoción", f"0 actividades · {NUNCA}", False),
        ("<b>Nuevos</b> aforos", f"Borrador · {NUNCA}", True),
    ]


def test_each_button_asks_for_its_document(make: Callable[[Project], EntregablesPage], project: Project) -> None:
    page = make(project)
    asked = asked_of(page)
    for card in page.findChildren(DocumentCard):
        export_of(card).click()
    press(page, "Exportar todo…")
    assert asked == ["mapa", "word:b", "todo"]


def test_data_of_persons_go_only_when_they_are_asked_for(
    make: Callable[[Project], EntregablesPage], project: Project
) -> None:
    page = make(project)
    asked = asked_of(page)
    assert not page.personal.isChecked()
    page.personal.click()
    page.export("mapa")
    page.personal.click()
    page.export("mapa")
    assert asked == ["mapa+personales", "mapa"]


def test_buttons_say_which_document_to_a_screen_reader(
    make: Callable[[Project], EntregablesPage], project: Project
) -> None:
    names = [export_of(card).accessibleName() for card in make(project).findChildren(DocumentCard)]
    assert names == ["Exportar Mapa de usuarios", "Exportar Plan de promoción", "Exportar <b>Nuevos</b> aforos"]


def test_what_left_is_told_at_once(qtbot: QtBot, make: Callable[[Project], EntregablesPage], project: Project) -> None:
    page = make(project)
    project.note_export("mapa", "Mapa de usuarios SRP 2026.xlsx", 0)
    qtbot.waitUntil(lambda: len(cards(page)) == 3)
    assert "exportado el" in cards(page)[0][1]
    assert NUNCA in cards(page)[1][1]


def test_what_is_written_meanwhile_appears(
    qtbot: QtBot, make: Callable[[Project], EntregablesPage], project: Project
) -> None:
    page = make(project)
    project.edit("Historia", [alta(Contenido(id="h", nombre="La ribera", tipo=TipoContenido.HISTORIA))])
    qtbot.waitUntil(lambda: len(cards(page)) == 4)
    assert cards(page)[3][0] == "La ribera"
    project.edit("Retirar", [cambio(BOLETIN, retirado="Repetido")])
    qtbot.waitUntil(lambda: [title for title, _, _ in cards(page)][2:] == ["La ribera"])


def test_what_changes_nothing_here_draws_nothing_anew(
    qtbot: QtBot, make: Callable[[Project], EntregablesPage], project: Project
) -> None:
    page = make(project)
    qtbot.waitUntil(lambda: project.overview is not None)
    before = page.findChildren(DocumentCard)
    with qtbot.waitSignal(project.reviewed):
        project.edit("Notas", [cambio(GRUPO, notas="Nadan")])
    assert page.findChildren(DocumentCard) == before


def test_an_empty_project_explains_and_offers_nothing_to_export(
    make: Callable[[Project], EntregablesPage], open_project: Callable[..., Project]
) -> None:
    page = make(open_project(INSTITUCION))
    assert [ready for _, _, ready in cards(page)] == [False, False]
    assert NOTHING_WRITTEN in [label.text() for label in page.findChildren(QLabel)]
    (everything,) = [b for b in page.findChildren(QPushButton) if b.text() == "Exportar todo…"]
    assert not everything.isEnabled()


def test_a_project_to_be_read_only_can_still_be_exported(
    make: Callable[[Project], EntregablesPage], open_project: Callable[..., Project]
) -> None:
    page = make(open_project(INSTITUCION, GRUPO, read_only=True))
    asked = asked_of(page)
    press(page, "Exportar todo…")
    assert asked == ["todo"]


def test_titles_are_not_taken_for_html(make: Callable[[Project], EntregablesPage], project: Project) -> None:
    labels = [label for label in make(project).findChildren(QLabel) if "<b>" in label.text()]
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
