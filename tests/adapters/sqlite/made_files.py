"""Files in every state that a project can be found in: earlier, later, damaged, protected, cut off by a crash."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.connection import connect
from promueve_gui.adapters.sqlite.lock import lock_path
from promueve_gui.adapters.sqlite.migrations import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Holds a transaction open, with pages already written to the file, until it is killed.
CUT_OFF = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE area_generadora SET nombre = 'a medias'")
connection.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500) "
                   "INSERT INTO archivo SELECT 'x' || i, zeroblob(4000) FROM n")
print("listo", flush=True)
sys.stdin.read()
"""


def run_sql(path: Path, *statements: str) -> None:
    """Change a file behind the program's back."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def older_file(path: Path, version: int = 1) -> Path:
    """Make a project of an earlier schema with one area."""
    sqlite3.connect(path).close()
    connection = connect(path)
    upgrade(connection, version)
    connection.execute("INSERT INTO area_generadora (id, nombre) VALUES ('a', 'Dirección de Estadística')")
    connection.execute("INSERT INTO meta VALUES ('programa', '0.0.9')")
    connection.close()
    return path


def write_at(path: Path, offset: int, content: bytes) -> None:
    """Write bytes into the middle of a file."""
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(content)


def crashed(path: Path) -> None:
    """Have a process be killed in the middle of a transaction; its journal stays."""
    with subprocess.Popen(
        [sys.executable, "-c", CUT_OFF, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"listo\n"
        process.send_signal(signal.SIGKILL)
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0


def locked_by(project: Path, *, host: str = "", pid: int = 0, content: bytes | None = None) -> Path:
    """Leave a lock beside a project, by default of this process, and return where."""
    owner = {
        "host": host or socket.gethostname(),
        "user": "luis",
        "pid": pid or os.getpid(),
        "desde": "2026-03-02T09:00:00+00:00",
    }
    lock = lock_path(project)
    lock.write_bytes(json.dumps(owner).encode() if content is None else content)
    return lock


def dead_pid() -> int:
    """Return the number of a process that no longer runs."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@contextmanager
def protected(path: Path) -> Iterator[None]:
    """Protect a file or folder against writing; the superuser too, where the file system knows how."""
    mode = path.stat().st_mode
    root = os.geteuid() == 0
    path.chmod(mode & ~0o222)
    if root:
        subprocess.run(["chattr", "+i", str(path)], check=False, capture_output=True)
    try:
        if os.access(path, os.W_OK):
            pytest.skip("nothing is protected from the superuser on this file system")
        yield
    finally:
        if root:
            subprocess.run(["chattr", "-i", str(path)], check=False, capture_output=True)
        path.chmod(mode)
