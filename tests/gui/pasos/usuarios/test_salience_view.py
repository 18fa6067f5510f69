"""Salience on the real page: circles and list show the same, and choose the same group as the list of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QTreeWidgetItem

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.pasos.usuarios.drawings import MOST_SAID
from promueve_gui.gui.pasos.usuarios.salience_view import MOST_NAMED
from tests.gui.looking import colours
from tests.gui.mouse import hover
from tests.gui.pasos.usuarios.conftest import AREA, GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
    from promueve_gui.gui.pasos.usuarios.salience_view import SalienceView
    from promueve_gui.gui.project import Project

SINDICATO = GrupoUsuarios(
    id="sindicato", nombre="Sindicato", clase=ClaseGrupo.SOCIEDAD, area="area", poder=5, legitimidad=5, urgencia=1
)
VECINOS = GrupoUsuarios(
    id="vecinos", nombre="Vecinos <b>", clase=ClaseGrupo.SOCIEDAD, area="area", poder=1, legitimidad=1, urgencia=5
)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(AREA, *GROUPS, SINDICATO, VECINOS)


@pytest.fixture
def view(page: UsuariosPage) -> SalienceView:
    page.analysis.switch.setCurrentIndex(1)
    return page.analysis.salience


def top(view: SalienceView) -> dict[str, QTreeWidgetItem]:
    items = [view.tree.topLevelItem(place) for place in range(view.tree.topLevelItemCount())]
    return {item.text(0): item for item in items if item is not None}


def current(page: UsuariosPage) -> str | None:
    found = page.panels["grupo_usuarios"][0].list.table.current_record()
    return None if found is None else found.id


def spot(view: SalienceView, identidad: str) -> QPoint:
    mark = view.picture.scene().mark(identidad)
    assert mark is not None
    return QPoint(int(mark.spot[0]), int(mark.spot[1]))


def test_the_list_has_every_type_and_those_that_lack_a_grade(view: SalienceView) -> None:
    assert list(top(view)) == [
        "Definitivo (0)",
        "Dominante (1)",
        "Peligroso (0)",
        "Dependiente (0)",
        "Adormecido (0)",
        "Discrecional (0)",
        "Demandante (1)",
        "Sin prominencia (0)",
        "Sin calificar (4)",
    ]
    assert "Tiene poder y legitimidad, sin urgencia" in top(view)["Dominante (1)"].toolTip(0)
    first = top(view)["Sin calificar (4)"].child(0)
    assert first is not None
    assert "falta: legitimidad, urgencia" in first.toolTip(0)


def test_the_status_says_how_many_lack_a_grade(page: UsuariosPage, view: SalienceView) -> None:
    assert page.analysis.status.text() == "6 grupos · 4 sin calificar: falta poder, legitimidad o urgencia"
    assert page.analysis.treatment.isHidden()


def test_a_click_on_a_mark_chooses_its_group_everywhere(page: UsuariosPage, view: SalienceView) -> None:
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=spot(view, "vecinos"))
    assert current(page) == "vecinos"
    item = view.tree.currentItem()
    assert item is not None
    assert item.text(0) == "Vecinos <b>"


def test_a_click_on_a_region_opens_its_type_in_the_list(view: SalienceView) -> None:
    region = next(region for region in view.picture.scene().regions if region.tipo.value == "definitivo")
    place = QPoint(int(region.box.left + region.box.width / 2), int(region.box.top + region.box.height / 2))
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=place)
    item = view.tree.currentItem()
    assert item is not None
    assert item.text(0) == "Definitivo (0)"
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert view.tree.currentItem() is item


def test_the_list_is_gone_through_with_the_keyboard(page: UsuariosPage, view: SalienceView, qtbot: QtBot) -> None:
    page.activateWindow()
    view.tree.setFocus()
    qtbot.waitUntil(view.tree.hasFocus)
    dominante = top(view)["Dominante (1)"]
    view.tree.setCurrentItem(dominante)
    QTest.keyClick(view.tree, Qt.Key.Key_Right)
    QTest.keyClick(view.tree, Qt.Key.Key_Down)
    assert current(page) == "sindicato"
    QTest.keyClick(view.tree, Qt.Key.Key_Return)
    assert page.panels["grupo_usuarios"][0].form.record_id == "sindicato"


def test_enter_on_a_type_opens_and_closes_it(view: SalienceView) -> None:
    dominante = top(view)["Dominante (1)"]
    view.tree.itemActivated.emit(dominante, 0)
    assert dominante.isExpanded()
    view.tree.itemActivated.emit(dominante, 0)
    assert not dominante.isExpanded()


def test_a_double_click_opens_the_form(page: UsuariosPage, view: SalienceView) -> None:
    QTest.mouseDClick(view.picture, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert page.panels["grupo_usuarios"][0].form.record_id is None
    QTest.mouseDClick(view.picture, Qt.MouseButton.LeftButton, pos=spot(view, "sindicato"))
    assert page.panels["grupo_usuarios"][0].form.record_id == "sindicato"


def test_the_group_of_the_list_is_ringed_and_named(page: UsuariosPage, view: SalienceView, context: Context) -> None:
    assert context.colores.acento not in colours(view.picture)
    page.panels["grupo_usuarios"][0].list.table.select_record("vecinos")
    assert context.colores.acento in colours(view.picture)


def test_the_type_under_the_keyboard_is_marked(view: SalienceView, context: Context) -> None:
    view.tree.setCurrentItem(top(view)["Demandante (1)"])
    assert context.colores.acento in colours(view.picture)
    view.tree.setCurrentItem(top(view)["Sin calificar (4)"])
    assert context.colores.acento not in colours(view.picture)


def test_pointing_tells_the_group_or_the_type(view: SalienceView) -> None:
    hover(view.picture, spot(view, "vecinos"))
    assert "Vecinos &lt;b&gt;<br>Demandante" in QToolTip.text()
    region = next(region for region in view.picture.scene().regions if region.tipo.value == "peligroso")
    hover(view.picture, QPoint(int(region.box.left + 4), int(region.box.top + 2)))
    assert "Peligroso<br>Tiene poder y urgencia, sin legitimidad" in QToolTip.text()
    hover(view.picture, QPoint(1, 1))


def test_a_screen_reader_is_told_the_numbers(view: SalienceView) -> None:
    said = view.picture.accessibleDescription()
    assert "Dominante: 1" in said
    assert "Sin calificar: 4" in said


def test_filters_of_the_list_hold_here_and_open_types_stay_open(
    page: UsuariosPage, view: SalienceView, qtbot: QtBot
) -> None:
    top(view)["Dominante (1)"].setExpanded(True)
    page.panels["grupo_usuarios"][0].list.model.set_query("sindicato")
    qtbot.waitUntil(lambda: "Demandante (0)" in top(view))
    assert top(view)["Dominante (1)"].isExpanded()


def test_with_much_room_the_list_stands_beside_the_circles(
    page: UsuariosPage, view: SalienceView, qtbot: QtBot
) -> None:
    assert view.tree.geometry().top() > view.picture.geometry().bottom()
    page.analysis.toggle_size()
    qtbot.waitUntil(lambda: view.tree.geometry().left() > view.picture.geometry().right())


def test_of_very_many_groups_the_first_are_named_and_the_current_one(
    page: UsuariosPage, view: SalienceView, project: Project, qtbot: QtBot
) -> None:
    many = [GrupoUsuarios(id=f"n{number}", nombre=f"Grupo {number:03}", area="area") for number in range(200)]
    project.edit("Importar", map(alta, many))
    qtbot.waitUntil(lambda: "Sin calificar (204)" in top(view))
    unrated = top(view)["Sin calificar (204)"]
    names = [child.text(0) for place in range(unrated.childCount()) if (child := unrated.child(place))]
    assert len(names) == MOST_NAMED + 1
    assert names[-1] == f"y {204 - MOST_NAMED} más; use la lista y sus filtros"
    for nombre in ("Grupo 199", "Grupo 198", names[0]):
        identidad = next(grupo.id for grupo in project.proyecto.todos(GrupoUsuarios) if grupo.nombre == nombre)
        page.panels["grupo_usuarios"][0].list.table.select_record(identidad)
        item = view.tree.currentItem()
        assert item is not None
        assert item.text(0) == nombre
        assert unrated.childCount() == MOST_NAMED + 2


def test_the_words_of_a_picture_of_very_many_groups_are_bounded(view: SalienceView) -> None:
    view.set_groups([GrupoUsuarios(id=str(number), nombre="Grupo") for number in range(MOST_SAID + 9)])
    assert "… y 9 más. Según" in view.drawing().said()
