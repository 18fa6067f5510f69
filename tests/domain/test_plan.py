"""Which lines count, which are still to be done, and when they end."""

from __future__ import annotations

from datetime import date

import pytest

from promueve_gui.domain.conjuntos import VALOR_DESTACADO, ConjuntoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea

LUNES, VIERNES = date(2026, 3, 9), date(2026, 3, 13)


@pytest.mark.parametrize("estado", list(EstadoLinea))
def test_only_what_is_in_force_and_not_done_is_open(estado: EstadoLinea) -> None:
    linea = LineaPlan(id="a", estado=estado)
    assert linea.vigente is (estado is not EstadoLinea.CANCELADA)
    assert linea.abierta is (estado not in {EstadoLinea.CANCELADA, EstadoLinea.HECHA})
    assert not LineaPlan(id="a", estado=estado, retirado="Se repite").abierta


@pytest.mark.parametrize(
    ("fecha", "fin", "ultimo"),
    [(None, VIERNES, None), (LUNES, None, LUNES), (LUNES, VIERNES, VIERNES), (VIERNES, LUNES, VIERNES)],
)
def test_a_line_ends_with_its_period(fecha: date | None, fin: date | None, ultimo: date | None) -> None:
    assert LineaPlan(id="a", fecha=fecha, fecha_fin=fin).ultimo_dia == ultimo


def test_what_goes_first_is_priority_of_high_value_or_meets_most_criteria() -> None:
    assert ConjuntoDatos(id="a", prioritario=True).destacado
    assert ConjuntoDatos(id="a", alto_valor=True).destacado
    tres = ConjuntoDatos(id="a", estrategico=True, solicitado=True, recurso_publico=True)
    cuatro = ConjuntoDatos(id="a", estrategico=True, solicitado=True, recurso_publico=True, interes_nacional=True)
    assert (tres.valor, tres.destacado) == (VALOR_DESTACADO - 1, False)
    assert (cuatro.valor, cuatro.destacado) == (VALOR_DESTACADO, True)
