"""R13: publications of high-value datasets have their notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from promueve_gui.domain.difusion import AvisoAltoValor
from promueve_gui.domain.reglas import Estado
from promueve_gui.domain.vocabularios import Acceso
from tests.domain.reglas.fabrica import CONJUNTO, HOY, evaluar, faltas, publicacion

VALIOSO = replace(CONJUNTO, alto_valor=True, fecha_publicacion=HOY)
AVISO = AvisoAltoValor(id="aviso", asunto="Puentes", conjunto="puentes", fecha=HOY, destinatarios="Enlaces")
MANANA = HOY + timedelta(days=1)


@pytest.mark.parametrize(
    "valores",
    [
        {"alto_valor": False},
        {"acceso": Acceso.PRIVADO},
        {"fecha_publicacion": None},
        {"fecha_publicacion": MANANA},
    ],
)
def test_does_not_apply_to_what_is_not_public_high_value(valores: dict[str, Any]) -> None:
    assert evaluar("R13", replace(VALIOSO, **valores)).estado is Estado.NO_APLICA


def test_a_dated_notice_complies() -> None:
    assert evaluar("R13", VALIOSO, AVISO).resumen == "1 de 1"


def test_a_missing_notice_and_one_without_date_are_told_apart() -> None:
    sin_aviso, sin_fecha = evaluar("R13", VALIOSO), evaluar("R13", VALIOSO, replace(AVISO, fecha=None))
    assert faltas(sin_aviso) == faltas(sin_fecha) == [("puentes", "alto_valor")]
    assert "falta avisar" in sin_aviso.hallazgos[0].mensaje
    assert "no tiene fecha" in sin_fecha.hallazgos[0].mensaje


def test_a_notice_to_be_sent_tomorrow_is_none_yet() -> None:
    (hallazgo,) = evaluar("R13", VALIOSO, replace(AVISO, fecha=MANANA)).hallazgos
    assert "todavía no llega" in hallazgo.mensaje
    assert evaluar("R13", VALIOSO, replace(AVISO, fecha=MANANA), replace(AVISO, id="otro")).estado is Estado.CUMPLE


@pytest.mark.parametrize(("dia", "estado"), [(HOY, Estado.FALTA), (MANANA, Estado.NO_APLICA), (None, Estado.NO_APLICA)])
def test_the_log_shows_that_it_was_published(dia: date | None, estado: Estado) -> None:
    sin_fecha = replace(VALIOSO, fecha_publicacion=None)
    assert evaluar("R13", sin_fecha, publicacion(dia)).estado is estado
