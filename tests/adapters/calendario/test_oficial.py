"""The official holidays, as the library knows them."""

from __future__ import annotations

from datetime import date, timedelta

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


def monday(year: int, month: int, place: int) -> date:
    """Return the first, second… Monday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7 + 7 * (place - 1))


@pytest.mark.parametrize("year", range(2019, 2037))
def test_holidays_are_moved_to_mondays_and_the_presidency_changes_hands_every_six_years(year: int) -> None:
    """Ley Federal del Trabajo, article 74, and the reform by which the term begins on 1 October since 2024."""
    fijos = {date(year, mes, dia) for mes, dia in ((1, 1), (5, 1), (9, 16), (12, 25))}
    lunes = {monday(year, 2, 1), monday(year, 3, 3), monday(year, 11, 3)}
    transmision = {date(year, 10, 1)} if year in {2024, 2030, 2036} else set()
    assert CalendarioOficial()(year) == fijos | lunes | transmision


def test_each_year_is_worked_out_once() -> None:
    calendario = CalendarioOficial()
    assert calendario(2027) is calendario(2027)
    assert all(dia.year == 2027 for dia in calendario(2027))


@pytest.mark.parametrize("year", [1, 9999])
def test_years_that_nobody_has_legislated_answer_too(year: int) -> None:
    assert all(dia.year == year for dia in CalendarioOficial()(year))
