"""R7: stories and tools are coordinated with the órgano rector before they are published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from promueve_gui.domain.reglas import Estado, Severidad
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido, TipoHerramienta
from tests.domain.reglas.fabrica import COORDINACION, HERRAMIENTA, HOY, contenido, evaluar, faltas, publicacion

COORDINABLES = [TipoContenido.HISTORIA, TipoContenido.HERRAMIENTA]


@pytest.mark.parametrize("estado", [EstadoContenido.BORRADOR, EstadoContenido.EN_REVISION])
@pytest.mark.parametrize("tipo", COORDINABLES)
def test_there_is_time_while_it_is_written(tipo: TipoContenido, estado: EstadoContenido) -> None:
    assert evaluar("R7", HERRAMIENTA, contenido(tipo, estado=estado)).estado is Estado.NO_APLICA


@pytest.mark.parametrize("tipo", COORDINABLES)
def test_approved_is_advised_and_published_is_a_breach(tipo: TipoContenido) -> None:
    (aprobado,) = evaluar("R7", contenido(tipo, estado=EstadoContenido.APROBADO)).hallazgos
    (publicado,) = evaluar("R7", contenido(tipo, estado=EstadoContenido.PUBLICADO)).hallazgos
    assert (aprobado.severidad, publicado.severidad) == (Severidad.ADVIERTE, Severidad.BLOQUEA)
    assert publicado.mensaje == "Falta coordinar con el órgano rector."


@pytest.mark.parametrize("estado", [EstadoContenido.APROBADO, EstadoContenido.PUBLICADO])
def test_coordinated_contents_comply(estado: EstadoContenido) -> None:
    registro = contenido(TipoContenido.HISTORIA, estado=estado, **COORDINACION)
    assert evaluar("R7", registro).resumen == "1 de 1"


def test_the_log_shows_that_a_draft_went_out() -> None:
    resultado = evaluar("R7", contenido(TipoContenido.HISTORIA), publicacion(HOY, contenido="contenido"))
    assert faltas(resultado) == [("contenido", "coordinado_fecha")]


@pytest.mark.parametrize("estado", [EstadoContenido.APROBADO, EstadoContenido.PUBLICADO])
def test_bulletins_need_no_coordination(estado: EstadoContenido) -> None:
    assert evaluar("R7", contenido(estado=estado)).estado is Estado.NO_APLICA


@pytest.mark.parametrize(
    ("vacios", "campo", "detalle"),
    [
        ({"coordinado_persona": " "}, "coordinado_persona", "rector: anote con quién."),
        ({"coordinado_fecha": None, "coordinado_medio": ""}, "coordinado_fecha", "anote la fecha y por qué medio."),
    ],
)
def test_what_is_missing_of_the_coordination_is_named(vacios: dict[str, Any], campo: str, detalle: str) -> None:
    registro = contenido(TipoContenido.HISTORIA, estado=EstadoContenido.PUBLICADO, **{**COORDINACION, **vacios})
    (hallazgo,) = evaluar("R7", registro).hallazgos
    assert hallazgo.campo == campo
    assert hallazgo.mensaje.endswith(detalle)


@pytest.mark.parametrize("tipo", list(TipoHerramienta))
def test_published_tools_of_any_kind_are_coordinated(tipo: TipoHerramienta) -> None:
    publicada = replace(HERRAMIENTA, tipo=tipo, publicada=True)
    assert faltas(evaluar("R7", publicada)) == [("visor", "coordinado_fecha")]
    assert evaluar("R7", replace(publicada, **COORDINACION)).estado is Estado.CUMPLE
    assert evaluar("R7", replace(HERRAMIENTA, tipo=tipo)).estado is Estado.NO_APLICA


@pytest.mark.parametrize(("dia", "estado"), [(HOY, Estado.CUMPLE), (HOY + timedelta(days=1), Estado.FALTA)])
def test_what_is_to_be_coordinated_tomorrow_is_not_coordinated(dia: date, estado: Estado) -> None:
    coordinado = {**COORDINACION, "coordinado_fecha": dia}
    publicada = replace(HERRAMIENTA, publicada=True, **coordinado)
    historia = contenido(TipoContenido.HISTORIA, estado=EstadoContenido.PUBLICADO, **coordinado)
    resultado = evaluar("R7", publicada, historia)
    assert resultado.estado is estado
    assert {h.mensaje for h in resultado.hallazgos} <= {
        "La coordinación con el órgano rector es del 20/11/2026, que todavía no llega."
    }


def test_what_is_to_go_out_tomorrow_has_not_gone_out() -> None:
    manana = publicacion(HOY + timedelta(days=1), contenido="contenido")
    assert evaluar("R7", contenido(TipoContenido.HISTORIA), manana).estado is Estado.NO_APLICA
    assert evaluar("R7", contenido(TipoContenido.HISTORIA), replace(manana, fecha=None)).estado is Estado.FALTA


@pytest.mark.parametrize(
    ("dias", "mensajes"),
    [
        (1, ["Se difundió el 09/11/2026, antes de coordinarlo con el órgano rector el 10/11/2026. Revise las fechas."]),
        (0, []),
        (-1, []),
    ],
)
def test_what_went_out_before_it_was_coordinated_is_a_breach(dias: int, mensajes: list[str]) -> None:
    coordinado = date(2026, 11, 10)
    historia = contenido(TipoContenido.HISTORIA, **{**COORDINACION, "coordinado_fecha": coordinado})
    salidas = [publicacion(coordinado - timedelta(days=dias), contenido="contenido")]
    salidas += [replace(salidas[0], id="despues", fecha=HOY), replace(salidas[0], id="sin fecha", fecha=None)]
    resultado = evaluar("R7", historia, *salidas)
    assert [(h.mensaje, h.severidad) for h in resultado.hallazgos] == [(m, Severidad.BLOQUEA) for m in mensajes]
    assert resultado.estado is (Estado.FALTA if mensajes else Estado.CUMPLE)
