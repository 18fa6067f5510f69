"""«Por venir» as people use it: what comes, which lines speak of it, and making the one that is lacking."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea, Frecuencia
from promueve_gui.gui.pasos.plan.coming_model import NOBODY, Column
from promueve_gui.gui.pasos.plan.page import DATA, LINES
from tests.gui.mouse import menu_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.coming_view import ComingView
    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.project import Project

AFOROS = ConjuntoDatos(
    id="aforos", nombre="Aforos", frecuencia=Frecuencia.MENSUAL, fecha_publicacion=date(2026, 10, 5), prioritario=True
)
OBRAS = ConjuntoDatos(id="obras", nombre="Obras & puentes", fecha_publicacion=date(2026, 11, 21))
BOLETIN = LineaPlan(
    id="boletin", nombre="Boletín", conjunto="obras", fecha=date(2026, 11, 24), estado=EstadoLinea.PLANEADA
)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(AFOROS, OBRAS, BOLETIN)


@pytest.fixture
def coming(page: PlanPage, qtbot: QtBot) -> ComingView:
    return shown_coming(page, qtbot)


def shown_coming(page: PlanPage, qtbot: QtBot) -> ComingView:
    page.pages.setCurrentIndex(DATA)
    page.choosing.switch.setCurrentIndex(2)
    made = page.choosing.coming
    assert made is not None
    settle(made, qtbot)
    return made


def settle(coming: ComingView, qtbot: QtBot) -> None:
    """Wait until the newest question is answered."""
    qtbot.waitUntil(lambda: not coming.answer.waiting and not coming.pending(), timeout=20_000)


def rows(coming: ComingView) -> list[list[str]]:
    model = coming.model
    return [[str(model.index(row, column).data()) for column in Column] for row in range(model.rowCount())]


def test_it_lists_what_comes_in_three_months(coming: ComingView) -> None:
    QAbstractItemModelTester(coming.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rows(coming) == [
        ["21/11/2026 · sábado", "Publicación", "Obras & puentes", "Boletín"],
        ["05/12/2026 · sábado", "Actualización", "Aforos", NOBODY],
        ["05/01/2027", "Actualización", "Aforos", NOBODY],
        ["05/02/2027", "Actualización", "Aforos", NOBODY],
    ]
    assert coming.count.text() == "4 fechas · 3 sin actividad"


def test_another_horizon_shows_more_or_less(coming: ComingView, qtbot: QtBot) -> None:
    coming.horizon.choose(1)
    settle(coming, qtbot)
    assert coming.model.total == 7
    coming.horizon.choose_day(date(2026, 11, 30))
    settle(coming, qtbot)
    assert [row[2] for row in rows(coming)] == ["Obras & puentes"]
    assert coming.count.text() == "1 fecha · todas tienen actividad"


def test_it_is_searched_narrowed_and_sorted(coming: ComingView, qtbot: QtBot) -> None:
    coming.bare_only.setChecked(True)
    assert {row[2] for row in rows(coming)} == {"Aforos"}
    coming.search.setText("boletin")
    qtbot.waitUntil(lambda: coming.model.rowCount() == 0)
    assert not coming.table.isVisible()
    coming.bare_only.setChecked(False)
    assert [row[3] for row in rows(coming)] == ["Boletín"]
    coming.search.clear()
    qtbot.waitUntil(lambda: coming.model.rowCount() == 4)
    coming.table.sortByColumn(Column.CONJUNTO, Qt.SortOrder.DescendingOrder)
    assert rows(coming)[0][2] == "Obras & puentes"
    coming.table.sortByColumn(Column.LINEAS, Qt.SortOrder.AscendingOrder)
    assert rows(coming)[-1][3] == "Boletín"
    coming.table.sortByColumn(Column.FECHA, Qt.SortOrder.DescendingOrder)
    assert rows(coming)[0][0] == "05/02/2027"
    coming.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert rows(coming)[0][2] == "Obras & puentes"


def test_enter_makes_the_line_that_is_lacking_and_opens_it(
    coming: ComingView, page: PlanPage, project: Project
) -> None:
    coming.table.go_to(1)
    QTest.keyClick(coming.table, Qt.Key.Key_Return)
    nueva = project.proyecto.activos(LineaPlan)[-1]
    assert (nueva.nombre, nueva.conjunto, nueva.fecha) == ("Actualización: Aforos", "aforos", date(2026, 12, 7))
    assert page.pages.currentIndex() == LINES
    assert page.panels["linea_plan"][0].form.record_id == nueva.id


def test_a_line_that_is_there_is_opened(coming: ComingView, page: PlanPage, project: Project, qtbot: QtBot) -> None:
    project.edit("Otra", [cambio(BOLETIN, nombre="R&D")])
    settle(coming, qtbot)
    coming.table.opened.emit(0)
    menu = menu_of(coming)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["R&&D (24/11/2026)", "Crear otra actividad", "Ver el conjunto de datos"]
    menu.actions()[0].trigger()
    menu.close()
    assert page.panels["linea_plan"][0].form.record_id == "boletin"


def test_another_line_can_be_made_and_the_data_looked_at(
    coming: ComingView, page: PlanPage, project: Project, qtbot: QtBot
) -> None:
    asked: list[tuple[str, str, str]] = []
    page.jump_asked.connect(lambda *where: asked.append(where))
    coming.table.go_to(0)
    coming.table.opened.emit(0)
    menu = menu_of(coming)
    menu.actions()[-1].trigger()
    assert asked == [("conjunto_datos", "obras", "")]
    menu.actions()[-2].trigger()
    menu.close()
    assert project.proyecto.activos(LineaPlan)[-1].nombre == "Publicación: Obras & puentes"


def test_the_cursor_stays_when_lines_change(coming: ComingView, project: Project, qtbot: QtBot) -> None:
    coming.table.go_to(2)
    project.edit("Mover", [cambio(AFOROS, fecha_publicacion=date(2026, 10, 6))])
    settle(coming, qtbot)
    assert coming.table.currentIndex().row() == 2
    project.edit("Retirar", [cambio(OBRAS, retirado="No"), cambio(BOLETIN, retirado="No")])
    settle(coming, qtbot)
    assert coming.table.currentIndex().row() == 1


def test_what_is_chosen_is_copied_and_tips_say_all(coming: ComingView) -> None:
    coming.table.go_to(0)
    QTest.keyClick(coming.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1].endswith("Obras & puentes\tBoletín")
    tips = [str(coming.model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)) for column in Column]
    assert tips == [
        "<qt>21 de noviembre de 2026. No se trabaja: Sábado</qt>",
        "<qt>Publicación</qt>",
        "<qt>Obras &amp; puentes</qt>",
        "<qt>Boletín (24/11/2026)</qt>",
    ]


def test_with_nothing_to_come_it_says_what_to_do(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage], qtbot: QtBot
) -> None:
    coming = shown_coming(make_page(open_project()), qtbot)
    assert not coming.table.isVisible()
    assert not coming.create_button.isEnabled()
    assert coming.count.text() == ""


def test_in_a_project_to_be_read_nothing_is_made(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage], qtbot: QtBot
) -> None:
    project = open_project(AFOROS, read_only=True)
    coming = shown_coming(make_page(project), qtbot)
    coming.table.go_to(0)
    assert not coming.create_button.isEnabled()
    QTest.keyClick(coming.table, Qt.Key.Key_Return)
    assert project.proyecto.activos(LineaPlan) == []
