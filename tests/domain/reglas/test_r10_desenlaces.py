"""R10: recommendations are registered whole, and outcomes carry a date or a legal basis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from promueve_gui.domain.reglas import Estado
from promueve_gui.domain.vocabularios import Desenlace
from tests.domain.reglas.fabrica import CONJUNTO, HOY, RECOMENDACION, evaluar, faltas

RESPONDIDA = replace(
    RECOMENDACION,
    desenlace=Desenlace.PROCEDE,
    fecha_estimada=date(2027, 2, 1),
    respuesta="Se agregará.",
    fecha_respuesta=date(2026, 11, 10),
)
COMPROMETIDO = replace(CONJUNTO, fecha_compromiso=date(2027, 2, 1))


def _campos(*registros: Any) -> list[str]:
    return [campo for _, campo in faltas(evaluar("R10", *registros))]


def test_does_not_apply_without_recommendations() -> None:
    assert evaluar("R10").estado is Estado.NO_APLICA


def test_an_open_one_that_is_whole_complies() -> None:
    assert evaluar("R10", RECOMENDACION).resumen == "1 de 1"


def test_an_answered_one_with_its_date_complies() -> None:
    assert evaluar("R10", RESPONDIDA, COMPROMETIDO).estado is Estado.CUMPLE


@pytest.mark.parametrize("campo", ["folio", "fecha_recepcion", "origen", "texto", "conjunto", "clase", "area"])
def test_each_missing_field_is_named(campo: str) -> None:
    cambios: dict[str, Any] = {campo: " " if campo in {"folio", "texto"} else None}
    assert _campos(replace(RECOMENDACION, **cambios)) == [campo]


@pytest.mark.parametrize(
    ("cambios", "campo"),
    [
        ({"respuesta": " "}, "respuesta"),
        ({"desenlace": None}, "desenlace"),
        ({"fecha_respuesta": None}, "fecha_respuesta"),
        ({"fecha_respuesta": date(2026, 10, 31)}, "fecha_respuesta"),
        ({"fecha_estimada": None}, "fecha_estimada"),
        ({"desenlace": Desenlace.NO_PROCEDE}, "fundamento"),
    ],
)
def test_an_answer_owes_what_its_outcome_asks(cambios: dict[str, Any], campo: str) -> None:
    assert _campos(replace(RESPONDIDA, **cambios), COMPROMETIDO) == [campo]


def test_two_with_one_folio_are_told_apart() -> None:
    otra = replace(RECOMENDACION, id="otra", folio=f" {RECOMENDACION.folio} ")
    (una, dos) = evaluar("R10", RECOMENDACION, otra).hallazgos
    assert (una.campo, dos.campo, {una.id, dos.id}) == ("folio", "folio", {"rec", "otra"})
    assert una.mensaje == "El folio «001» ya lo tiene otra recomendación."
    assert _campos(RECOMENDACION, replace(otra, retirado="Duplicada")) == []
    assert _campos(*(replace(RECOMENDACION, id=n, folio="") for n in "ab")) == ["folio", "folio"]


def test_what_has_not_been_received_yet_is_doubtful() -> None:
    assert _campos(replace(RECOMENDACION, fecha_recepcion=HOY)) == []
    (hallazgo,) = evaluar("R10", replace(RECOMENDACION, fecha_recepcion=HOY + timedelta(days=1))).hallazgos
    assert (hallazgo.campo, hallazgo.mensaje) == ("fecha_recepcion", "La fecha de recepción todavía no llega.")


def test_what_has_not_been_answered_yet_is_doubtful() -> None:
    assert _campos(replace(RESPONDIDA, fecha_respuesta=HOY), COMPROMETIDO) == []
    (hallazgo,) = evaluar("R10", replace(RESPONDIDA, fecha_respuesta=HOY + timedelta(days=1)), COMPROMETIDO).hallazgos
    assert (hallazgo.campo, hallazgo.mensaje) == ("fecha_respuesta", "La fecha de respuesta todavía no llega.")


def test_no_procede_with_its_basis_complies() -> None:
    negada = replace(RESPONDIDA, desenlace=Desenlace.NO_PROCEDE, fundamento="Artículo aplicable de la ley.")
    assert evaluar("R10", negada).estado is Estado.CUMPLE


def test_the_estimated_date_goes_to_the_dataset() -> None:
    (hallazgo,) = evaluar("R10", RESPONDIDA, CONJUNTO).hallazgos
    assert hallazgo.mensaje == "Falta pasar la fecha estimada al conjunto de datos."


def test_an_answer_without_reception_is_not_compared() -> None:
    assert _campos(replace(RESPONDIDA, fecha_recepcion=None), COMPROMETIDO) == ["fecha_recepcion"]
