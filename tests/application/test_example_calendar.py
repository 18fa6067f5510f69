"""Date expressions of the sample project."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.example_calendar import Calendario

SABADO = 5
DIAS = st.dates(date(1990, 1, 1), date(2120, 12, 31))
PARTES = st.integers(0, 99).map(lambda n: f"0.{n:02d}")
JUEVES = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("expresion", "esperada"),
    [
        ("hoy", JUEVES),
        ("hoy+2", date(2026, 11, 21)),
        ("hoy-29", date(2026, 10, 21)),
        ("habil+1", date(2026, 11, 20)),
        ("habil+2", date(2026, 11, 23)),
        ("habil+3", date(2026, 11, 23)),
        ("habil-4", date(2026, 11, 13)),
        ("habil-5", date(2026, 11, 13)),
        ("pasado 0.0", date(2026, 1, 1)),
        ("pasado 0.50", date(2026, 6, 1)),
        ("futuro 0.0", date(2026, 11, 20)),
        ("futuro 0.99", date(2027, 1, 18)),
    ],
)
def test_expressions(expresion: str, esperada: date) -> None:
    assert Calendario(JUEVES).fecha(expresion) == esperada


@pytest.mark.parametrize("expresion", ["mañana", "hoy +2", "pasado", "pasado 1.2", "futuro 0.5 o 0.6", "2026-01-01"])
def test_anything_else_is_refused(expresion: str) -> None:
    with pytest.raises(ValueError, match=re.escape(expresion)):
        Calendario(JUEVES).fecha(expresion)


@pytest.mark.parametrize(
    ("hoy", "inicio", "cierre", "fin"),
    [
        (date(2027, 1, 1), date(2026, 8, 4), date(2026, 12, 31), date(2027, 12, 31)),
        (date(2028, 2, 29), date(2027, 10, 2), date(2027, 12, 31), date(2028, 12, 31)),
        (date(2026, 3, 1), date(2025, 10, 2), date(2026, 2, 28), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2026, 1, 1), date(2026, 10, 31), date(2027, 3, 1)),
    ],
)
def test_year_of_the_sample(hoy: date, inicio: date, cierre: date, fin: date) -> None:
    calendario = Calendario(hoy)
    assert (calendario.inicio, calendario.cierre, calendario.fin) == (inicio, cierre, fin)


@given(hoy=DIAS, parte=PARTES)
def test_past_and_future_keep_to_their_side_and_off_the_weekend(hoy: date, parte: str) -> None:
    calendario = Calendario(hoy)
    pasado, futuro = calendario.fecha(f"pasado {parte}"), calendario.fecha(f"futuro {parte}")
    assert calendario.inicio - timedelta(days=2) <= pasado <= calendario.cierre < hoy
    assert hoy < futuro <= calendario.fin + timedelta(days=2)
    assert pasado.weekday() < SABADO
    assert futuro.weekday() < SABADO


@given(hoy=DIAS, dos=st.tuples(PARTES, PARTES).map(sorted))
def test_order_is_kept(hoy: date, dos: list[str]) -> None:
    calendario = Calendario(hoy)
    assert calendario.fecha(f"pasado {dos[0]}") <= calendario.fecha(f"pasado {dos[1]}")
    assert calendario.fecha(f"futuro {dos[0]}") <= calendario.fecha(f"futuro {dos[1]}")
