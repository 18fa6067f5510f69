"""The value matrix as people use it: marked by key, accepted cell by cell or all at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos, Recurso
from promueve_gui.domain.vocabularios import Acceso
from promueve_gui.gui.pasos.plan.page import DATA
from promueve_gui.gui.pasos.plan.value_delegate import box_of
from tests.gui.looking import colours
from tests.gui.mouse import LEFT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.pasos.plan.value_matrix import ValueMatrix
    from promueve_gui.gui.project import Project

AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos", prioritario=True, fecha_publicacion=date(2026, 12, 1))
BACHES = ConjuntoDatos(id="baches", nombre="Baches", fecha_publicacion=date(2027, 8, 2), fecha_cercana=True)
NOMINA = ConjuntoDatos(id="nomina", nombre="Nómina", acceso=Acceso.PRIVADO)
OBRAS = ConjuntoDatos(
    id="obras", nombre="Obras", estrategico=True, solicitado=True, interes_nacional=True, programa_nacional=True
)
ARCHIVO = Recurso(id="archivo", nombre="Aforos (CSV)", conjunto="aforos")
RECORDS = (AFOROS, BACHES, NOMINA, OBRAS, ARCHIVO)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(*RECORDS)


@pytest.fixture
def matrix(page: PlanPage) -> ValueMatrix:
    return shown_matrix(page)


def shown_matrix(page: PlanPage) -> ValueMatrix:
    page.pages.setCurrentIndex(DATA)
    page.choosing.switch.setCurrentIndex(1)
    assert page.choosing.matrix is not None
    return page.choosing.matrix


def go(matrix: ValueMatrix, identidad: str, campo: str) -> None:
    model = matrix.model
    matrix.table.setCurrentIndex(model.index(model.row_of(identidad), model.columns.index(campo)))


def press(matrix: ValueMatrix, key: Qt.Key) -> None:
    QTest.keyClick(matrix.table, key)


def dataset(project: Project, identidad: str) -> ConjuntoDatos:
    found = project.proyecto.get(ConjuntoDatos, identidad)
    assert found is not None
    return found


def said(matrix: ValueMatrix, identidad: str, campo: str) -> str:
    model = matrix.model
    index = model.index(model.row_of(identidad), model.columns.index(campo))
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_model_is_a_sound_one(matrix: ValueMatrix) -> None:
    QAbstractItemModelTester(matrix.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert matrix.model.rowCount() == 4
    assert matrix.model.columnCount() == 9


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_X])
def test_a_key_marks_and_takes_the_mark_back(matrix: ValueMatrix, project: Project, key: Qt.Key) -> None:
    go(matrix, "baches", "interes_nacional")
    press(matrix, key)
    assert dataset(project, "baches").interes_nacional
    assert project.session.history()[0].detalle == "Marcar «Es de interés nacional» en «Baches»"
    press(matrix, key)
    assert not dataset(project, "baches").interes_nacional


def test_arrows_go_from_cell_to_cell(matrix: ValueMatrix, project: Project) -> None:
    go(matrix, "baches", "estrategico")
    press(matrix, Qt.Key.Key_Right)
    press(matrix, Qt.Key.Key_Space)
    press(matrix, Qt.Key.Key_Right)
    press(matrix, Qt.Key.Key_Space)
    assert (dataset(project, "baches").solicitado, dataset(project, "baches").recurso_publico) == (True, True)
    press(matrix, Qt.Key.Key_Up)
    press(matrix, Qt.Key.Key_Space)
    assert dataset(project, "aforos").recurso_publico


def test_several_rows_are_marked_as_one_edition(matrix: ValueMatrix, project: Project) -> None:
    go(matrix, "aforos", "solicitado")
    matrix.table.selectAll()
    press(matrix, Qt.Key.Key_Space)
    marked = [conjunto.id for conjunto in project.proyecto.activos(ConjuntoDatos) if conjunto.solicitado]
    assert marked == ["aforos", "baches", "obras"]
    project.undo()
    assert not dataset(project, "aforos").solicitado
    assert dataset(project, "obras").solicitado


def test_what_may_not_be_promoted_is_said_and_not_scored(matrix: ValueMatrix, project: Project) -> None:
    go(matrix, "nomina", "estrategico")
    press(matrix, Qt.Key.Key_Space)
    assert not dataset(project, "nomina").estrategico
    assert said(matrix, "nomina", "estrategico").startswith("No se promueve")
    assert said(matrix, "nomina", "valor") == "No se promueve"


def test_marks_are_set_only_in_the_criteria(matrix: ValueMatrix, project: Project) -> None:
    go(matrix, "aforos", "valor")
    press(matrix, Qt.Key.Key_Space)
    press(matrix, Qt.Key.Key_P)
    assert project.session.next_undo() is None


def test_what_the_data_propose_is_said_with_its_reason(matrix: ValueMatrix) -> None:
    assert "Propuesto: Sí. Tiene 1 recurso público." in said(matrix, "aforos", "recurso_publico")
    assert "Propuesto: No. Se publica el 02/08/2027" in said(matrix, "baches", "fecha_cercana")
    assert said(matrix, "obras", "estrategico") == "Está en la lista de datos estratégicos: Sí"
    assert said(matrix, "obras", "solicitado").endswith(": Sí")
    assert matrix.accept_all.text() == "Aceptar lo propuesto (3)"


def test_p_accepts_what_is_proposed_in_a_cell(matrix: ValueMatrix, project: Project, qtbot: QtBot) -> None:
    go(matrix, "aforos", "fecha_cercana")
    press(matrix, Qt.Key.Key_P)
    assert dataset(project, "aforos").fecha_cercana
    qtbot.waitUntil(lambda: matrix.accept_all.text() == "Aceptar lo propuesto (2)")
    go(matrix, "obras", "fecha_cercana")
    press(matrix, Qt.Key.Key_P)
    assert project.session.history()[0].detalle == "Tomar los criterios propuestos de «Aforos»"


def test_all_is_accepted_with_one_button_as_one_edition(matrix: ValueMatrix, project: Project, qtbot: QtBot) -> None:
    matrix.accept_all.click()
    aforos, baches = dataset(project, "aforos"), dataset(project, "baches")
    assert (aforos.fecha_cercana, aforos.recurso_publico, baches.fecha_cercana) == (True, True, False)
    qtbot.waitUntil(lambda: not matrix.accept_all.isEnabled())
    assert matrix.accept_all.text() == "Nada por aceptar"
    project.undo()
    assert dataset(project, "baches").fecha_cercana


def test_a_click_in_the_box_marks_and_elsewhere_only_chooses(matrix: ValueMatrix, project: Project) -> None:
    index = matrix.model.index(matrix.model.row_of("obras"), matrix.model.columns.index("recurso_publico"))
    cell = matrix.table.visualRect(index)
    QTest.mouseClick(matrix.table.viewport(), LEFT, pos=cell.topRight() + (cell.bottomLeft() - cell.topRight()) / 8)
    assert not dataset(project, "obras").recurso_publico
    QTest.mouseClick(matrix.table.viewport(), LEFT, pos=box_of(cell).center())
    assert dataset(project, "obras").recurso_publico
    QTest.mouseDClick(matrix.table.viewport(), LEFT, pos=box_of(cell).center())
    assert not dataset(project, "obras").recurso_publico


def test_two_clicks_on_a_name_open_its_form_beside_the_matrix(matrix: ValueMatrix, page: PlanPage) -> None:
    index = matrix.model.index(matrix.model.row_of("obras"), 0)
    QTest.mouseDClick(matrix.table.viewport(), LEFT, pos=matrix.table.visualRect(index).center())
    assert page.choosing.panel is not None
    assert page.choosing.panel.form.record_id == "obras"
    page.flush()


def test_who_goes_first_is_said_in_words(matrix: ValueMatrix) -> None:
    assert said(matrix, "aforos", "nombre") == "Aforos ★ prioritario"
    assert said(matrix, "obras", "nombre") == "Obras ★ suma alta"
    assert said(matrix, "baches", "nombre") == "Baches"
    heading = matrix.model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert heading == "Está en la lista de datos estratégicos"


def test_it_is_sorted_by_the_sum_and_searched(matrix: ValueMatrix, qtbot: QtBot) -> None:
    matrix.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert matrix.model.registro(0).id == "obras"
    matrix.search.setText("bache")
    qtbot.waitUntil(lambda: matrix.model.rowCount() == 1)
    assert matrix.count.text().startswith("1 de 4 conjuntos de datos · Espacio")


def test_a_block_is_copied_and_pasted(matrix: ValueMatrix, project: Project) -> None:
    go(matrix, "obras", "estrategico")
    QTest.keyClick(matrix.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t")[:2] == ["Conjunto de datos", "Está en la lista de datos estratégicos"]
    assert copied[1].split("\t") == ["Obras", "Sí", "Sí", "No", "No", "Sí", "No", "Sí"]
    go(matrix, "baches", "estrategico")
    matrix.paste("Sí\tSí")
    assert (dataset(project, "baches").estrategico, dataset(project, "baches").solicitado) == (True, True)


def test_a_block_adds_no_datasets_here(matrix: ValueMatrix, project: Project) -> None:
    matrix.paste_as_new("Otro")
    assert matrix.add() is None
    assert len(project.proyecto.activos(ConjuntoDatos)) == 4


def test_a_change_elsewhere_is_followed(matrix: ValueMatrix, project: Project, qtbot: QtBot) -> None:
    project.edit("Retirar", [cambio(ARCHIVO, retirado="Ya no")])
    qtbot.waitUntil(lambda: matrix.accept_all.text() == "Aceptar lo propuesto (2)")


def test_a_project_to_be_read_is_looked_at_only(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage]
) -> None:
    project = open_project(*RECORDS, read_only=True)
    matrix = shown_matrix(make_page(project))
    assert not matrix.accept_all.isEnabled()
    go(matrix, "baches", "interes_nacional")
    press(matrix, Qt.Key.Key_Space)
    go(matrix, "aforos", "fecha_cercana")
    press(matrix, Qt.Key.Key_P)
    assert dataset(project, "baches") == BACHES


def test_signs_are_painted_in_the_colours_of_the_theme(matrix: ValueMatrix, context: Context) -> None:
    seen = colours(matrix.table.viewport())
    assert {context.colores.acento, context.colores.superficie} <= seen
    assert context.colores.dato in seen  # the frame of what is proposed


def test_the_names_take_the_room_that_is_left(matrix: ValueMatrix, page: PlanPage) -> None:
    page.resize(1500, 700)
    table = matrix.table
    assert sum(table.columnWidth(place) for place in range(matrix.model.columnCount())) == table.viewport().width()
    assert table.columnWidth(0) > 300


def test_without_datasets_it_says_what_it_is_for(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage]
) -> None:
    matrix = shown_matrix(make_page(open_project()))
    assert not matrix.table.isVisible()
    assert matrix.accept_all.text() == "Nada por aceptar"


def test_changes_that_come_together_are_all_followed(matrix: ValueMatrix, project: Project, qtbot: QtBot) -> None:
    project.edit("Sin fecha", [cambio(AFOROS, fecha_publicacion=None)])
    project.edit("Sin fecha", [cambio(BACHES, fecha_publicacion=None)])
    qtbot.waitUntil(lambda: matrix.accept_all.text() == "Aceptar lo propuesto (1)")
    project.undo()
    project.edit("Retirar", [cambio(ARCHIVO, retirado="Ya no")])
    project.edit("Notas", [cambio(OBRAS, descripcion="Otra")])
    qtbot.waitUntil(lambda: [one.criterio for one in matrix.model.proposed()] == ["fecha_cercana"])
