"""New content for a file, made beside it and put in its place in one step: whole or not at all. Knows no records."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.connection import primary_code
from promueve_gui.adapters.sqlite.this_computer import leftovers, own_name
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacement(path: Path) -> Iterator[Path]:
    """Give a temporary file that takes the place of ``path`` if all goes well, and vanishes otherwise."""
    folder = Path(tempfile.mkdtemp(prefix=own_name(""), dir=path.parent))
    temporary = folder / path.name
    try:
        yield temporary
        with suppress(OSError):
            shutil.copymode(path, temporary)  # a file that others may write stays so
        _sync(temporary)
        # SQLite would take the journal of the file that stood here for one of the new file, and undo good pages.
        journal(path).unlink(missing_ok=True)
        temporary.replace(path)
        _sync(path.parent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def writing(path: Path, code: str) -> Iterator[None]:
    """Turn what a disk or SQLite refuses into ``UserError`` with ``code``, or ``disco_lleno`` when that is why."""
    try:
        yield
    except (UnicodeEncodeError, OverflowError) as error:
        raise UserError("valor_no_guardable") from error
    except (OSError, sqlite3.Error) as error:
        why = "disco_lleno" if _is_full(error) else code
        raise UserError(why, archivo=path.name, detalle=str(error)) from error


def _is_full(error: OSError | sqlite3.Error) -> bool:
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    return primary_code(error) == sqlite3.SQLITE_FULL


def journal(path: Path) -> Path:
    """Return where SQLite keeps what it needs to undo a transaction that is cut off."""
    return path.with_name(f"{path.name}-journal")


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Copy an open database through SQLite, so that a transaction on its way is left out whole.

    ``target`` is one of ``replacement``, which sees that it is on the disk before anybody sees it.
    """
    copy = sqlite3.connect(target)
    try:
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy)
    finally:
        copy.close()


def clean(folder: Path) -> None:
    """Remove the temporary files and folders that killed processes of this computer left in ``folder``."""
    with suppress(OSError):
        for leftover in leftovers(folder):
            if leftover.is_dir():
                shutil.rmtree(leftover, ignore_errors=True)
            else:
                leftover.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """See that a file, or the names in a folder, are on the disk; folders cannot be asked for it on Windows."""
    if os.name == "nt" and path.is_dir():  # pragma: no cover  # only runs on Windows
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
