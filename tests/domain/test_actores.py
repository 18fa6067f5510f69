"""The power–interest grid, from its corners to its middle line."""

from __future__ import annotations

import pytest

from promueve_gui.domain.actores import Tratamiento, tratamiento


@pytest.mark.parametrize(
    ("poder", "interes", "esperado"),
    [
        (5, 5, "Involucrar de cerca"),
        (4, 4, "Involucrar de cerca"),
        (5, 1, "Mantener satisfechos"),
        (4, 3, "Mantener satisfechos"),
        (1, 5, "Mantener informados"),
        (3, 4, "Mantener informados"),
        (3, 3, "Monitorear"),
        (1, 1, "Monitorear"),
    ],
)
def test_each_quadrant_has_its_treatment_and_the_middle_is_low(poder: int, interes: int, esperado: str) -> None:
    advertido = tratamiento(poder, interes)
    assert advertido is not None
    assert advertido.etiqueta == esperado


@pytest.mark.parametrize(("poder", "interes"), [(None, 5), (5, None), (None, None)])
def test_no_treatment_until_both_grades_are_known(poder: int | None, interes: int | None) -> None:
    assert tratamiento(poder, interes) is None


def test_more_power_or_interest_never_takes_attention_away() -> None:
    orden = [Tratamiento.MONITOREAR, Tratamiento.INFORMAR, Tratamiento.SATISFACER, Tratamiento.INVOLUCRAR]
    for fijo in range(1, 6):
        por_poder = [tratamiento(grado, fijo) for grado in range(1, 6)]
        por_interes = [tratamiento(fijo, grado) for grado in range(1, 6)]
        for serie in (por_poder, por_interes):
            lugares = [orden.index(cada) for cada in serie if cada is not None]
            assert lugares == sorted(lugares)
