"""Sorting by each kind of column, what is empty last, and the cursor that stays on its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.models.record_table import RecordTableModel
from tests.gui.models.reading import cell, ids

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.project import Project

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.mark.parametrize(
    ("tipo", "column", "expected"),
    [
        (GrupoUsuarios, "nombre", "senado escuelas prensa planeacion"),
        (GrupoUsuarios, "clase", "planeacion senado prensa escuelas"),  # as the vocabulary has them, not by letter
        (GrupoUsuarios, "area", "planeacion senado prensa escuelas"),
        (GrupoUsuarios, "poder", "prensa planeacion senado escuelas"),
        (GrupoUsuarios, "prioritario", "senado prensa escuelas planeacion"),
        (GrupoUsuarios, "ejes", "prensa planeacion senado escuelas"),
        (GrupoUsuarios, "descripcion", "planeacion senado prensa escuelas"),
        (LineaPlan, "fecha", "taller boletin visor"),
        (LineaPlan, "grupos", "taller boletin visor"),
        (LineaPlan, "conjunto", "boletin taller visor"),
        (LineaPlan, "estado", "visor boletin taller"),
        (LineaPlan, "canal", "boletin taller visor"),
    ],
)
def test_each_kind_of_column_sorts_as_people_expect(
    project: Project,
    watch: Callable[[RecordTableModel], RecordTableModel],
    tipo: type[Registro],
    column: str,
    expected: str,
) -> None:
    model = watch(RecordTableModel(project, tipo))
    model.sort(model.columns.index(column), UP)
    assert ids(model) == expected.split()


def test_the_other_way_round(model: RecordTableModel) -> None:
    model.sort(model.columns.index("nombre"), DOWN)
    assert ids(model) == ["planeacion", "prensa", "escuelas", "senado"]


def test_no_column_goes_back_to_the_order_of_the_project(model: RecordTableModel) -> None:
    model.sort(0, DOWN)
    model.sort(-1)
    assert ids(model) == ["planeacion", "senado", "prensa", "escuelas"]


def test_a_derived_column_sorts_by_its_order_or_by_its_text(project: Project) -> None:
    def by_length(registro: Registro) -> Shown:
        return Shown(f"{len(registro.titulo)} letras", order=len(registro.titulo))

    def initial(registro: Registro) -> Shown:
        return Shown("" if registro.titulo.startswith("P") else registro.titulo[0])

    columns = ("nombre", Derived("largo", "Largo", 8, by_length), Derived("inicial", "Inicial", 8, initial))
    model = RecordTableModel(project, GrupoUsuarios, columns)
    model.sort(1)
    assert ids(model) == ["planeacion", "prensa", "escuelas", "senado"]
    model.sort(2)
    assert ids(model) == ["senado", "escuelas", "planeacion", "prensa"]  # what shows nothing comes last


def test_the_cursor_stays_on_its_record(model: RecordTableModel) -> None:
    kept = QPersistentModelIndex(cell(model, "planeacion", "clase"))
    model.sort(0)
    assert model.registro(kept.row()).id == "planeacion"
    assert model.columns[kept.column()] == "clase"


def test_sorting_takes_away_what_the_filters_no_longer_leave(model: RecordTableModel, project: Project) -> None:
    model.set_query("senado")
    kept = QPersistentModelIndex(model.index(0, 0))
    model.setData(model.index(0, 0), "Cámara alta")
    assert ids(model) == ["senado"]  # nothing jumps while typing
    model.sort(0)
    assert ids(model) == []
    assert not kept.isValid()


def test_a_new_search_keeps_the_order(model: RecordTableModel) -> None:
    model.sort(0, DOWN)
    model.set_query("e")
    assert ids(model) == ["planeacion", "prensa", "escuelas", "senado"]
