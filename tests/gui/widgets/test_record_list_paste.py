"""Blocks pasted from a spreadsheet into a list: new records, records chosen beforehand, and cells that do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COLUMNS = ("nombre", Derived("letras", "Letras", 8, lambda r: Shown(str(len(r.titulo)))), "clase", "poder")


@pytest.fixture
def groups(context: Context, project: Project, messages: Answers, show: Callable[..., QWidget]) -> RecordList:
    made = RecordList(context, project, messages, GrupoUsuarios, columns=COLUMNS, iniciales=lambda: {"area": "puentes"})
    show(made)
    made.table.setFocus()
    return made


def paste(groups: RecordList, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(groups.table, Qt.Key.Key_V, CONTROL)


def named(project: Project, nombre: str) -> GrupoUsuarios:
    (found,) = [one for one in project.proyecto.activos(GrupoUsuarios) if one.nombre == nombre]
    return found


def test_rows_become_new_records_in_one_step(groups: RecordList, project: Project) -> None:
    paste(groups, "Transportistas\tOtros sectores de la sociedad\t3\r\nAduanas\t\t\r\n\r\n")
    made = named(project, "Transportistas")
    assert (made.clase, made.poder, made.area) == (ClaseGrupo.SOCIEDAD, 3, "puentes")
    assert named(project, "Aduanas").clase is None
    assert groups.count.text() == "6 grupos"
    assert project.undo() == "Pegar en grupos"
    assert groups.count.text() == "4 grupos"


def test_a_first_row_of_labels_says_which_column_is_which(groups: RecordList, project: Project) -> None:
    paste(groups, "Poder\tGrupo de usuarios\n2\tTransportistas\n")
    assert named(project, "Transportistas").poder == 2


def test_titles_of_columns_that_are_worked_out_are_left_out_and_told(
    groups: RecordList, project: Project, messages: Answers
) -> None:
    paste(groups, "Grupo de usuarios\tLetras\tPoder\nTransportistas\t14\t2\n")
    assert named(project, "Transportistas").poder == 2
    assert groups.count.text() == "5 grupos"
    assert messages.said == ["Algunas celdas no se pegaron", "No se pegó la columna «Letras»: se calcula."]


def test_a_block_falls_on_the_columns_that_are_seen(groups: RecordList, project: Project) -> None:
    groups.table.setColumnHidden(COLUMNS.index("clase"), True)
    paste(groups, "Transportistas\t2\n")
    made = named(project, "Transportistas")
    assert (made.clase, made.poder) == (None, 2)


def test_one_cell_falls_on_the_cell_with_the_cursor(groups: RecordList, project: Project) -> None:
    groups.table.select_record("senado")
    paste(groups, "Transportistas")
    assert groups.count.text() == "4 grupos"
    assert named(project, "Transportistas").id == "senado"


def test_a_block_falls_from_the_cursor_downwards_and_past_the_last_row_makes_new_records(
    groups: RecordList, project: Project
) -> None:
    last = groups.model.registros()[-2:]
    groups.table.setCurrentIndex(groups.model.index(2, 3))
    paste(groups, "1\n2\n5\n")
    assert [project.proyecto.get(GrupoUsuarios, one.id).poder for one in last] == [1, 2]  # type: ignore[union-attr]  # they are there
    assert groups.count.text() == "5 grupos"
    project.undo()
    assert groups.count.text() == "4 grupos"


def test_columns_that_were_moved_are_pasted_on_as_they_stand(groups: RecordList, project: Project) -> None:
    groups.table.horizontalHeader().moveSection(3, 0)
    groups.table.setCurrentIndex(groups.model.index(groups.model.row_of("senado"), 3))
    paste(groups, "4\tTransportistas")
    made = named(project, "Transportistas")
    assert (made.id, made.poder) == ("senado", 4)


def test_a_block_can_be_pasted_as_new_whatever_is_chosen(groups: RecordList, project: Project) -> None:
    groups.table.select_record("senado")
    QGuiApplication.clipboard().setText("Transportistas\nAduanas")
    QTest.keyClick(groups.table, Qt.Key.Key_V, CONTROL | SHIFT)
    assert groups.count.text() == "6 grupos"
    assert named(project, "Transportistas").area == "puentes"


def test_several_chosen_records_take_the_block_from_the_column_of_the_cursor(
    groups: RecordList, project: Project
) -> None:
    groups.table.setCurrentIndex(groups.model.index(0, 3))
    QTest.keyClick(groups.table, Qt.Key.Key_Down, SHIFT)
    paste(groups, "1\n2\n")
    grades = [one.poder for one in project.proyecto.activos(GrupoUsuarios)]
    assert grades == [1, 2, 1, None]
    assert groups.count.text() == "4 grupos"


def test_a_copied_record_pasted_over_itself_changes_nothing(groups: RecordList, project: Project) -> None:
    groups.table.select_record("senado")
    QTest.keyClick(groups.table, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(groups.table, Qt.Key.Key_V, CONTROL)
    assert groups.count.text() == "4 grupos"
    assert project.undo() == ""


def test_what_a_copy_gave_can_be_pasted_as_new(groups: RecordList, project: Project) -> None:
    groups.table.select_record("senado")
    QTest.keyClick(groups.table, Qt.Key.Key_C, CONTROL)
    groups.table.clearSelection()
    QTest.keyClick(groups.table, Qt.Key.Key_V, CONTROL)
    made = [one for one in project.proyecto.activos(GrupoUsuarios) if one.nombre == "Comisión del Senado"]
    assert len(made) == 2
    assert made[0].clase is made[1].clase
    assert made[0].poder == made[1].poder


def test_cells_that_do_not_fit_are_told_and_the_rest_is_pasted(
    groups: RecordList, project: Project, messages: Answers
) -> None:
    paste(groups, "Transportistas\tzzz\t3\nAduanas\t\t9")
    assert messages.said == [
        "Algunas celdas no se pegaron",
        "Renglón 1, «Clase»: «zzz» no está entre los valores de «Clase»; elija uno de la lista.",
        "Renglón 2, «Poder»: «9» no sirve en «Poder»; escriba un número del 1 al 5.",
    ]
    assert named(project, "Transportistas").poder == 3
    assert named(project, "Aduanas").poder is None


@pytest.mark.parametrize("text", ["", "  \n \t "])
def test_nothing_is_pasted_from_nothing(groups: RecordList, project: Project, text: str) -> None:
    paste(groups, text)
    assert groups.count.text() == "4 grupos"
    assert project.undo() == ""


@pytest.mark.parametrize("text", ["=SUMA(A1:A9)", "<img src=x onerror=alert(1)>", "@SUM(A1)"])
def test_formulas_and_html_are_kept_as_text(groups: RecordList, project: Project, text: str) -> None:
    groups.paste(text)
    assert named(project, text).nombre == text
    groups.table.select_record(named(project, text).id)
    groups.table.copy()
    copied = QGuiApplication.clipboard().text().splitlines()[1]
    assert not copied.startswith(("=", "@"))


def test_a_block_wider_than_the_table_is_cut(groups: RecordList, project: Project) -> None:
    paste(groups, "Transportistas\t\t4\tde más\tde más")
    assert named(project, "Transportistas").poder == 4


def test_a_block_can_be_pasted_into_an_empty_list(
    context: Context, empty_project: Project, messages: Answers, show: Callable[..., QWidget]
) -> None:
    made = RecordList(context, empty_project, messages, GrupoUsuarios, columns=COLUMNS)
    show(made)
    made.take_focus()
    QGuiApplication.clipboard().setText("Transportistas\nAduanas")
    focused = made.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_V, CONTROL)
    assert made.count.text() == "2 grupos"
    QTest.keyClick(made.search, Qt.Key.Key_V, CONTROL)  # a text field pastes for itself
    assert made.count.text() == "2 grupos"
