"""Looks at a file before it is opened and says what it is. Changes nothing but a journal that a crash left behind."""

from __future__ import annotations

import os
import sqlite3
import struct
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite import lock
from promueve_gui.adapters.sqlite.connection import APPLICATION_ID, SCHEMA_VERSION, connect
from promueve_gui.application.ports import EstadoArchivo, Inspeccion
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
USER_VERSION_AT, APPLICATION_ID_AT = 60, 68
SUFFIX = ".promueve"


def inspect(path: Path) -> Inspeccion:
    """Return the state of the file at ``path``."""
    if not path.is_file():
        return Inspeccion(estado=EstadoArchivo.NO_EXISTE)
    try:
        _roll_back_crash(path)
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
    except (OSError, sqlite3.Error):
        return Inspeccion(estado=EstadoArchivo.DANADO)
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        # Something under our own extension that is no database was ours once; anything else never was.
        return Inspeccion(estado=EstadoArchivo.DANADO if path.suffix == SUFFIX else EstadoArchivo.AJENO)
    if _integer(header, APPLICATION_ID_AT) != APPLICATION_ID:
        return Inspeccion(estado=EstadoArchivo.AJENO)
    return _ours(path, _integer(header, USER_VERSION_AT))


def _ours(path: Path, schema: int) -> Inspeccion:
    try:
        programa = _check(path, schema)
    except (sqlite3.Error, ValueError):
        return Inspeccion(estado=EstadoArchivo.DANADO, esquema=schema)
    if schema > SCHEMA_VERSION:
        return Inspeccion(estado=EstadoArchivo.POSTERIOR, esquema=schema, programa=programa)
    owner = lock.owner(path)
    if owner is not None and not lock.is_stale(path):
        return Inspeccion(
            estado=EstadoArchivo.EN_USO, esquema=schema, equipo=owner.host, usuario=owner.user, desde=owner.desde
        )
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        return Inspeccion(estado=EstadoArchivo.SOLO_LECTURA, esquema=schema)
    estado = EstadoArchivo.ANTERIOR if schema < SCHEMA_VERSION else EstadoArchivo.LISTO
    return Inspeccion(estado=estado, esquema=schema, programa=programa)


def _check(path: Path, schema: int) -> str:
    """Return the program that wrote the file. Raises when the file is not sound."""
    connection = connect(path, read_only=True)
    try:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise ValueError(path.name)
        if schema == SCHEMA_VERSION:
            _check_columns(connection)
        row = connection.execute("SELECT valor FROM meta WHERE clave = 'programa'").fetchone()
    finally:
        connection.close()
    return "" if row is None else str(row[0])


def _check_columns(connection: sqlite3.Connection) -> None:
    for tipo in TIPOS:
        found = {row[1] for row in connection.execute(f"PRAGMA table_info({tipo.ENTIDAD})")}
        if not found >= {"id", *campos(tipo)}:
            raise ValueError(tipo.ENTIDAD)


def _roll_back_crash(path: Path) -> None:
    """Let SQLite undo the transaction that a crash cut off, which needs to write."""
    if path.with_name(path.name + "-journal").exists() and os.access(path, os.W_OK):
        connection = connect(path)
        try:
            connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()


def _integer(header: bytes, at: int) -> int:
    return int(struct.unpack_from(">I", header, at)[0])
