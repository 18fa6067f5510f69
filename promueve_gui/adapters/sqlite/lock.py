"""Who has a project open: a small file beside it, so that a second opener only reads."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WRITING_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who holds a lock: computer, person, process and since when (ISO 8601)."""

    host: str
    user: str
    pid: int
    desde: str


class Lock:
    """A lock that this process holds."""

    def __init__(self, path: Path, owner: Owner) -> None:
        """Take the path of the lock file and what was written in it."""
        self._path = path
        self._owner = owner

    def release(self) -> None:
        """Remove the lock file, unless somebody cleared it and took it over meanwhile."""
        if read_owner(self._path) == self._owner:
            self._path.unlink(missing_ok=True)


def lock_path(project: Path) -> Path:
    """Return where the lock of a project stands."""
    return project.with_name(f".{project.name}.lock")


def acquire(project: Path) -> Lock | None:
    """Take the lock, or return ``None`` when somebody alive has it. Raises ``OSError`` in a read-only folder.

    A lock whose process no longer runs on this computer is stale and taken over.
    """
    path = lock_path(project)
    mine = Owner(
        host=socket.gethostname(),
        user=_user(),
        pid=os.getpid(),
        desde=datetime.now(UTC).isoformat(timespec="microseconds"),
    )
    for _ in range(2):
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            if not is_stale(path):
                return None
            path.unlink(missing_ok=True)
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(mine), file)
        return Lock(path, mine)
    return None


def clear(project: Path) -> None:
    """Remove somebody else's lock, because the user says that it is stale."""
    lock_path(project).unlink(missing_ok=True)


def owner(project: Path) -> Owner | None:
    """Return who has the project open, or ``None``."""
    return read_owner(lock_path(project))


def read_owner(path: Path) -> Owner | None:
    """Return what a lock file says, or ``None`` when there is none or it says nothing readable."""
    with suppress(OSError, ValueError, TypeError):
        return Owner(**json.loads(path.read_text(encoding="utf-8")))
    return None


def is_stale(path: Path) -> bool:
    """Tell whether a lock file was left by a process that no longer runs on this computer."""
    found = read_owner(path)
    if found is None:
        return _older_than_a_moment(path)
    return found.host == socket.gethostname() and not _running(found.pid)


def _older_than_a_moment(path: Path) -> bool:
    """Tell an unreadable lock left by a dead process from one that somebody is writing just now."""
    try:
        return time.time() - path.stat().st_mtime > WRITING_SECONDS
    except FileNotFoundError:
        return True


def _user() -> str:
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _running(pid: int) -> bool:
    if sys.platform == "win32":
        return _running_on_windows(pid)
    try:
        os.kill(pid, 0)  # signal 0 only asks
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _running_on_windows(pid: int) -> bool:  # pragma: no cover  # only runs on Windows, where os.kill would end it
    import ctypes  # noqa: PLC0415  # only Windows pays for it

    synchronize = 0x00100000
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]  # exists on Windows only
    handle = kernel.OpenProcess(synchronize, 0, pid)
    if not handle:
        return False
    kernel.CloseHandle(handle)
    return True
