"""Who has a project open: a small file beside it, so that a second opener only reads."""

from __future__ import annotations

import getpass
import hashlib
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
ATTEMPTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
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
        host=socket.gethostname(),
        user=_user(),
        pid=os.getpid(),
        desde=datetime.now(UTC).isoformat(timespec="microseconds"),
    )
    content = json.dumps(asdict(mine)).encode()
    for _ in range(ATTEMPTS):
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            if not _taken_away(path):
                return None
            continue
        try:
            os.write(handle, content)
        finally:
            os.close(handle)
        return Lock(path, mine)
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
    return found.host == socket.gethostname() and not runs_here(found.pid)


def this_host() -> str:
    """Return a short mark of this computer that any file name may carry (8 hexadecimal digits)."""
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]


def runs_here(pid: int) -> bool:
    """Tell whether a process runs on this computer."""
    if sys.platform == "win32":
        return _running_on_windows(pid)
    try:
        os.kill(pid, 0)  # signal 0 only asks
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _taken_away(path: Path) -> bool:
    """Remove a stale lock and tell so; somebody's who is alive stays.

    It is moved aside first and looked at again: of two processes that find it stale at once only one can move it,
    and the slower one, which may have moved the other's fresh lock, puts it back.
    """
    if not is_stale(path):
        return False
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return True
    stale = is_stale(aside)
    if stale:
        aside.unlink(missing_ok=True)
    else:
        aside.rename(path)
    return stale


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


def _running_on_windows(pid: int) -> bool:  # pragma: no cover  # only runs on Windows, where os.kill would end it
    import ctypes  # noqa: PLC0415  # only Windows pays for it

    synchronize = 0x00100000
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]  # exists on Windows only
    handle = kernel.OpenProcess(synchronize, 0, pid)
    if not handle:
        return False
    kernel.CloseHandle(handle)
    return True
