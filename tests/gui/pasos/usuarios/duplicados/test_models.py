"""The models of the tab are as Qt wants them, whatever is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from promueve_gui.application.group_choice import Eleccion
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.duplicados import Cumulo, Pareja
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.uniones import NoDuplicado
from promueve_gui.gui.pasos.usuarios.duplicados.clusters_model import HEADING, SUMMARY, ClustersModel
from promueve_gui.gui.pasos.usuarios.duplicados.comparison_model import FIRST_FIELD, STAYS, TAKES_PART, ComparisonModel
from promueve_gui.gui.pasos.usuarios.duplicados.decisions import DecisionsModel
from promueve_gui.gui.pasos.usuarios.duplicados.tab import PAIRS
from tests.gui.pasos.usuarios.duplicados.conftest import LARGO

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project

INEGI = Cumulo(("a", "b", "c"), (Pareja("a", "b", 97, ("Son siglas.",)),), 97)
PRENSA = Cumulo(("d", "e"), (Pareja("d", "e", 89, ("Se parecen.",)),), 89)
NONE = QModelIndex()
DISPLAY, CHECK = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.CheckStateRole
SPOKEN, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
HORIZONTAL, VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def clusters(project: Project) -> ClustersModel:
    model = ClustersModel(project)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    model.set_clusters([INEGI, PRENSA])
    return model


def test_each_cluster_says_its_longest_name_how_many_and_how_alike(clusters: ClustersModel) -> None:
    first = clusters.index(0, 0)
    assert (first.data(), first.data(SUMMARY)) == (LARGO, "3 grupos · parecido 97 %")
    assert first.data(SPOKEN) == f"{LARGO}, 3 grupos · parecido 97 %"
    assert LARGO in first.data(TIP)
    assert clusters.headerData(0, HORIZONTAL) == HEADING
    assert clusters.headerData(0, VERTICAL) is None
    assert first.data(Qt.ItemDataRole.DecorationRole) is None
    assert NONE.data() is None


def test_its_groups_stand_beneath_it_with_their_areas(clusters: ClustersModel) -> None:
    first = clusters.index(0, 0)
    rows = [clusters.index(row, 0, first) for row in range(clusters.rowCount(first))]
    assert [(row.data(), row.data(SUMMARY)) for row in rows] == [
        ("INEGI", "Dirección de Censos"),
        (LARGO, "Archivo"),
        ("Inst. Nacional de Geografía y Estadística", "Sin área"),
    ]
    assert (rows[1].parent(), rows[1].data(SPOKEN)) == (first, f"{LARGO}, Archivo")
    assert clusters.rowCount(rows[1]) == 0
    assert (clusters.cluster(rows[1]), clusters.cluster(first), clusters.cluster(NONE)) == (INEGI, INEGI, None)


def test_search_looks_at_names_initials_and_areas(clusters: ClustersModel) -> None:
    for query, found in (("archivo", 2), ("PERIOD", 1), ("inegi geografia", 1), ("nada", 0), ("", 2)):
        clusters.set_query(query)
        assert (query, clusters.rowCount(), clusters.total) == (query, found, 2)


def test_a_group_leads_to_its_cluster(clusters: ClustersModel) -> None:
    assert clusters.place_of("e") == clusters.index(1, 0)
    assert not clusters.place_of("f").isValid()


def test_a_group_that_is_gone_has_no_name(clusters: ClustersModel) -> None:
    clusters.set_clusters([Cumulo(("nadie", "d"), (), 80)])
    assert clusters.index(0, 0, clusters.index(0, 0)).data() == "Sin nombre"


@pytest.fixture
def choice(project: Project) -> Eleccion:
    groups = [project.proyecto.get(GrupoUsuarios, identity) for identity in "bac"]
    return Eleccion(INEGI, [group for group in groups if group], "b")


@pytest.fixture
def comparison(project: Project, choice: Eleccion) -> ComparisonModel:
    model = ComparisonModel(project)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    model.show_choice(choice)
    return model


def row_of(model: ComparisonModel, title: str) -> int:
    (row,) = [row for row in range(model.rowCount()) if model.headerData(row, VERTICAL) == title]
    return row


def marks(model: ComparisonModel, row: int) -> list[object]:
    return [model.index(row, column).data(CHECK) for column in range(model.columnCount())]


def test_groups_stand_side_by_side_with_a_column_that_joins_them(comparison: ComparisonModel) -> None:
    titles = [comparison.headerData(column, HORIZONTAL) for column in range(comparison.columnCount())]
    assert titles == ["Grupo 1", "Grupo 2", "Grupo 3", "Todo junto"]
    fields = [comparison.headerData(row, VERTICAL) for row in range(comparison.rowCount())]
    assert fields == [
        "¿Es el mismo?", "Queda", "Grupo de usuarios", "Siglas", "Clase", "Área generadora", "Quiénes son y qué buscan",
    ]  # fmt: skip
    row = row_of(comparison, "Quiénes son y qué buscan")
    texts = [comparison.index(row, column).data() for column in range(4)]
    assert texts == ["Hace mapas", "Hace censos", "", "Hace mapas\nHace censos"]
    assert marks(comparison, row) == [UNCHECKED, UNCHECKED, UNCHECKED, CHECKED]
    assert comparison.headerData(0, VERTICAL, Qt.ItemDataRole.FontRole) is None


def test_one_of_each_row_counts_and_another_can_be_chosen(comparison: ComparisonModel, choice: Eleccion) -> None:
    row = row_of(comparison, "Grupo de usuarios")
    assert marks(comparison, row) == [CHECKED, UNCHECKED, UNCHECKED, None]
    assert comparison.setData(comparison.index(row, 1), CHECKED, CHECK)
    assert marks(comparison, row) == [UNCHECKED, CHECKED, UNCHECKED, None]
    assert choice.valor("nombre") == "INEGI"
    assert comparison.index(row, 1).data(SPOKEN) == "Grupo de usuarios: INEGI, elegido"
    assert not comparison.setData(comparison.index(row, 3), CHECKED, CHECK)
    assert not comparison.setData(comparison.index(row, 1), "x", DISPLAY)


def test_what_all_say_alike_needs_no_choice(comparison: ComparisonModel) -> None:
    row = row_of(comparison, "Clase")
    assert marks(comparison, row) == [None] * 4
    assert not comparison.flags(comparison.index(row, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    assert comparison.index(row, 3).data() == ""


def test_texts_can_be_joined_or_taken_from_one(comparison: ComparisonModel, choice: Eleccion) -> None:
    row = row_of(comparison, "Quiénes son y qué buscan")
    comparison.choose(comparison.index(row, 1))
    assert choice.valor("descripcion") == "Hace censos"
    comparison.choose(comparison.index(row, 3))
    assert choice.valor("descripcion") == "Hace mapas\nHace censos"


def test_another_group_can_stay_and_one_be_left_out(comparison: ComparisonModel, choice: Eleccion) -> None:
    assert [comparison.index(STAYS, column).data() for column in range(4)] == ["Este queda", "Se une", "Se une", ""]
    comparison.choose(comparison.index(TAKES_PART, 0))  # the one that stays takes part
    assert not choice.fuera
    comparison.choose(comparison.index(STAYS, 1))
    assert choice.queda == "a"
    comparison.choose(comparison.index(TAKES_PART, 2))
    assert choice.fuera == {"c"}
    assert [comparison.index(TAKES_PART, column).data() for column in range(4)] == ["Sí", "Sí", "No", ""]
    assert marks(comparison, TAKES_PART) == [CHECKED, CHECKED, UNCHECKED, None]
    assert comparison.index(FIRST_FIELD, 2).data(CHECK) is None


def test_nothing_to_compare_is_an_empty_table(project: Project, open_project: Callable[..., Project]) -> None:
    model = ComparisonModel(project)
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.headerData(0, VERTICAL) is None
    model.choose(NONE)
    read_only = ComparisonModel(open_project(GrupoUsuarios(id="a", nombre="Uno"), read_only=True))
    a, b = GrupoUsuarios(id="a", nombre="Uno"), GrupoUsuarios(id="b", nombre="Dos")
    read_only.show_choice(Eleccion(Cumulo(("a", "b"), (), 80), [a, b], "a"))
    assert not read_only.setData(read_only.index(STAYS, 1), CHECKED, CHECK)
    assert read_only.columnCount() == 2


def test_decisions_are_listed_the_newest_first(project: Project) -> None:
    pairs = [
        NoDuplicado(id=f"n{number}", grupo="d", otro=other, motivo=f"Por {other}") for number, other in enumerate("ef")
    ]
    project.edit("Recordar", [alta(pair) for pair in pairs])
    model = DecisionsModel(project, PAIRS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    assert [model.id_at(row) for row in range(model.rowCount())] == ["n1", "n0"]
    assert [model.index(1, column).data() for column in range(4)] == ["Periodistas", "Perodistas", "Por e", ""]
    assert [model.headerData(section, HORIZONTAL) for section in range(2)] == ["Grupo", "Otro grupo"]
    assert model.headerData(0, VERTICAL) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert "Periodistas" in model.index(0, 0).data(TIP)
    model.set_query("perod")
    assert (model.rowCount(), model.total, model.place_of("n0"), model.place_of("n1")) == (1, 2, 0, -1)
