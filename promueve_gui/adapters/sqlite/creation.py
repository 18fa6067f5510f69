"""Writes whole project files, new or brought to today's schema, before anybody sees them."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from promueve_gui import __version__
from promueve_gui.adapters.sqlite import rows
from promueve_gui.adapters.sqlite.connection import connect, transaction
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from promueve_gui.domain.proyecto import Proyecto

Line = tuple[str, str, str, str]  # of the bitácora: moment (ISO 8601), author, action, detail


def begun(momento: datetime, autor: str, accion: str = "crear") -> list[Line]:
    """Return the line with which a bitácora begins."""
    return [(momento.isoformat(), autor, accion, "")]


def new_file(path: Path, proyecto: Proyecto, lines: Iterable[Line], files: Iterable[tuple[str, bytes]] = ()) -> None:
    """Write a project file with its records, the lines of its bitácora and the files kept in it, by SHA-256.

    Raises ``OSError``, ``sqlite3.Error``, and ``UnicodeEncodeError`` or ``OverflowError`` for what no file can hold.
    """
    sqlite3.connect(path).close()
    connection = connect(path)
    try:
        # Nobody sees this file before it is whole, so it need not survive a power cut on its way.
        connection.execute("PRAGMA synchronous = OFF")
        _migrate(connection)
        with transaction(connection):
            for tipo in TIPOS:
                rows.write(connection, [alta(registro) for registro in proyecto.todos(tipo)])
            connection.executemany("INSERT INTO archivo (sha256, contenido) VALUES (?, ?)", files)
            connection.executemany("INSERT INTO bitacora (momento, autor, accion, detalle) VALUES (?, ?, ?, ?)", lines)
    finally:
        connection.close()


def upgrade_file(path: Path) -> None:
    """Bring an older file to today's schema. Raises ``sqlite3.Error``, also when links do not hold afterwards."""
    connection = connect(path)
    try:
        _migrate(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise sqlite3.IntegrityError(path.name)
    finally:
        connection.close()


def _migrate(connection: sqlite3.Connection) -> None:
    from promueve_gui.adapters.sqlite.migrations import upgrade  # noqa: PLC0415 - costs a tenth of a second

    upgrade(connection)
    connection.execute("INSERT OR REPLACE INTO meta (clave, valor) VALUES ('programa', ?)", (__version__,))
