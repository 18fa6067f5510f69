"""Choosing from a list that does not hold the record yet: where such records are made, and making one on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.recomendaciones import AccionMejora
from promueve_gui.gui.widgets.picker import PickerDialog
from tests.gui.desk import type_text
from tests.gui.looking import labels, named

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Campo
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

AREA, GROUPS = campos(ConjuntoDatos)["area"], campos(LineaPlan)["grupos"]


@pytest.fixture
def ask(context: Context, show: Callable[..., QWidget]) -> Callable[..., PickerDialog]:
    """Return how to ask for the records of a field."""
    host = show(QWidget())

    def ask_for(project: Project, campo: Campo, chosen: tuple[str, ...] = ()) -> PickerDialog:
        made = PickerDialog(host, context, project, campo, chosen)
        show(made, 560, 480)
        return made

    return ask_for


def names(project: Project) -> list[str]:
    return sorted(area.nombre for area in project.proyecto.activos(AreaGeneradora))


def test_an_empty_list_says_where_its_records_are_made(
    ask: Callable[..., PickerDialog], empty_project: Project, project: Project
) -> None:
    sentence = "Todavía no hay áreas; agréguelas en la página «Inicio»."
    assert sentence in labels(ask(empty_project, AREA))
    assert sentence not in labels(ask(project, AREA))


def test_a_record_is_made_by_its_name_and_chosen(ask: Callable[..., PickerDialog], empty_project: Project) -> None:
    dialog = ask(empty_project, AREA)
    named(dialog, "Nueva área…").click()
    assert dialog.focusWidget() is dialog.new.line
    assert not named(dialog, "Agregar").isEnabled()
    type_text(dialog.new.line, " Dirección  de Presas ")
    QTest.keyClick(dialog.new.line, Qt.Key.Key_Return)
    (area,) = empty_project.proyecto.activos(AreaGeneradora)
    assert area.nombre == "Dirección de Presas"
    assert dialog.result() == PickerDialog.DialogCode.Accepted
    assert dialog.chosen() == (area.id,)
    assert empty_project.undo() == "Nueva área «Dirección de Presas»"


def test_the_chosen_one_gives_way_to_the_new_one(ask: Callable[..., PickerDialog], project: Project) -> None:
    dialog = ask(project, AREA, ("puentes",))
    type_text(dialog.search, "Presas")
    named(dialog, "Nueva área…").click()
    assert dialog.new.line.text() == "Presas"  # what was searched for in vain
    named(dialog, "Agregar").click()
    (identidad,) = dialog.chosen()
    assert project.proyecto.titulo("area_generadora", identidad) == "Presas"


def test_where_several_may_be_chosen_the_new_one_is_ticked_and_the_list_stays(
    ask: Callable[..., PickerDialog], project: Project
) -> None:
    dialog = ask(project, GROUPS, ("prensa",))
    named(dialog, "Nuevo grupo…").click()
    type_text(dialog.new.line, "Transportistas")
    named(dialog, "Agregar").click()
    assert dialog.isVisible()
    assert [project.proyecto.titulo("grupo_usuarios", i) for i in dialog.chosen()] == ["Periodistas", "Transportistas"]
    assert dialog.count.text() == "5 grupos · marcados: 2"


def test_a_name_that_is_known_makes_no_second_record(ask: Callable[..., PickerDialog], project: Project) -> None:
    before = names(project)
    dialog = ask(project, AREA)
    named(dialog, "Nueva área…").click()
    type_text(dialog.new.line, "direccion de caminos")
    named(dialog, "Agregar").click()
    assert dialog.chosen() == ("caminos",)
    assert names(project) == before


def test_enter_without_a_name_and_escape_make_nothing(ask: Callable[..., PickerDialog], project: Project) -> None:
    before = names(project)
    dialog = ask(project, AREA)
    named(dialog, "Nueva área…").click()
    QTest.keyClick(dialog.new.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.new.line, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.new.line.isVisible()
    assert names(project) == before


def test_nothing_can_be_made_where_nothing_can_be_written_or_records_have_no_name(
    ask: Callable[..., PickerDialog], project: Project, read_only_project: Project
) -> None:
    assert ask(project, AREA).new.isVisible()
    assert not ask(read_only_project, AREA).new.isVisible()
    assert not ask(project, campos(AccionMejora)["recomendacion"]).new.isVisible()
    assert not ask(project, campos(Publicacion)["solicitud"]).new.isVisible()
