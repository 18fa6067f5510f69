"""What the bitácora keeps of an edition is read back, in the shape of today and in that of the first files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.sqlite.rows import dump, encoded, load
from promueve_gui.domain.cambios import Cambio, alta, cambio
from promueve_gui.domain.conjuntos import Recurso
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Acceso, Frecuencia
from tests.generated import cualquier_registro

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

ALTAS = (
    alta(AreaGeneradora(id="a", nombre="Dirección de Aguas")),
    alta(Recurso(id="r", nombre="Pozos", acceso=Acceso.PRIVADO, razon="Datos personales")),
    alta(Recurso(id="s", nombre="Presas", bytes=12)),
)


def test_new_records_are_told_by_columns() -> None:
    assert json.loads(dump(encoded(ALTAS))) == [
        {"entidad": "area_generadora", "columnas": {"id": ["a"], "nombre": ["Dirección de Aguas"]}},
        {
            "entidad": "recurso",
            "columnas": {
                "id": ["r", "s"],
                "nombre": ["Pozos", "Presas"],
                "acceso": ["privado", "publico"],
                "razon": ["Datos personales", ""],
                "bytes": [None, 12],
            },
        },
    ]


@pytest.mark.parametrize("raro", ['dice «"', '","', "C:\\datos", "uno\ndos", "\u00ad", ""])
def test_signs_that_json_escapes_come_back(raro: str) -> None:
    nuevas = (alta(AreaGeneradora(id="a", nombre="Aguas")), alta(AreaGeneradora(id="b", nombre=raro)))
    texto = dump(encoded(nuevas))
    assert json.loads(texto)[0]["columnas"] == {"id": ["a", "b"], "nombre": ["Aguas", raro]}
    assert load(texto) == nuevas


def test_what_many_new_records_say_is_told_once() -> None:
    frecuencias = [Frecuencia.MENSUAL, Frecuencia.ANUAL, None, Frecuencia.MENSUAL, Frecuencia.MENSUAL, None, None]
    nuevos = [alta(Recurso(id=f"r{n}", nombre="Pozos", frecuencia=dicha)) for n, dicha in enumerate(frecuencias)]
    texto = dump(encoded(nuevos))
    assert json.loads(texto)[0]["columnas"] == {
        "id": [f"r{n}" for n in range(7)],
        "nombre": {"valores": ["Pozos"], "lugares": [0] * 7},
        "frecuencia": {"valores": ["R/P1M", "R/P1Y", None], "lugares": [0, 1, 2, 0, 0, 2, 2]},
    }
    assert load(texto) == tuple(nuevos)


@pytest.mark.parametrize(
    "nombres",
    [
        [f"Pozo {n}" for n in range(11_000)],
        [f"Pozo {n // 10}" for n in range(11_000)],  # which only says the same at its beginning
        [f"Pozo {n % 900}" for n in range(11_000)],  # or in turns
    ],
    ids=["different", "in runs", "in turns"],
)
def test_a_long_column_is_told_once_where_it_says_the_same(nombres: list[str]) -> None:
    nuevos = [alta(Recurso(id=f"r{n}", nombre=nombre)) for n, nombre in enumerate(nombres)]
    texto = dump(encoded(nuevos))
    told = json.loads(texto)[0]["columnas"]["nombre"]
    assert (told["valores"] if isinstance(told, dict) else told) == list(dict.fromkeys(nombres))
    assert load(texto) == tuple(nuevos)


def test_new_records_are_read_back_without_what_nobody_filled_in() -> None:
    assert load(dump(encoded(ALTAS))) == ALTAS


def test_new_records_of_the_first_files_are_read() -> None:
    texto = '[["area_generadora","a",null,{"nombre":"Dirección de Aguas"}]]'
    assert load(texto) == ALTAS[:1]
    por_renglones = (
        '[{"entidad":"area_generadora","columnas":["nombre"],"filas":[["a","Dirección de Aguas"]]},'
        '{"entidad":"recurso","columnas":["nombre","acceso","razon","bytes"],'
        '"filas":[["r","Pozos","privado","Datos personales",null],["s","Presas","publico","",12]]}]'
    )
    assert load(por_renglones) == ALTAS


def test_changes_are_told_with_both_sides() -> None:
    pedido = cambio(AreaGeneradora(id="a", nombre="Aguas"), nombre="Dirección de Aguas")
    assert pedido is not None
    texto = dump(encoded([pedido]))
    assert json.loads(texto) == [["area_generadora", "a", {"nombre": "Aguas"}, {"nombre": "Dirección de Aguas"}]]
    assert load(texto) == (pedido,)


def test_a_record_that_changes_twice_keeps_the_order_of_its_changes() -> None:
    nueva = AreaGeneradora(id="a", nombre="Aguas")
    pedidos = (alta(nueva), Cambio("area_generadora", "a", {"siglas": ""}, {"siglas": "DA"}), ALTAS[1])
    assert load(dump(encoded(pedidos))) == pedidos


@pytest.mark.parametrize(
    ("block", "error"),
    [
        ('{"entidad":"marciano","columnas":[],"filas":[["a"]]}', KeyError),
        ('{"entidad":"recurso","columnas":["color"],"filas":[["a","rojo"]]}', KeyError),
        ('{"entidad":"recurso","columnas":["nombre"],"filas":[["a"]]}', ValueError),
        ('{"entidad":"recurso","columnas":["acceso"],"filas":[["a","secreto"]]}', ValueError),
        ('{"entidad":"recurso","columnas":["nombre"],"filas":3}', TypeError),
        ('{"entidad":"recurso"}', TypeError),
        ('{"entidad":"recurso","columnas":{"nombre":["x"]}}', KeyError),
        ('{"entidad":"recurso","columnas":{"id":["a"],"color":["rojo"]}}', KeyError),
        ('{"entidad":"recurso","columnas":{"id":["a"],"nombre":["x","y"]}}', ValueError),
        ('{"entidad":"recurso","columnas":{"id":["a"],"acceso":["secreto"]}}', ValueError),
        ('{"entidad":"recurso","columnas":{"id":["a"],"nombre":3}}', TypeError),
        ('{"entidad":"recurso","columnas":{"id":["a"],"nombre":{"valores":[],"lugares":[0]}}}', IndexError),
        ('{"entidad":"recurso","columnas":["nombre"]}', AttributeError),
    ],
)
def test_rows_that_nobody_wrote_are_refused(block: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        load(f"[{block}]")


@given(st.lists(cualquier_registro(), max_size=6))
def test_any_new_records_come_back_as_they_were(nuevos: list[Registro]) -> None:
    antes, despues = Proyecto(), Proyecto()
    antes.apply([alta(nuevo) for nuevo in nuevos])
    despues.apply(load(dump(encoded([alta(nuevo) for nuevo in nuevos]))))
    assert despues == antes
