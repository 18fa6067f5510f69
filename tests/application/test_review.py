"""The review as a whole, as JSON, and what comes next."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.ports import Cancelled
from promueve_gui.application.review import RECORDS_BETWEEN, ClaseProximo, proximos, review
from promueve_gui.domain.institucion import CitaGuia
from promueve_gui.domain.recomendaciones import AccionMejora
from promueve_gui.domain.reglas import Estado
from promueve_gui.domain.vocabularios import Acceso, ComputoDias, EstadoAccion, EstadoLinea, Frecuencia, TipoMejora
from tests.domain.reglas.fabrica import (
    ACUERDO,
    CONJUNTO,
    GRUPO,
    HOY,
    LINEA,
    MESA,
    RECOMENDACION,
    perfil,
    proyecto,
    publicacion,
)

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

CITA = CitaGuia(id="cita", clave="R1", cita="Paso 1, edición 2015")
ACCION = AccionMejora(
    id="accion",
    nombre="Publicar el año de construcción",
    recomendacion="rec",
    tipo=TipoMejora.AGREGAR,
    fecha_compromiso=HOY + timedelta(days=7),
)


def _sin_feriados(year: int) -> frozenset[date]:
    return frozenset()


def _proximos(*registros: Registro, hoy: date = HOY, dias: int = 15) -> list[tuple[str, str]]:
    encontrados = proximos(proyecto(*registros), hoy, _sin_feriados, dias)
    return [(proximo.fecha.isoformat(), proximo.texto) for proximo in encontrados]


def test_review_is_printed_as_promised() -> None:
    revision = review(proyecto(CITA, replace(GRUPO, clase=None)), HOY, _sin_feriados)
    impresa = json.loads(json.dumps(revision.to_json()))
    assert set(impresa) == {"fecha", "reglas"}
    assert impresa["fecha"] == "2026-11-19"
    assert [regla["id"] for regla in impresa["reglas"]] == [f"R{numero}" for numero in range(1, 15)]
    assert impresa["reglas"][0] == {
        "id": "R1",
        "paso": 1,
        "estado": "falta",
        "cita": "Paso 1, edición 2015",
        "hallazgos": [
            {
                "entidad": "grupo_usuarios",
                "id": "grupo",
                "campo": "clase",
                "mensaje": "Falta la clase: dentro de la institución, gobierno o sociedad.",
            }
        ],
    }
    assert {regla["estado"] for regla in impresa["reglas"]} == {"falta", "no_aplica"}


def test_a_review_without_gaps_complies() -> None:
    enero = date(2026, 1, 5)
    assert review(proyecto(GRUPO, publicacion(enero)), enero, _sin_feriados).cumple
    revision = review(proyecto(GRUPO), enero, _sin_feriados)
    assert not revision.cumple
    assert revision.resultados[0].estado is Estado.CUMPLE


def test_what_comes_is_sorted_by_date_with_its_kind() -> None:
    registros = [
        replace(LINEA, fecha=HOY + timedelta(days=3)),
        replace(CONJUNTO, fecha_publicacion=HOY + timedelta(days=4), frecuencia=Frecuencia.MENSUAL),
        replace(MESA, fecha=HOY),
        replace(ACUERDO, fin=HOY + timedelta(days=15)),
        RECOMENDACION,
        ACCION,
    ]
    encontrados = proximos(proyecto(*registros), HOY, _sin_feriados)
    assert [(p.fecha, p.clase.etiqueta, p.texto, p.entidad, p.id) for p in encontrados] == [
        (date(2026, 11, 19), "Evento", "Mesa de puentes", "evento", "mesa"),
        (date(2026, 11, 22), "Actividad", "Boletín de puentes", "linea_plan", "linea"),
        (date(2026, 11, 23), "Dato", "Publicación: Puentes y vados", "conjunto_datos", "puentes"),
        (date(2026, 11, 26), "Compromiso", "Publicar el año de construcción", "accion_mejora", "accion"),
        (date(2026, 12, 1), "Vence", "Respuesta al folio 001", "recomendacion", "rec"),
        (date(2026, 12, 4), "Compromiso", "Acuerdo: Publicar", "acuerdo", "acuerdo"),
    ]
    assert {p.clase for p in encontrados} == set(ClaseProximo)


@pytest.mark.parametrize(
    "registro",
    [
        replace(LINEA, fecha=None),
        replace(LINEA, fecha=HOY, estado=EstadoLinea.HECHA),
        replace(LINEA, fecha=HOY, estado=EstadoLinea.CANCELADA),
        replace(LINEA, fecha=HOY - timedelta(days=1)),
        replace(LINEA, fecha=HOY + timedelta(days=16)),
        replace(CONJUNTO, fecha_publicacion=HOY, acceso=Acceso.PRIVADO),
        CONJUNTO,
        replace(MESA, fecha=None),
        replace(ACUERDO, fin=None),
        replace(ACUERDO, fin=HOY, estado=EstadoAccion.CUMPLIDA),
        replace(ACCION, fecha_compromiso=None),
        replace(ACCION, fecha_compromiso=HOY, estado=EstadoAccion.CUMPLIDA),
        replace(RECOMENDACION, fecha_respuesta=HOY),
        replace(RECOMENDACION, fecha_recepcion=None),
    ],
)
def test_what_is_done_undated_or_far_away_does_not_come(registro: Registro) -> None:
    assert _proximos(registro) == []


def test_updates_are_computed_from_the_first_date() -> None:
    mensual = replace(CONJUNTO, fecha_publicacion=date(2026, 8, 31), frecuencia=Frecuencia.MENSUAL)
    assert _proximos(mensual) == [("2026-11-30", "Actualización: Puentes y vados")]


def test_only_the_next_update_is_told_and_daily_ones_are_not() -> None:
    semanal = replace(CONJUNTO, fecha_publicacion=HOY - timedelta(days=7), frecuencia=Frecuencia.SEMANAL)
    assert _proximos(semanal) == [("2026-11-19", "Actualización: Puentes y vados")]
    assert _proximos(replace(semanal, frecuencia=Frecuencia.DIARIO)) == []


def test_working_days_ask_for_the_holidays() -> None:
    habiles = perfil(computo_dias=ComputoDias.HABILES, dias_respuesta=15)
    datos = proyecto(RECOMENDACION, habiles)

    def feriados(year: int) -> frozenset[date]:
        return frozenset({date(year, 11, 16)})

    assert [p.fecha for p in proximos(datos, HOY, feriados)] == [date(2026, 11, 23)]
    assert [p.fecha for p in proximos(datos, HOY, _sin_feriados)] == [date(2026, 11, 20)]


@pytest.mark.parametrize("hoy", [date.min, date.max])
def test_at_the_ends_of_the_calendar_nothing_breaks(hoy: date) -> None:
    semanal = replace(CONJUNTO, fecha_publicacion=hoy, frecuencia=Frecuencia.SEMANAL)
    assert _proximos(semanal, LINEA, RECOMENDACION, hoy=hoy)[0] == (hoy.isoformat(), "Publicación: Puentes y vados")


def test_a_review_tells_how_far_it_is_and_may_be_stopped_between_records() -> None:
    many = proyecto(*(replace(CONJUNTO, id=f"c{n}", nombre=f"Conjunto {n}") for n in range(3 * RECORDS_BETWEEN)))
    told: list[int] = []
    whole = review(many, HOY, _sin_feriados, lambda done, _total: told.append(done))
    assert told[:3] == [0, RECORDS_BETWEEN, 2 * RECORDS_BETWEEN]
    assert whole == review(many, HOY, _sin_feriados)

    def stop(done: int, total: int) -> None:  # as any progress is told
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        review(many, HOY, _sin_feriados, stop)
