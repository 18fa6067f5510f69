from __future__ import annotations

from datetime import date

import pytest

from promueve_gui.domain.feriados import nombre_feriado


@pytest.mark.parametrize(
    ("dia", "nombre"),
    [
        (date(2026, 1, 1), "Año Nuevo"),
        (date(2026, 2, 2), "Día de la Constitución"),
        (date(2026, 3, 16), "Natalicio de Benito Juárez"),
        (date(2026, 5, 1), "Día del Trabajo"),
        (date(2026, 9, 16), "Día de la Independencia"),
        (date(2030, 10, 1), "Transmisión del Poder Ejecutivo"),
        (date(2018, 12, 1), "Transmisión del Poder Ejecutivo"),
        (date(2026, 11, 16), "Día de la Revolución"),
        (date(2026, 12, 25), "Navidad"),
    ],
)
def test_each_official_holiday_has_its_name(dia: date, nombre: str) -> None:
    assert nombre_feriado(dia) == nombre


def test_a_day_that_the_law_does_not_name_has_a_general_one() -> None:
    assert nombre_feriado(date(2026, 7, 9)) == "Día inhábil"
