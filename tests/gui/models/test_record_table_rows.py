"""Which records a table shows: search, filters, the order of the page, and its labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from promueve_gui.domain.ficha import campos_visibles
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.models.record_table import RecordTableModel
from tests.gui.models.reading import ids
from tests.gui.samples import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.project import Project

ALL = [grupo.id for grupo in GROUPS]


def is_government(registro: Registro) -> bool:
    return cast("GrupoUsuarios", registro).clase is ClaseGrupo.GOBIERNO


def has_area(registro: Registro) -> bool:
    return cast("GrupoUsuarios", registro).area == "caminos"


def test_every_record_in_use_is_a_row_in_the_order_of_the_project(model: RecordTableModel) -> None:
    assert ids(model) == ALL
    assert model.rowCount() == model.total() == 4
    assert [model.row_of(identidad) for identidad in ALL] == [0, 1, 2, 3]


def test_a_record_that_is_not_shown_has_no_row(model: RecordTableModel) -> None:
    assert model.row_of("nadie") == -1


def test_every_visible_field_is_a_column(model: RecordTableModel) -> None:
    assert model.columns == tuple(campos_visibles(GrupoUsuarios))
    assert model.columnCount() == len(model.columns)


def test_hidden_fields_are_no_columns(project: Project) -> None:
    assert "membrete" not in RecordTableModel(project, Institucion).columns


def test_a_page_says_which_columns_it_wants(project: Project) -> None:
    model = RecordTableModel(project, GrupoUsuarios, ("clase", "nombre"))
    headers = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert headers == ["Clase", "Grupo de usuarios"]


@pytest.mark.parametrize(
    ("orientation", "role"),
    [
        (Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole),
        (Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole),
    ],
)
def test_a_header_has_nothing_but_its_label(model: RecordTableModel, orientation: Qt.Orientation, role: int) -> None:
    assert model.headerData(0, orientation, role) is None


def test_a_cell_has_no_rows_of_its_own(model: RecordTableModel) -> None:
    inside = model.index(0, 0)
    assert model.rowCount(inside) == 0
    assert model.columnCount(inside) == 0


def test_labels_and_widths_come_from_the_field_or_from_what_is_worked_out(project: Project) -> None:
    derived = Derived("largo", "Largo del nombre", 7, lambda registro: Shown(str(len(registro.nombre))))
    model = RecordTableModel(project, GrupoUsuarios, ("nombre", derived))
    assert [model.label(place) for place in range(2)] == ["Grupo de usuarios", "Largo del nombre"]
    assert [model.width(place) for place in range(2)] == [40, 7]
    assert [model.is_field(place) for place in range(2)] == [True, False]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ALL),
        ("senado", ["senado"]),
        ("COMISION", ["senado"]),
        ("planeacion dgp", ["planeacion"]),
        ("dgp senado", []),
        ("presupuesto", ["planeacion"]),
        ("escuela", ["escuelas"]),
        ("<b>", []),
    ],
)
def test_search_finds_every_word_whatever_its_accents(model: RecordTableModel, query: str, found: list[str]) -> None:
    model.set_query(query)
    assert ids(model) == found
    assert model.narrowed is bool(query)
    assert model.total() == 4


def test_the_same_query_again_is_not_searched_again(model: RecordTableModel) -> None:
    model.set_query("senado")
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.set_query("senado")
    assert not resets


def test_filters_must_all_hold_and_can_be_taken_away_one_by_one(model: RecordTableModel) -> None:
    model.set_filter("area", has_area)
    assert ids(model) == ["planeacion", "senado"]
    model.set_filter("clase", is_government)
    assert ids(model) == ["senado"]
    assert model.narrowed
    model.set_filter("area", None)
    model.set_filter("clase", None)
    assert ids(model) == ALL
    assert not model.narrowed


def test_taking_away_a_filter_that_is_not_there_changes_nothing(model: RecordTableModel) -> None:
    model.set_filter("clase", None)
    assert ids(model) == ALL


def test_search_looks_only_among_what_the_filters_leave(model: RecordTableModel) -> None:
    model.set_filter("clase", is_government)
    model.set_query("planeación")
    assert ids(model) == []


def test_a_page_may_give_an_order_of_its_own_until_the_user_sorts(model: RecordTableModel) -> None:
    model.set_order(lambda registro: -len(registro.titulo))
    assert ids(model) == ["senado", "escuelas", "prensa", "planeacion"]
    model.sort(0)
    model.set_order(lambda registro: len(registro.titulo))
    assert ids(model) == ["senado", "escuelas", "prensa", "planeacion"]  # by name, as the user asked
    model.sort(-1)
    assert ids(model) == ["planeacion", "prensa", "escuelas", "senado"]
    model.set_order(None)
    assert ids(model) == ALL


def test_what_the_table_hands_out_cannot_change_it(model: RecordTableModel) -> None:
    model.registros().clear()
    assert ids(model) == ALL


def test_an_empty_project_gives_an_empty_table(
    empty_project: Project, watch: Callable[[RecordTableModel], RecordTableModel]
) -> None:
    model = watch(RecordTableModel(empty_project, GrupoUsuarios))
    assert model.rowCount() == model.total() == 0
    model.sort(0)
    model.set_query("x")
    assert model.rowCount() == 0
