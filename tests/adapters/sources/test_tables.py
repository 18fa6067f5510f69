"""Places and values as sentences name them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from promueve_gui.adapters.excel.sheets import Hoja
from promueve_gui.adapters.reporte import Reporte, column_letter
from promueve_gui.adapters.sources.tables import Avance, rows_of_sheet


@pytest.mark.parametrize(("indice", "letra"), [(0, "A"), (7, "H"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_spreadsheets(indice: int, letra: str) -> None:
    assert column_letter(indice) == letra


def test_a_problem_says_where_what_and_how() -> None:
    reporte = Reporte("inventario.csv")
    reporte.celda(7, 7, "02-2015", "la fecha no se entiende; escríbala como AAAA-MM")
    problema = reporte.problemas[0]
    assert problema.mensaje == "Renglón 7, columna H: la fecha no se entiende; escríbala como AAAA-MM."
    assert (problema.hoja, problema.renglon, problema.columna, problema.valor) == ("", 7, "H", "02-2015")


def test_a_problem_in_a_sheet_names_it() -> None:
    reporte = Reporte("inventario.xlsx", hoja="Inventario")
    reporte.renglon(3, "x", "sobra")
    assert reporte.problemas[0].mensaje == "Hoja «Inventario», renglón 3: sobra."
    assert reporte.problemas[0].hoja == "Inventario"


def test_a_problem_in_json_names_dataset_and_key() -> None:
    reporte = Reporte("catalogo.json")
    reporte.clave(2, "modified", "ayer", "no se entiende")
    assert reporte.problemas[0].mensaje == "Conjunto 2, campo «modified»: no se entiende."


@pytest.mark.parametrize(("valor", "guardado"), [(" ", " "), ("a\nb", "a b"), ("x" * 200, "x" * 79 + "…")])
def test_values_are_kept_as_found_if_they_fit_in_a_line(valor: str, guardado: str) -> None:
    reporte = Reporte("f")
    reporte.renglon(1, valor, "mal")
    assert reporte.problemas[0].valor == guardado


def test_cells_of_a_book_become_texts() -> None:
    fila: list[object] = [None, "x", 2.0, 2.5, 3, datetime(2015, 6, 1, 9), date(2015, 6, 1), time(9), True]  # noqa: DTZ001 - as read
    filas = rows_of_sheet(Hoja("H", {5: fila, 2: ["a"]}))
    assert filas == [
        (2, ["a"]),
        (5, ["", "x", "2", "2.5", "3", "2015-06-01", "2015-06-01", "09:00:00", "True"]),
    ]


def test_progress_is_told_now_and_then() -> None:
    oidos: list[tuple[int, int]] = []
    avance = Avance(lambda hechos, total: oidos.append((hechos, total)), total=3000)
    for hechos in range(3000):
        avance.paso(hechos)
    assert oidos == [(0, 3000), (1024, 3000), (2048, 3000)]


def test_progress_needs_no_listener() -> None:
    reporte = Reporte("f")
    Avance(None, total=1).paso(0)
    assert reporte.problemas == []
