"""Closing a project asks about what was typed and could not be saved, and goes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from promueve_gui.domain.flow import INICIO, PLAN
from promueve_gui.domain.institucion import DiaInhabil, Institucion, Persona
from promueve_gui.gui.drafts import Draft
from promueve_gui.gui.leaving import correct
from promueve_gui.gui.theme import Tema
from promueve_gui.gui.widgets.editors.text import DateEditor
from tests.gui.desk import type_text

if TYPE_CHECKING:
    from promueve_gui.gui.widgets.record_panel import RecordPanel
    from tests.gui.desk import Desk

INSTITUCION = Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP", anio=2026)
CIERRE = DiaInhabil(id="d", motivo="Inventario anual")


@pytest.fixture
def panel(desk: Desk) -> RecordPanel:
    """Return the list of closures with a day typed that does not exist."""
    desk.open(desk.make([INSTITUCION, CIERRE, Persona(id="p", nombre="Ana")]))
    desk.wizard.jump("dia_inhabil", "d", "fecha")
    return typed_badly(desk)


def typed_badly(desk: Desk) -> RecordPanel:
    panel, _ = desk.wizard.page_of(INICIO).panels["dia_inhabil"]
    type_text(line(panel).line, "31/02/2026")
    return panel


def line(panel: RecordPanel) -> DateEditor:
    editor = panel.form.editor("fecha")
    assert isinstance(editor, DateEditor)
    return editor


def test_closing_asks_and_goes_to_what_is_to_be_corrected(desk: Desk, panel: RecordPanel) -> None:
    panel.close_form()
    desk.wizard.go(PLAN)
    desk.answers.answer(0)
    assert not desk.window.close_project()
    assert "«Fecha» de «Inventario anual»: «31/02/2026» no existe" in desk.answers.said[-1]
    assert desk.wizard.current_step() is INICIO
    assert line(panel).line.hasFocus()
    assert line(panel).line.text() == "31/02/2026"


def test_one_may_think_better_of_closing_or_lose_it(desk: Desk, panel: RecordPanel) -> None:
    desk.answers.answer(-1)
    assert not desk.window.close_project()
    desk.answers.answer(1)
    assert desk.window.close_project()


def test_a_corrected_text_is_not_asked_about(desk: Desk, panel: RecordPanel) -> None:
    panel.flush()
    line(panel).line.clear()
    type_text(line(panel).line, "28/02/2026")
    assert desk.window.close_project()


def test_new_colours_do_not_lose_it(desk: Desk, panel: RecordPanel) -> None:
    desk.window.context.set_theme(Tema.OSCURO)
    desk.settle()
    desk.wizard.jump("dia_inhabil", "d", "fecha")
    again, _ = desk.wizard.page_of(INICIO).panels["dia_inhabil"]
    assert again is not panel
    assert line(again).line.text() == "31/02/2026"
    desk.answers.answer(1)
    assert desk.window.close_project()


def test_the_status_bar_goes_to_it(desk: Desk, panel: RecordPanel) -> None:
    panel.close_form()
    desk.wizard.go(PLAN)
    (unfit,) = [b for b in desk.window.statusBar().findChildren(QPushButton) if "por corregir" in b.text()]
    unfit.click()
    assert line(panel).line.hasFocus()
    desk.answers.answer(1)
    assert desk.window.close_project()


def test_many_are_told_in_short(desk: Desk, panel: RecordPanel) -> None:
    for nombre in ("nombre", "correo", "cargo", "telefono", "rol", "area"):
        desk.project.drafts.keep(Draft("persona", "p", nombre, "x", "No cabe."))
    desk.answers.answer(1)
    assert desk.window.close_project()
    said = desk.answers.said[-1].splitlines()
    assert len(said) == 8
    assert said[-1] == "· y 2 más."


def test_without_a_project_there_is_nothing_to_correct(desk: Desk) -> None:
    correct(desk.window)
    assert desk.window.close_project()
