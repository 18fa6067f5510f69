"""Copying the plan of another year, and beginning a new one: what is shown is what is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.plan_years import Pendientes, plan_year
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea
from promueve_gui.gui.dialogs.copy_year import CopyYearDialog
from promueve_gui.gui.dialogs.new_year import NewYearDialog
from tests.gui.dialogs.conftest import INSTITUCION

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.dialogs.conftest import Host

VIEJA = LineaPlan(id="vieja", nombre="Boletín", fecha=date(2025, 3, 11), estado=EstadoLinea.HECHA)
OTRA = LineaPlan(id="otra", nombre="Correo", fecha=date(2025, 5, 2), estado=EstadoLinea.PLANEADA)
REPETIDA = LineaPlan(id="repetida", nombre="Correo", fecha=date(2026, 5, 4), estado=EstadoLinea.PLANEADA)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(INSTITUCION, VIEJA, OTRA, REPETIDA)


def copying(host: Host, context: Context, project: Project) -> CopyYearDialog:
    dialog = CopyYearDialog(host.widget, context, project)
    host.show(dialog)
    return dialog


def shown(dialog: CopyYearDialog) -> dict[str, list[list[str]]]:
    """Return what stands under each heading."""
    tops = [dialog.tree.topLevelItem(place) for place in range(dialog.tree.topLevelItemCount())]
    return {
        top.text(0): [
            [line.text(0), line.text(1)] for n in range(top.childCount()) if (line := top.child(n)) is not None
        ]
        for top in tops
        if top is not None
    }


def test_the_copy_is_looked_at_first(host: Host, context: Context, project: Project, qtbot: QtBot) -> None:
    dialog = copying(host, context, project)
    assert (dialog.source.currentText(), dialog.target.value()) == ("2025", 2026)
    assert not dialog.copy.isEnabled()
    assert dialog.copy.text() == "Copiar"  # it is not known yet whether there is nothing
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=20_000)
    assert dialog.copy.text() == "Copiar 1 actividad"
    assert shown(dialog) == {
        "Se copian (1)": [["mié 11/03/2026", "Boletín"]],
        "No se copian (1)": [["", "Correo: Ya está en el plan de 2026."]],
    }
    assert project.session.next_undo() is None


def test_what_is_shown_is_copied_as_one_edition(host: Host, context: Context, project: Project, qtbot: QtBot) -> None:
    dialog = copying(host, context, project)
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=20_000)
    assert host.is_freed(dialog, dialog.copy.click)
    nueva = project.proyecto.activos(LineaPlan)[-1]
    assert (nueva.nombre, nueva.fecha, nueva.estado) == ("Boletín", date(2026, 3, 11), EstadoLinea.PLANEADA)
    assert project.undo() == "Copiar 1 actividad de 2025 a 2026"


def test_other_years_can_be_chosen(host: Host, context: Context, project: Project, qtbot: QtBot) -> None:
    dialog = copying(host, context, project)
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=20_000)
    dialog.target.setValue(2027)
    qtbot.waitUntil(lambda: dialog.copy.text() == "Copiar 2 actividades", timeout=20_000)
    dialog.source.setCurrentText("2026")
    dialog.source.activated.emit(0)
    qtbot.waitUntil(
        lambda: shown(dialog) == {"Se copian (1)": [["mar 04/05/2027", "Correo"]], "No se copian (0)": []},
        timeout=20_000,
    )


def test_without_an_earlier_year_the_program_s_goes_to_the_next(
    host: Host, context: Context, open_project: Callable[..., Project], qtbot: QtBot
) -> None:
    coming = replace(REPETIDA, id="venidera", nombre="Historia", fecha=date(2027, 5, 4))
    dialog = copying(host, context, open_project(INSTITUCION, REPETIDA, coming))
    assert (dialog.source.currentText(), dialog.target.value()) == ("2026", 2027)
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=20_000)


def test_with_nothing_to_copy_it_says_so(host: Host, context: Context, open_project: Callable[..., Project]) -> None:
    dialog = copying(host, context, open_project(INSTITUCION))
    assert not dialog.tree.isVisible()
    assert dialog.copy.text() == "Nada que copiar"
    dialog.accept_copy()
    assert dialog.isVisible()


def beginning(host: Host, context: Context, project: Project) -> NewYearDialog:
    dialog = NewYearDialog(host.widget, context, project)
    host.show(dialog)
    return dialog


def line(project: Project, identidad: str) -> LineaPlan:
    found = project.proyecto.get(LineaPlan, identidad)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("fate", "fecha", "estado"),
    [
        (Pendientes.DEJAR, date(2025, 5, 2), EstadoLinea.PLANEADA),
        (Pendientes.BANDEJA, None, EstadoLinea.PLANEADA),
        (Pendientes.CANCELAR, date(2025, 5, 2), EstadoLinea.CANCELADA),
    ],
)
def test_a_new_year_deals_with_what_was_left_open(  # the fixtures and the three outcomes
    host: Host, context: Context, project: Project, fate: Pendientes, fecha: date | None, estado: EstadoLinea
) -> None:
    dialog = beginning(host, context, project)
    assert dialog.year.value() == 2027
    assert [dialog.lines.item(place).text() for place in range(dialog.lines.count())] == [
        "02/05/2025  Correo",
        "04/05/2026  Correo",
    ]
    dialog.fates.button(list(Pendientes).index(fate)).setChecked(True)
    assert dialog.begin.text() == "Iniciar 2027"
    assert host.is_freed(dialog, dialog.begin.click)
    assert plan_year(project.proyecto) == 2027
    assert (line(project, "otra").fecha, line(project, "otra").estado) == (fecha, estado)
    assert line(project, "vieja") == VIEJA
    assert project.undo() == "Iniciar el año 2027"
    assert plan_year(project.proyecto) == 2026


def test_with_nothing_left_open_it_does_not_ask(
    host: Host, context: Context, open_project: Callable[..., Project]
) -> None:
    dialog = beginning(host, context, open_project(INSTITUCION, VIEJA))
    assert not dialog.lines.isVisible()
    assert not any(choice.isVisible() for choice in dialog.fates.buttons())
    dialog.year.setValue(2030)
    assert dialog.begin.text() == "Iniciar 2030"


def test_the_copy_of_a_plan_can_follow(host: Host, context: Context, project: Project, qtbot: QtBot) -> None:
    dialog = beginning(host, context, project)
    dialog.then_copy.setChecked(True)
    with qtbot.waitSignal(dialog.copy_wanted):
        dialog.begin.click()


def test_a_project_to_be_read_begins_no_year(
    host: Host, context: Context, open_project: Callable[..., Project]
) -> None:
    dialog = beginning(host, context, open_project(INSTITUCION, read_only=True))
    assert not dialog.begin.isEnabled()
