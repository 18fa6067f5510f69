"""What can be done to lines, from the menu and with keys; what counts is what the project then holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from promueve_gui.domain.cambios import retiro
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Rol
from promueve_gui.gui.pasos.plan.vistas.line_actions import NOBODY
from promueve_gui.gui.pasos.plan.vistas.line_menu import make_line_menu
from tests.gui.conftest import HOY
from tests.gui.pasos.plan.vistas.conftest import LUNES, MARTES, VIERNES
from tests.gui.pasos.plan.vistas.seen import agenda_of, line, texts, trigger

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.pasos.plan.vistas.line_actions import LineActions
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


@pytest.fixture
def actions(panel: LinesPanel) -> LineActions:
    """Return what can be done."""
    return panel.desk.actions


def test_several_lines_go_to_one_day_in_one_edition(actions: LineActions, project: Project) -> None:
    actions.move(["boletin", "estudio"], VIERNES)
    assert line(project, "boletin").fecha == line(project, "estudio").fecha == VIERNES
    project.undo()
    assert line(project, "boletin").fecha == MARTES
    assert line(project, "estudio").fecha is None


def test_lines_are_shifted_each_from_its_own_day(actions: LineActions, project: Project) -> None:
    actions.shift(["boletin", "campana", "estudio"], 2)
    assert line(project, "boletin").fecha == date(2026, 11, 12)
    assert line(project, "campana").fecha_fin == date(2026, 11, 26)
    assert project.session.history()[0].detalle == "Mover 2 actividades"
    actions.shift(["estudio"], 2)
    assert line(project, "estudio").fecha is None


def test_a_line_is_stretched(actions: LineActions, project: Project) -> None:
    actions.stretch("boletin", LUNES, VIERNES)
    assert (line(project, "boletin").fecha, line(project, "boletin").fecha_fin) == (LUNES, VIERNES)


def test_a_line_is_carried_to_another_day_and_lane(actions: LineActions, project: Project) -> None:
    actions.carry("boletin", VIERNES, {"canal": Canal.REDES})
    assert (line(project, "boletin").fecha, line(project, "boletin").canal) == (VIERNES, Canal.REDES)


def test_one_field_of_several_lines_is_changed(actions: LineActions, project: Project) -> None:
    actions.change(["boletin", "correo"], "estado", EstadoLinea.LISTA)
    assert line(project, "correo").estado is EstadoLinea.LISTA
    assert project.session.history()[0].detalle == "Cambiar «Estado» de 2 actividades a «Lista»"
    actions.change([], "estado", EstadoLinea.IDEA)
    assert line(project, "correo").estado is EstadoLinea.LISTA


def test_a_line_leaves_a_day_off(actions: LineActions, project: Project) -> None:
    actions.to_working_day("feria")
    assert line(project, "feria").fecha == date(2026, 11, 17)  # Monday the 16th is a holiday


def test_the_enlace_signs_off_unless_told_otherwise(actions: LineActions, project: Project) -> None:
    actions.sign_off(["boletin"])
    assert (line(project, "boletin").visto_bueno, line(project, "boletin").visto_bueno_fecha) == ("ana", HOY)
    luis = project.proyecto.get(Persona, "luis")
    actions.sign_off(["boletin"], luis)
    assert line(project, "boletin").visto_bueno == "luis"
    actions.take_back_sign_off(["boletin", "correo"])
    assert line(project, "boletin").visto_bueno is None


def test_signing_off_again_takes_it_back_once_all_have_it(actions: LineActions, project: Project) -> None:
    actions.sign_off(["boletin"])
    actions.toggle_sign_off(["boletin", "correo"])
    assert line(project, "correo").visto_bueno == "ana"
    actions.toggle_sign_off(["boletin", "correo"])
    assert line(project, "boletin").visto_bueno is None
    actions.toggle_sign_off([])


def test_nobody_can_sign_off_before_there_are_persons(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage], messages: Answers
) -> None:
    page = make_page(open_project(LineaPlan(id="una", nombre="Una")))
    page.lines.desk.actions.sign_off(["una"])
    assert messages.said == [NOBODY]
    menu = make_line_menu(page, page.lines.desk, ["una"])
    (signing,) = [made for made in menu.findChildren(QMenu) if made.title() == "Visto bueno"]
    assert not signing.actions()[0].isEnabled()


def test_withdrawing_asks_for_a_reason(actions: LineActions, project: Project, messages: Answers) -> None:
    messages.answer("", "Se repite")
    actions.withdraw(["boletin", "correo"])
    assert line(project, "boletin").activo
    actions.withdraw(["boletin", "correo"])
    assert line(project, "correo").retirado == "Se repite"
    assert messages.said == ["Retirar 2 actividades"] * 2


def test_lines_are_copied_with_their_labels(actions: LineActions) -> None:
    actions.copy(["boletin"])
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0].startswith("Actividad\t")
    assert "Boletín" in copied
    assert "Periodistas" in copied


def test_what_is_gone_is_left_alone(actions: LineActions, project: Project) -> None:
    project.edit("Retirar", [retiro(line(project, "boletin"), "no")])
    actions.move(["boletin"], VIERNES)
    actions.stretch("boletin", LUNES, VIERNES)
    actions.carry("boletin", VIERNES, {})
    actions.withdraw(["boletin"])
    actions.take_back_sign_off(["boletin"])
    actions.copy(["boletin"])
    actions.to_working_day("boletin")
    assert project.session.history()[0].detalle == "Retirar"


def test_nothing_is_changed_in_a_plan_to_be_read(read_only_panel: LinesPanel) -> None:
    actions = read_only_panel.desk.actions
    project = read_only_panel.desk.project
    actions.move(["boletin"], VIERNES)
    actions.withdraw(["boletin"])
    actions.ask_day(["boletin"], read_only_panel)
    actions.ask_repeat("boletin", read_only_panel)
    actions.ask_change(["boletin"], read_only_panel)
    assert line(project, "boletin").fecha == MARTES
    assert actions.create({}) is None
    menu = make_line_menu(read_only_panel, read_only_panel.desk, ["boletin"])
    assert [a.text().partition("\t")[0] for a in menu.actions() if a.isEnabled() and a.text()] == [
        "Abrir la ficha",
        "Copiar",
    ]


def test_the_menu_of_one_line(panel: LinesPanel, project: Project) -> None:
    menu = make_line_menu(panel, panel.desk, ["feria"])
    assert texts(menu) == [
        "Abrir la ficha",
        "Mover a una fecha…",
        "Pasar al siguiente día hábil",
        "Quitar la fecha",
        "Estado",
        "Visto bueno",
        "Repetir…",
        "Escribir su contenido",
        "Copiar",
        "Retirar…",
    ]
    trigger(menu, "Pasar al siguiente día hábil")
    assert line(project, "feria").fecha == date(2026, 11, 17)
    trigger(menu, "Hecha")
    assert line(project, "feria").estado is EstadoLinea.HECHA
    trigger(menu, "De Luis Peña (Administrador de Datos)")
    assert line(project, "feria").visto_bueno == "luis"
    trigger(menu, "Retirar el visto bueno")
    trigger(menu, "Quitar la fecha")
    assert line(project, "feria").fecha is None
    trigger(menu, "Abrir la ficha")
    assert panel.form.record_id == "feria"


def test_the_menu_of_several_lines(panel: LinesPanel) -> None:
    menu = make_line_menu(panel, panel.desk, ["boletin", "correo"])
    assert "Cambiar un dato de todas…" in texts(menu)
    assert "Repetir…" not in texts(menu)
    assert not menu.actions()[0].isEnabled()
    assert texts(make_line_menu(panel, panel.desk, [])) == []


def test_keys_do_what_the_menu_does(panel: LinesPanel, project: Project, messages: Answers) -> None:
    agenda = agenda_of(panel)
    agenda.select("boletin")
    agenda.take_focus()
    QTest.keyClick(agenda.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert line(project, "boletin").visto_bueno == "ana"
    QTest.keyClick(agenda.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Boletín" in QGuiApplication.clipboard().text()
    messages.answer("Ya no")
    QTest.keyClick(agenda.list, Qt.Key.Key_Delete)
    assert line(project, "boletin").retirado == "Ya no"


def test_a_new_line_begins_as_every_new_one_does(actions: LineActions, project: Project) -> None:
    made = actions.create({"fecha": LUNES, "canal": Canal.REDES})
    assert made is not None
    nueva = line(project, made)
    assert (nueva.fecha, nueva.canal, nueva.estado) == (LUNES, Canal.REDES, EstadoLinea.PLANEADA)
    assert nueva.rol_responsable is Rol.ENLACE
