"""What records tell of themselves beyond their fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.conjuntos import CRITERIOS, ConjuntoDatos
from promueve_gui.domain.contenidos import CAMPOS_POR_TIPO, CUERPO_POR_TIPO, Contenido
from promueve_gui.domain.ficha import TEXTUALES, campos, campos_visibles
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.vocabularios import Acceso, EstadoLinea, TipoContenido

if TYPE_CHECKING:
    from typing import Any

CONJUNTO = ConjuntoDatos(id="c", nombre="Estaciones de aforo")


def test_the_value_of_a_dataset_counts_the_seven_criteria() -> None:
    assert CONJUNTO.valor == 0
    assert replace(CONJUNTO, solicitado=True, ya_publicado=True).valor == 2
    todos: dict[str, Any] = dict.fromkeys(CRITERIOS, True)
    assert replace(CONJUNTO, **todos).valor == 7
    assert set(CRITERIOS) <= set(campos(ConjuntoDatos))


@pytest.mark.parametrize(
    ("cambios", "promovible"),
    [
        ({}, True),
        ({"acceso": Acceso.RESTRINGIDO}, False),
        ({"acceso": None}, False),
        ({"institucional": True}, False),
        ({"retirado": "Se repetía"}, False),
    ],
)
def test_only_public_datasets_in_use_that_the_tool_did_not_make_are_promoted(
    cambios: dict[str, Any], promovible: bool
) -> None:
    assert replace(CONJUNTO, **cambios).promovible is promovible


@pytest.mark.parametrize(
    ("cambios", "vigente"),
    [({}, True), ({"estado": EstadoLinea.CANCELADA}, False), ({"retirado": "Se repetía"}, False)],
)
def test_a_line_counts_until_it_is_cancelled_or_withdrawn(cambios: dict[str, Any], vigente: bool) -> None:
    assert replace(LineaPlan(id="l"), **cambios).vigente is vigente


@pytest.mark.parametrize(
    ("cambios", "abierta"),
    [({}, True), ({"fecha_respuesta": date(2026, 2, 5)}, False), ({"retirado": "Duplicada"}, False)],
)
def test_a_recommendation_is_open_until_it_is_answered_or_withdrawn(cambios: dict[str, Any], abierta: bool) -> None:
    assert replace(Recomendacion(id="r"), **cambios).abierta is abierta


@pytest.mark.parametrize("tipo", TipoContenido)
def test_each_type_of_content_has_its_fields(tipo: TipoContenido) -> None:
    fields = CAMPOS_POR_TIPO[tipo]
    assert set(fields) <= set(campos_visibles(Contenido))
    assert len(set(fields)) == len(fields)
    assert {"nombre", "estado", "correo_contacto"} <= set(fields)


@pytest.mark.parametrize("tipo", TipoContenido)
def test_the_body_of_each_type_is_text_that_it_fills_in(tipo: TipoContenido) -> None:
    assert set(CUERPO_POR_TIPO[tipo]) <= set(CAMPOS_POR_TIPO[tipo])
    assert all(campos(Contenido)[nombre].tipo in TEXTUALES for nombre in CUERPO_POR_TIPO[tipo])
