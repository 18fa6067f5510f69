"""Looks at a file before it is opened and says what it is. Changes nothing but a journal that a crash left behind."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.adapters.intake import is_of_another_kind
from promueve_gui.adapters.sqlite import backups, lock
from promueve_gui.adapters.sqlite.connection import APPLICATION_ID, SCHEMA_VERSION, connect, primary_code
from promueve_gui.adapters.sqlite.working_copy import settled, writable
from promueve_gui.application.open_project import SUFFIX
from promueve_gui.application.ports import EstadoArchivo, Inspeccion
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
_LETTER_BYTES = 4  # at most, of one letter in UTF-8: the header may end within one
FRACTIONS_AT, FRACTIONS = 21, bytes((64, 32, 32))  # the same in all: «The Database Header», sqlite.org/fileformat2.html
USER_VERSION_AT, APPLICATION_ID_AT = 60, 68
COLUMNS = "SELECT tabla.name, columna.name FROM sqlite_master AS tabla, pragma_table_info(tabla.name) AS columna"
_OUR_TABLES = (b'CREATE TABLE "grupo_usuarios"', b'CREATE TABLE "bitacora"')
_BLOCK = 1024 * 1024
_TAKEN = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

# The tables that hold no records, and the columns without which nothing could be saved.
MACHINERY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "edicion": frozenset(
            {"secuencia", "id", "momento", "motivo", "autor", "origen", "estado", "cambios", "revierte"}
        ),
        "bitacora": frozenset({"secuencia", "momento", "autor", "accion", "detalle", "edicion"}),
        "meta": frozenset({"clave", "valor"}),
        "archivo": frozenset({"sha256", "contenido"}),
        "exportacion": frozenset({"id", "momento", "documento", "archivo", "asiento"}),
        "recepcion": frozenset({"id", "exportacion", "momento", "archivo", "huella", "asiento", "edicion", "visto"}),
    }
)


def inspect(path: Path) -> Inspeccion:
    """Return the state of the file at ``path``."""
    try:
        path = path.resolve()
        is_file = path.is_file()
    except (OSError, RuntimeError):  # a link that leads to itself, a name longer than any file's, a drive that is gone
        return Inspeccion(estado=EstadoArchivo.ILEGIBLE)
    try:
        if not is_file:
            return Inspeccion(estado=EstadoArchivo.AJENO if path.exists() else EstadoArchivo.NO_EXISTE)
        with path.open("rb"):
            pass  # without leave to read it, there is nothing else to say
        with settled(path) as readable:
            return _inspected(path, readable)
    except PermissionError:
        return Inspeccion(estado=EstadoArchivo.ILEGIBLE)
    except sqlite3.Error as error:
        taken = primary_code(error) in _TAKEN
        return Inspeccion(estado=EstadoArchivo.EN_USO if taken else EstadoArchivo.DANADO)
    except (OSError, ValueError):
        return Inspeccion(estado=EstadoArchivo.DANADO)


def schema_of(path: Path) -> int:
    """Return the schema that the header of a file of ours names. Raises ``OSError``."""
    with path.open("rb") as file:
        return _integer(file.read(HEADER_BYTES), USER_VERSION_AT)


def _inspected(path: Path, readable: Path) -> Inspeccion:
    with readable.open("rb") as file:
        header = file.read(HEADER_BYTES)
    if not _is_database(header):
        ours = path.suffix.lower() == SUFFIX and _was_ours(path, readable, header)
        return Inspeccion(estado=EstadoArchivo.DANADO if ours else EstadoArchivo.AJENO)
    if _integer(header, APPLICATION_ID_AT) != APPLICATION_ID:
        return Inspeccion(estado=EstadoArchivo.AJENO)
    schema = _integer(header, USER_VERSION_AT)
    programa = _check(readable, schema)
    if schema > SCHEMA_VERSION:
        return Inspeccion(estado=EstadoArchivo.POSTERIOR, esquema=schema, programa=programa)
    return _of_ours(path, schema, programa)


def _is_database(header: bytes) -> bool:
    """Tell whether a file begins as every SQLite database does."""
    return len(header) == HEADER_BYTES and header.startswith(MAGIC) and header[FRACTIONS_AT:].startswith(FRACTIONS)


def _was_ours(path: Path, readable: Path, header: bytes) -> bool:
    """Tell whether what is no database, under our own extension, was a project once, or is only called so."""
    if not _is_text(header) and (header.startswith(MAGIC) or not is_of_another_kind(header)):
        return True
    return bool(backups.listed(path)) or _has_our_tables(readable)


def _has_our_tables(path: Path) -> bool:
    """Tell whether our tables are described somewhere in a file whose beginning was lost."""
    wanted, tail = set(_OUR_TABLES), b""
    with path.open("rb") as file:
        while wanted and (block := file.read(_BLOCK)):
            wanted -= {table for table in wanted if table in tail + block}
            tail = block[-HEADER_BYTES:]
    return not wanted


def _is_text(header: bytes) -> bool:
    """Tell whether a file begins as text does, or holds nothing at all."""
    text = header.decode("utf-8", "ignore")
    return len(text.encode()) > len(header) - _LETTER_BYTES and all(c.isprintable() or c.isspace() for c in text)


def _of_ours(path: Path, schema: int, programa: str) -> Inspeccion:
    owner = lock.holder(path)
    if owner is not None:
        return Inspeccion(
            estado=EstadoArchivo.EN_USO,
            esquema=schema,
            programa=programa,
            equipo=owner.host,
            usuario=owner.user,
            desde=owner.desde,
        )
    if not writable(path):
        estado = EstadoArchivo.SOLO_LECTURA
    else:
        estado = EstadoArchivo.ANTERIOR if schema < SCHEMA_VERSION else EstadoArchivo.LISTO
    return Inspeccion(estado=estado, esquema=schema, programa=programa)


def _check(path: Path, schema: int) -> str:
    """Return the program that wrote the file. Raises ``sqlite3.Error`` or ``ValueError`` when it is not sound."""
    connection = connect(path, read_only=True)
    try:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise ValueError(path.name)
        if schema == SCHEMA_VERSION:
            _check_columns(connection)
        row = None
        with suppress(sqlite3.OperationalError):  # a newer program may keep this elsewhere
            row = connection.execute("SELECT valor FROM meta WHERE clave = 'programa'").fetchone()
    finally:
        connection.close()
    return "" if row is None else str(row[0])


def _check_columns(connection: sqlite3.Connection) -> None:
    wanted = {tipo.ENTIDAD: frozenset({"id", *campos(tipo)}) for tipo in TIPOS}
    found: dict[str, set[str]] = {}
    for table, column in connection.execute(COLUMNS):
        found.setdefault(table, set()).add(column)
    for table, columns in (wanted | dict(MACHINERY)).items():
        if not found.get(table, set()) >= columns:
            raise ValueError(table)


def _integer(header: bytes, at: int) -> int:
    return int(struct.unpack_from(">I", header, at)[0])
