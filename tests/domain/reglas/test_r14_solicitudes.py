"""R14: what the Unidad or the Coordinación asked for has its communication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from promueve_gui.domain.difusion import SolicitudComunicacion
from promueve_gui.domain.reglas import Estado
from promueve_gui.domain.vocabularios import Solicitante
from tests.domain.reglas.fabrica import HOY, evaluar, faltas, publicacion

SOLICITUD = SolicitudComunicacion(
    id="sol", asunto="Difundir los puentes", solicitante=Solicitante.UNIDAD, fecha=date(2026, 10, 1)
)


def test_does_not_apply_without_requests() -> None:
    assert evaluar("R14", publicacion(HOY)).estado is Estado.NO_APLICA


@pytest.mark.parametrize("dia", [date(2026, 10, 1), HOY])
def test_an_attended_request_complies(dia: date) -> None:
    assert evaluar("R14", SOLICITUD, publicacion(dia, solicitud="sol")).resumen == "1 de 1"


def test_the_latest_communication_counts() -> None:
    dias = [date(2026, 9, 1), date(2026, 11, 1), date(2026, 9, 15)]
    registros = [publicacion(dia, dia.isoformat(), solicitud="sol") for dia in dias]
    assert evaluar("R14", SOLICITUD, *registros).estado is Estado.CUMPLE


@pytest.mark.parametrize("dia", [None, date(2026, 12, 1)])
def test_what_has_not_gone_out_does_not_count(dia: date | None) -> None:
    pendiente = replace(publicacion(HOY, solicitud="sol"), fecha=dia)
    assert faltas(evaluar("R14", SOLICITUD, pendiente)) == [("sol", "asunto")]


def test_a_communication_before_the_request_does_not_attend_it() -> None:
    (hallazgo,) = evaluar("R14", SOLICITUD, publicacion(date(2026, 9, 1), solicitud="sol")).hallazgos
    assert "anterior a la solicitud" in hallazgo.mensaje


def test_a_request_is_registered_with_who_and_when() -> None:
    vaga = replace(SOLICITUD, solicitante=None, fecha=None)
    assert faltas(evaluar("R14", vaga, publicacion(HOY, solicitud="sol"))) == [("sol", "solicitante"), ("sol", "fecha")]
