"""The card beside the list: three views of what the list shows, its filters, its advice, its pictures."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.models.record_table import MANY
from promueve_gui.gui.widgets.bar_list import row_height
from tests.gui.pasos.usuarios.conftest import AREA, GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_list import RecordList
    from tests.gui.answers import Answers

PERFIL = Perfil(id="perfil", trato_involucrar="Consultarlos antes de decidir.")
PUENTES = AreaGeneradora(id="puentes", nombre="Puentes")
INSTITUCION = Institucion(id="i", nombre="Secretaría de Caminos")


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(INSTITUCION, PERFIL, AREA, PUENTES, *GROUPS)


def records(page: UsuariosPage) -> RecordList:
    return page.panels["grupo_usuarios"][0].list


def shown(page: UsuariosPage) -> list[str]:
    return [registro.id for registro in records(page).model.registros()]


def actions(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if action.text()}


def filters(page: UsuariosPage) -> QMenu:
    made = page.analysis.filters
    assert made is not None
    return made.menu()


def submenu(page: UsuariosPage, name: str) -> dict[str, QAction]:
    menu = actions(filters(page))[name].menu()
    assert isinstance(menu, QMenu)
    return actions(menu)


# Views


def test_the_view_is_chosen_with_the_keyboard_and_remembered(
    page: UsuariosPage, project: Project, context: Context, make_page: Callable[[Project], UsuariosPage], qtbot: QtBot
) -> None:
    page.activateWindow()
    switch = page.analysis.switch
    switch.setFocus()
    qtbot.waitUntil(switch.hasFocus)
    QTest.keyClick(switch, Qt.Key.Key_Right)
    assert page.analysis.view is page.analysis.salience
    assert page.analysis.salience.isVisible()
    QTest.keyClick(switch, Qt.Key.Key_Right)
    assert page.analysis.charts.isVisible()
    again = make_page(project)
    assert again.analysis.view is again.analysis.charts


def test_a_view_that_nobody_knows_is_not_taken(
    context: Context, project: Project, make_page: Callable[[Project], UsuariosPage]
) -> None:
    context.settings.set_text("usuarios/analisis", "otra")
    page = make_page(project)
    assert page.analysis.view is page.analysis.grid


def test_a_view_shows_what_changed_while_it_was_not_seen(page: UsuariosPage, project: Project) -> None:
    project.edit("Mover", [cambio(GROUPS[2], poder=5, interes=5, legitimidad=5, urgencia=5)])
    page.analysis.switch.setCurrentIndex(1)
    assert page.analysis.salience.picture.scene().mark("prensa") is not None


def test_nothing_is_painted_anew_for_what_no_view_shows(
    page: UsuariosPage, project: Project, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(page.analysis.view, "set_groups", lambda groups: asked.append(len(groups)))
    project.edit("Anotar", [cambio(GROUPS[2], notas="Pendiente", descripcion="Leen los boletines")])
    QCoreApplication.processEvents()
    assert asked == []
    project.edit("Abreviar", [cambio(project.proyecto.todos(GrupoUsuarios)[2], siglas="PER")])
    qtbot.waitUntil(lambda: asked == [4])
    project.edit("Renombrar", [cambio(PUENTES, nombre="Puentes y túneles")])
    qtbot.waitUntil(lambda: asked == [4, 4])


def test_a_view_waits_until_it_is_looked_at(
    page: UsuariosPage, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(page.analysis.view, "set_groups", lambda groups: asked.append(len(groups)))
    page.pages.setCurrentIndex(1)
    project.edit("Mover", [cambio(GROUPS[2], poder=5, interes=5)])
    QCoreApplication.processEvents()
    assert asked == []
    page.pages.setCurrentIndex(0)
    assert asked == [4]
    page.pages.setCurrentIndex(1)
    page.pages.setCurrentIndex(0)
    assert asked == [4]


def test_the_chosen_group_is_the_same_in_every_view(page: UsuariosPage, qtbot: QtBot) -> None:
    records(page).table.select_record("senado")
    page.analysis.switch.setCurrentIndex(1)
    item = page.analysis.salience.tree.currentItem()
    assert item is not None
    assert item.text(0) == "Comisión del Senado"
    page.analysis.switch.setCurrentIndex(0)
    assert page.analysis.grid.grid.current == "senado"


def test_several_changes_are_drawn_once(
    page: UsuariosPage, project: Project, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[list[str]] = []
    monkeypatch.setattr(page.analysis.grid, "set_groups", lambda groups: drawn.append([grupo.id for grupo in groups]))
    for number in range(2):
        nuevos = [alta(GrupoUsuarios(id=f"{number}-{n}", nombre=f"Grupo {number} {n}")) for n in range(MANY + 1)]
        project.edit("Importar", nuevos)
    assert drawn == []
    qtbot.waitUntil(lambda: bool(drawn))
    assert drawn == [shown(page)]


# Room


def test_the_picture_takes_the_room_of_the_list_and_gives_it_back(page: UsuariosPage, qtbot: QtBot) -> None:
    before = page.analysis.width()
    page.analysis.enlarge.click()
    qtbot.waitUntil(lambda: page.analysis.width() > before + 200)
    assert records(page).isHidden()
    assert page.analysis.enlarge.accessibleName().startswith("Reducir")
    page.analysis.enlarge.click()
    assert not records(page).isHidden()
    assert page.analysis.enlarge.accessibleName().startswith("Ampliar")


def test_opening_a_form_brings_the_list_back(page: UsuariosPage) -> None:
    page.analysis.enlarge.click()
    page.analysis.grid.grid.set_current("senado")
    QTest.keyClick(page.analysis.grid.grid, Qt.Key.Key_Return)
    assert not records(page).isHidden()
    assert page.panels["grupo_usuarios"][0].form.record_id == "senado"


def test_nothing_moves_when_a_group_is_chosen(page: UsuariosPage) -> None:
    before = page.analysis.grid.grid.geometry()
    records(page).table.select_record("senado")
    assert page.analysis.grid.grid.geometry() == before


# Filters


def test_the_filters_of_the_list_are_set_from_here(page: UsuariosPage, qtbot: QtBot) -> None:
    submenu(page, "Clase")["Otras instituciones de gobierno"].trigger()
    assert shown(page) == ["senado"]
    said = "1 de 4 grupos (Clase: Otras instituciones de gobierno) · todos colocados"
    qtbot.waitUntil(lambda: page.analysis.status.text() == said)
    assert submenu(page, "Clase")["Otras instituciones de gobierno"].isChecked()
    assert submenu(page, "Área generadora")["Todos"].isChecked()
    submenu(page, "Clase")["Todos"].trigger()
    assert len(shown(page)) == 4


def test_by_area_and_by_eje_too(page: UsuariosPage) -> None:
    submenu(page, "Área generadora")["Puentes"].trigger()
    assert shown(page) == []
    assert page.analysis.status.text().startswith("0 de 4 grupos (Área generadora: Puentes)")
    submenu(page, "Área generadora")["Todos"].trigger()
    submenu(page, "Ejes estratégicos")["Transparencia y rendición de cuentas"].trigger()
    assert shown(page) == ["prensa"]


def test_search_and_filters_are_told_and_taken_away_together(page: UsuariosPage, qtbot: QtBot) -> None:
    records(page).search.setText("senado")
    qtbot.waitUntil(lambda: shown(page) == ["senado"])
    qtbot.waitUntil(lambda: "1 de 4 grupos (búsqueda: senado)" in page.analysis.status.text())
    clear = actions(filters(page))["Quitar búsqueda y filtros"]
    assert clear.isEnabled()
    clear.trigger()
    assert len(shown(page)) == 4
    assert not actions(filters(page))["Quitar búsqueda y filtros"].isEnabled()


def test_the_menu_opens_under_its_button(page: UsuariosPage, qtbot: QtBot) -> None:
    made = page.analysis.filters
    assert made is not None
    made.button.click()
    menu = made.button.findChildren(QMenu)[0]
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_an_empty_list_says_what_will_be_here(
    make_page: Callable[[Project], UsuariosPage], open_project: Callable[..., Project]
) -> None:
    page = make_page(open_project(AREA))
    assert page.analysis.status.text() == "Aquí aparecerán los grupos de la lista"
    one = make_page(open_project(AREA, GROUPS[0]))
    assert one.analysis.status.text() == "1 grupo · todos colocados"


# Charts


def test_charts_count_the_groups_of_the_list(page: UsuariosPage) -> None:
    page.analysis.switch.setCurrentIndex(2)
    said = {nombre: chart.accessibleName() for nombre, chart in page.analysis.charts.charts.items()}
    assert said["clase"] == (
        "Grupos por clase: Dentro de la institución: 1; Otras instituciones de gobierno: 1; "
        "Otros sectores de la sociedad: 1; Sin clase: 1"
    )
    assert "Transparencia y rendición de cuentas: 1" in said["ejes"]
    assert said["area"] == "Grupos por área generadora: Dirección de Caminos: 4"


def test_pressing_a_bar_leaves_its_groups_in_the_list(page: UsuariosPage) -> None:
    page.analysis.switch.setCurrentIndex(2)
    chart = page.analysis.charts.charts["clase"]
    place = QPoint(20, int(row_height(chart.width()) * 1.5))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert shown(page) == ["senado"]
    assert records(page).narrowing() == {"clase": "Otras instituciones de gobierno"}
    page.analysis.charts.set_current("senado")


def test_those_without_can_be_asked_for_too(page: UsuariosPage) -> None:
    page.analysis.switch.setCurrentIndex(2)
    page.analysis.charts.charts["clase"].asked.emit(3)
    assert shown(page) == ["escuelas"]
    assert records(page).narrowing() == {"clase": "Sin clase"}


def test_an_area_that_changes_its_name_changes_it_here(page: UsuariosPage, project: Project, qtbot: QtBot) -> None:
    page.analysis.switch.setCurrentIndex(2)
    project.edit("Cambiar", [cambio(AREA, nombre="Caminos")])
    qtbot.waitUntil(lambda: "Caminos: 4" in page.analysis.charts.charts["area"].accessibleName())


# Advice


def test_the_chosen_group_is_told_how_to_be_treated(page: UsuariosPage) -> None:
    text = page.analysis.treatment.text
    assert text.text().startswith("Elija un grupo")
    assert not page.analysis.treatment.edit.isEnabled()
    records(page).table.select_record("planeacion")
    assert text.text() == "Involucrar de cerca: Consultarlos antes de decidir."
    records(page).table.select_record("senado")
    assert text.text() == ("Mantener satisfechos: el perfil todavía no dice qué hacer; escríbalo con el lápiz")
    records(page).table.select_record("prensa")
    assert text.text().startswith("Elija un grupo")


def test_the_pencil_leads_to_the_field_of_the_profile(page: UsuariosPage, qtbot: QtBot) -> None:
    records(page).table.select_record("senado")
    with qtbot.waitSignal(page.action_asked) as asked:
        page.analysis.treatment.edit.click()
    assert asked.args == ["perfil:trato_satisfacer"]


def test_without_a_group_the_pencil_leads_nowhere(page: UsuariosPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.action_asked):
        page.analysis.treatment.ask()


def test_a_profile_that_changes_is_told_at_once(page: UsuariosPage, project: Project) -> None:
    records(page).table.select_record("planeacion")
    project.edit("Cambiar", [cambio(PERFIL, trato_involucrar="Invitarlos a la mesa.")])
    assert page.analysis.treatment.text.text() == "Involucrar de cerca: Invitarlos a la mesa."


def test_with_little_room_the_advice_takes_the_place_of_the_status(page: UsuariosPage, qtbot: QtBot) -> None:
    page.resize(1100, 480)
    qtbot.waitUntil(page.analysis.treatment.isHidden)
    assert not page.analysis.edit.isVisible()
    records(page).table.select_record("planeacion")
    assert page.analysis.status.text() == "4 grupos · Involucrar de cerca: Consultarlos antes de decidir."
    assert page.analysis.edit.isVisible()
    QTest.keyClick(page.analysis.grid.grid, Qt.Key.Key_4)
    assert "falta el interés" in page.analysis.status.text()


# Pictures


@pytest.mark.parametrize("place", [0, 1, 2])
def test_every_view_is_saved_with_its_title_institution_day_and_filter(
    page: UsuariosPage, messages: Answers, tmp_path: Path, qtbot: QtBot, place: int
) -> None:
    page.analysis.switch.setCurrentIndex(place)
    submenu(page, "Clase")["Dentro de la institución"].trigger()
    target = tmp_path / "imagen.svg"
    messages.answer(target)
    page.analysis.picture.click()
    qtbot.waitUntil(target.exists)
    root = ET.fromstring(target.read_bytes())  # noqa: S314  # our own, made a moment ago
    texts = ["".join(found.itertext()).strip() for found in root.iter("{http://www.w3.org/2000/svg}text")]
    title = ("Poder e interés", "Prominencia", "Grupos por clase, eje y área")[place]
    assert texts[:3] == [
        title,
        "Secretaría de Caminos · 19 de noviembre de 2026",
        "1 de 4 grupos (Clase: Dentro de la institución)",
    ]
    assert ("Mitchell" in texts[3]) == (place == 1)
    desc = root.find("{http://www.w3.org/2000/svg}desc")
    assert desc is not None
    assert desc.text
    assert ("Planeación" if place < 2 else "Dentro de la institución, 1") in desc.text


def test_a_picture_is_saved_as_png_too(page: UsuariosPage, messages: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "imagen.png"
    messages.answer(target)
    page.analysis.picture.click()
    qtbot.waitUntil(target.exists)
    assert QImage(str(target)).width() == 2160


def test_pictures_of_nothing_and_of_many_can_be_saved(
    make_page: Callable[[Project], UsuariosPage],
    open_project: Callable[..., Project],
    messages: Answers,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    crowd = [
        GrupoUsuarios(
            id=f"g{n}",
            nombre=f"Grupo {n}",
            clase=list(ClaseGrupo)[n % 3],
            poder=1 + n % 5,
            interes=1 + n // 5 % 5,
            legitimidad=1 + n % 3,
            urgencia=1 + n % 4,
        )
        for n in range(300)
    ]
    for number, groups in enumerate(([], crowd)):
        page = make_page(open_project(*groups))
        for place in range(3):
            page.analysis.switch.setCurrentIndex(place)
            target = tmp_path / f"{number}{place}.svg"
            messages.answer(target)
            page.analysis.save()
            qtbot.waitUntil(target.exists)
    assert "No hay grupos." in (tmp_path / "00.svg").read_text(encoding="utf-8")
    salience = (tmp_path / "11.svg").read_text(encoding="utf-8")
    assert "Sin prominencia (" in salience
    assert "más</text>" in salience.replace("\n", "")
