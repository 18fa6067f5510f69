"""Saves what can still be read of a damaged file, row by row. Never writes to the damaged file."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from promueve_gui.adapters.sqlite.connection import SCHEMA_VERSION, connect
from promueve_gui.adapters.sqlite.creation import upgrade_file
from promueve_gui.adapters.sqlite.schema_mending import mend_schema
from promueve_gui.adapters.sqlite.working_copy import copy_into, roll_back, temporary_folder
from promueve_gui.domain.codec import decode
from promueve_gui.domain.ficha import Tipo, campos, defaults, value_types
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.adapters.sqlite.creation import Line
    from promueve_gui.domain.ficha import Campo, Id, Registro, Valor

# A damaged page hides some tens of rows; a file with more holes than this holds nothing worth the wait.
MOST_HOLES = 20_000
HEADER_BYTES, PAGES_AT = 100, 28
MOST_GROWTH = 1000  # a header that names a size beyond this is damaged itself


@frozen
class Salvage:
    """What was saved: records, lines of the bitácora, and kept files that still are what they were."""

    proyecto: Proyecto = field(default_factory=Proyecto)
    lines: tuple[Line, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()


def salvage(path: Path) -> Salvage:
    """Return all that can be read; links to records that were lost are left empty. Raises ``OSError``."""
    with temporary_folder() as folder:
        copy = copy_into(Path(folder), path)
        with suppress(sqlite3.Error, UnicodeDecodeError):
            roll_back(copy)
        found = [Salvage()]
        for mends in (_lengthen, mend_schema), (_mend_header, mend_schema):
            for mend in mends:
                with suppress(sqlite3.Error, UnicodeDecodeError):
                    mend(copy)
                    found.append(_salvaged(copy))
            if any(saved.proyecto.total() for saved in found):
                break
    return max(found, key=lambda saved: saved.proyecto.total())


def _salvaged(path: Path) -> Salvage:
    with suppress(sqlite3.Error, UnicodeDecodeError):
        _bring_up(path)
    connection = connect(path, read_only=True)
    connection.text_factory = lambda content: content.decode("utf-8", "replace")
    try:
        connection.execute("SELECT name FROM sqlite_master").fetchall()  # or there is nothing to go by
        tablas = {tipo.ENTIDAD: dict(_records(connection, tipo)) for tipo in TIPOS}
        return Salvage(
            Proyecto({entidad: _mended(tablas, tabla) for entidad, tabla in tablas.items()}),
            tuple(_lines(connection)),
            tuple(_files(connection)),
        )
    finally:
        connection.close()


def _bring_up(path: Path) -> None:
    """Bring an older file to today's schema, as far as it is sound: what was kept elsewhere then comes along."""
    connection = connect(path)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()
    if 0 < version < SCHEMA_VERSION:
        upgrade_file(path)


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table, stepping over those that cannot be read."""
    last = 0
    for _ in range(MOST_HOLES):
        try:
            cursor = connection.execute(
                f"SELECT rowid AS fila, * FROM {table} WHERE rowid > ? ORDER BY rowid",  # noqa: S608  # our own names
                (last,),
            )
            names = [column[0] for column in cursor.description]
            for row in cursor:
                last = row[0]
                yield dict(zip(names, row, strict=True))
        except sqlite3.OperationalError:
            return  # the table itself is not there
        except sqlite3.DatabaseError:
            last += 1
        else:
            return


def _records(connection: sqlite3.Connection, tipo: type[Registro]) -> Iterator[tuple[Id, Registro]]:
    for row in _rows(connection, tipo.ENTIDAD):
        if isinstance(row.get("id"), str):
            yield row["id"], tipo(id=row["id"], **_decoded(tipo, row))


def _lines(connection: sqlite3.Connection) -> Iterator[Line]:
    for row in _rows(connection, "bitacora"):
        line = (row.get("momento"), row.get("autor"), row.get("accion"), row.get("detalle"))
        if all(isinstance(part, str) for part in line):
            yield cast("Line", line)


def _files(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    for row in _rows(connection, "archivo"):
        sha256, content = row.get("sha256"), row.get("contenido")
        if isinstance(sha256, str) and isinstance(content, bytes) and hashlib.sha256(content).hexdigest() == sha256:
            yield sha256, content


def _decoded(tipo: type[Registro], row: dict[str, Any]) -> dict[str, Any]:
    valores: dict[str, Valor] = dict(defaults(tipo))
    for nombre, campo in campos(tipo).items():
        with suppress(KeyError, ValueError, TypeError):
            valor = decode(campo, row[nombre])
            if type(valor) in value_types(tipo)[nombre]:
                valores[nombre] = valor
    return valores


def _mended(tablas: dict[str, dict[Id, Registro]], tabla: dict[Id, Registro]) -> dict[Id, Registro]:
    return {identidad: _without_lost_links(tablas, registro) for identidad, registro in tabla.items()}


def _without_lost_links(tablas: dict[str, dict[Id, Registro]], registro: Registro) -> Registro:
    changes: dict[str, Any] = {}
    for nombre, campo in campos(type(registro)).items():
        if campo.destino:
            valor = getattr(registro, nombre)
            kept = _kept(campo, valor, tablas[campo.destino])
            if kept != valor:
                changes[nombre] = kept
    return replace(registro, **changes) if changes else registro


def _kept(campo: Campo, valor: Valor, existing: dict[Id, Registro]) -> Valor:
    if campo.tipo is Tipo.REFERENCIAS:
        return tuple(identidad for identidad in cast("tuple[Id, ...]", valor) if identidad in existing)
    return valor if valor in existing else None


def _lengthen(path: Path) -> None:
    """Give a file that was cut the length that its header names: SQLite reads none that points past its end."""
    with path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    size = path.stat().st_size
    whole = int.from_bytes(header[PAGES_AT : PAGES_AT + 4], "big") * int.from_bytes(header[16:18], "big")
    if size < whole < size * MOST_GROWTH:
        os.truncate(path, whole)


def _mend_header(path: Path) -> None:
    """Write the first 100 bytes anew: but for counters they are the same in every file of ours."""
    fresh = path.with_name("cabecera")
    connection = sqlite3.connect(fresh)
    connection.execute("CREATE TABLE meta (clave TEXT)")
    connection.close()
    header = bytearray(fresh.read_bytes()[:HEADER_BYTES])
    page = int.from_bytes(header[16:18], "big")
    header[PAGES_AT : PAGES_AT + 4] = (path.stat().st_size // page).to_bytes(4, "big")
    with path.open("rb+") as file:
        file.write(header)
