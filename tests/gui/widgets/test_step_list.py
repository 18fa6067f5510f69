"""The list of steps: names and states in words as well as in signs, by mouse and by keyboard, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.flow import PASOS, PLAN, USUARIOS, EstadoPaso
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.theme import Tema
from promueve_gui.gui.widgets.step_list import NARROW, WIDE, StepList
from tests.gui.looking import colours, labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

NOTHING = dict.fromkeys(PASOS, EstadoPaso.NADA)


@pytest.fixture
def steps(context: Context, empty_project: Project, show: Callable[..., QWidget]) -> StepList:
    made = StepList(context, empty_project)
    show(made, WIDE, 600)
    made.set_states(NOTHING)
    return made


def row_rect(steps: StepList, row: int) -> QRect:
    return steps.list.visualItemRect(steps.list.item(row))


def seen(steps: StepList, row: int) -> set[str]:
    return colours(steps.list.viewport(), row_rect(steps, row))


def test_the_institution_stands_above(steps: StepList) -> None:
    assert labels(steps) == ["Secretaría de Ejemplo", "Programa de promoción 2026"]


def test_the_name_follows_the_project(steps: StepList, empty_project: Project) -> None:
    institucion = empty_project.proyecto.unico(Institucion)
    assert institucion is not None
    empty_project.edit("Cambiar", [cambio(institucion, nombre="<i>Otra</i>", anio=None)])
    steps.refresh_name()
    assert labels(steps) == ["<i>Otra</i>", "Programa de promoción "]


def test_a_long_name_leaves_the_steps_their_room(steps: StepList, empty_project: Project, qtbot: QtBot) -> None:
    institucion = empty_project.proyecto.unico(Institucion)
    assert institucion is not None
    QApplication.processEvents()
    before = steps.list.height()
    empty_project.edit("Cambiar", [cambio(institucion, nombre="Instituto de los Ríos y Presas de la Nación" * 5)])
    steps.refresh_name()
    qtbot.waitUntil(lambda: steps.list.height() < before)
    line = steps.fontMetrics().lineSpacing()
    assert before - steps.list.height() <= 4 * line  # and not twenty lines


def test_without_an_institution_nothing_is_said(
    context: Context, open_project: Callable[..., Project], show: Callable[..., QWidget]
) -> None:
    assert labels(show(StepList(context, open_project()))) == []


def test_every_step_is_there_with_its_shortcut(steps: StepList) -> None:
    tips = [steps.list.item(row).toolTip() for row in range(steps.list.count())]
    assert len(tips) == len(PASOS)
    assert tips[1] == f"Usuarios · {USUARIOS.responsable} (Ctrl+1)"


def test_a_step_is_chosen_by_mouse_and_by_keyboard(steps: StepList) -> None:
    chosen: list[Any] = []
    steps.chosen.connect(chosen.append)
    QTest.mouseClick(steps.list.viewport(), Qt.MouseButton.LeftButton, pos=row_rect(steps, 1).center())
    QTest.keyClick(steps.list, Qt.Key.Key_Down)
    assert chosen == [USUARIOS, PLAN]


def test_the_page_shown_is_marked(steps: StepList, context: Context) -> None:
    steps.set_current(PLAN)
    row = PASOS.index(PLAN)
    assert steps.list.currentRow() == row
    assert context.colores.seleccion in seen(steps, row)
    assert context.colores.seleccion not in seen(steps, row + 1)
    assert context.colores.acento in seen(steps, row)


def test_the_focus_can_be_seen(steps: StepList) -> None:
    steps.set_current(PLAN)
    steps.list.clearFocus()
    before = steps.grab(steps.rect()).toImage()
    steps.list.setFocus()
    assert steps.list.hasFocus()
    assert steps.grab(steps.rect()).toImage() != before


def test_nobody_is_chosen_when_the_list_is_left_without_a_cursor(steps: StepList) -> None:
    steps.set_current(PLAN)
    chosen: list[Any] = []
    steps.chosen.connect(chosen.append)
    steps.list.setCurrentRow(-1)
    assert chosen == []


@pytest.mark.parametrize(
    ("estado", "colour"),
    [(EstadoPaso.COMPLETO, "bien"), (EstadoPaso.ATENCION, "atencion"), (EstadoPaso.EN_PROGRESO, "acento")],
)
@pytest.mark.parametrize("tema", [Tema.CLARO, Tema.OSCURO])
def test_a_state_is_told_by_sign_colour_and_words(
    steps: StepList, context: Context, estado: EstadoPaso, colour: str, tema: Tema
) -> None:
    context.set_theme(tema)
    steps.list.clearFocus()
    plain = seen(steps, 3)
    steps.set_states({**NOTHING, PASOS[3]: estado})
    steps.list.viewport().update()
    assert getattr(context.colores, colour) in seen(steps, 3) - plain
    said = steps.list.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{PASOS[3].nombre}, {PASOS[3].responsable}: {estado.etiqueta.lower()}"


def test_a_narrow_list_shows_only_the_circles(steps: StepList) -> None:
    steps.set_narrow(narrow=True)
    assert steps.width() == NARROW
    assert labels(steps) == []
    narrow = {len(seen(steps, row)) for row in range(1, 6)}
    assert min(narrow) > 1  # the circle and its number
    steps.set_narrow(narrow=False)
    assert steps.width() == WIDE
    assert labels(steps) != []
