"""How a project file is connected to, always in the same way. Knows no records."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x50524D56  # "PRMV": what makes a SQLite file a project of ours
SCHEMA_VERSION = 2
BUSY_MILLISECONDS = 2000

# DELETE and not WAL: people copy and mail the file, so nothing may stand beside it.
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
)
READING_PRAGMAS = (
    "PRAGMA query_only = ON",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
)


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a project file that exists. Transactions are begun by hand; raises ``sqlite3.Error``."""
    # A worker opens the file and hands it to the thread of the session; it is never used by two at once.
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    for pragma in READING_PRAGMAS if read_only else PRAGMAS:
        connection.execute(pragma)
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
