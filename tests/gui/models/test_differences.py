"""The differences of a returned workbook as a table, under Qt's own tester of models."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from promueve_gui.application.returns import Returns, choices
from promueve_gui.domain.diferencias import Decision, Diferencia, Lugar, TipoDiferencia
from promueve_gui.gui.models.differences import HEADINGS, Column, DifferenceModel
from promueve_gui.gui.models.record_table import Role
from tests.galeria import read, sent_session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def found() -> Sequence[Diferencia]:
    """Return two changes, a new record, and four cells that are not understood."""
    return Returns(sent_session()).compare(read("valores pegados.xlsx")).diferencias


@pytest.fixture
def decisions() -> dict[str, Decision]:
    return {}


@pytest.fixture
def model(qapp: QApplication, found: Sequence[Diferencia], decisions: dict[str, Decision]) -> DifferenceModel:
    made = DifferenceModel(sent_session().proyecto)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    made.show(found, decisions)
    return made


def under(model: DifferenceModel, column: Column) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_each_difference_is_a_row_in_the_order_of_the_file(model: DifferenceModel) -> None:
    assert under(model, Column.LUGAR) == [
        "Grupos · D2",
        "Grupos · H3",
        "Grupos · G4",
        "Grupos · I4",
        "Grupos · E5",
        "Grupos · H6",
        "Grupos · 7",
    ]
    assert [model.index(1, column).data() for column in Column] == [
        "Cambia",
        "Municipios costeros",
        "Interés",
        "4",
        "3",
        "Lo del archivo",
        "3",
        "Grupos · H3",
    ]
    titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert titles == list(HEADINGS.values())
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_what_waits_for_a_decision_stands_out_by_word_and_colour(model: DifferenceModel) -> None:
    shown = model.index(0, Column.DECISION).data(Role.SHOWN)
    assert (shown.text, shown.colour) == ("Decidir después", "atencion")
    assert model.index(1, Column.DECISION).data(Role.SHOWN).colour is None
    assert [model.index(row, Column.TIPO).data(Role.SHOWN).colour for row in (0, 1, 6)] == ["error", "dato", "bien"]
    assert model.index(0, Column.DATO).data(Role.SHOWN).colour is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(-1, 0)) is None


def test_words_are_found_whatever_their_accents(model: DifferenceModel) -> None:
    model.set_query("INTERES cost")
    assert under(model, Column.REGISTRO) == ["Municipios costeros"]
    model.set_query("e5")
    assert under(model, Column.REGISTRO) == ["Periodistas de medio ambiente"]
    model.set_query("")
    assert model.rowCount() == 7


def test_a_kind_is_shown_alone(model: DifferenceModel) -> None:
    model.set_kinds((TipoDiferencia.VALOR,))
    assert set(under(model, Column.TIPO)) == {"No se entiende"}
    model.set_kinds((TipoDiferencia.FALTANTE,))
    assert model.rowCount() == 0
    model.set_kinds(())
    assert model.rowCount() == 7


def test_decisions_go_where_they_make_sense(
    model: DifferenceModel, decisions: dict[str, Decision], found: Sequence[Diferencia]
) -> None:
    heard: list[bool] = []
    model.decided.connect(lambda: heard.append(True))
    possible = [diferencia for diferencia in found if Decision.TOMAR in choices(diferencia)]
    assert model.decide(range(7), Decision.TOMAR) == len(possible) < 7  # some cell has nothing near it to be taken
    assert model.decide(range(7), Decision.AMBOS) == 0
    assert model.decide([1, 3], Decision.CONSERVAR) == 2
    assert heard == [True, True]
    assert decisions == {
        **{diferencia.clave: Decision.TOMAR for diferencia in possible},
        found[1].clave: Decision.CONSERVAR,
        found[3].clave: Decision.CONSERVAR,
    }
    assert under(model, Column.DECISION)[:2] == ["Lo del archivo", "Lo del proyecto"]


def test_rows_are_sorted_by_what_they_say_and_go_back(model: DifferenceModel) -> None:
    kept = QPersistentModelIndex(model.index(6, 0))
    model.sort(Column.TIPO)
    assert under(model, Column.TIPO)[0] == "Cambia"
    model.sort(Column.REGISTRO, Qt.SortOrder.DescendingOrder)
    assert under(model, Column.REGISTRO)[0] == "Universidades con carreras del mar"
    assert model.difference(kept.row()).titulo == "Pescadores ribereños"
    model.sort(Column.LUGAR)
    assert under(model, Column.LUGAR)[0] == "Grupos · D2"
    model.sort(-1)
    assert under(model, Column.LUGAR)[-1] == "Grupos · 7"


def test_rows_of_a_sheet_come_by_number_and_letters_by_column(model: DifferenceModel) -> None:
    places = [("A", 10, "B"), ("A", 9, "AA"), ("A", 9, "B")]
    found = [
        Diferencia(
            clave=str(place),
            tipo=TipoDiferencia.CAMBIO,
            entidad="grupo_usuarios",
            id="g",
            titulo="G",
            lugar=Lugar(hoja=place[0], renglon=place[1], columna=place[2]),
            campo="notas",
        )
        for place in places
    ]
    model.show(found, {})
    model.sort(Column.LUGAR)
    assert under(model, Column.LUGAR) == ["A · B9", "A · AA9", "A · B10"]


def test_thousands_are_put_into_words_only_as_they_are_shown(model: DifferenceModel) -> None:
    many = [
        Diferencia(
            clave=str(number),
            tipo=TipoDiferencia.CAMBIO,
            entidad="grupo_usuarios",
            id="g",
            titulo=f"Grupo {number}",
            lugar=Lugar(hoja="Grupos", renglon=number + 2, columna="I"),
            campo="notas",
            nuestro="",
            texto=f"nota {number}",
        )
        for number in range(5_000)
    ]
    model.show(many, {})
    assert model.rowCount() == 5_000
    assert model.index(4_999, Column.SUYO).data() == "nota 4999"
    model.set_query("4999 I5001")
    assert model.rowCount() == 1
