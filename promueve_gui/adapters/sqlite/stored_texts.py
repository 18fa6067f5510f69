"""Every text that a project file keeps, of whatever schema: in its records, its past editions, its bitácora."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from promueve_gui.adapters.sqlite.told_columns import IDS, tell, unfolded
from promueve_gui.domain.olvido import text_fields
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Clave

    Told = Callable[[Clave, str, str], str]

Columns: TypeAlias = "tuple[str, ...]"


def columns_of(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """Return the columns of a table; none when the file has no such table, as those of an earlier schema have not."""
    return frozenset(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))


def record_tables(connection: sqlite3.Connection) -> Iterator[tuple[type[Registro], Columns]]:
    """Yield the kinds of record that the file has, with their columns of text."""
    for tipo in TIPOS:
        present = columns_of(connection, tipo.ENTIDAD)
        if present:
            yield tipo, tuple(nombre for nombre in text_fields(tipo) if nombre in present)


def record_rows(connection: sqlite3.Connection, tipo: type[Registro], columns: Columns) -> Iterator[tuple[Any, ...]]:
    """Yield identity and texts of each record of a kind."""
    return connection.execute(f"SELECT {', '.join(('id', *columns))} FROM {tipo.ENTIDAD}")  # noqa: S608  # our own names


def retold(cambios: str, told: Told) -> str:
    """Return the changes of an edition, as the bitácora keeps them, with each text as ``told`` says it.

    Where nothing is told otherwise it comes back letter by letter. Raises ``ValueError`` for what is no edition.
    """
    telling = _Telling(told)
    try:
        news = [telling.retold(item) for item in json.loads(cambios)]
    except (TypeError, LookupError, AttributeError) as error:
        raise ValueError(cambios[:40]) from error
    if not telling.changed:
        return cambios
    return tell(news)


class _Telling:
    """Tells the changes of one edition, each kind of which is kept in its own way."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self.changed = False

    def retold(self, item: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
        """Tell new records, kept by columns, or the change of one record, both its sides."""
        if isinstance(item, dict):
            return self._rows(**item)
        entidad, identidad, *sides = item
        for side in filter(None, sides):
            for nombre in side:
                side[nombre] = self._text((entidad, identidad), nombre, side[nombre])
        return item

    def _rows(self, entidad: str, **told: Any) -> dict[str, Any]:  # whatever JSON holds
        columns = unfolded(**told)
        claves = [(entidad, identidad) for identidad in columns[IDS]]
        for nombre, valores in columns.items():
            if nombre != IDS:
                pairs = zip(claves, valores, strict=True)
                columns[nombre] = [self._text(clave, nombre, valor) for clave, valor in pairs]
        return {"entidad": entidad, "columnas": columns}

    def _text(self, clave: Clave, nombre: str, valor: Any) -> Any:  # noqa: ANN401  # text, number or nothing
        if not isinstance(valor, str):
            return valor
        told = self._told(clave, nombre, valor)
        self.changed |= told != valor
        return told
