"""Who has a project open: a small file beside it, so that a second opener only reads."""

from __future__ import annotations

import getpass
import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.this_computer import alone, create, host_name, put, runs_here
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

WRITING_SECONDS = 5
ATTEMPTS = 3


@frozen(kw_only=True)
class Owner:
    """Who holds a lock: computer, person, process and since when (ISO 8601)."""

    host: str
    user: str
    pid: int
    desde: str


UNKNOWN = Owner(host="", user="", pid=0, desde="")


class Lock:
    """A lock that this process holds."""

    def __init__(self, path: Path, owner: Owner) -> None:
        """Take the path of the lock file and what was written in it."""
        self._path = path
        self._owner = owner

    def release(self) -> None:
        """Remove the lock file, unless somebody cleared it and took it over, or its drive is gone."""
        with suppress(OSError):
            if read_owner(self._path) == self._owner:
                self._path.unlink()


def lock_path(project: Path) -> Path:
    """Return where the lock of a project stands."""
    return project.with_name(f".{project.name}.lock")


def acquire(project: Path) -> Lock | None:
    """Take the lock, or return ``None`` when somebody alive has it. Raises ``OSError`` in a read-only folder.

    A lock whose process no longer runs on this computer is stale and taken over.
    """
    path = lock_path(project)
    mine = Owner(
        host=host_name(),
        user=user_name(),
        pid=os.getpid(),
        desde=datetime.now(UTC).isoformat(timespec="microseconds"),
    )
    content = json.dumps(asdict(mine)).encode()
    for _ in range(ATTEMPTS):
        if create(path, content) or (is_stale(path) and _taken_over(path, content)):
            return Lock(path, mine)
        if not is_stale(path):
            return None
    return None


def clear(project: Path) -> None:
    """Remove somebody else's lock, because the user says that it is stale. Raises ``OSError``."""
    lock_path(project).unlink(missing_ok=True)


def holder(project: Path) -> Owner | None:
    """Return who has the project open now, ``UNKNOWN`` when the lock does not say, or ``None``."""
    path = lock_path(project)
    if not path.exists() or is_stale(path):
        return None
    return read_owner(path) or UNKNOWN


def read_owner(path: Path) -> Owner | None:
    """Return what a lock file says, or ``None`` when there is none or it says nothing readable."""
    with suppress(OSError, ValueError, TypeError):
        found = Owner(**json.loads(path.read_text(encoding="utf-8")))
        if isinstance(found.pid, int):
            return found
    return None


def is_stale(path: Path) -> bool:
    """Tell whether a lock file was left by a process that no longer runs on this computer."""
    found = read_owner(path)
    if found is None:
        return _older_than_a_moment(path)
    return found.host == host_name() and not runs_here(found.pid)


def _taken_over(path: Path, content: bytes) -> bool:
    """Put a new lock in the place of a stale one, unless somebody else is at it or was faster.

    The system's own lock on the stale file lets one process through at a time; the next finds another file.
    """
    try:
        handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        if not alone(handle) or not _stands_at(handle, path) or not is_stale(path):
            return False
        put(handle, path, content)
    finally:
        os.close(handle)
    return True


def _stands_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _older_than_a_moment(path: Path) -> bool:
    """Tell an unreadable lock left by a dead process from one that somebody is writing just now."""
    try:
        return time.time() - path.stat().st_mtime > WRITING_SECONDS
    except FileNotFoundError:
        return True


def user_name() -> str:
    """Return who is logged in, or nothing when the system does not tell."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""
