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


def copy_into(folder: Path, path: Path) -> Path:
    """Copy a file, and the journal that a crash may have left beside it, and return the copy. Raises ``OSError``."""
    copy = folder / path.name
    shutil.copyfile(path, copy)
    if journal(path).exists():
        shutil.copyfile(journal(path), journal(copy))
    return copy


@contextmanager
def settled(path: Path) -> Iterator[Path]:
    """Give the file free of what a crash left: itself where it may be written, a copy elsewhere."""
    if not journal(path).exists():
        yield path
    elif writable(path):
        roll_back(path)
        yield path
    else:
        with temporary_folder() as folder:
            copy = copy_into(Path(folder), path)
            roll_back(copy)
            yield copy


def temporary_folder() -> TemporaryDirectory[str]:
    """Return a folder of the computer's own, away from the project's."""
    return TemporaryDirectory(prefix="promueve-", ignore_cleanup_errors=True)


def roll_back(path: Path) -> None:
    """Let SQLite undo the transaction that a crash cut off; one that is on its way is left alone."""
    connection = connect(path)
    try:
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
