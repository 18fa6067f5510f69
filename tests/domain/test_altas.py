"""Many new records at once are the same as one by one."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.altas import altas, columnas, registros
from promueve_gui.domain.cambios import Cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import Valor, defaults
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.registros import TIPOS
from tests.generated import TIPO, valores

FILAS: list[dict[str, Valor]] = [{"nombre": "Cámaras", "poder": 2}, {}, {"siglas": "RN", "nombre": "Redes de niñez"}]


def test_columns_come_in_the_order_of_the_fields_and_are_filled_with_what_is_initial() -> None:
    dadas = columnas(GrupoUsuarios, FILAS)
    assert dadas == {"nombre": ["Cámaras", "", "Redes de niñez"], "siglas": ["", "", "RN"], "poder": [2, None, None]}
    assert list(dadas) == [nombre for nombre in defaults(GrupoUsuarios) if nombre in dadas]


def test_no_rows_have_no_columns() -> None:
    assert columnas(GrupoUsuarios, []) == {}
    assert registros(GrupoUsuarios, [], {}) == []


def test_a_column_that_the_kind_does_not_have_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        columnas(GrupoUsuarios, [{"nombre": "Cámaras"}, {"color": "rojo"}])
    assert (caught.value.code, caught.value.data["campo"]) == ("campo_desconocido", "color")


def test_changes_made_at_once_are_those_made_one_by_one() -> None:
    assert altas("grupo_usuarios", ["a", "b", "c"], FILAS) == [
        Cambio("grupo_usuarios", identidad, None, fila) for identidad, fila in zip("abc", FILAS, strict=True)
    ]


@given(st.data(), TIPO)
def test_records_made_at_once_are_those_of_the_constructor(data: st.DataObject, tipo: type[GrupoUsuarios]) -> None:
    filas = data.draw(st.lists(valores(tipo, some=True), max_size=4))
    ids = [str(numero) for numero in range(len(filas))]
    esperados = [tipo(id=identidad, **fila) for identidad, fila in zip(ids, filas, strict=True)]
    assert registros(tipo, ids, columnas(tipo, filas)) == esperados


@pytest.mark.parametrize("tipo", TIPOS)
def test_no_kind_of_record_does_more_when_it_is_made(tipo: type[GrupoUsuarios]) -> None:
    assert not hasattr(tipo, "__post_init__")


@given(st.data(), TIPO)
def test_rows_may_be_mappings_of_any_kind(data: st.DataObject, tipo: type[GrupoUsuarios]) -> None:
    filas = data.draw(st.lists(valores(tipo, some=True), max_size=4))
    assert columnas(tipo, [MappingProxyType(fila) for fila in filas]) == columnas(tipo, filas)
