"""The grid as people use it: on the real page, with mouse and keyboard; what counts is what the project then holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from promueve_gui.domain.grupos import GrupoUsuarios
from tests.gui.mouse import drag, hover, menu_of, press_and_move, right_click
from tests.gui.pasos.usuarios.conftest import AREA, GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


def grades(project: Project, identidad: str) -> tuple[int | None, int | None]:
    grupo = project.proyecto.get(GrupoUsuarios, identidad)
    assert grupo is not None
    return grupo.poder, grupo.interes


def spot(page: UsuariosPage, identidad: str) -> QPoint:
    found = page.grid.grid.point_of(identidad)
    assert found is not None
    return found


def test_placed_groups_are_on_the_grid_and_the_others_in_the_tray(page: UsuariosPage) -> None:
    assert page.grid.grid.point_of("planeacion") is not None
    assert page.grid.grid.point_of("prensa") is None
    assert page.grid.tray.count() == 2


def test_dragging_a_point_changes_its_grades(page: UsuariosPage, project: Project) -> None:
    grid = page.grid.grid
    drag(grid, spot(page, "planeacion"), grid, grid.place_of(2, 5))
    assert grades(project, "planeacion") == (2, 5)
    history = project.session.history()
    assert history[0].detalle == "Mover «Planeación» a poder 2, interés 5"


def test_dragging_out_of_the_tray_places_a_group(page: UsuariosPage, project: Project) -> None:
    tray, grid = page.grid.tray, page.grid.grid
    start = tray.visualRect(tray.model().index(0, 0)).center()
    identidad = tray.at(start)
    assert identidad is not None
    drag(tray.viewport(), start, grid, grid.place_of(5, 5))
    assert grades(project, identidad[0]) == (5, 5)
    assert tray.count() == 1


def test_dragging_into_the_tray_takes_the_grades_away(page: UsuariosPage, project: Project) -> None:
    drag(page.grid.grid, spot(page, "senado"), page.grid.tray, QPoint(20, 20))
    assert grades(project, "senado") == (None, None)
    assert page.grid.tray.current_id() == "senado"


def test_a_drag_that_ends_nowhere_changes_nothing(page: UsuariosPage, project: Project) -> None:
    drag(page.grid.grid, spot(page, "senado"), page, QPoint(30, 30))
    assert grades(project, "senado") == (5, 2)
    assert project.session.next_undo() is None


def test_escape_puts_a_carried_group_back(page: UsuariosPage, project: Project) -> None:
    grid = page.grid.grid
    start = spot(page, "senado")
    press_and_move(grid, start, start + QPoint(40, 40))
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=grid.place_of(1, 1))
    assert grades(project, "senado") == (5, 2)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Up, (5, 4)),
        (Qt.Key.Key_Down, (3, 4)),
        (Qt.Key.Key_Left, (4, 3)),
        (Qt.Key.Key_Right, (4, 5)),
        (Qt.Key.Key_Delete, (None, None)),
    ],
)
def test_keys_move_and_take_away(
    page: UsuariosPage, project: Project, key: Qt.Key, expected: tuple[int | None, int | None]
) -> None:
    page.grid.grid.set_current("planeacion")
    QTest.keyClick(page.grid.grid, key)
    assert grades(project, "planeacion") == expected


def test_a_group_at_the_edge_stays_on_the_grid(page: UsuariosPage, project: Project) -> None:
    page.grid.grid.set_current("senado")
    QTest.keyClick(page.grid.grid, Qt.Key.Key_Up)
    assert grades(project, "senado") == (5, 2)


def test_tab_goes_through_the_points_and_then_leaves(page: UsuariosPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.grid.grid.setFocus()
    qtbot.waitUntil(page.grid.grid.hasFocus)
    first = page.grid.grid.current
    QTest.keyClick(page.grid.grid, Qt.Key.Key_Tab)
    second = page.grid.grid.current
    assert {first, second} == {"planeacion", "senado"}
    QTest.keyClick(page.grid.grid, Qt.Key.Key_Tab)
    assert not page.grid.grid.hasFocus()


def test_shift_tab_goes_back(page: UsuariosPage) -> None:
    page.grid.grid.set_current("planeacion")
    QTest.keyClick(page.grid.grid, Qt.Key.Key_Backtab)
    assert page.grid.grid.current == "senado"


def test_enter_opens_the_form(page: UsuariosPage) -> None:
    page.grid.grid.set_current("senado")
    QTest.keyClick(page.grid.grid, Qt.Key.Key_Return)
    assert page.panels["grupo_usuarios"][0].form.record_id == "senado"


def test_a_double_click_opens_the_form(page: UsuariosPage) -> None:
    QTest.mouseDClick(page.grid.grid, Qt.MouseButton.LeftButton, pos=spot(page, "senado"))
    assert page.panels["grupo_usuarios"][0].form.record_id == "senado"


def test_enter_in_the_tray_places_in_the_middle(page: UsuariosPage, project: Project) -> None:
    page.grid.tray.select("prensa")
    QTest.keyClick(page.grid.tray, Qt.Key.Key_Return)
    assert grades(project, "prensa") == (3, 3)
    assert page.grid.grid.current == "prensa"


def test_list_and_grid_choose_the_same_group(page: UsuariosPage) -> None:
    table = page.panels["grupo_usuarios"][0].list.table
    QTest.mouseClick(page.grid.grid, Qt.MouseButton.LeftButton, pos=spot(page, "senado"))
    current = table.current_record()
    assert current is not None
    assert current.id == "senado"
    table.select_record("planeacion")
    assert page.grid.grid.current == "planeacion"
    table.select_record("prensa")
    assert page.grid.tray.current_id() == "prensa"


def test_choosing_in_the_tray_chooses_in_the_list(page: UsuariosPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.grid.tray.setFocus()
    qtbot.waitUntil(page.grid.tray.hasFocus)
    page.grid.tray.select("escuelas")
    current = page.panels["grupo_usuarios"][0].list.table.current_record()
    assert current is not None
    assert current.id == "escuelas"


def test_the_filter_of_the_list_holds_on_the_grid(page: UsuariosPage) -> None:
    page.panels["grupo_usuarios"][0].list.model.set_query("senado")
    page.grid.refresh()
    assert page.grid.grid.point_of("senado") is not None
    assert page.grid.grid.point_of("planeacion") is None
    assert page.grid.tray.isHidden()


def test_changes_from_elsewhere_show_by_themselves(page: UsuariosPage, project: Project, qtbot: QtBot) -> None:
    page.grid.grid.set_current("planeacion")
    QTest.keyClick(page.grid.grid, Qt.Key.Key_Delete)
    project.undo()
    qtbot.waitUntil(lambda: page.grid.grid.point_of("planeacion") is not None)


def test_a_screen_reader_is_told_about_the_current_group(page: UsuariosPage) -> None:
    page.grid.grid.set_current("senado")
    said = page.grid.grid.accessibleDescription()
    assert "Comisión del Senado" in said
    assert "Mantener satisfechos" in said


def test_the_tooltip_shows_what_was_typed_and_nothing_else(page: UsuariosPage) -> None:
    grid = page.grid.grid
    place = spot(page, "senado")
    hover(grid, place)
    assert "Comisión del Senado<br>" in QToolTip.text()
    hover(grid, QPoint(1, 1))


def test_the_menu_of_the_right_button_opens_and_takes_away(page: UsuariosPage, project: Project) -> None:
    grid = page.grid.grid
    grid.set_current("senado")
    place = spot(page, "senado")
    right_click(grid, place)
    menu = menu_of(grid)
    menu.actions()[1].trigger()
    menu.close()
    assert grades(project, "senado") == (None, None)
    right_click(grid, place)  # nothing is chosen now, so there is nothing to offer


def test_groups_that_do_not_fit_are_listed(
    make_page: Callable[[Project], UsuariosPage], open_project: Callable[..., Project]
) -> None:
    crowd = [
        GrupoUsuarios(id=f"g{n}", nombre=f"Grupo {n} & socios", area="area", poder=3, interes=3) for n in range(90)
    ]
    page = make_page(open_project(AREA, *crowd))
    grid = page.grid.grid
    (more,) = grid._scene().more  # noqa: SLF001  # where «+n» stands is nobody else's business
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(int(more.spot[0]), int(more.spot[1])))
    menu = menu_of(grid)
    assert len(menu.actions()) == 41
    assert menu.actions()[0].text().endswith("&& socios")
    menu.actions()[5].trigger()
    chosen = grid.current
    menu.close()
    assert chosen is not None
    assert grid.point_of(chosen) is not None


def test_a_read_only_project_is_shown_and_not_changed(
    make_page: Callable[[Project], UsuariosPage], open_project: Callable[..., Project]
) -> None:
    project = open_project(AREA, *GROUPS, read_only=True)
    page = make_page(project)
    grid = page.grid.grid
    drag(grid, spot(page, "senado"), grid, grid.place_of(1, 1))
    grid.set_current("senado")
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    page.grid.tray.select("prensa")
    QTest.keyClick(page.grid.tray, Qt.Key.Key_Return)
    assert [grades(project, grupo.id) for grupo in GROUPS] == [(g.poder, g.interes) for g in GROUPS]


def test_the_grid_is_saved_as_a_picture(page: UsuariosPage, messages: Answers, tmp_path: Path) -> None:
    target = tmp_path / "cuadricula.png"
    messages.answer(target)
    page.grid.picture.click()
    picture = QImage(str(target))
    assert picture.width() == 2 * page.grid.grid.width()


def test_typing_other_keys_on_the_grid_does_nothing(page: UsuariosPage, project: Project) -> None:
    page.grid.grid.set_current(None)
    QTest.keyClick(page.grid.grid, Qt.Key.Key_Up)
    page.grid.grid.set_current("senado")
    QTest.keyClick(page.grid.grid, Qt.Key.Key_X)
    assert project.session.next_undo() is None
