from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.application.answers import (
    Antiguedad,
    EstadoRespuesta,
    accion_inicial,
    acciones_de,
    antiguedad,
    por_estado_y_edad,
    recomendacion_inicial,
    situaciones,
)
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.institucion import Perfil
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.recomendaciones import AccionMejora, Recomendacion
from promueve_gui.domain.reglas import Contexto
from promueve_gui.domain.vocabularios import ComputoDias, Desenlace

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

HOY = date(2026, 11, 19)


def contexto(*registros: Registro) -> Contexto:
    proyecto = Proyecto()
    proyecto.apply(alta(registro) for registro in registros)
    return Contexto(proyecto, HOY)


def recibida(hace: int, respondida: int | None = None) -> Recomendacion:
    """Return a recommendation of so many days ago, answered in full so many days after."""
    recepcion = HOY - timedelta(days=hace)
    abierta = Recomendacion(id=f"{hace}-{respondida}", fecha_recepcion=recepcion)
    if respondida is None:
        return abierta
    return replace(
        abierta,
        fecha_respuesta=recepcion + timedelta(days=respondida),
        respuesta="No se puede publicar.",
        desenlace=Desenlace.NO_PROCEDE,
        fundamento="Artículo aplicable de la ley.",
    )


@pytest.mark.parametrize(
    ("hace", "respondida", "estado"),
    [
        (31, None, EstadoRespuesta.VENCIDA),
        (30, None, EstadoRespuesta.POR_VENCER),
        (27, None, EstadoRespuesta.POR_VENCER),
        (26, None, EstadoRespuesta.ABIERTA),
        (60, 30, EstadoRespuesta.A_TIEMPO),
        (60, 31, EstadoRespuesta.TARDE),
    ],
)
def test_how_a_recommendation_stands_in_thirty_days(hace: int, respondida: int | None, estado: EstadoRespuesta) -> None:
    situacion = situaciones(contexto())(recibida(hace, respondida))
    assert situacion.estado is estado
    assert situacion.vence == HOY - timedelta(days=hace - 30)


def test_without_reception_there_is_no_deadline() -> None:
    situacion = situaciones(contexto())
    assert situacion(Recomendacion(id="r")).estado is EstadoRespuesta.SIN_FECHA
    assert situacion(replace(recibida(9, 9), fecha_recepcion=None)).estado is EstadoRespuesta.A_TIEMPO


@pytest.mark.parametrize(
    "valores",
    [
        {"fecha_respuesta": HOY - timedelta(days=70)},  # before it was received
        {"fundamento": " "},
        {"desenlace": Desenlace.PROCEDE},  # without the estimated date
        {"desenlace": None},
        {"respuesta": ""},
    ],
)
def test_an_answer_that_lacks_something_was_not_given_in_time(valores: dict[str, Any]) -> None:
    situacion = situaciones(contexto())
    assert situacion(replace(recibida(60, 10), **valores)).estado is EstadoRespuesta.INCOMPLETA
    assert situacion(replace(recibida(60, 40), **valores)).estado is EstadoRespuesta.INCOMPLETA


def test_the_profile_may_count_working_days() -> None:
    habiles = Perfil(id="p", dias_respuesta=30, computo_dias=ComputoDias.HABILES)
    assert situaciones(contexto(habiles))(recibida(31)).estado is EstadoRespuesta.ABIERTA


def test_a_new_recommendation_was_received_today_and_has_the_next_folio() -> None:
    previa = Recomendacion(id="r", folio="R-2026-018", retirado="Duplicada")
    assert recomendacion_inicial(contexto(previa).proyecto, HOY) == {"folio": "R-2026-019", "fecha_recepcion": HOY}
    assert recomendacion_inicial(Proyecto(), HOY)["folio"] == "R-2026-001"


def test_an_improvement_keeps_what_was_promised() -> None:
    base = Recomendacion(id="r", folio="R-2026-018", conjunto="c", tecnico="t", fecha_estimada=HOY)
    assert accion_inicial(replace(base, desenlace=Desenlace.PROCEDE)) == {
        "nombre": "Atender la recomendación R-2026-018",
        "recomendacion": "r",
        "conjunto": "c",
        "responsable": "t",
        "fecha_compromiso": HOY,
    }
    assert accion_inicial(base)["fecha_compromiso"] is None


def test_the_improvements_of_a_recommendation() -> None:
    una = AccionMejora(id="a", recomendacion="r")
    otra = AccionMejora(id="b")
    assert acciones_de(contexto(Recomendacion(id="r"), una, otra).proyecto, "r") == [una]


@pytest.mark.parametrize(
    ("hace", "respondida", "edad"),
    [
        (15, None, Antiguedad.QUINCE),
        (16, None, Antiguedad.TREINTA),
        (31, None, Antiguedad.MAS),
        (90, 10, Antiguedad.QUINCE),
    ],
)
def test_how_long_a_recommendation_waited(hace: int, respondida: int | None, edad: Antiguedad) -> None:
    assert antiguedad(recibida(hace, respondida), HOY) is edad


def test_without_reception_nothing_was_waited() -> None:
    assert antiguedad(Recomendacion(id="r"), HOY) is Antiguedad.QUINCE


def test_all_of_them_by_state_and_age() -> None:
    cuenta = por_estado_y_edad(contexto(recibida(5), recibida(20), recibida(40), recibida(80, 12)))
    assert cuenta[EstadoRespuesta.ABIERTA] == {Antiguedad.QUINCE: 1, Antiguedad.TREINTA: 1, Antiguedad.MAS: 0}
    assert cuenta[EstadoRespuesta.VENCIDA][Antiguedad.MAS] == 1
    assert cuenta[EstadoRespuesta.A_TIEMPO][Antiguedad.QUINCE] == 1
    assert set(cuenta) == set(EstadoRespuesta)
