"""Writes a project as an earlier release did, so that the installed program can try on itself how it brings one up."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.connection import connect
from promueve_gui.adapters.sqlite.migrations import upgrade

if TYPE_CHECKING:
    from pathlib import Path


def write_older(path: Path, version: int, nombre: str) -> None:
    """Write a project of schema ``version`` whose only record is an institution called ``nombre``."""
    sqlite3.connect(path).close()
    connection = connect(path)
    try:
        upgrade(connection, version)
        connection.execute("INSERT INTO institucion (id, nombre, siglas) VALUES ('1', ?, 'X')", (nombre,))
    finally:
        connection.close()
