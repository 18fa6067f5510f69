"""Records as rows and rows as records, at the speed that whole inventories need. Opens nothing."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.cambios import Cambio
from promueve_gui.domain.codec import decode_fields, decoder, encode, encode_fields
from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos, defaults, per_type
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from promueve_gui.domain.ficha import Id, Registro

_AS_IT_IS = TEXTUALES | {Tipo.ENTERO, Tipo.ESCALA, Tipo.REFERENCIA}


@per_type
def _insert_statement(tipo: type[Registro]) -> str:
    names = ("id", *campos(tipo))
    return f"INSERT INTO {tipo.ENTIDAD} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608  # our own names


@per_type
def _plan(tipo: type[Registro]) -> tuple[tuple[str, Any, Any], ...]:
    """Return, per column: its name, the stored default, and its ``Campo`` where the value needs encoding."""
    iniciales = defaults(tipo)
    return tuple(
        (nombre, encode(campo, iniciales[nombre]), None if campo.tipo in _AS_IT_IS else campo)
        for nombre, campo in campos(tipo).items()
    )


def _inserted(plan: tuple[tuple[str, Any, Any], ...], cambio: Cambio) -> list[Any]:
    valores = cambio.despues or {}
    row: list[Any] = [cambio.id]
    for nombre, inicial, campo in plan:
        if nombre not in valores:
            row.append(inicial)
        else:
            row.append(valores[nombre] if campo is None else encode(campo, valores[nombre]))
    return row


def write(connection: sqlite3.Connection, cambios: Iterable[Cambio]) -> None:
    """Write changes to their tables, in their order; runs of new rows go in together."""
    for (entidad, kind), run in groupby(cambios, key=_kind):
        tipo = POR_ENTIDAD[entidad]
        if kind == "insert":
            plan = _plan(tipo)
            connection.executemany(_insert_statement(tipo), (_inserted(plan, cambio) for cambio in run))
        elif kind == "delete":
            connection.executemany(f"DELETE FROM {entidad} WHERE id = ?", ((cambio.id,) for cambio in run))  # noqa: S608  # our own names
        else:
            for cambio in run:
                _update(connection, tipo, cambio)


def _kind(cambio: Cambio) -> tuple[str, str]:
    if cambio.antes is None:
        return cambio.entidad, "insert"
    return cambio.entidad, "delete" if cambio.despues is None else "update"


def _update(connection: sqlite3.Connection, tipo: type[Registro], cambio: Cambio) -> None:
    valores = encode_fields(tipo, cambio.despues or {})
    asignaciones = ", ".join(f"{nombre} = ?" for nombre in valores)
    connection.execute(
        f"UPDATE {tipo.ENTIDAD} SET {asignaciones} WHERE id = ?",  # noqa: S608  # our own names
        (*valores.values(), cambio.id),
    )


def read(connection: sqlite3.Connection, tipo: type[Registro]) -> dict[Id, Registro]:
    """Return a whole table. Raises ``ValueError`` for a value that its vocabulary does not hold."""
    descritos = campos(tipo)
    nombres = ("id", *descritos)
    decoders: list[tuple[int, Callable[[Any], Any]]] = [
        (position, decoder(campo))
        for position, campo in enumerate(descritos.values(), start=1)
        if campo.tipo not in _AS_IT_IS
    ]
    registros: dict[Id, Registro] = {}
    for fila in connection.execute(f"SELECT {', '.join(nombres)} FROM {tipo.ENTIDAD} ORDER BY rowid"):  # noqa: S608  # our own names
        valores = list(fila)
        for position, decode_value in decoders:
            valores[position] = decode_value(valores[position])
        registros[valores[0]] = tipo(**dict(zip(nombres, valores, strict=True)))
    return registros


def dump_cambios(cambios: Sequence[Cambio]) -> str:
    """Return changes as JSON text for the bitácora."""
    return json.dumps([_dumped(cambio) for cambio in cambios], ensure_ascii=False, separators=(",", ":"))


def _dumped(cambio: Cambio) -> list[Any]:
    tipo = POR_ENTIDAD[cambio.entidad]
    return [
        cambio.entidad,
        cambio.id,
        None if cambio.antes is None else encode_fields(tipo, cambio.antes),
        None if cambio.despues is None else encode_fields(tipo, cambio.despues),
    ]


def load_cambios(text: str) -> tuple[Cambio, ...]:
    """Return the changes that ``dump_cambios`` wrote."""
    return tuple(
        Cambio(entidad, identidad, _loaded(entidad, antes), _loaded(entidad, despues))
        for entidad, identidad, antes, despues in json.loads(text)
    )


def _loaded(entidad: str, valores: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return None if valores is None else decode_fields(POR_ENTIDAD[entidad], valores)
