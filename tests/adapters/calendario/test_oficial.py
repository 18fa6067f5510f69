"""The official holidays, as the library knows them."""

from __future__ import annotations

from datetime import date

import pytest

from promueve_gui.adapters.calendario import CalendarioOficial


def test_holidays_of_a_year_are_those_of_the_law() -> None:
    feriados = CalendarioOficial()(2026)
    assert {
        date(2026, 1, 1),
        date(2026, 2, 2),
        date(2026, 3, 16),
        date(2026, 5, 1),
        date(2026, 9, 16),
        date(2026, 11, 16),
        date(2026, 12, 25),
    } <= feriados


def test_each_year_is_worked_out_once() -> None:
    calendario = CalendarioOficial()
    assert calendario(2027) is calendario(2027)
    assert all(dia.year == 2027 for dia in calendario(2027))


@pytest.mark.parametrize("year", [1, 9999])
def test_years_that_nobody_has_legislated_answer_too(year: int) -> None:
    assert all(dia.year == year for dia in CalendarioOficial()(year))
