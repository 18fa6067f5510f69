"""Nothing is approved or published that the rules bar, whatever door the edit comes through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.guardas import vigilar
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.domain.reglas.fabrica import CONJUNTO, COORDINACION, HERRAMIENTA, HOY, RED, TECNICO, contenido, proyecto

if TYPE_CHECKING:
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Registro

APROBADO, PUBLICADO = EstadoContenido.APROBADO, EstadoContenido.PUBLICADO
CABAL = contenido(estado=EstadoContenido.EN_REVISION)
SIN_LIGA = replace(CABAL, url="")
HISTORIA = contenido(TipoContenido.HISTORIA, estado=APROBADO)


def pedido(registro: Registro, **valores: Any) -> Cambio:
    """Return a change that does change something."""
    made = cambio(registro, **valores)
    assert made is not None
    return made


def permitido(*registros: Registro, cambios: list[Cambio]) -> bool:
    """Return that the changes may be made; the refusal comes out otherwise."""
    actual = proyecto(CONJUNTO, TECNICO, RED, *registros)
    before = actual.snapshot()
    vigilar(actual, cambios, HOY)
    return actual == before


def dicho(*registros: Registro, cambios: list[Cambio]) -> tuple[str, str]:
    """Return the code and the sentence of the refusal."""
    with pytest.raises(UserError) as caught:
        permitido(*registros, cambios=cambios)
    return caught.value.code, mensaje(caught.value)


@pytest.mark.parametrize("estado", [APROBADO, PUBLICADO])
def test_a_complete_content_moves_on(estado: EstadoContenido) -> None:
    assert permitido(CABAL, cambios=[pedido(CABAL, estado=estado)])
    assert permitido(cambios=[alta(replace(CABAL, estado=estado))])


def test_what_is_missing_is_said_with_the_title() -> None:
    code, sentence = dicho(SIN_LIGA, cambios=[pedido(SIN_LIGA, estado=APROBADO)])
    assert code == "contenido_no_aprobable"
    assert sentence == (
        "«Los puentes se abren» todavía no se puede aprobar. Falta la URL directa de los datos. "
        "Complételo en el paso 3 y vuelva a intentarlo."
    )
    assert dicho(SIN_LIGA, cambios=[pedido(SIN_LIGA, estado=PUBLICADO)])[0] == "contenido_no_publicable"


def test_nothing_comes_into_being_approved_without_what_it_needs() -> None:
    code, sentence = dicho(cambios=[alta(replace(SIN_LIGA, nombre="", estado=APROBADO))])
    assert code == "contenido_no_aprobable"
    assert sentence.startswith("«Sin título» todavía")


def test_what_the_same_edit_mends_or_spoils_counts() -> None:
    assert permitido(SIN_LIGA, cambios=[pedido(SIN_LIGA, url=CABAL.url, estado=APROBADO)])
    assert dicho(CABAL, cambios=[pedido(CABAL, url="", estado=APROBADO)])[0] == "contenido_no_aprobable"


def test_a_story_is_approved_and_published_only_after_it_was_coordinated() -> None:
    borrador = replace(HISTORIA, estado=EstadoContenido.BORRADOR)
    assert dicho(borrador, cambios=[pedido(borrador, estado=APROBADO)])[0] == "contenido_no_aprobable"
    code, sentence = dicho(HISTORIA, cambios=[pedido(HISTORIA, estado=PUBLICADO)])
    assert code == "contenido_no_publicable"
    assert "coordinar con el órgano rector" in sentence
    assert permitido(HISTORIA, cambios=[pedido(HISTORIA, estado=PUBLICADO, **COORDINACION)])


@pytest.mark.parametrize("estado", [None, EstadoContenido.BORRADOR, EstadoContenido.EN_REVISION, APROBADO])
def test_a_step_back_is_always_free(estado: EstadoContenido | None) -> None:
    publicado = replace(SIN_LIGA, estado=PUBLICADO)
    assert permitido(publicado, cambios=[pedido(publicado, estado=estado)])


def test_what_has_no_state_yet_is_watched_too() -> None:
    sin_estado = replace(SIN_LIGA, estado=None)
    assert dicho(sin_estado, cambios=[pedido(sin_estado, estado=APROBADO)])[0] == "contenido_no_aprobable"


def test_other_edits_are_no_matter() -> None:
    publicado = replace(CABAL, estado=PUBLICADO)
    assert permitido(publicado, cambios=[pedido(publicado, url=""), alta(publicado).inverso])
    assert permitido(CONJUNTO, cambios=[pedido(CONJUNTO, nombre="Vados")])


def test_a_tool_is_published_only_after_it_was_coordinated() -> None:
    code, sentence = dicho(HERRAMIENTA, cambios=[pedido(HERRAMIENTA, publicada=True)])
    assert code == "herramienta_no_publicable"
    assert sentence.startswith("«Visor de puentes» todavía no se puede marcar como publicada. Falta coordinar")
    assert dicho(cambios=[alta(replace(HERRAMIENTA, publicada=True))])[0] == "herramienta_no_publicable"
    assert permitido(HERRAMIENTA, cambios=[pedido(HERRAMIENTA, publicada=True, **COORDINACION)])
    publicada = replace(HERRAMIENTA, publicada=True)
    assert permitido(publicada, cambios=[pedido(publicada, publicada=False)])
