"""What is said of lines that fall on days on which nobody works."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.line_days import day_briefly, day_that_works, falls_on
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.institucion import DiaInhabil
from promueve_gui.domain.vocabularios import EstadoLinea
from tests.application.plan_records import linea
from tests.projects import project_of

FIESTA = date(2026, 3, 16)
CIERRE = DiaInhabil(id="cierre", fecha=date(2026, 3, 21), motivo="Mudanza")


def holidays(year: int) -> frozenset[date]:
    return frozenset({FIESTA}) if year == FIESTA.year else frozenset()


DIAS = DiasHabiles(project_of(CIERRE), holidays)


@pytest.mark.parametrize(
    ("dia", "dicho", "bueno"),
    [
        (date(2026, 3, 12), "", date(2026, 3, 12)),
        (date(2026, 3, 14), "Cae en sábado", date(2026, 3, 17)),
        (date(2026, 3, 15), "Cae en domingo", date(2026, 3, 17)),
        (FIESTA, "Cae en día inhábil: Natalicio de Benito Juárez", date(2026, 3, 17)),
        (date(2026, 3, 21), "Cae en día inhábil: Mudanza", date(2026, 3, 23)),
        (None, "", None),
    ],
)
def test_days_off_are_told_with_the_day_that_would_do(dia: date | None, dicho: str, bueno: date | None) -> None:
    una = linea("a", fecha=dia)
    assert falls_on(una, DIAS) == dicho
    assert day_that_works(una, DIAS) == bueno


@pytest.mark.parametrize("estado", [EstadoLinea.HECHA, EstadoLinea.CANCELADA])
def test_what_is_closed_is_not_warned_about(estado: EstadoLinea) -> None:
    assert falls_on(linea("a", fecha=date(2026, 3, 14), estado=estado), DIAS) == ""


@given(st.dates(date(2026, 1, 1), date(2026, 12, 1)))
def test_the_day_that_would_do_needs_no_warning(dia: date) -> None:
    bueno = day_that_works(linea("a", fecha=dia), DIAS)
    assert bueno is not None
    assert bueno >= dia
    assert falls_on(linea("a", fecha=bueno), DIAS) == ""


def test_a_day_is_told_briefly() -> None:
    assert day_briefly(date(2026, 5, 4)) == "lunes 4/05"
