"""The grid as people use it: on the real page, with mouse and keyboard; what counts is what the project then holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from promueve_gui.domain.grupos import GrupoUsuarios
from tests.gui.looking import colours
from tests.gui.mouse import drag, hover, menu_of, press_and_move, right_click
from tests.gui.pasos.usuarios.conftest import AREA, GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
    from promueve_gui.gui.project import Project


def grades(project: Project, identidad: str) -> tuple[int | None, int | None]:
    grupo = project.proyecto.get(GrupoUsuarios, identidad)
    assert grupo is not None
    return grupo.poder, grupo.interes


def spot(page: UsuariosPage, identidad: str) -> QPoint:
    found = page.analysis.grid.grid.point_of(identidad)
    assert found is not None
    return found


def test_placed_groups_are_on_the_grid_and_the_others_in_the_tray(page: UsuariosPage) -> None:
    assert page.analysis.grid.grid.point_of("planeacion") is not None
    assert page.analysis.grid.grid.point_of("prensa") is None
    assert page.analysis.grid.tray.count() == 2


def test_dragging_a_point_changes_its_grades(page: UsuariosPage, project: Project) -> None:
    grid = page.analysis.grid.grid
    drag(grid, spot(page, "planeacion"), grid, grid.place_of(2, 5))
    assert grades(project, "planeacion") == (2, 5)
    history = project.session.history()
    assert history[0].detalle == "Mover «Planeación» a poder 2, interés 5"


def test_dragging_out_of_the_tray_places_a_group(page: UsuariosPage, project: Project) -> None:
    tray, grid = page.analysis.grid.tray, page.analysis.grid.grid
    start = tray.visualRect(tray.model().index(0, 0)).center()
    identidad = tray.at(start)
    assert identidad is not None
    drag(tray.viewport(), start, grid, grid.place_of(5, 5))
    assert grades(project, identidad[0]) == (5, 5)
    assert tray.count() == 1


def test_dragging_into_the_tray_takes_the_grades_away(page: UsuariosPage, project: Project) -> None:
    drag(page.analysis.grid.grid, spot(page, "senado"), page.analysis.grid.tray, QPoint(20, 20))
    assert grades(project, "senado") == (None, None)
    assert page.analysis.grid.tray.current_id() == "senado"


def test_a_drag_that_ends_nowhere_changes_nothing(page: UsuariosPage, project: Project) -> None:
    drag(page.analysis.grid.grid, spot(page, "senado"), page, QPoint(30, 30))
    assert grades(project, "senado") == (5, 2)
    assert project.session.next_undo() is None


def test_escape_puts_a_carried_group_back(page: UsuariosPage, project: Project) -> None:
    grid = page.analysis.grid.grid
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
    page.analysis.grid.grid.set_current("planeacion")
    QTest.keyClick(page.analysis.grid.grid, key)
    assert grades(project, "planeacion") == expected


def test_a_group_at_the_edge_stays_on_the_grid(page: UsuariosPage, project: Project) -> None:
    page.analysis.grid.grid.set_current("senado")
    QTest.keyClick(page.analysis.grid.grid, Qt.Key.Key_Up)
    assert grades(project, "senado") == (5, 2)


def test_page_up_and_down_go_through_the_points_and_tab_leaves_at_once(page: UsuariosPage, qtbot: QtBot) -> None:
    page.activateWindow()
    grid = page.analysis.grid.grid
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    gone = [grid.current]
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(grid, key)
        gone.append(grid.current)
    assert set(gone[:2]) == {"planeacion", "senado"}
    assert gone[2:] == gone[:2]
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert not grid.hasFocus()


def test_enter_opens_the_form(page: UsuariosPage) -> None:
    page.analysis.grid.grid.set_current("senado")
    QTest.keyClick(page.analysis.grid.grid, Qt.Key.Key_Return)
    assert page.panels["grupo_usuarios"][0].form.record_id == "senado"


def test_a_double_click_opens_the_form(page: UsuariosPage) -> None:
    QTest.mouseDClick(page.analysis.grid.grid, Qt.MouseButton.LeftButton, pos=spot(page, "senado"))
    assert page.panels["grupo_usuarios"][0].form.record_id == "senado"


def test_enter_in_the_tray_places_in_the_middle(page: UsuariosPage, project: Project) -> None:
    page.analysis.grid.tray.select("prensa")
    QTest.keyClick(page.analysis.grid.tray, Qt.Key.Key_Return)
    assert grades(project, "prensa") == (3, 3)
    assert page.analysis.grid.grid.current == "prensa"


def test_list_and_grid_choose_the_same_group(page: UsuariosPage) -> None:
    table = page.panels["grupo_usuarios"][0].list.table
    QTest.mouseClick(page.analysis.grid.grid, Qt.MouseButton.LeftButton, pos=spot(page, "senado"))
    current = table.current_record()
    assert current is not None
    assert current.id == "senado"
    table.select_record("planeacion")
    assert page.analysis.grid.grid.current == "planeacion"
    table.select_record("prensa")
    assert page.analysis.grid.tray.current_id() == "prensa"


def test_choosing_in_the_tray_chooses_in_the_list(page: UsuariosPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.analysis.grid.tray.setFocus()
    qtbot.waitUntil(page.analysis.grid.tray.hasFocus)
    page.analysis.grid.tray.select("escuelas")
    current = page.panels["grupo_usuarios"][0].list.table.current_record()
    assert current is not None
    assert current.id == "escuelas"


def test_the_filter_of_the_list_holds_on_the_grid(page: UsuariosPage) -> None:
    page.panels["grupo_usuarios"][0].list.model.set_query("senado")
    page.analysis.refresh()
    assert page.analysis.grid.grid.point_of("senado") is not None
    assert page.analysis.grid.grid.point_of("planeacion") is None
    assert page.analysis.grid.tray.isHidden()


def test_changes_from_elsewhere_show_by_themselves(page: UsuariosPage, project: Project, qtbot: QtBot) -> None:
    page.analysis.grid.grid.set_current("planeacion")
    QTest.keyClick(page.analysis.grid.grid, Qt.Key.Key_Delete)
    project.undo()
    qtbot.waitUntil(lambda: page.analysis.grid.grid.point_of("planeacion") is not None)


def test_a_screen_reader_is_told_about_the_current_group(page: UsuariosPage) -> None:
    page.analysis.grid.grid.set_current("senado")
    said = page.analysis.grid.grid.accessibleDescription()
    assert "Comisión del Senado" in said
    assert "Mantener satisfechos" in said


def test_the_tooltip_shows_what_was_typed_and_nothing_else(page: UsuariosPage) -> None:
    grid = page.analysis.grid.grid
    place = spot(page, "senado")
    hover(grid, place)
    assert "Comisión del Senado<br>" in QToolTip.text()
    hover(grid, QPoint(1, 1))


def test_the_menu_of_the_right_button_opens_and_takes_away(page: UsuariosPage, project: Project) -> None:
    grid = page.analysis.grid.grid
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
    grid = page.analysis.grid.grid
    (more,) = grid._scene().more  # noqa: SLF001  # where «+n» stands is nobody else's business
    hidden = more.how_many
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(int(more.spot[0]), int(more.spot[1])))
    menu = menu_of(grid)
    assert len(menu.actions()) == min(hidden, 40) + (hidden > 40)
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
    grid = page.analysis.grid.grid
    drag(grid, spot(page, "senado"), grid, grid.place_of(1, 1))
    grid.set_current("senado")
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    page.analysis.grid.tray.select("prensa")
    QTest.keyClick(page.analysis.grid.tray, Qt.Key.Key_Return)
    assert [grades(project, grupo.id) for grupo in GROUPS] == [(g.poder, g.interes) for g in GROUPS]


def test_typing_other_keys_on_the_grid_does_nothing(page: UsuariosPage, project: Project) -> None:
    page.analysis.grid.grid.set_current(None)
    QTest.keyClick(page.analysis.grid.grid, Qt.Key.Key_Up)
    page.analysis.grid.grid.set_current("senado")
    QTest.keyClick(page.analysis.grid.grid, Qt.Key.Key_X)
    assert project.session.next_undo() is None


def test_two_digits_place_the_chosen_group(page: UsuariosPage, project: Project) -> None:
    grid = page.analysis.grid.grid
    grid.set_current("senado")
    QTest.keyClick(grid, Qt.Key.Key_1)
    assert grades(project, "senado") == (5, 2)
    assert "Poder 1; falta el interés" in page.analysis.status.text()
    QTest.keyClick(grid, Qt.Key.Key_5)
    assert grades(project, "senado") == (1, 5)
    assert "Poder" not in page.analysis.status.text()
    assert project.session.history()[0].detalle == "Mover «Comisión del Senado» a poder 1, interés 5"


def test_digits_of_the_keypad_count_too(page: UsuariosPage, project: Project) -> None:
    grid = page.analysis.grid.grid
    grid.set_current("senado")
    for key in (Qt.Key.Key_4, Qt.Key.Key_4):
        QTest.keyClick(grid, key, Qt.KeyboardModifier.KeypadModifier)
    assert grades(project, "senado") == (4, 4)


def test_two_digits_place_a_group_of_the_tray(page: UsuariosPage, project: Project) -> None:
    tray = page.analysis.grid.tray
    tray.select("prensa")
    for key in (Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(tray, key)
    assert grades(project, "prensa") == (2, 3)
    assert page.analysis.grid.grid.current == "prensa"


def test_the_last_of_the_tray_leaves_the_keyboard_to_the_grid(
    make_page: Callable[[Project], UsuariosPage], open_project: Callable[..., Project], qtbot: QtBot
) -> None:
    page = make_page(open_project(AREA, GROUPS[0], GROUPS[2]))
    page.activateWindow()
    view = page.analysis.grid
    view.tray.select("prensa")
    view.tray.setFocus()
    qtbot.waitUntil(view.tray.hasFocus)
    for key in (Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(view.tray, key)
    qtbot.waitUntil(view.grid.hasFocus)
    assert view.tray.isHidden()


def test_another_key_or_another_group_begins_anew(page: UsuariosPage, project: Project) -> None:
    grid = page.analysis.grid.grid
    grid.set_current("senado")
    QTest.keyClick(grid, Qt.Key.Key_1)
    QTest.keyClick(grid, Qt.Key.Key_X)
    QTest.keyClick(grid, Qt.Key.Key_2)
    grid.set_current("planeacion")
    QTest.keyClick(grid, Qt.Key.Key_3)
    assert project.session.next_undo() is None
    QTest.keyClick(grid, Qt.Key.Key_3)
    assert grades(project, "planeacion") == (3, 3)
    assert grades(project, "senado") == (5, 2)


def test_digits_out_of_the_scale_or_without_a_group_do_nothing(page: UsuariosPage, project: Project) -> None:
    grid = page.analysis.grid.grid
    for key in (Qt.Key.Key_4, Qt.Key.Key_4):
        QTest.keyClick(grid, key)
    grid.set_current("senado")
    for key in (Qt.Key.Key_0, Qt.Key.Key_6, Qt.Key.Key_9):
        QTest.keyClick(grid, key)
    assert project.session.next_undo() is None


def test_a_first_digit_lights_the_row_it_names(page: UsuariosPage, context: Context) -> None:
    grid = page.analysis.grid.grid
    grid.set_current("senado")
    place = grid.place_of(1, 3) + QPoint(0, 8)
    lit = QRect(place, place + QPoint(2, 2))
    assert context.colores.seleccion not in colours(grid, lit)
    QTest.keyClick(grid, Qt.Key.Key_1)
    assert colours(grid, lit) == {context.colores.seleccion}
    QTest.keyClick(grid, Qt.Key.Key_X)
    assert context.colores.seleccion not in colours(grid, lit)


def test_with_little_room_the_tray_leaves_it_to_the_grid(page: UsuariosPage) -> None:
    view = page.analysis.grid
    tall = view.tray.height()
    page.resize(1100, 520)
    assert view.tray.height() < tall
    assert view.grid.height() > view.tray.height()


def test_the_status_says_how_many_wait_and_how_they_are_placed(page: UsuariosPage, project: Project) -> None:
    assert page.analysis.status.text() == "4 grupos · 2 sin colocar: arrástrelos, o escriba su poder y su interés"
    for identidad in ("prensa", "escuelas"):
        page.analysis.grid.tray.select(identidad)
        QTest.keyClick(page.analysis.grid.tray, Qt.Key.Key_Return)
    assert page.analysis.status.text() == "4 grupos · todos colocados"
