"""Records as rows and rows as records, at the speed that whole inventories need. Opens nothing."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from promueve_gui.adapters.sqlite.told_columns import IDS, each_once, tell, tell_rows, unfolded
from promueve_gui.domain.altas import altas, registros
from promueve_gui.domain.cambios import Cambio
from promueve_gui.domain.codec import decode_fields, decoders, encode_fields, encoders
from promueve_gui.domain.ficha import campos, defaults, per_type
from promueve_gui.domain.lote import ALTA, BAJA, Altas, Lote, forma
from promueve_gui.domain.pasado import Vuelta
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Container, Iterable, Mapping, Sequence

    from promueve_gui.domain.codec import Encoder, Primitivo
    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.lote import Forma

    Stored = Mapping[str, Primitivo] | None

ROWS_AT_ONCE = 5_000  # read and made into records in a few milliseconds a step


class NewRows:
    """New records of one table as stored, worked out once for the table and for the bitácora.

    ``columns`` are the identities and what any of the records fills in.
    """

    __slots__ = ("columns", "tipo")

    def __init__(self, nuevas: Altas) -> None:
        """Encode new records, a column at a time: faster than row by row."""
        self.tipo = nuevas.tipo
        encoding = encoders(nuevas.tipo)
        self.columns: dict[str, Sequence[Primitivo]] = {
            IDS: nuevas.ids,
            **{nombre: _column(encoding.get(nombre), valores) for nombre, valores in nuevas.dados.items()},
        }

    def write(self, connection: sqlite3.Connection) -> None:
        """Insert the rows."""
        statement = _insert_statement(self.tipo, self.columns)
        connection.executemany(statement, zip(*self.columns.values(), strict=True))

    def told(self) -> str:
        """Return what the bitácora keeps, as JSON."""
        return tell_rows(self.tipo.ENTIDAD, self.columns)


class ChangedRows:
    """Changes of records of one table, or withdrawn creations, that need the same statement."""

    __slots__ = ("changes", "shape")

    def __init__(self, shape: Forma, cambios: Sequence[Cambio]) -> None:
        """Encode both sides of the changes."""
        tipo = POR_ENTIDAD[shape[0]]
        self.shape = shape
        self.changes: list[tuple[Id, Stored, Stored]] = [
            (cambio.id, _encoded(tipo, cambio.antes), _encoded(tipo, cambio.despues)) for cambio in cambios
        ]

    def write(self, connection: sqlite3.Connection) -> None:
        """Update or delete the rows."""
        entidad, what, columns = self.shape
        if what == BAJA:
            statement = f"DELETE FROM {entidad} WHERE id = ?"  # noqa: S608  # our own names
        else:
            statement = f"UPDATE {entidad} SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?"  # noqa: S608  # our own names
        connection.executemany(
            statement, ((*(despues or {}).values(), identidad) for identidad, _, despues in self.changes)
        )

    def told(self) -> str:
        """Return what the bitácora keeps, as the items of a JSON list: table, identity, both sides of each change."""
        return tell([(self.shape[0], *change) for change in self.changes])[1:-1]


Run: TypeAlias = "NewRows | ChangedRows"


def write(connection: sqlite3.Connection, cambios: Iterable[Cambio]) -> None:
    """Write changes to their tables, in their order."""
    for run in encoded(cambios):
        run.write(connection)


def encoded(cambios: Iterable[Cambio]) -> list[Run]:
    """Return changes as they are stored; those that need the same statement together, rows of a table in their order.

    Changes of different records can go in one before the other, since references are checked at the end; when a record
    changes twice, everything stays in its order.
    """
    lote = Lote.of(cambios)
    if lote.repite:
        return [_run(shape, list(run)) for shape, run in groupby(lote, key=forma)]
    return [
        NewRows(lote.altas[shape[0]]) if shape[1] == ALTA else ChangedRows(shape, run)
        for shape, run in lote.grupos.items()
    ]


def dump(runs: Sequence[Run]) -> str:
    """Return changes as JSON text for the bitácora: a list of what each run has told."""
    return f"[{','.join(run.told() for run in runs)}]"


def load(text: str) -> tuple[Cambio, ...]:
    """Return the changes that ``dump`` wrote; in the first files new records were told by rows, or as changes are.

    Raises ``ValueError``, ``LookupError``, ``TypeError`` or ``AttributeError`` for others.
    """
    found: list[Cambio] = []
    for item in json.loads(text):
        if isinstance(item, dict):
            found.extend(_loaded_rows(**item))
        else:
            entidad, identidad, antes, despues = item
            found.append(Cambio(entidad, identidad, _loaded(entidad, antes), _loaded(entidad, despues)))
    return tuple(found)


def load_back(text: str, tables: Container[str], *, undone: bool) -> list[Vuelta]:
    """Return how records of ``tables`` were before the edition that ``dump`` wrote; with ``undone`` before its undoing.

    What is not asked for is not decoded. Raises as ``load``.
    """
    listed = [item for item in json.loads(text) if (item["entidad"] if isinstance(item, dict) else item[0]) in tables]
    found: list[Vuelta] = []
    for item in listed if undone else reversed(listed):
        if not isinstance(item, dict):
            entidad, identidad, antes, despues = item
            found.append(Vuelta(entidad, identidad, _loaded(entidad, despues if undone else antes)))
        elif undone:
            found += [Vuelta(c.entidad, c.id, c.despues) for c in _loaded_rows(**item)]
        else:
            entidad = item.pop("entidad")
            found += [Vuelta(entidad, identidad, None) for identidad in unfolded(**item)[IDS]]
    return found


def _loaded_rows(entidad: str, **told: Any) -> list[Cambio]:  # whatever JSON holds
    """Return the changes that bring records into being; like ``alta``, they leave out what nobody filled in."""
    tipo, columns = POR_ENTIDAD[entidad], unfolded(**told)
    initial, decoding = defaults(tipo), decoders(tipo)
    ids = columns.pop(IDS)
    dados: list[dict[str, Valor]] = [{} for _ in ids]
    for nombre, stored in columns.items():
        vacio, valores = initial[nombre], each_once(decoding[nombre], stored) if nombre in decoding else stored
        for dado, valor in zip(dados, valores, strict=True):
            if valor != vacio:
                dado[nombre] = valor
    return altas(entidad, ids, dados)


def _loaded(entidad: str, valores: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return None if valores is None else decode_fields(POR_ENTIDAD[entidad], valores)


def _run(shape: Forma, cambios: Sequence[Cambio]) -> Run:
    return NewRows(Altas.of(shape[0], cambios)) if shape[1] == ALTA else ChangedRows(shape, cambios)


def _encoded(tipo: type[Registro], valores: Mapping[str, Valor] | None) -> Stored:
    return None if valores is None else encode_fields(tipo, valores)


def _column(encoder: Encoder | None, valores: list[Any]) -> list[Any]:
    """Return one column of new rows as stored; what many rows say is encoded once."""
    return valores if encoder is None else each_once(encoder, valores)


@per_type
def _initial(tipo: type[Registro]) -> dict[str, Primitivo]:
    """Return what each column of a row holds before anybody fills it in."""
    return encode_fields(tipo, defaults(tipo))


def _insert_statement(tipo: type[Registro], columns: Collection[str]) -> str:
    """Return the statement that inserts ``columns``; what the rest hold is written in it.

    It takes a third less time than to give every row every column, most of which are empty.
    """
    rest = {nombre: _literal(valor) for nombre, valor in _initial(tipo).items() if nombre not in columns}
    names = ", ".join((*columns, *rest))
    values = ", ".join((*("?" for _ in columns), *rest.values()))
    return f"INSERT INTO {tipo.ENTIDAD} ({names}) VALUES ({values})"  # noqa: S608  # our own names and initial values


def _literal(valor: Primitivo) -> str:
    if valor is None:
        return "NULL"
    return str(valor) if isinstance(valor, int) else "'" + valor.replace("'", "''") + "'"


def read(connection: sqlite3.Connection, tipo: type[Registro]) -> dict[Id, Registro]:
    """Return a whole table. Raises ``ValueError`` or ``TypeError`` for a value that does not fit its field.

    So many rows at a time: what is done to all of several hundred thousand in one call would hold up the window.
    """
    nombres = ("id", *campos(tipo))
    filas = connection.execute(f"SELECT {', '.join(nombres)} FROM {tipo.ENTIDAD} ORDER BY rowid")  # noqa: S608  # our own names
    found: dict[Id, Registro] = {}
    while block := filas.fetchmany(ROWS_AT_ONCE):
        columns: dict[str, Sequence[Any]] = dict(zip(nombres, zip(*block, strict=True), strict=True))
        for nombre, decoder in decoders(tipo).items():
            columns[nombre] = each_once(decoder, columns[nombre])
        ids: Sequence[Id] = columns.pop("id")
        found.update(zip(ids, registros(tipo, ids, columns), strict=True))
    return found
