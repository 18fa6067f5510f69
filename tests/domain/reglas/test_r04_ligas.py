"""R4: communications carry the direct URL."""

from __future__ import annotations

import pytest

from promueve_gui.domain.reglas import Estado, Severidad
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.domain.reglas.fabrica import HOY, contenido, evaluar, faltas, publicacion

PORTADA = "https://datos.ejemplo.gob.mx/"


def test_does_not_apply_without_communications() -> None:
    assert evaluar("R4").estado is Estado.NO_APLICA


def test_direct_urls_comply() -> None:
    resultado = evaluar("R4", contenido(), publicacion(HOY))
    assert (resultado.estado, resultado.resumen) == (Estado.CUMPLE, "2 de 2")


@pytest.mark.parametrize("tipo", [TipoContenido.REDES, TipoContenido.BOLETIN, TipoContenido.ESTUDIO])
def test_types_that_need_the_url_say_when_it_is_missing(tipo: TipoContenido) -> None:
    (hallazgo,) = evaluar("R4", contenido(tipo, url="")).hallazgos
    assert (hallazgo.campo, hallazgo.mensaje) == ("url", "Falta la URL directa de los datos.")


@pytest.mark.parametrize("tipo", [TipoContenido.PRESENTACION, TipoContenido.HISTORIA, TipoContenido.HERRAMIENTA])
def test_the_other_types_may_leave_it_empty_but_not_wrong(tipo: TipoContenido) -> None:
    assert evaluar("R4", contenido(tipo, url="")).estado is Estado.NO_APLICA
    assert faltas(evaluar("R4", contenido(tipo, url=PORTADA))) == [("contenido", "url")]


def test_a_draft_is_advised_and_the_rest_is_barred() -> None:
    (borrador,) = evaluar("R4", contenido(url=PORTADA)).hallazgos
    (revisado,) = evaluar("R4", contenido(url=PORTADA, estado=EstadoContenido.EN_REVISION)).hallazgos
    (difundida,) = evaluar("R4", publicacion(HOY, url="")).hallazgos
    severidades = [borrador.severidad, revisado.severidad, difundida.severidad]
    assert severidades == [Severidad.ADVIERTE, Severidad.BLOQUEA, Severidad.BLOQUEA]
