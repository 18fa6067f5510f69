"""Describes the tables of a damaged file anew: what they are is known, whatever became of the description in the file.

One wrong letter there, and SQLite reads nothing of a file whose rows are all sound.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.adapters.sqlite.connection import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_ALIKE = 0.8  # share of the letters of a name that are still right

_Description: TypeAlias = tuple[str, str, str, "str | None"]  # type, name, table and the sentence that makes it


def mend_schema(path: Path) -> None:
    """Write the descriptions in a file anew where they are not those of its schema; those of nothing known go.

    Raises ``sqlite3.Error`` when the file cannot even be written to.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.text_factory = lambda content: content.decode("utf-8", "replace")
        # So SQLite stumbles once over what it cannot make sense of, and from then on does without it. Of a message
        # that quotes broken letters Python tells nothing else.
        connection.execute("PRAGMA writable_schema = ON")
        with suppress(sqlite3.Error, UnicodeDecodeError):
            connection.execute("SELECT name FROM sqlite_master")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        known = _descriptions(version if 0 < version < SCHEMA_VERSION else SCHEMA_VERSION)
        found = connection.execute("SELECT rowid, type, name, tbl_name, sql FROM sqlite_master").fetchall()
        for rowid, was, meant in _matched(found, known):
            if meant is None:
                connection.execute("DELETE FROM sqlite_master WHERE rowid = ?", (rowid,))
            elif tuple(was) != meant:
                connection.execute(
                    "UPDATE sqlite_master SET type = ?, name = ?, tbl_name = ?, sql = ? WHERE rowid = ?",
                    (*meant, rowid),
                )


def _descriptions(version: int) -> dict[str, _Description]:
    """Return how a sound file of a schema describes its tables and indices, by their names."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as sound:
        import_module("promueve_gui.adapters.sqlite.migrations").upgrade(sound, version)
        return {row[1]: row for row in sound.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")}


def _matched(
    found: list[tuple[int, str, str, str, str | None]], known: dict[str, _Description]
) -> Iterator[tuple[int, Sequence[str | None], _Description | None]]:
    """Yield each description found, by its row, and the one that it must be: of its name, or of the likest left."""
    missing = known.keys() - {name for _, _, name, _, _ in found}
    for rowid, *was in found:
        name = str(was[1])
        if name not in known:
            name = next(iter(get_close_matches(name, missing, 1, _ALIKE)), "")
            missing.discard(name)
        yield rowid, was, known.get(name)
