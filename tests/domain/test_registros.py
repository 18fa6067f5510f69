"""What must hold for every kind of record, so that one that is added later cannot break the house."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.ficha import Registro, Tipo, campos, campos_visibles, defaults, value_types
from promueve_gui.domain.registros import POR_ENTIDAD, TIPOS

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Campo

TODOS = pytest.mark.parametrize("tipo", TIPOS, ids=lambda tipo: tipo.ENTIDAD)
CAMPOS = [(tipo, nombre, campo) for tipo in TIPOS for nombre, campo in campos(tipo).items()]
CADA_CAMPO = pytest.mark.parametrize(
    ("tipo", "nombre", "campo"), CAMPOS, ids=[f"{t.ENTIDAD}.{nombre}" for t, nombre, _ in CAMPOS]
)


def test_every_kind_has_a_table_of_its_own() -> None:
    assert len(POR_ENTIDAD) == len(TIPOS)
    assert all(POR_ENTIDAD[tipo.ENTIDAD] is tipo for tipo in TIPOS)


@TODOS
def test_a_kind_says_what_people_call_it(tipo: type[Registro]) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", tipo.ENTIDAD)
    assert tipo.SINGULAR
    assert tipo.PLURAL
    assert tipo.SINGULAR[0].islower()
    assert tipo.PLURAL[0].islower()


@TODOS
def test_a_kind_is_known_by_one_of_its_fields(tipo: type[Registro]) -> None:
    assert tipo.TITULO in campos_visibles(tipo)
    assert tipo(id="x").titulo == ""


@TODOS
def test_every_field_of_a_record_is_described(tipo: type[Registro]) -> None:
    assert {f.name for f in fields(tipo)} == {"id", *campos(tipo)}


@TODOS
def test_a_kind_refers_only_to_itself_and_to_those_before_it(tipo: type[Registro]) -> None:
    known = [t.ENTIDAD for t in TIPOS[: TIPOS.index(tipo) + 1]]
    assert {campo.destino for campo in campos(tipo).values() if campo.destino} <= set(known)


@TODOS
def test_a_new_record_holds_values_that_its_fields_admit(tipo: type[Registro]) -> None:
    nuevo = tipo(id="x")
    assert all(type(getattr(nuevo, nombre)) in value_types(tipo)[nombre] for nombre in campos(tipo))
    assert all(getattr(nuevo, nombre) == inicial for nombre, inicial in defaults(tipo).items())


@TODOS
def test_no_two_fields_of_a_kind_are_called_the_same(tipo: type[Registro]) -> None:
    etiquetas = [campo.etiqueta for campo in campos_visibles(tipo).values()]
    assert sorted(set(etiquetas)) == sorted(etiquetas)


@CADA_CAMPO
def test_a_field_is_described_whole(tipo: type[Registro], nombre: str, campo: Campo) -> None:
    assert campo.etiqueta.strip() == campo.etiqueta != ""
    assert 0 < campo.ancho <= 80
    assert (campo.opciones is not None) == (campo.tipo in {Tipo.OPCION, Tipo.OPCIONES})
    assert (campo.destino in POR_ENTIDAD) == (campo.tipo in {Tipo.REFERENCIA, Tipo.REFERENCIAS})
