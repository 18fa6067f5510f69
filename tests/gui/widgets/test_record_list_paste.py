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


def test_one_chosen_record_is_not_overwritten(groups: RecordList, project: Project) -> None:
    groups.table.select_record("senado")
    paste(groups, "Transportistas")
    assert groups.count.text() == "5 grupos"
    assert named(project, "Comisión del Senado").id == "senado"


def test_several_chosen_records_take_the_block_from_the_column_of_the_cursor(
    groups: RecordList, project: Project
) -> None:
    groups.table.setCurrentIndex(groups.model.index(0, 3))
    QTest.keyClick(groups.table, Qt.Key.Key_Down, SHIFT)
    paste(groups, "1\n2\n")
    grades = [one.poder for one in project.proyecto.activos(GrupoUsuarios)]
    assert grades == [1, 2, 1, None]
    assert groups.count.text() == "4 grupos"


def test_what_a_copy_gave_can_be_pasted_back(groups: RecordList, project: Project) -> None:
    groups.table.select_record("senado")
    QTest.keyClick(groups.table, Qt.Key.Key_C, CONTROL)
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
