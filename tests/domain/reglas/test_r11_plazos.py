"""R11: recommendations are answered in time, however the days are counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.domain.institucion import DiaInhabil
from promueve_gui.domain.reglas import POR_ID, Contexto, Estado, Severidad, fechas_limite, plazo
from promueve_gui.domain.vocabularios import ComputoDias
from tests.domain.reglas.fabrica import HOY, RECOMENDACION, contexto, evaluar, perfil, proyecto

if TYPE_CHECKING:
    from promueve_gui.domain.recomendaciones import Recomendacion

HABILES = perfil(computo_dias=ComputoDias.HABILES, dias_respuesta=30)


def _recibida_hace(dias: int, **valores: Any) -> Recomendacion:
    return replace(RECOMENDACION, fecha_recepcion=HOY - timedelta(days=dias), **valores)


def test_does_not_apply_without_dated_receptions() -> None:
    assert evaluar("R11", replace(RECOMENDACION, fecha_recepcion=None)).estado is Estado.NO_APLICA


@pytest.mark.parametrize(
    ("hace", "mensaje"),
    [
        (26, None),
        (27, "Vence en 3 días (22/11/2026)."),
        (29, "Vence mañana (20/11/2026)."),
        (30, "Vence hoy (19/11/2026)."),
        (31, "Venció el 18/11/2026, hace 1 día."),
        (40, "Venció el 09/11/2026, hace 10 días."),
    ],
)
def test_the_day_of_reception_is_day_zero(hace: int, mensaje: str | None) -> None:
    mensajes = [hallazgo.mensaje for hallazgo in evaluar("R11", _recibida_hace(hace)).hallazgos]
    assert mensajes == ([] if mensaje is None else [mensaje])


def test_late_is_heavy_and_near_is_light() -> None:
    resultado = evaluar("R11", _recibida_hace(31, id="tarde"), _recibida_hace(29, id="pronto"))
    assert [h.severidad for h in resultado.hallazgos] == [Severidad.BLOQUEA, Severidad.ADVIERTE]


def test_answered_in_time_complies_and_answered_late_is_told() -> None:
    puntual = _recibida_hace(60, id="puntual", fecha_respuesta=HOY - timedelta(days=30))
    tardia = _recibida_hace(60, id="tardia", fecha_respuesta=HOY - timedelta(days=28))
    resultado = evaluar("R11", puntual, tardia)
    assert [h.mensaje for h in resultado.hallazgos] == ["Se respondió 2 días después del plazo (20/10/2026)."]
    assert (resultado.cumplidos, resultado.total) == (1, 2)


def test_an_answer_to_come_is_none_yet() -> None:
    (hallazgo,) = evaluar("R11", _recibida_hace(30, fecha_respuesta=HOY + timedelta(days=1))).hallazgos
    assert hallazgo.mensaje == "Vence hoy (19/11/2026)."
    assert evaluar("R11", _recibida_hace(30, fecha_respuesta=HOY)).estado is Estado.CUMPLE


def test_summary_tells_what_there_is_to_do() -> None:
    tardia = _recibida_hace(60, id="c", fecha_respuesta=HOY)
    registros = [_recibida_hace(31, id="a"), _recibida_hace(32, id="b"), _recibida_hace(30, id="d"), tardia]
    assert evaluar("R11", *registros).resumen == "2 vencidas, 1 por vencer, 1 respondida tarde"


def test_a_pause_gives_more_days() -> None:
    assert evaluar("R11", _recibida_hace(31, dias_pausa=10)).estado is Estado.CUMPLE


def test_the_title_says_which_count_is_in_use() -> None:
    assert evaluar("R11", RECOMENDACION).titulo == "Respuestas en 30 días naturales"
    assert evaluar("R11", RECOMENDACION, HABILES).titulo == "Respuestas en 30 días hábiles"
    assert plazo(contexto(perfil(dias_respuesta=20))) == "20 días naturales"


def test_working_days_skip_weekends_holidays_and_closures() -> None:
    recibida = replace(RECOMENDACION, fecha_recepcion=date(2026, 11, 13))
    cierre = DiaInhabil(id="cierre", fecha=date(2026, 12, 24), motivo="Guardia")
    sin_fecha = DiaInhabil(id="otro", motivo="Por confirmar")
    registros = proyecto(recibida, HABILES, cierre, sin_fecha)
    pedidos: list[int] = []

    def feriados(anio: int) -> set[date]:
        pedidos.append(anio)
        return {date(anio, 11, 16), date(anio, 12, 25), date(anio, 1, 1)}

    limite = fechas_limite(Contexto(registros, HOY, feriados))
    # Six weeks of five days, and three more for the days off.
    assert limite(recibida) == date(2026, 12, 30)
    assert limite(replace(recibida, dias_pausa=5)) == date(2027, 1, 7)
    assert limite(recibida) == date(2026, 12, 30)
    assert set(pedidos) == {2026, 2027}


def test_holidays_are_not_looked_up_for_natural_days() -> None:
    def feriados(anio: int) -> set[date]:
        raise AssertionError(anio)

    limite = fechas_limite(Contexto(proyecto(RECOMENDACION), HOY, feriados))
    assert limite(RECOMENDACION) == date(2026, 12, 1)
    assert limite(replace(RECOMENDACION, fecha_recepcion=None)) is None


def test_working_days_without_reception_have_no_deadline() -> None:
    sin_fecha = replace(RECOMENDACION, fecha_recepcion=None)
    assert fechas_limite(contexto(HABILES))(sin_fecha) is None


def test_at_the_end_of_the_calendar_there_is_still_a_deadline() -> None:
    ultima = replace(RECOMENDACION, fecha_recepcion=date.max, dias_pausa=10**9)
    assert POR_ID["R11"].evaluar(contexto(ultima, HABILES)).estado is Estado.CUMPLE
