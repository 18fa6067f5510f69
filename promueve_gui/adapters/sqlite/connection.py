"""How a project file is connected to, always in the same way, and what its refusals mean. Knows no records."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

APPLICATION_ID = 0x50524D56  # "PRMV": what makes a SQLite file a project of ours
SCHEMA_VERSION = 7
BUSY_MILLISECONDS = 2000
CACHE_KIBIBYTES = 64 * 1024  # taken only as needed; room for an import of 50,000 rows, which else goes to disk in parts

# DELETE and not WAL: people copy and mail the file, so nothing may stand beside it.
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    f"PRAGMA cache_size = -{CACHE_KIBIBYTES}",
)
READING_PRAGMAS = (
    "PRAGMA query_only = ON",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
)

# By the primary result codes of SQLite (sqlite.org/rescode.html).
_CODES: Mapping[int, str] = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: "disco_lleno",
        sqlite3.SQLITE_BUSY: "archivo_ocupado",
        sqlite3.SQLITE_LOCKED: "archivo_ocupado",
        sqlite3.SQLITE_CONSTRAINT: "cambio_no_cabe",
        sqlite3.SQLITE_TOOBIG: "valor_no_guardable",
        sqlite3.SQLITE_CORRUPT: "archivo_danado",
        sqlite3.SQLITE_NOTADB: "archivo_danado",
    }
)
_PRIMARY = 0xFF


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a project file that exists. Transactions are begun by hand; raises ``sqlite3.Error``."""
    # A worker opens the file and hands it to the thread of the session; it is never used by two at once.
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in READING_PRAGMAS if read_only else PRAGMAS:
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do everything inside or nothing. References are checked at the end, so rows may come in any order."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def primary_code(error: sqlite3.Error) -> int:
    """Return the primary result code of SQLite, 0 when the error is Python's own."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY


def refusal(error: Exception, path: Path, otherwise: str) -> UserError:
    """Return what the user is told when SQLite or the disk refuses; ``otherwise`` when nothing better is known."""
    code = otherwise
    if isinstance(error, sqlite3.Error):
        code = _CODES.get(primary_code(error), otherwise)
    elif isinstance(error, UnicodeDecodeError):  # a message of SQLite that quotes broken letters of the file
        code = "archivo_danado"
    elif isinstance(error, UnicodeEncodeError | OverflowError):
        code = "valor_no_guardable"
    return UserError(code, archivo=path.name, detalle=str(error))


def sqlite_version() -> str:
    """Return the version of SQLite that this Python brings."""
    return sqlite3.sqlite_version
