"""«Qué promover» in its three views, and how jumps and forms find their way among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos, Recurso
from promueve_gui.gui.pasos.plan.page import DATA, LINES
from tests.gui.desk import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.project import Project


def test_the_list_comes_first_and_the_others_are_built_when_looked_at(page: PlanPage, qtbot: QtBot) -> None:
    page.pages.setCurrentIndex(DATA)
    tab = page.choosing
    assert page.data.master.isVisible()
    assert (tab.matrix, tab.coming, tab.panel) == (None, None, None)
    tab.switch.setCurrentIndex(1)
    assert tab.matrix is not None
    assert tab.matrix.isVisible()
    assert not page.data.master.isVisible()
    tab.switch.setCurrentIndex(2)
    coming = tab.coming
    assert coming is not None
    assert coming.isVisible()
    qtbot.waitUntil(lambda: coming.model.total > 0, timeout=20_000)
    matrix = tab.matrix
    tab.switch.setCurrentIndex(1)
    assert tab.matrix is matrix


def test_views_have_names_for_everybody(page: PlanPage) -> None:
    switch = page.choosing.switch
    assert [switch.tabText(place) for place in range(switch.count())] == ["Lista", "Matriz de valor", "Por venir"]
    assert switch.accessibleName() == "Cómo se ven los conjuntos de datos"


def test_a_jump_to_a_dataset_shows_it_in_the_list(page: PlanPage) -> None:
    page.pages.setCurrentIndex(DATA)
    page.choosing.switch.setCurrentIndex(1)
    page.pages.setCurrentIndex(LINES)
    page.show_record(ConjuntoDatos.ENTIDAD, "puentes", "")
    assert page.pages.currentIndex() == DATA
    assert page.choosing.switch.currentIndex() == 0
    assert page.data.master.form.record_id == "puentes"


def test_a_jump_to_a_resource_shows_it_under_its_dataset(page: PlanPage) -> None:
    page.pages.setCurrentIndex(DATA)
    page.choosing.switch.setCurrentIndex(1)
    page.show_record(Recurso.ENTIDAD, "planos", "")
    assert page.data.detail.isVisible()
    assert page.data.detail.form.record_id == "planos"


def test_what_is_typed_beside_the_matrix_is_saved(page: PlanPage, project: Project) -> None:
    page.pages.setCurrentIndex(DATA)
    page.choosing.switch.setCurrentIndex(1)
    panel = page.choosing.panel
    assert panel is not None
    panel.show_record("puentes", "nombre")
    line = page.focusWidget()
    assert line is not None
    type_text(line, " y vados")
    page.flush()
    found = project.proyecto.get(ConjuntoDatos, "puentes")
    assert found is not None
    assert found.nombre == "Puentes y vados"


def test_the_guide_follows_the_criteria(page: PlanPage, qtbot: QtBot) -> None:
    page.pages.setCurrentIndex(DATA)
    page.choosing.switch.setCurrentIndex(1)
    matrix = page.choosing.matrix
    assert matrix is not None
    with qtbot.waitSignal(page.field_focused) as told:
        matrix.table.setCurrentIndex(matrix.model.index(0, 3))
    assert told.args == [ConjuntoDatos.ENTIDAD, "solicitado"]


def test_a_page_that_nobody_looked_at_has_nothing_to_save(page: PlanPage) -> None:
    page.flush()
    assert "choosing" not in vars(page)
    assert "proposals" not in vars(page)
    assert "coverage" not in vars(page)
