"""The pages of the wizard and how far each has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain import flow
from promueve_gui.domain.flow import PASOS, EstadoPaso, Paso
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.reglas import REGLAS, revisar
from promueve_gui.domain.vocabularios import Acceso, EstadoContenido, EstadoLinea, TipoContenido
from tests.domain.reglas.fabrica import (
    AREA,
    CONJUNTO,
    GRUPO,
    HOY,
    LINEA,
    RECOMENDACION,
    TECNICO,
    contenido,
    contexto,
    institucion,
    perfil,
    publicacion,
)

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

TEMPRANO = date(2026, 1, 5)


def _estado(paso: Paso, *registros: Registro, hoy: date = TEMPRANO) -> EstadoPaso:
    datos = contexto(*registros, hoy=hoy)
    return flow.estado(paso, datos.proyecto, revisar(datos))


def test_five_steps_between_inicio_and_entregables() -> None:
    assert [paso.clave for paso in PASOS] == [
        "inicio",
        "usuarios",
        "plan",
        "contenidos",
        "promocion",
        "recomendaciones",
        "entregables",
    ]
    assert [paso.numero for paso in PASOS] == [None, 1, 2, 3, 4, 5, None]


def test_every_rule_belongs_to_the_page_of_its_step() -> None:
    de_pasos = {regla: paso.numero or 0 for paso in PASOS for regla in paso.reglas}
    assert de_pasos == {regla.id: regla.paso for regla in REGLAS}


def test_every_kind_of_record_has_its_page() -> None:
    for entidad, tipo in POR_ENTIDAD.items():
        assert tipo in flow.paso_de(entidad).tipos
    with pytest.raises(KeyError):
        flow.paso_de("otra")


def test_line_under_the_title_leaves_out_what_is_not_known() -> None:
    instruccion = "Haga la lista de quién usa o podría usar los datos de cada área."
    assert flow.USUARIOS.subtitulo == f"Área Generadora · 2 horas · {instruccion}"
    assert flow.PROMOCION.subtitulo.startswith("Enlace Institucional · Anote")


@pytest.mark.parametrize("paso", PASOS, ids=lambda paso: paso.clave)
def test_nothing_has_begun_in_an_empty_project(paso: Paso) -> None:
    assert _estado(paso) is EstadoPaso.NADA


def test_inicio_is_complete_with_institution_area_and_person() -> None:
    assert _estado(flow.INICIO, perfil()) is EstadoPaso.NADA
    assert _estado(flow.INICIO, institucion()) is EstadoPaso.EN_PROGRESO
    assert _estado(flow.INICIO, AREA, TECNICO) is EstadoPaso.NADA
    assert _estado(flow.INICIO, institucion(), AREA) is EstadoPaso.EN_PROGRESO
    assert _estado(flow.INICIO, institucion(), AREA, TECNICO) is EstadoPaso.COMPLETO
    assert _estado(flow.INICIO, institucion(siglas=""), AREA, TECNICO) is EstadoPaso.EN_PROGRESO


def test_inicio_shows_what_was_withdrawn_without_reason() -> None:
    completo = (institucion(), AREA, TECNICO)
    assert _estado(flow.INICIO, *completo, replace(GRUPO, retirado="x")) is EstadoPaso.EN_PROGRESO


def test_a_step_is_in_progress_while_light_gaps_are_open() -> None:
    assert _estado(flow.USUARIOS, replace(GRUPO, clase=None)) is EstadoPaso.EN_PROGRESO
    assert _estado(flow.USUARIOS, GRUPO) is EstadoPaso.COMPLETO
    assert _estado(flow.CONTENIDOS, contenido(url="")) is EstadoPaso.EN_PROGRESO


def test_a_step_begins_with_its_first_record_whatever_an_import_brought() -> None:
    assert _estado(flow.PLAN, CONJUNTO) is EstadoPaso.NADA
    assert _estado(flow.PLAN, replace(CONJUNTO, acceso=Acceso.PUBLICO)) is EstadoPaso.NADA
    assert _estado(flow.PLAN, CONJUNTO, replace(LINEA, estado=EstadoLinea.CANCELADA)) is EstadoPaso.EN_PROGRESO
    assert _estado(flow.PLAN, CONJUNTO, LINEA) is EstadoPaso.COMPLETO


def test_heavy_gaps_call_for_attention() -> None:
    publicada = contenido(TipoContenido.HISTORIA, estado=EstadoContenido.PUBLICADO)
    assert _estado(flow.CONTENIDOS, TECNICO, publicada) is EstadoPaso.ATENCION
    assert _estado(flow.RECOMENDACIONES, RECOMENDACION, hoy=date(2026, 12, 31)) is EstadoPaso.ATENCION


def test_a_missed_bimestre_calls_for_attention_even_with_an_empty_log() -> None:
    assert _estado(flow.PROMOCION, institucion(), hoy=HOY) is EstadoPaso.ATENCION
    assert _estado(flow.PROMOCION, publicacion(TEMPRANO)) is EstadoPaso.COMPLETO


def test_documents_are_complete_when_no_rule_has_gaps() -> None:
    assert _estado(flow.ENTREGABLES, GRUPO) is EstadoPaso.EN_PROGRESO
    assert _estado(flow.ENTREGABLES, GRUPO, publicacion(TEMPRANO)) is EstadoPaso.COMPLETO
