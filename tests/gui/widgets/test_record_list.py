"""A whole list: adding, searching, filtering, withdrawing and pasting, and what it says meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from promueve_gui.domain.cambios import retiro
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.widgets.record_list import RecordList
from tests.gui.looking import labels, named
from tests.gui.samples import many_groups
from tests.gui.widgets.lists import FILTERS, filter_button, ids, search

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


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
    assert records.count.text() == "20,001 grupos"
    search(records, "única", qtbot)
    assert ids(records) == ["x"]
    assert records.show_record("g12345")
    assert records.table.currentIndex().row() == 12345


def test_a_list_whose_records_come_from_elsewhere_adds_none(
    make_list: Callable[..., RecordList], project: Project, empty_project: Project
) -> None:
    groups = make_list(project, adds=False)
    assert not groups.add_button.isVisible()
    QTest.keyClick(groups.table, Qt.Key.Key_Insert)
    groups.paste_as_new("Otro grupo")
    assert len(project.proyecto.activos(GrupoUsuarios)) == 4
    empty = make_list(empty_project, adds=False)
    assert "Agregue el primero" not in [made.text() for made in empty.findChildren(QPushButton)]
