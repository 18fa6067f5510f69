"""The board: figures that lead to their lists, rules with their gaps, the bimesters and what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.pasos.inicio.board import Board, FigureCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.inicio import InicioPage
    from promueve_gui.gui.project import Project


def board(page: InicioPage) -> Board:
    found = page.findChild(Board)
    assert isinstance(found, Board)
    return found


def figures(page: InicioPage) -> list[tuple[str, str, str]]:
    """Return title, value and remark of each figure."""
    made = []
    for card in board(page).findChildren(FigureCard):
        value, note = (label.text() for label in card.findChildren(QLabel))
        made.append((card.findChildren(QPushButton)[0].text(), value, note))
    return made


def test_before_the_first_review_the_figures_wait(qtbot: QtBot, context: Context, project: Project) -> None:
    made = Board(context, project)
    qtbot.addWidget(made)
    assert [label.text() for label in made.findChildren(FigureCard)[0].findChildren(QLabel)] == ["—", ""]


def test_the_figures_are_those_of_the_project(page: InicioPage) -> None:
    assert figures(page) == [
        ("Grupos de usuarios", "1", "1 área"),
        ("Actividades del plan", "0", "0 hechas"),
        ("Contenidos", "0", "0 publicados"),
        ("Recomendaciones abiertas", "0", "0 recibidas"),
    ]


def test_the_figures_follow_the_project(qtbot: QtBot, page: InicioPage, project: Project) -> None:
    project.edit("Otro", [alta(GrupoUsuarios(id="n", nombre="Escuelas")), alta(Contenido(id="c", nombre="Nota"))])
    qtbot.waitUntil(lambda: figures(page)[0][1] == "2")
    assert figures(page)[2][1] == "1"


def test_a_figure_leads_to_its_list_by_mouse_and_keyboard(qtbot: QtBot, page: InicioPage) -> None:
    asked: list[tuple[str, str, str]] = []
    page.jump_asked.connect(lambda *target: asked.append(target))
    titles = [card.findChildren(QPushButton)[0] for card in board(page).findChildren(FigureCard)]
    for title in titles:
        title.click()
    assert [entidad for entidad, _, _ in asked] == ["grupo_usuarios", "linea_plan", "contenido", "recomendacion"]
    titles[0].setFocus()
    qtbot.keyClick(titles[0], Qt.Key.Key_Space)
    assert asked[-1] == ("grupo_usuarios", "", "")


def test_a_figure_says_all_of_itself_to_a_screen_reader(page: InicioPage) -> None:
    (first, *_) = [card.findChildren(QPushButton)[0] for card in board(page).findChildren(FigureCard)]
    assert first.accessibleName() == "Grupos de usuarios: 1, 1 área. Ir a la lista"


def test_the_bimesters_of_the_year_are_told_with_their_counts(page: InicioPage) -> None:
    name = board(page).chart.accessibleName()
    assert name.count(":") == 6
    assert name.endswith(": 0")


def test_a_project_with_everything_fits_its_board(
    make_page: Callable[[Project], InicioPage], example_project: Project
) -> None:
    page = make_page(example_project)
    made = board(page)
    assert made.rules.topLevelItemCount() >= 12
    assert made.upcoming.count() > 0
    assert int(figures(page)[0][1]) > 5
    bar = made.horizontalScrollBar()
    assert bar.maximum() == 0


def test_an_empty_project_says_that_nothing_comes(
    make_page: Callable[[Project], InicioPage], empty_project: Project
) -> None:
    assert board(make_page(empty_project)).upcoming.item(0).text() == "No hay fechas próximas."


def test_the_clock_of_the_bimester_leads_to_the_communications(qtbot: QtBot, page: InicioPage) -> None:
    clock = board(page).clock
    assert clock.accessibleName() == "Sexto bimestre: quedan 42 días · falta comunicar"
    with qtbot.waitSignal(page.jump_asked) as asked:
        clock.click()
    assert asked.args == ["publicacion", "", ""]


def test_alerts_are_asked_of_the_window(qtbot: QtBot, page: InicioPage) -> None:
    with qtbot.waitSignal(page.action_asked) as asked:
        board(page).alerts.click()
    assert asked.args == ["avisos"]


def test_what_changed_while_another_tab_was_looked_at_is_seen_on_coming_back(
    qtbot: QtBot, page: InicioPage, project: Project
) -> None:
    made, before = board(page), project.overview
    made.hide()
    project.edit("Otro", [alta(GrupoUsuarios(id="n", nombre="Escuelas"))])
    qtbot.waitUntil(lambda: project.overview is not before)
    assert figures(page)[0][1] == "1"  # nobody looks, so nothing is laid out
    made.show()
    assert figures(page)[0][1] == "2"
