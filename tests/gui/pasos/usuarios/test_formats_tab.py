"""«Formatos» of step 1: the tracker of what each area was sent, and what can be done from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.envios import EstadoEnvio
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.gui.pasos.usuarios.formats_tab import FormatsTab
from tests.gui.looking import named
from tests.gui.pasos.usuarios.sendings import AREAS, LATE, SENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
    from promueve_gui.gui.pasos.usuarios.tracker_list import TrackerList
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

PLACE = 3


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(*AREAS, *SENDINGS)


@pytest.fixture
def tab(page: UsuariosPage) -> FormatsTab:
    page.pages.setCurrentIndex(PLACE)
    found = page.findChild(FormatsTab)
    assert isinstance(found, FormatsTab)
    return found


@pytest.fixture
def tracker(tab: FormatsTab) -> TrackerList:
    return tab.list


def shown(tracker: TrackerList, *nombres: str) -> list[tuple[str, ...]]:
    """Return what the rows say under some columns."""
    places = [tracker.model.columns.index(nombre) for nombre in nombres]
    rows = range(tracker.model.rowCount())
    return [tuple(str(tracker.model.index(row, place).data()) for place in places) for row in rows]


def choose(tracker: TrackerList, *areas: str) -> None:
    """Choose areas through the selection itself: the table would look at keys that an earlier test held down."""
    selection, flags = tracker.table.selectionModel(), QItemSelectionModel.SelectionFlag
    selection.clearSelection()
    for area in areas:
        index = tracker.model.index(tracker.model.row_of(area), 0)
        selection.setCurrentIndex(index, flags.Select | flags.Rows)


def test_every_area_is_there_and_what_wants_attention_comes_first(tracker: TrackerList) -> None:
    assert shown(tracker, "nombre", "estado", "fecha", "vence", "devuelto", "renglones") == [
        ("DA · Dirección de Aguas", "! Atrasado 9 días", "01/11/2026", "10/11/2026", "", ""),
        ("Dirección de Caminos", "! Vence en 1 día", "01/11/2026", "20/11/2026", "", ""),
        ("Dirección de Puentes", "– Sin enviar", "", "", "", ""),
        ("Dirección de Vías", "– Sin enviar", "", "", "", ""),
        ("Dirección de Puertos", "✓ Devuelto a tiempo", "01/11/2026", "10/11/2026", "09/11/2026", "14"),
    ]


def test_the_tab_counts_sendings_and_the_list_sums_up_states(page: UsuariosPage, tracker: TrackerList) -> None:
    assert page.pages.tabText(PLACE) == "Formatos (4)"
    assert tracker.count.text() == "5 áreas · Atrasado: 1 · Por vencer: 1 · Sin enviar: 2 · Devuelto a tiempo: 1"


def test_no_title_is_cut(tracker: TrackerList) -> None:
    header, table = tracker.table.horizontalHeader(), tracker.table
    cut = [
        place for place in range(tracker.model.columnCount()) if header.sectionSize(place) < table.title_width(place)
    ]
    assert cut == []


def test_the_model_is_sound(tracker: TrackerList, project: Project) -> None:
    QAbstractItemModelTester(tracker.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tracker.model.sort(tracker.model.columns.index("renglones"))
    project.edit("Devuelto", [cambio(LATE, devuelto=LATE.vence, renglones=3)])
    tracker.model.sort(-1)
    assert tracker.model.rowCount() == 5


def test_what_comes_back_shows_at_once(tracker: TrackerList, project: Project) -> None:
    project.edit("Devuelto", [cambio(LATE, devuelto=LATE.vence, renglones=3)])
    assert shown(tracker, "estado", "renglones")[0] == ("✓ Devuelto a tiempo", "3")
    assert "Devuelto a tiempo: 2" in tracker.count.text()
    project.undo()
    assert shown(tracker, "estado")[0] == ("! Atrasado 9 días",)


@pytest.mark.parametrize(
    ("nombre", "first"),
    [("estado", "aguas"), ("renglones", "puertos"), ("devuelto", "puertos"), ("vence", "aguas"), ("correo", "aguas")],
)
def test_it_is_sorted_by_any_column_with_what_is_missing_last(tracker: TrackerList, nombre: str, first: str) -> None:
    tracker.table.sortByColumn(tracker.model.columns.index(nombre), Qt.SortOrder.AscendingOrder)
    assert tracker.model.registro(0).id == first


def test_it_is_filtered_by_state_and_searched(tab: FormatsTab, tracker: TrackerList, qtbot: QtBot) -> None:
    tab.state.choose(EstadoEnvio.SIN_ENVIAR)
    assert [area.id for area in tracker.model.registros()] == ["puentes", "vias"]
    tracker.search.setText("vías")
    qtbot.waitUntil(lambda: [area.id for area in tracker.model.registros()] == ["vias"])
    tracker.search.setText("nada de esto")
    qtbot.waitUntil(lambda: tracker.model.rowCount() == 0)
    named(tracker, "Quitar búsqueda y filtros").click()
    assert (tab.state.choice, tracker.model.rowCount()) == (None, 5)


def test_the_address_of_an_area_is_typed_in_the_list(tracker: TrackerList, project: Project) -> None:
    row, place = tracker.model.row_of("puentes"), tracker.model.columns.index("correo")
    assert tracker.model.setData(tracker.model.index(row, place), "puentes@ejemplo.gob.mx")
    area = project.proyecto.get(AreaGeneradora, "puentes")
    assert area is not None
    assert area.correo == "puentes@ejemplo.gob.mx"


def test_enter_opens_the_newest_sending_of_an_area(tab: FormatsTab, tracker: TrackerList) -> None:
    choose(tracker, "aguas")
    QTest.keyClick(tracker.table, Qt.Key.Key_Return)
    assert tab.panel.form.record_id == "e1"
    choose(tracker, "caminos")
    assert tab.panel.form.record_id == "e2"
    choose(tracker, "vias")
    assert not tab.panel.form_open


def test_enter_on_an_area_that_was_sent_nothing_begins_with_it(
    page: UsuariosPage, tracker: TrackerList, qtbot: QtBot
) -> None:
    choose(tracker, "vias")
    with qtbot.waitSignal(page.action_asked) as asked:
        QTest.keyClick(tracker.table, Qt.Key.Key_Return)
    assert asked.args == ["formatos:vias"]


def test_the_button_sends_to_whoever_is_due(page: UsuariosPage, tracker: TrackerList, qtbot: QtBot) -> None:
    choose(tracker, "aguas")
    with qtbot.waitSignal(page.action_asked) as asked:
        named(tracker, "Enviar formatos a las áreas…").click()
    assert asked.args == ["formatos"]


def test_only_those_who_have_not_returned_are_reminded(
    page: UsuariosPage, tab: FormatsTab, tracker: TrackerList, qtbot: QtBot, project: Project
) -> None:
    assert not tab.remind.isEnabled()
    choose(tracker, "puertos")
    assert not tab.remind.isEnabled()
    choose(tracker, "aguas", "caminos")
    with qtbot.waitSignal(page.action_asked) as asked:
        tab.remind.click()
    assert asked.args == ["recordatorio:aguas;caminos"]
    choose(tracker, "aguas")
    project.edit("Devuelto", [cambio(LATE, devuelto=LATE.vence)])
    assert not tab.remind.isEnabled()


def test_a_jump_shows_a_sending_also_an_older_one(page: UsuariosPage, tab: FormatsTab, tracker: TrackerList) -> None:
    page.pages.setCurrentIndex(0)
    page.show_record("envio_formato", "e0", "notas")
    assert page.pages.currentIndex() == PLACE
    area = tracker.table.current_record()
    assert area is not None
    assert (area.id, tab.panel.form.record_id) == ("aguas", "e0")


def test_a_jump_builds_the_tab(page: UsuariosPage) -> None:
    page.show_record("envio_formato", "e2", "vence")
    assert page.panels["envio_formato"][0].form.record_id == "e2"


def test_a_sending_without_area_has_no_row(tracker: TrackerList, project: Project) -> None:
    project.edit("Envío", [alta(EnvioFormato(id="x", archivo="Suelto.xlsx"))])
    assert not tracker.show_record("x")
    assert not tracker.show_record("otro")


def test_a_sending_is_withdrawn_for_a_reason_and_comes_back(
    tracker: TrackerList, project: Project, messages: Answers
) -> None:
    choose(tracker, "caminos")
    messages.answer("Se mandó por error")
    QTest.keyClick(tracker.table, Qt.Key.Key_Delete)
    assert messages.said == ["Retirar «Caminos.xlsx»"]
    assert ("Dirección de Caminos", "– Sin enviar") in shown(tracker, "nombre", "estado")
    assert project.proyecto.get(AreaGeneradora, "caminos") in AREAS
    project.undo()
    assert ("Dirección de Caminos", "! Vence en 1 día") in shown(tracker, "nombre", "estado")


def test_withdrawing_asks_nothing_where_nothing_was_sent_or_it_was_thought_better_of(
    tracker: TrackerList, project: Project, messages: Answers
) -> None:
    choose(tracker, "vias")
    tracker.withdraw()
    assert messages.said == []
    choose(tracker, *(area.id for area in AREAS))
    messages.answer("")
    tracker.withdraw()
    assert messages.said == ["Retirar 3 formatos enviados"]
    assert len(project.proyecto.activos(EnvioFormato)) == 4


def test_rows_are_copied_as_they_are_seen(tracker: TrackerList) -> None:
    choose(tracker, "puertos")
    QTest.keyClick(tracker.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        (
            "Nombre del área\tEstado\tEnviado el\tSe espera el\tDevuelto el\tRenglones\tÚltimo recordatorio\t"
            "Correo del área"
        ),
        "Dirección de Puertos\t✓ Devuelto a tiempo\t01/11/2026\t10/11/2026\t09/11/2026\t14\t\tpuertos@ejemplo.gob.mx",
    ]
    QGuiApplication.clipboard().setText("antes")
    tracker.table.clearSelection()
    tracker.table.copy()
    assert QGuiApplication.clipboard().text() == "antes"


def test_a_copied_text_that_a_spreadsheet_would_run_gets_an_apostrophe(tracker: TrackerList, project: Project) -> None:
    project.edit("Cambiar", [cambio(AREAS[0], nombre='=HYPERLINK("http://mal.example")', siglas="")])
    choose(tracker, AREAS[0].id)
    tracker.table.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1].lstrip('"').startswith("'=HYPERLINK")


def test_nothing_is_pasted_into_it(tracker: TrackerList, project: Project) -> None:
    QGuiApplication.clipboard().setText("Una\tDos")
    choose(tracker, "aguas")
    for modifiers in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(tracker.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | modifiers)
    assert project.proyecto.activos(AreaGeneradora) == list(AREAS)


def test_the_guide_follows_the_column(page: UsuariosPage, tracker: TrackerList) -> None:
    heard: list[tuple[str, str]] = []
    page.field_focused.connect(lambda *one: heard.append(one))
    choose(tracker, "aguas")
    for nombre in ("nombre", "estado", "vence", "correo"):
        place = tracker.model.columns.index(nombre)
        tracker.table.setCurrentIndex(tracker.model.index(0, place))
    assert heard[-3:] == [("area_generadora", "nombre"), ("envio_formato", "vence"), ("area_generadora", "correo")]


def test_without_areas_it_says_what_to_do(
    make_page: Callable[[Project], UsuariosPage], empty_project: Project, qtbot: QtBot
) -> None:
    page = make_page(empty_project)
    page.pages.setCurrentIndex(PLACE)
    with qtbot.waitSignal(page.jump_asked) as asked:
        named(page, "Ir a las áreas").click()
    assert asked.args == ["area_generadora", "", ""]


def test_a_read_only_project_sends_and_reminds_nothing(
    make_page: Callable[[Project], UsuariosPage], open_project: Callable[..., Project], messages: Answers
) -> None:
    page = make_page(open_project(*AREAS, *SENDINGS, read_only=True))
    page.pages.setCurrentIndex(PLACE)
    tab = page.findChild(FormatsTab)
    assert isinstance(tab, FormatsTab)
    heard: list[str] = []
    page.action_asked.connect(heard.append)
    choose(tab.list, "vias")
    QTest.keyClick(tab.list.table, Qt.Key.Key_Return)
    choose(tab.list, "aguas")
    tab.list.withdraw()
    assert (tab.remind.isEnabled(), tab.list.add_button.isEnabled(), heard, messages.said) == (False, False, [], [])


def test_an_area_withdrawn_is_gone_and_a_new_one_is_there(tracker: TrackerList, project: Project) -> None:
    project.edit("Áreas", [retiro(AREAS[0], "Desapareció"), alta(AreaGeneradora(id="n", nombre="Nueva"))])
    assert [area.id for area in tracker.model.registros()] == ["caminos", "puentes", "vias", "puertos", "n"]


def test_names_of_areas_have_the_room_that_is_left_beside_the_guide(tracker: TrackerList) -> None:
    columns = tracker.model.columns
    seen = columns[: columns.index("renglones") + 1]
    widths = [tracker.table.columnWidth(columns.index(nombre)) for nombre in seen]
    assert sum(widths) <= 840
    assert widths[columns.index("nombre")] >= 240
