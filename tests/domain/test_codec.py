"""What is stored comes back as it was; what no vocabulary holds is refused."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.codec import decode, decode_fields, decoders, encode, encode_fields, encoders
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from tests.generated import TIPO, cualquier_registro, valores

if TYPE_CHECKING:
    from promueve_gui.domain.codec import Primitivo
    from promueve_gui.domain.ficha import Campo, Registro, Valor

GRUPO, LINEA = campos(GrupoUsuarios), campos(LineaPlan)


@pytest.mark.parametrize(
    ("campo", "valor", "stored"),
    [
        (GRUPO["nombre"], "Peña", "Peña"),
        (GRUPO["poder"], 4, 4),
        (GRUPO["poder"], None, None),
        (GRUPO["prioritario"], True, 1),
        (GRUPO["prioritario"], False, 0),
        (GRUPO["clase"], ClaseGrupo.GOBIERNO, "gobierno"),
        (GRUPO["clase"], None, None),
        (
            GRUPO["ejes"],
            frozenset({Eje.SERVICIOS, Eje.EFICIENCIA}),
            '["eficiencia_gubernamental", "mejora_servicios_publicos"]',
        ),
        (GRUPO["ejes"], frozenset(), "[]"),
        (GRUPO["area"], "a", "a"),
        (LINEA["fecha"], date(2026, 2, 5), "2026-02-05"),
        (LINEA["fecha"], None, None),
        (LINEA["grupos"], ("b", "a"), '["b", "a"]'),
        (LINEA["grupos"], (), "[]"),
    ],
)
def test_each_kind_of_value_has_one_stored_shape(campo: Campo, valor: Valor, stored: Primitivo) -> None:
    assert encode(campo, valor) == stored
    assert type(encode(campo, valor)) is type(stored)
    assert decode(campo, stored) == valor


@pytest.mark.parametrize(
    ("campo", "stored", "error"),
    [
        (GRUPO["clase"], "marcianos", ValueError),
        (GRUPO["clase"], [], TypeError),
        (GRUPO["ejes"], '["marte"]', ValueError),
        (GRUPO["ejes"], "no es JSON", ValueError),
        (GRUPO["ejes"], None, TypeError),
        (LINEA["fecha"], "ayer", ValueError),
        (LINEA["fecha"], 20260205, TypeError),
        (LINEA["grupos"], "[", ValueError),
        (LINEA["grupos"], "5", TypeError),
    ],
)
def test_what_does_not_fit_its_field_is_refused(campo: Campo, stored: Primitivo, error: type[Exception]) -> None:
    with pytest.raises(error):
        decode(campo, stored)


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(KeyError, match="grupo_usuarios"):
        decode_fields(GrupoUsuarios, {"nombre": "a", "color": "rojo"})


def test_only_what_is_stored_otherwise_needs_a_function() -> None:
    assert set(encoders(GrupoUsuarios)) == set(decoders(GrupoUsuarios)) == {"clase", "ejes", "prioritario"}


@given(cualquier_registro())
def test_every_record_comes_back_from_json_as_it_was(nuevo: Registro) -> None:
    dados = {nombre: getattr(nuevo, nombre) for nombre in campos(type(nuevo))}
    stored = encode_fields(type(nuevo), dados)
    assert all(type(valor) in {str, int, type(None)} for valor in stored.values())
    assert decode_fields(type(nuevo), json.loads(json.dumps(stored))) == dados


@given(st.data(), TIPO)
def test_some_fields_alone_come_back_too(data: st.DataObject, tipo: type[Registro]) -> None:
    dados = data.draw(valores(tipo, some=True))
    assert decode_fields(tipo, encode_fields(tipo, dados)) == dados
    assert {nombre: encode(campos(tipo)[nombre], valor) for nombre, valor in dados.items()} == encode_fields(
        tipo, dados
    )
