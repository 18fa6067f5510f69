"""What is coming as a table, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from promueve_gui.application.upcoming import ClaseProxima, Proxima
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.models.record_table import Role
from promueve_gui.gui.pasos.plan.coming_model import HEADINGS, NOBODY, Column, ComingModel

AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos de ríos", prioritario=True)
BACHES = ConjuntoDatos(id="baches", nombre="Baches")
BOLETIN = LineaPlan(id="l", nombre="Boletín <b>", fecha=date(2026, 3, 4))
SUELTA = LineaPlan(id="s", nombre="Correo")
LUNES, DOMINGO, MARTES = date(2026, 3, 2), date(2026, 3, 8), date(2026, 3, 17)
PUBLICA = Proxima(LUNES, ClaseProxima.PUBLICACION, AFOROS, "", (BOLETIN, SUELTA))
ACTUALIZA = Proxima(DOMINGO, ClaseProxima.ACTUALIZACION, BACHES, "Domingo", ())
OTRA = Proxima(MARTES, ClaseProxima.ACTUALIZACION, AFOROS, "", ())


@pytest.fixture
def model() -> ComingModel:
    made = ComingModel()
    made.set_items([PUBLICA, ACTUALIZA, OTRA])
    return made


def column(model: ComingModel, which: Column, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    return [model.index(row, which).data(role) for row in range(model.rowCount())]


def shown(model: ComingModel) -> list[Proxima]:
    return [model.item(row) for row in range(model.rowCount())]


def test_it_holds_what_qt_asks_of_a_table(model: ComingModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.narrow("aforos", bare_only=True)
    model.sort(Column.FECHA, Qt.SortOrder.DescendingOrder)
    model.set_items([])
    assert tester.model() is model
    assert model.rowCount(model.index(0, 0)) == 0


def test_every_column_says_its_part(model: ComingModel) -> None:
    assert column(model, Column.FECHA) == ["02/03/2026", "08/03/2026 · domingo", "17/03/2026"]
    assert column(model, Column.CLASE) == ["Publicación", "Actualización", "Actualización"]
    assert column(model, Column.CONJUNTO) == ["Aforos de ríos", "Baches", "Aforos de ríos"]
    assert column(model, Column.LINEAS) == ["Boletín <b>; Correo", NOBODY, NOBODY]


def test_tips_say_the_whole_of_it(model: ComingModel) -> None:
    tip = Qt.ItemDataRole.ToolTipRole
    assert column(model, Column.FECHA, tip)[:2] == [
        "<qt>2 de marzo de 2026</qt>",
        "<qt>8 de marzo de 2026. No se trabaja: Domingo</qt>",
    ]
    assert column(model, Column.LINEAS, tip) == [
        "<qt>Boletín &lt;b&gt; (04/03/2026)<br>Correo (sin fecha)</qt>",
        f"<qt>{NOBODY}</qt>",
        f"<qt>{NOBODY}</qt>",
    ]


def test_what_nobody_speaks_of_stands_out_when_it_goes_first(model: ComingModel) -> None:
    colours = [model.index(row, Column.LINEAS).data(Role.SHOWN).colour for row in range(3)]
    assert colours == [None, "", "atencion"]
    assert model.index(0, Column.CLASE).data(Role.SHOWN).colour == "dato"
    assert model.index(0, Column.FECHA).data(Role.SHOWN).colour is None


def test_it_counts_what_there_is_and_what_nobody_speaks_of(model: ComingModel) -> None:
    model.narrow("nada", bare_only=False)
    assert (model.rowCount(), model.total, model.bare) == (0, 3, 2)


@pytest.mark.parametrize(
    ("query", "bare_only", "found"),
    [
        ("", True, [ACTUALIZA, OTRA]),
        ("rios", False, [PUBLICA, OTRA]),
        ("RÍOS boletín", False, [PUBLICA]),
        ("correo", True, []),
        ("publicacion", False, [PUBLICA]),
    ],
)
def test_it_is_narrowed(model: ComingModel, query: str, bare_only: bool, found: list[Proxima]) -> None:
    model.narrow(query, bare_only=bare_only)
    assert shown(model) == found


def test_asking_the_same_again_changes_nothing(model: ComingModel) -> None:
    resets: list[bool] = []
    model.narrow("ríos", bare_only=False)
    model.modelReset.connect(lambda: resets.append(True))
    model.narrow("RIOS ", bare_only=False)
    assert resets == []


@pytest.mark.parametrize(
    ("which", "order", "found"),
    [
        (Column.FECHA, Qt.SortOrder.DescendingOrder, [OTRA, ACTUALIZA, PUBLICA]),
        (Column.CLASE, Qt.SortOrder.AscendingOrder, [ACTUALIZA, OTRA, PUBLICA]),
        (Column.CONJUNTO, Qt.SortOrder.AscendingOrder, [PUBLICA, OTRA, ACTUALIZA]),
        (Column.LINEAS, Qt.SortOrder.DescendingOrder, [PUBLICA, OTRA, ACTUALIZA]),
    ],
)
def test_it_is_sorted_by_any_column(
    model: ComingModel, which: Column, order: Qt.SortOrder, found: list[Proxima]
) -> None:
    model.sort(which, order)
    assert shown(model) == found
    model.sort(-1)
    assert shown(model) == [PUBLICA, ACTUALIZA, OTRA]


def test_a_row_is_found_again_although_its_lines_changed(model: ComingModel) -> None:
    assert model.row_of(replace(ACTUALIZA, lineas=(BOLETIN,))) == 1
    assert model.row_of(replace(ACTUALIZA, fecha=LUNES)) == -1


def test_headings_are_those_of_the_columns(model: ComingModel) -> None:
    across = Qt.Orientation.Horizontal
    assert tuple(model.headerData(place, across) for place in range(model.columnCount())) == HEADINGS
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
