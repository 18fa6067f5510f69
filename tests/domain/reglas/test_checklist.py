"""The live checklist of a content, and the gates of approval and publication."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from promueve_gui.domain.reglas import puede_salir, revisar_contenido
from promueve_gui.domain.vocabularios import Acceso, TipoContenido
from tests.domain.reglas.fabrica import (
    CONJUNTO,
    COORDINACION,
    HERRAMIENTA,
    RED,
    TECNICO,
    contenido,
    contexto,
    perfil,
)

TODO = contexto(CONJUNTO, TECNICO, RED, HERRAMIENTA)
LARGA = "Palabra " + "otra " * 30 + "final."


@pytest.mark.parametrize("tipo", list(TipoContenido))
def test_a_complete_content_may_be_approved_and_published(tipo: TipoContenido) -> None:
    registro = contenido(tipo, **COORDINACION)
    assert all(punto.ok for punto in revisar_contenido(TODO, registro))
    assert puede_salir(TODO, registro)


@pytest.mark.parametrize(
    ("cambios", "regla"),
    [({"url": ""}, "R4"), ({"correo_contacto": ""}, "R5"), ({"entrada": ""}, "R6"), ({"nombre": ""}, "R6")],
)
def test_what_is_missing_bars_approval(cambios: dict[str, Any], regla: str) -> None:
    registro = contenido(**cambios)
    malos = [punto.regla for punto in revisar_contenido(TODO, registro) if punto.bloquea and not punto.ok]
    assert malos == [regla]
    assert not puede_salir(TODO, registro)


def test_private_data_bar_approval() -> None:
    privado = contexto(replace(CONJUNTO, acceso=Acceso.PRIVADO), TECNICO)
    assert not puede_salir(privado, contenido())


def test_a_story_that_was_not_coordinated_is_not_approved() -> None:
    historia = contenido(TipoContenido.HISTORIA)
    assert not puede_salir(TODO, historia)
    assert puede_salir(TODO, replace(historia, **COORDINACION))


@pytest.mark.parametrize("cambios", [{"contacto_tecnico": None}, {"cita": ""}, {"cuerpo": LARGA}, {"sumarios": "Uno"}])
def test_advice_bars_nothing(cambios: dict[str, Any]) -> None:
    registro = contenido(**cambios)
    assert not all(punto.ok for punto in revisar_contenido(TODO, registro))
    assert puede_salir(TODO, registro)


@pytest.mark.parametrize(
    ("cuerpo", "texto"),
    [
        ("Breve.", "Sin frases de más de 30 palabras"),
        (LARGA, "1 frase de más de 30 palabras"),
        (f"{LARGA} {LARGA}", "2 frases de más de 30 palabras"),
    ],
)
def test_long_sentences_are_counted(cuerpo: str, texto: str) -> None:
    puntos = revisar_contenido(TODO, contenido(TipoContenido.ESTUDIO, cuerpo=cuerpo))
    assert puntos[-1].texto == texto


def test_the_profile_says_what_a_long_sentence_is() -> None:
    corto = contexto(perfil(frase_larga=2))
    assert revisar_contenido(corto, contenido(TipoContenido.ESTUDIO, cuerpo="Uno dos tres."))[-1].texto.startswith(
        "1 f"
    )


def test_without_text_there_are_no_sentences_to_count() -> None:
    puntos = revisar_contenido(TODO, contenido(TipoContenido.ESTUDIO, cuerpo=""))
    assert not any("frases" in punto.texto for punto in puntos)


def test_a_content_without_type_still_has_a_checklist() -> None:
    registro = replace(contenido(), tipo=None)
    assert "Falta el tipo de contenido." in [punto.texto for punto in revisar_contenido(TODO, registro)]
    assert not puede_salir(TODO, registro)
