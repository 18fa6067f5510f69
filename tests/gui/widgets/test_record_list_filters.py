"""Searching and filtering a list: every kind of filter, what its button says, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from promueve_gui.application.search import MANY
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.gui.looking import labels, named
from tests.gui.samples import SENADO, many_groups
from tests.gui.widgets.lists import filter_button, ids, offered, pick, search

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_list import RecordList


def test_search_narrows_the_list_when_typing_rests(groups: RecordList, qtbot: QtBot) -> None:
    search(groups, "comisión", qtbot)
    assert ids(groups) == ["senado"]
    assert groups.count.text() == "1 de 4 grupos"


def test_a_long_list_is_searched_and_shown_whole_again(
    open_project: Callable[..., Project], make_list: Callable[[Project], RecordList], qtbot: QtBot
) -> None:
    records = make_list(open_project(*many_groups(3 * MANY)))
    search(records, f"grupo 0{MANY + 3}", qtbot)
    assert ids(records) == [f"g{MANY + 3}"]
    records.clear()
    assert records.count.text() == f"{3 * MANY:,} grupos"


def test_nothing_found_can_be_undone_with_one_button(groups: RecordList, qtbot: QtBot) -> None:
    cleared: list[None] = []
    groups.cleared.connect(lambda: cleared.append(None))
    pick(groups, "clase", "Dentro de la institución")
    search(groups, "zzz", qtbot)
    assert "Nada coincide con lo que busca" in labels(groups)
    assert groups.count.text() == "0 de 4 grupos"
    named(groups, "Quitar búsqueda y filtros").click()
    assert groups.search.text() == ""
    assert groups.count.text() == "4 grupos"
    assert filter_button(groups, "clase").text() == "Clase ▾"
    assert cleared == [None]


@pytest.mark.parametrize(
    ("nombre", "choice", "found"),
    [
        ("clase", "Otras instituciones de gobierno", ["senado"]),
        ("clase", "(sin dato)", ["escuelas"]),
        ("area", "Dirección de Caminos", ["planeacion", "senado"]),
        ("area", "(sin dato)", ["escuelas"]),
        ("prioritario", "Sí", ["planeacion"]),
        ("prioritario", "No", ["senado", "prensa", "escuelas"]),
        ("ejes", "Crecimiento económico", ["prensa"]),
        ("ejes", "(sin dato)", ["planeacion", "senado", "escuelas"]),
    ],
)
def test_each_kind_of_filter(groups: RecordList, nombre: str, choice: str, found: list[str]) -> None:
    pick(groups, nombre, choice)
    assert ids(groups) == found
    assert groups.count.text() == f"{len(found)} de 4 grupos"
    pick(groups, nombre, "Todos")
    assert len(ids(groups)) == 4
    assert filter_button(groups, nombre).toolTip() == ""


def test_a_filter_says_what_it_is_set_to(groups: RecordList) -> None:
    pick(groups, "clase", "Otras instituciones de gobierno")
    made = filter_button(groups, "clase")
    assert made.text() == "Clase: Otras instituciones de gobi… ▾"
    assert "Otras instituciones de gobierno" in made.toolTip()
    assert made.accessibleName() == "Filtrar por clase"


def test_filters_offer_the_records_of_now(groups: RecordList, project: Project) -> None:
    project.edit("Cambiar", [cambio(project.proyecto.activos(AreaGeneradora)[0], nombre="Área <A> & B")])
    texts = [action.text() for action in offered(groups, "area")]
    assert texts == ["Todos", "Área <A> && B", "Subdirección de Puentes", "(sin dato)"]
    assert [action.text() for action in offered(groups, "area")] == texts  # opened twice, filled once
    pick(groups, "area", "Área <A> && B")
    made = filter_button(groups, "area")
    assert made.text() == "Área generadora: Área <A> && B ▾"
    assert "&lt;A&gt;" in made.toolTip()


def test_a_record_that_filters_hide_is_shown_when_asked_for(groups: RecordList) -> None:
    pick(groups, "clase", "Dentro de la institución")
    assert groups.show_record("senado")
    assert len(ids(groups)) == 4
    assert groups.table.current_record() == SENADO
    assert not groups.show_record("nadie")


def test_a_row_that_no_longer_passes_goes_with_the_next_sort(groups: RecordList, project: Project) -> None:
    pick(groups, "clase", "Otras instituciones de gobierno")
    project.edit("Cambiar", [cambio(SENADO, clase=ClaseGrupo.SOCIEDAD)])
    assert groups.count.text() == "1 de 4 grupos"
    groups.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert groups.count.text() == "0 de 4 grupos"
    assert "Nada coincide con lo que busca" in labels(groups)
