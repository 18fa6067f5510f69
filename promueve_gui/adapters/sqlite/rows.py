"""Records as rows and rows as records, at the speed that whole inventories need. Opens nothing."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.cambios import Cambio
from promueve_gui.domain.codec import decode_fields, decoders, encode_fields
from promueve_gui.domain.ficha import campos, defaults, per_type
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from promueve_gui.domain.codec import Primitivo
    from promueve_gui.domain.ficha import Id, Registro

    Stored = Mapping[str, Primitivo] | None
    Shape = tuple[str, str, tuple[str, ...]]


class StoredCambio:
    """A change as the file holds it, worked out once for its row and for the bitácora."""

    __slots__ = ("antes", "despues", "entidad", "id")

    def __init__(self, cambio: Cambio) -> None:
        """Encode both sides of a change."""
        tipo = POR_ENTIDAD[cambio.entidad]
        self.entidad = cambio.entidad
        self.id = cambio.id
        self.antes: Stored = None if cambio.antes is None else encode_fields(tipo, cambio.antes)
        self.despues: Stored = None if cambio.despues is None else encode_fields(tipo, cambio.despues)

    @property
    def shape(self) -> Shape:
        """Return what decides the statement: the table, what to do, and the columns where they matter."""
        if self.antes is None:
            return self.entidad, "insert", ()
        if self.despues is None:
            return self.entidad, "delete", ()
        return self.entidad, "update", tuple(self.despues)


def write(connection: sqlite3.Connection, cambios: Iterable[Cambio]) -> None:
    """Write changes to their tables, in their order."""
    write_stored(connection, [StoredCambio(cambio) for cambio in cambios])


def write_stored(connection: sqlite3.Connection, cambios: Sequence[StoredCambio]) -> None:
    """Write changes to their tables; those that need the same statement go in together."""
    for (entidad, what, columns), run in _runs(cambios):
        tipo = POR_ENTIDAD[entidad]
        if what == "insert":
            connection.executemany(_insert_statement(tipo), _inserted(tipo, run))
        elif what == "delete":
            connection.executemany(f"DELETE FROM {entidad} WHERE id = ?", ((cambio.id,) for cambio in run))  # noqa: S608  # our own names
        else:
            connection.executemany(_update_statement(entidad, columns), map(_updated, run))


def _runs(cambios: Sequence[StoredCambio]) -> Iterable[tuple[Shape, Iterable[StoredCambio]]]:
    """Return changes by what they need, rows of a table in their order.

    Changes of different records can go in one before the other, since references are checked at the end; when a record
    changes twice, everything stays in its order.
    """
    if len({(cambio.entidad, cambio.id) for cambio in cambios}) < len(cambios):
        return groupby(cambios, key=lambda cambio: cambio.shape)
    runs: dict[Shape, list[StoredCambio]] = {}
    for cambio in cambios:
        runs.setdefault(cambio.shape, []).append(cambio)
    return runs.items()


@per_type
def _insert_statement(tipo: type[Registro]) -> str:
    names = ("id", *campos(tipo))
    return f"INSERT INTO {tipo.ENTIDAD} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608  # our own names


@per_type
def _initial(tipo: type[Registro]) -> dict[str, Primitivo]:
    """Return what each column of a row holds before anybody fills it in, in the order of the columns."""
    return encode_fields(tipo, defaults(tipo))


def _inserted(tipo: type[Registro], run: Iterable[StoredCambio]) -> Iterator[tuple[Primitivo, ...]]:
    initial = _initial(tipo)
    for cambio in run:
        yield (cambio.id, *{**initial, **(cambio.despues or {})}.values())


def _update_statement(entidad: str, columns: tuple[str, ...]) -> str:
    return f"UPDATE {entidad} SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?"  # noqa: S608  # our own names


def _updated(cambio: StoredCambio) -> tuple[Primitivo, ...]:
    return (*(cambio.despues or {}).values(), cambio.id)


def read(connection: sqlite3.Connection, tipo: type[Registro]) -> dict[Id, Registro]:
    """Return a whole table. Raises ``ValueError`` or ``TypeError`` for a value that does not fit its field."""
    nombres = ("id", *campos(tipo))
    by_position = [(nombres.index(nombre), decoder) for nombre, decoder in decoders(tipo).items()]
    registros: dict[Id, Registro] = {}
    for fila in connection.execute(f"SELECT {', '.join(nombres)} FROM {tipo.ENTIDAD} ORDER BY rowid"):  # noqa: S608  # our own names
        valores: list[Any] = list(fila)
        for position, decoder in by_position:
            valores[position] = decoder(valores[position])
        registros[valores[0]] = tipo(**dict(zip(nombres, valores, strict=True)))
    return registros


def dump(cambios: Sequence[StoredCambio]) -> str:
    """Return changes as JSON text for the bitácora."""
    listed = [(cambio.entidad, cambio.id, cambio.antes, cambio.despues) for cambio in cambios]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> tuple[Cambio, ...]:
    """Return the changes that ``dump`` wrote. Raises ``ValueError``, ``KeyError`` or ``TypeError`` for others."""
    return tuple(
        Cambio(entidad, identidad, _loaded(entidad, antes), _loaded(entidad, despues))
        for entidad, identidad, antes, despues in json.loads(text)
    )


def _loaded(entidad: str, valores: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return None if valores is None else decode_fields(POR_ENTIDAD[entidad], valores)
