from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import Acuerdo, ConjuntoDatos, Recurso
from promueve_gui.domain.flow import PLAN
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea, Rol
from promueve_gui.gui.pasos.plan.page import DATA, EVENTS, LINES, TOOLS, PlanPage
from tests.gui.pasos.plan.conftest import RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner
    from tests.gui.answers import Answers


def rows(page: PlanPage, entidad: str) -> list[str]:
    return [registro.titulo for registro in page.panels[entidad][0].list.model.registros()]


def test_tabs_count_their_records(page: PlanPage) -> None:
    assert [page.pages.tabText(place) for place in range(page.pages.count())] == [
        "Actividades (4)",
        "Qué promover (2)",
        "Herramientas (0)",
        "Eventos (1)",
        "Propuestas",
        "Cobertura",
    ]


def test_a_new_line_begins_planned_by_the_enlace(page: PlanPage, project: Project) -> None:
    page.panels["linea_plan"][0].list.add()
    nueva = project.proyecto.activos(LineaPlan)[-1]
    assert (nueva.estado, nueva.rol_responsable) == (EstadoLinea.PLANEADA, Rol.ENLACE)


def test_a_line_made_from_elsewhere_is_opened_with_its_values(page: PlanPage, project: Project) -> None:
    page.pages.setCurrentIndex(DATA)
    made = page.create_line({"conjunto": "aforos", "estado": EstadoLinea.IDEA})
    nueva = project.proyecto.activos(LineaPlan)[-1]
    assert (nueva.id, nueva.conjunto, nueva.estado) == (made, "aforos", EstadoLinea.IDEA)
    assert nueva.rol_responsable is Rol.ENLACE
    assert page.pages.currentIndex() == LINES
    assert page.panels["linea_plan"][0].form.record_id == made


def test_no_line_is_made_from_elsewhere_in_a_project_to_be_read(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage]
) -> None:
    project = open_project(*RECORDS, read_only=True)
    page = make_page(project)
    assert page.create_line({"conjunto": "aforos"}) is None
    assert len(project.proyecto.activos(LineaPlan)) == 4


def test_a_line_without_an_object_is_told_over_its_form(page: PlanPage, qtbot: QtBot) -> None:
    panel = page.panels["linea_plan"][0]
    panel.show_record("correo")
    qtbot.waitUntil(lambda: panel.hints.sentences() != [])
    assert panel.hints.sentences()[0].startswith("▲ Falta qué se promueve")
    panel.show_record("boletin")
    assert panel.hints.sentences() == []


def test_datasets_are_sorted_by_their_value(page: PlanPage) -> None:
    model = page.data.master.list.model
    place = next(n for n in range(model.columnCount()) if model.headerData(n, Qt.Orientation.Horizontal) == "Valor")
    assert model.index(0, place).data() == "2 de 7"
    model.sort(place, Qt.SortOrder.AscendingOrder)
    assert rows(page, "conjunto_datos") == ["Puentes", "Aforos"]


def test_a_dataset_that_is_left_out_says_so_beside_its_name(page: PlanPage, project: Project) -> None:
    aforos = next(c for c in project.proyecto.activos(ConjuntoDatos) if c.nombre == "Aforos")
    model = page.data.master.list.model
    project.edit("Marcar", [cambio(aforos, institucional=True)])
    assert model.index(model.row_of(aforos.id), 1).data() == "No se promueve"


def test_resources_are_those_of_the_chosen_dataset(page: PlanPage) -> None:
    page.pages.setCurrentIndex(DATA)
    page.data.master.list.show_record("aforos")
    page.data.toggle.click()
    assert rows(page, "recurso") == ["Aforos (CSV)"]
    assert page.data.toggle.text() == "Recursos (1)"
    page.data.master.list.show_record("puentes")
    assert rows(page, "recurso") == ["Planos"]


def test_a_new_resource_belongs_to_the_chosen_dataset(page: PlanPage, project: Project) -> None:
    page.pages.setCurrentIndex(DATA)
    page.data.master.list.show_record("puentes")
    page.data.toggle.click()
    page.data.detail.list.add()
    assert project.proyecto.activos(Recurso)[-1].conjunto == "puentes"
    assert page.data.toggle.text() == "Recursos (2)"


def test_a_new_agreement_belongs_to_the_chosen_table(page: PlanPage, project: Project) -> None:
    page.pages.setCurrentIndex(EVENTS)
    page.events.master.list.show_record("mesa")
    page.events.toggle.click()
    page.events.detail.list.add()
    assert project.proyecto.activos(Acuerdo)[-1].evento == "mesa"


def test_nothing_can_be_added_before_something_is_chosen(page: PlanPage) -> None:
    page.pages.setCurrentIndex(EVENTS)
    page.events.toggle.click()
    assert not page.events.detail.list.add_button.isEnabled()


def test_a_jump_to_a_resource_shows_it_under_its_dataset(page: PlanPage) -> None:
    page.show_record("recurso", "planos", "url")
    assert page.pages.currentIndex() == DATA
    assert page.data.detail.form.record_id == "planos"
    current = page.data.master.list.table.current_record()
    assert current is not None
    assert current.id == "puentes"


def test_a_jump_to_something_that_belongs_nowhere_still_shows_it(page: PlanPage, project: Project) -> None:
    project.edit("Quitar", [])
    page.show_record("acuerdo", "acuerdo", "fin")
    assert page.events.detail.form.record_id == "acuerdo"


def test_gaps_lead_to_their_record(page: PlanPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.gaps.isHidden())
    with qtbot.waitSignal(page.jump_asked) as asked:
        page.gaps.see.click()
    with qtbot.waitSignal(page.jump_asked) as next_asked:
        page.gaps.see.click()
    assert asked.args != next_asked.args
    assert asked.args[0] == "linea_plan"


def test_tools_are_built_when_their_tab_is_chosen(page: PlanPage) -> None:
    assert "herramienta" not in page.panels
    page.show_record("herramienta", "", "")
    assert page.pages.currentIndex() == TOOLS
    assert rows(page, "herramienta") == []


def test_what_is_typed_is_saved_before_the_calendar_was_ever_visited(page: PlanPage, project: Project) -> None:
    page.panels["linea_plan"][0].show_record("correo", "nombre")
    name = page.panels["linea_plan"][0].form.editor("nombre").focusProxy() or page
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, "s")
    page.flush()
    assert project.proyecto.titulo("linea_plan", "correo") == "Correos"


def test_a_page_that_is_gone_hears_of_nothing(
    context: Context, messages: Answers, runner: TaskRunner, project: Project, qtbot: QtBot
) -> None:
    gone = PlanPage(context, project, messages, runner, PLAN)
    for place in range(gone.pages.count()):
        gone.pages.build(place)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    with qtbot.captureExceptions() as errors, qtbot.waitSignal(project.reviewed):
        project.edit("Agregar", [alta(LineaPlan(id="otra", nombre="Otra"))])
    assert errors == []
