"""Versions of contents: what they hold, and that every change of state leaves one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import VersionContenido
from promueve_gui.domain.versiones import (
    campos_de_version,
    diferentes,
    leer_valores,
    nueva_version,
    por_cambio_de_estado,
    siguiente_numero,
    ultima_igual,
    valores_de,
    versiones_de,
)
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.generated import registro
from tests.projects import project_of

MOMENTO = datetime(2026, 11, 28, 10, 0, 0, 500, tzinfo=UTC)
NOTA = Contenido(id="n", nombre="Más puentes", tipo=TipoContenido.ESTUDIO, cuerpo="Ya **están**.", cita="No cuenta")
PROYECTO = project_of(NOTA)


def version(numero: int, de: Contenido = NOTA) -> VersionContenido:
    return replace(nueva_version(de, numero, MOMENTO, "Ana", "Motivo"), id=f"v{numero}")


def test_a_version_holds_the_fields_of_its_type_that_say_something() -> None:
    guardada = version(1)
    assert leer_valores(guardada) == {"tipo": NOTA.tipo, "nombre": NOTA.nombre, "cuerpo": NOTA.cuerpo}
    assert (guardada.momento, guardada.autor, guardada.estado) == (
        "2026-11-28T10:00:00+00:00",
        "Ana",
        EstadoContenido.BORRADOR,
    )
    assert "estado" not in campos_de_version(NOTA)
    assert "congelado" not in campos_de_version(replace(NOTA, tipo=None))


@given(registro(Contenido))
def test_what_a_version_holds_is_read_back(contenido: Contenido) -> None:
    leidos = leer_valores(replace(version(1), valores=valores_de(contenido)))
    for nombre in campos_de_version(contenido):
        assert leidos.get(nombre, getattr(Contenido(id="x"), nombre)) == getattr(contenido, nombre)


@pytest.mark.parametrize("valores", ["", "{mal", "[1]", '{"otro":1}', '{"tipo":"de otro día"}', '{"fecha":7}'])
def test_what_today_cannot_read_is_passed_over(valores: str) -> None:
    assert leer_valores(replace(version(1), valores=valores)) == {}


def test_versions_come_in_their_order_and_go_on_counting() -> None:
    retirada = replace(version(3), retirado="Sobra")
    proyecto = project_of(NOTA, version(2), version(1), retirada)
    assert [v.numero for v in versiones_de(proyecto, "n")] == [1, 2]
    assert siguiente_numero(proyecto, "n") == 4
    assert siguiente_numero(PROYECTO, "n") == 1
    assert ultima_igual(proyecto, NOTA) == version(2)
    assert ultima_igual(proyecto, replace(NOTA, cuerpo="Otro")) is None
    assert ultima_igual(PROYECTO, NOTA) is None


def test_a_change_of_state_leaves_a_version_of_what_follows() -> None:
    pasos = [cambio(NOTA, cuerpo="Otro."), cambio(NOTA, estado=EstadoContenido.APROBADO)]
    (hecha,) = por_cambio_de_estado(PROYECTO, [p for p in pasos if p], MOMENTO, "Ana")
    assert hecha.despues is not None
    nueva = VersionContenido(id=hecha.id, **hecha.despues)  # type: ignore[arg-type]  # fields of a version
    assert (nueva.contenido, nueva.numero, nueva.autor) == ("n", 1, "Ana")
    assert (nueva.estado, nueva.motivo) == (EstadoContenido.APROBADO, "Pasó a «Aprobado»")
    assert leer_valores(nueva)["cuerpo"] == "Otro."


def test_losing_the_state_is_told_too() -> None:
    aprobada = replace(NOTA, estado=EstadoContenido.APROBADO)
    paso = cambio(aprobada, estado=None)
    assert paso is not None
    (hecha,) = por_cambio_de_estado(project_of(aprobada), [paso], MOMENTO, "Ana")
    assert (hecha.despues or {})["motivo"] == "Quedó sin estado"


def test_beginning_and_writing_leave_none() -> None:
    pasos = [alta(NOTA), cambio(NOTA, cuerpo="Otro."), cambio(NOTA, estado=None), alta(NOTA).inverso]
    for paso in pasos:
        assert paso is not None
        proyecto = project_of() if paso.antes is None else PROYECTO
        assert por_cambio_de_estado(proyecto, [paso], MOMENTO, "Ana") == []


def test_a_content_that_comes_in_another_state_brings_or_gets_its_version() -> None:
    ajena = replace(NOTA, estado=EstadoContenido.PUBLICADO)
    assert len(por_cambio_de_estado(project_of(), [alta(ajena)], MOMENTO, "Ana")) == 1
    traida = alta(version(4, ajena))
    assert por_cambio_de_estado(project_of(), [alta(ajena), traida], MOMENTO, "Ana") == []


def test_a_version_of_another_state_is_not_enough_and_counts() -> None:
    aprobada = replace(NOTA, estado=EstadoContenido.APROBADO)
    paso = cambio(aprobada, estado=EstadoContenido.EN_REVISION)
    assert paso is not None
    (hecha,) = por_cambio_de_estado(project_of(aprobada), [alta(version(1, aprobada)), paso], MOMENTO, "Ana")
    assert (hecha.despues or {})["numero"] == 2


def test_what_differs_is_told_in_the_order_of_the_record() -> None:
    uno, otro = {"cuerpo": "a", "nombre": "b"}, {"cuerpo": "c"}
    assert diferentes(uno, otro) == ["nombre", "cuerpo"]
    assert diferentes({"cuerpo": ""}, {}) == []


def test_each_content_of_an_edition_gets_its_own() -> None:
    otra = replace(NOTA, id="o", nombre="Más vados")
    pasos = [cambio(nota, estado=EstadoContenido.EN_REVISION) for nota in (NOTA, otra)]
    hechas = por_cambio_de_estado(project_of(NOTA, otra), [p for p in pasos if p], MOMENTO, "Ana")
    assert [(hecha.despues or {})["contenido"] for hecha in hechas] == ["n", "o"]


def test_what_comes_and_goes_in_one_edition_leaves_none() -> None:
    llegada = alta(replace(NOTA, estado=EstadoContenido.APROBADO))
    assert por_cambio_de_estado(project_of(), [llegada, llegada.inverso], MOMENTO, "Ana") == []
