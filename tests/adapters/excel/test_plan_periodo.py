"""Which months a plan is shown over."""

from __future__ import annotations

from datetime import date

import pytest

from promueve_gui.adapters.excel.plan_periodo import MESES_MAXIMOS, month_label, plan_months, span
from promueve_gui.domain.plan import LineaPlan

HOY = date(2026, 10, 6)


def line(fecha: date | None, fin: date | None = None) -> LineaPlan:
    return LineaPlan(id="l", nombre="L", fecha=fecha, fecha_fin=fin)


@pytest.mark.parametrize(
    ("lineas", "anio", "primero", "cuantos"),
    [
        ([], 2027, date(2027, 1, 1), 12),
        ([], None, date(2026, 1, 1), 12),
        ([], 0, date(2026, 1, 1), 12),
        ([], 9999, date(2026, 1, 1), 12),
        ([line(date(2025, 12, 9))], 2026, date(2025, 11, 1), 14),
        ([line(date(2026, 5, 1), date(2027, 1, 2))], 2026, date(2026, 1, 1), 14),
        ([line(None, date(2029, 1, 2))], 2026, date(2026, 1, 1), 12),
        ([line(date(2027, 12, 31))], 2026, date(2026, 1, 1), MESES_MAXIMOS),
        ([line(date(2028, 1, 1))], 2026, date(2026, 1, 1), 12),
    ],
)
def test_whole_bimestres_that_hold_year_and_dates(
    lineas: list[LineaPlan], anio: int | None, primero: date, cuantos: int
) -> None:
    meses = plan_months(lineas, anio, HOY)
    assert (meses[0], len(meses)) == (primero, cuantos)
    assert len(meses) % 2 == 0


@pytest.mark.parametrize(
    ("linea", "lugares"),
    [
        (line(None), []),
        (line(date(2026, 3, 9)), [2]),
        (line(date(2026, 3, 9), date(2026, 5, 1)), [2, 3, 4]),
        (line(date(2026, 3, 9), date(2026, 1, 1)), [2]),
        (line(date(2025, 12, 1), date(2026, 2, 1)), [0, 1]),
        (line(date(2026, 12, 1), date(9999, 12, 31)), [11]),
        (line(date(2024, 12, 1)), []),
    ],
)
def test_a_line_touches_the_months_of_its_period(linea: LineaPlan, lugares: list[int]) -> None:
    assert list(span(linea, plan_months([], 2026, HOY))) == lugares


def test_months_have_short_names() -> None:
    assert month_label(date(2026, 9, 1)) == "sep 2026"
