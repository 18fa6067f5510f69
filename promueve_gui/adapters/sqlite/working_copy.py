"""A file as it should be read: with the transaction that a crash cut off rolled back, in a copy where it must be."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.connection import connect
from promueve_gui.adapters.sqlite.replacement import journal

if TYPE_CHECKING:
    from collections.abc import Iterator


def writable(path: Path) -> bool:
    """Tell whether both the file and its folder may be written, since SQLite needs a journal beside the file."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def copied(path: Path) -> TemporaryDirectory[str]:
    """Copy a file, and the journal that a crash left beside it, to the computer's own temporary folder."""
    folder = TemporaryDirectory(prefix="promueve-", ignore_cleanup_errors=True)
    copy = Path(folder.name) / path.name
    shutil.copyfile(path, copy)
    if journal(path).exists():
        shutil.copyfile(journal(path), journal(copy))
        roll_back(copy)
    return folder


@contextmanager
def settled(path: Path) -> Iterator[Path]:
    """Give the file free of what a crash left: itself where it may be written, a copy elsewhere."""
    if not journal(path).exists():
        yield path
    elif writable(path):
        roll_back(path)
        yield path
    else:
        with copied(path) as folder:
            yield Path(folder) / path.name


def roll_back(path: Path) -> None:
    """Let SQLite undo the transaction that a crash cut off; one that is on its way is left alone."""
    connection = connect(path)
    try:
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
