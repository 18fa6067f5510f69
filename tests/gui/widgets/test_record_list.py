"""A whole list: adding, searching, filtering, withdrawing and pasting, and what it says meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.widgets.record_list import RecordList
from tests.gui.desk import type_text
from tests.gui.looking import labels, named
from tests.gui.samples import SENADO, many_groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

FILTERS = ("clase", "area", "prioritario", "ejes")


@pytest.fixture
def make_list(context: Context, messages: Answers, show: Callable[..., QWidget]) -> Callable[..., RecordList]:
    def make(project: Project, **how: Any) -> RecordList:
        made = RecordList(context, project, messages, GrupoUsuarios, **{"filters": FILTERS, **how})
        show(made, 1000, 500)
        return made

    return make


@pytest.fixture
def groups(make_list: Callable[..., RecordList], project: Project) -> RecordList:
    return make_list(project)


def ids(records: RecordList) -> list[str]:
    return [registro.id for registro in records.model.registros()]


def filter_button(records: RecordList, nombre: str) -> QToolButton:
    made = [one for one in records.findChildren(QToolButton) if one.accessibleName().startswith("Filtrar por")]
    return made[FILTERS.index(nombre)]


def offered(records: RecordList, nombre: str) -> list[QAction]:
    """Open the menu of a filter and return what it offers."""
    menu = filter_button(records, nombre).menu()
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def pick(records: RecordList, nombre: str, text: str) -> None:
    (action,) = [action for action in offered(records, nombre) if action.text() == text]
    action.trigger()


def search(records: RecordList, text: str, qtbot: QtBot) -> None:
    type_text(records.search, text)
    with qtbot.waitSignal(records.model.modelReset):
        pass


def test_the_list_counts_its_records(groups: RecordList) -> None:
    assert groups.count.text() == "4 grupos"
    assert groups.search.accessibleName() == "Buscar en grupos"


def test_one_is_said_in_the_singular(groups: RecordList, project: Project) -> None:
    others = [one for one in project.proyecto.activos(GrupoUsuarios) if one.id != "senado"]
    project.edit("Retirar", [retiro(one, "Prueba") for one in others])
    assert groups.count.text() == "1 grupo"


def test_a_new_record_has_the_cursor_and_its_form_is_asked_for(groups: RecordList, project: Project) -> None:
    asked: list[str] = []
    groups.open_asked.connect(asked.append)
    QTest.mouseClick(groups.add_button, Qt.MouseButton.LeftButton)
    made = groups.table.current_record()
    assert made is not None
    assert asked == [made.id]
    assert project.proyecto.get(GrupoUsuarios, made.id) == GrupoUsuarios(id=made.id)
    assert project.undo() == "Nuevo grupo"
    assert groups.count.text() == "4 grupos"


def test_insert_adds_one_too(groups: RecordList) -> None:
    groups.table.setFocus()
    QTest.keyClick(groups.table, Qt.Key.Key_Insert)
    assert groups.count.text() == "5 grupos"


def test_a_page_says_what_a_new_record_starts_with(make_list: Callable[..., RecordList], project: Project) -> None:
    records = make_list(project, iniciales=lambda: {"clase": ClaseGrupo.SOCIEDAD, "area": "puentes"})
    made = project.proyecto.get(GrupoUsuarios, records.add())
    assert made is not None
    assert (made.clase, made.area) == (ClaseGrupo.SOCIEDAD, "puentes")


def test_lists_of_a_feminine_kind_say_so(
    context: Context, empty_project: Project, messages: Answers, show: Callable[..., QWidget]
) -> None:
    areas = RecordList(context, empty_project, messages, AreaGeneradora, primary=False)
    show(areas)
    assert areas.add_button.text() == "Nueva área"
    assert areas.add_button.objectName() == ""
    named(areas, "Agregue la primera").click()
    assert empty_project.undo() == "Nueva área"


def test_an_empty_list_explains_itself(make_list: Callable[..., RecordList], empty_project: Project) -> None:
    records = make_list(empty_project, empty=("magnify", "Nadie todavía", "¿Quién usa sus datos?"))
    assert {"Nadie todavía", "¿Quién usa sus datos?", "0 grupos"} <= set(labels(records))
    named(records, "Agregue el primero").click()
    assert records.table.isVisible()
    assert records.count.text() == "1 grupo"


def test_an_empty_list_says_something_by_itself(make_list: Callable[..., RecordList], empty_project: Project) -> None:
    said = labels(make_list(empty_project))
    assert "Todavía no hay grupos" in said
    assert "También puede pegar renglones copiados de Excel, con Ctrl+V." in said


def test_search_narrows_the_list_when_typing_rests(groups: RecordList, qtbot: QtBot) -> None:
    search(groups, "comisión", qtbot)
    assert ids(groups) == ["senado"]
    assert groups.count.text() == "1 de 4 grupos"


def test_nothing_found_can_be_undone_with_one_button(groups: RecordList, qtbot: QtBot) -> None:
    cleared: list[None] = []
    groups.cleared.connect(lambda: cleared.append(None))
    pick(groups, "clase", "Dentro de la institución")
    search(groups, "zzz", qtbot)
    assert "Nada coincide con lo que busca" in labels(groups)
    assert groups.count.text() == "0 de 4 grupos"
    named(groups, "Quitar búsqueda y filtros").click()
    assert groups.search.text() == ""
    assert groups.count.text() == "4 grupos"
    assert filter_button(groups, "clase").text() == "Clase ▾"
    assert cleared == [None]


@pytest.mark.parametrize(
    ("nombre", "choice", "found"),
    [
        ("clase", "Otras instituciones de gobierno", ["senado"]),
        ("clase", "(sin dato)", ["escuelas"]),
        ("area", "Dirección de Caminos", ["planeacion", "senado"]),
        ("area", "(sin dato)", ["escuelas"]),
        ("prioritario", "Sí", ["planeacion"]),
        ("prioritario", "No", ["senado", "prensa", "escuelas"]),
        ("ejes", "Crecimiento económico", ["prensa"]),
        ("ejes", "(sin dato)", ["planeacion", "senado", "escuelas"]),
    ],
)
def test_each_kind_of_filter(groups: RecordList, nombre: str, choice: str, found: list[str]) -> None:
    pick(groups, nombre, choice)
    assert ids(groups) == found
    assert groups.count.text() == f"{len(found)} de 4 grupos"
    pick(groups, nombre, "Todos")
    assert len(ids(groups)) == 4
    assert filter_button(groups, nombre).toolTip() == ""


def test_a_filter_says_what_it_is_set_to(groups: RecordList) -> None:
    pick(groups, "clase", "Otras instituciones de gobierno")
    made = filter_button(groups, "clase")
    assert made.text() == "Clase: Otras instituciones de gobi… ▾"
    assert "Otras instituciones de gobierno" in made.toolTip()
    assert made.accessibleName() == "Filtrar por clase"


def test_filters_offer_the_records_of_now(groups: RecordList, project: Project) -> None:
    project.edit("Cambiar", [cambio(project.proyecto.activos(AreaGeneradora)[0], nombre="Área <A> & B")])
    texts = [action.text() for action in offered(groups, "area")]
    assert texts == ["Todos", "Área <A> & B", "Subdirección de Puentes", "(sin dato)"]
    assert [action.text() for action in offered(groups, "area")] == texts  # opened twice, filled once
    pick(groups, "area", "Área <A> & B")
    made = filter_button(groups, "area")
    assert made.text() == "Área generadora: Área <A> && B ▾"
    assert "&lt;A&gt;" in made.toolTip()


def test_a_record_that_filters_hide_is_shown_when_asked_for(groups: RecordList) -> None:
    pick(groups, "clase", "Dentro de la institución")
    assert groups.show_record("senado")
    assert len(ids(groups)) == 4
    assert groups.table.current_record() == SENADO
    assert not groups.show_record("nadie")


def test_a_row_that_no_longer_passes_goes_with_the_next_sort(groups: RecordList, project: Project) -> None:
    pick(groups, "clase", "Otras instituciones de gobierno")
    project.edit("Cambiar", [cambio(SENADO, clase=ClaseGrupo.SOCIEDAD)])
    assert groups.count.text() == "1 de 4 grupos"
    groups.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert groups.count.text() == "0 de 4 grupos"
    assert "Nada coincide con lo que busca" in labels(groups)


def test_withdrawing_asks_why_and_can_be_undone(groups: RecordList, project: Project, messages: Answers) -> None:
    messages.answer("Ya no existe")
    groups.table.select_record("senado")
    QTest.keyClick(groups.table, Qt.Key.Key_Delete)
    assert messages.said == ["Retirar «Comisión del Senado»"]
    withdrawn = project.proyecto.get(GrupoUsuarios, "senado")
    assert withdrawn is not None
    assert withdrawn.retirado == "Ya no existe"
    assert groups.count.text() == "3 grupos"
    assert project.undo() == "Retirar «Comisión del Senado»: Ya no existe"
    assert groups.count.text() == "4 grupos"


def test_several_are_withdrawn_in_one_step(groups: RecordList, project: Project, messages: Answers) -> None:
    messages.answer("Repetidos")
    groups.table.selectAll()
    groups.withdraw()
    assert messages.said == ["Retirar 4 grupos"]
    assert groups.count.text() == "0 grupos"
    assert "Todavía no hay grupos" in labels(groups)
    project.undo()
    assert len(ids(groups)) == 4


def test_nothing_is_withdrawn_without_a_reason_or_a_choice(
    groups: RecordList, project: Project, messages: Answers
) -> None:
    groups.table.clearSelection()
    groups.withdraw()
    assert messages.said == []
    messages.answer("")
    groups.table.select_record("senado")
    groups.withdraw()
    assert groups.count.text() == "4 grupos"
    assert project.undo() == ""


def test_the_cursor_is_told(groups: RecordList) -> None:
    told: list[object] = []
    groups.current_changed.connect(told.append)
    groups.table.select_record("senado")
    QTest.keyClick(groups.table, Qt.Key.Key_Down)
    assert told[-2:] == ["senado", "prensa"]
    groups.model.set_query("zzz")
    assert told[-1] is None


def test_the_field_under_the_cursor_is_told_to_the_guide(groups: RecordList) -> None:
    told: list[tuple[str, str]] = []
    groups.field_focused.connect(lambda entidad, nombre: told.append((entidad, nombre)))
    groups.table.select_record("senado")
    QTest.keyClick(groups.table, Qt.Key.Key_Right)
    QTest.keyClick(groups.table, Qt.Key.Key_Right)
    assert told[-2:] == [("grupo_usuarios", "siglas"), ("grupo_usuarios", "clase")]


def test_enter_asks_for_the_form_of_the_record(groups: RecordList) -> None:
    asked: list[str] = []
    groups.open_asked.connect(asked.append)
    groups.table.select_record("prensa")
    QTest.keyClick(groups.table, Qt.Key.Key_Return)
    assert asked == ["prensa"]
    groups.model.set_query("zzz")
    groups.table.opened.emit()  # nobody has the cursor
    assert asked == ["prensa"]


def test_a_text_that_does_not_fit_is_told(groups: RecordList, messages: Answers) -> None:
    column = groups.model.columns.index("poder")
    groups.model.setData(groups.model.index(0, column), "diez")
    assert messages.said == ["«diez» no sirve en «Poder»; escriba un número del 1 al 5."]


def test_the_tab_key_goes_through_the_controls_in_order(groups: RecordList) -> None:
    groups.search.setFocus()
    order = []
    for _ in range(len(FILTERS) + 2):
        QTest.keyClick(groups.focusWidget(), Qt.Key.Key_Tab)
        order.append(groups.focusWidget())
    wanted: list[QWidget] = [*(filter_button(groups, nombre) for nombre in FILTERS), groups.add_button, groups.table]
    assert order == wanted


def test_a_list_that_is_only_read_changes_nothing(
    make_list: Callable[..., RecordList], read_only_project: Project, messages: Answers
) -> None:
    records = make_list(read_only_project)
    assert not records.add_button.isEnabled()
    records.table.selectAll()
    records.withdraw()
    QGuiApplication.clipboard().setText("Aduanas")
    QTest.keyClick(records.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(records.table, Qt.Key.Key_Insert)
    assert records.count.text() == "4 grupos"
    assert messages.said == []
    assert len(read_only_project.proyecto.activos(GrupoUsuarios)) == 4


def test_twenty_thousand_records(
    make_list: Callable[..., RecordList], open_project: Callable[..., Project], qtbot: QtBot
) -> None:
    project = open_project(*many_groups(20_000), GrupoUsuarios(id="x", nombre="Única"))
    records = make_list(project)
    assert records.count.text() == "20001 grupos"
    search(records, "única", qtbot)
    assert ids(records) == ["x"]
    assert records.show_record("g12345")
    assert records.table.currentIndex().row() == 12345
