"""What locks ask of the computer, which differs between systems: who runs, and holding a file alone."""

from __future__ import annotations

import os
import re
import sys
import threading
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The name says who works with it, so that what a killed process left can be told and removed.
_PREFIX = ".promueve-"
_NAME = re.compile(r"^\.promueve-(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-")


def host_name() -> str:
    """Return the name of this computer."""
    if sys.platform == "win32":  # pragma: no cover  # only runs on Windows
        import socket  # noqa: PLC0415  # takes longer than opening a project, and other systems can do without

        return socket.gethostname()
    return os.uname().nodename


def this_host() -> str:
    """Return a short mark of this computer that any file name may carry (8 hexadecimal digits)."""
    return f"{zlib.crc32(host_name().encode()):08x}"


def own_name(purpose: str) -> str:
    """Return a name for a temporary file or folder of this process; ``leftovers`` finds it when that is gone."""
    return f"{_PREFIX}{this_host()}-{os.getpid()}-{purpose}"


def leftovers(folder: Path) -> list[Path]:
    """Return what processes of this computer that no longer run left under such names. Raises ``OSError``."""
    found = ((path, _NAME.match(path.name)) for path in folder.glob(f"{_PREFIX}*"))
    return [
        path for path, match in found if match and match["host"] == this_host() and not runs_here(int(match["pid"]))
    ]


def runs_here(pid: int) -> bool:
    """Tell whether a process runs on this computer."""
    if sys.platform == "win32":  # pragma: no cover  # only runs on Windows
        return _running_on_windows(pid)
    try:
        with suppress(PermissionError):  # it runs, for somebody else
            os.kill(pid, 0)  # signal 0 only asks
    except (ProcessLookupError, OverflowError):
        return False
    return True


def create(path: Path, content: bytes) -> bool:
    """Make a file with ``content``, in one step where the drive can; ``False`` when one is there already."""
    try:
        with _written_beside(path, content) as fresh:
            os.link(fresh, path)
    except FileExistsError:
        return False
    except OSError:
        return _created_in_two_steps(path, content)
    return True


def _created_in_two_steps(path: Path, content: bytes) -> bool:
    """Make a file on a drive without links, such as a USB stick; a crash in between leaves it empty.

    A drive that is full takes the name and not the content: then it leaves nothing.
    """
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return True


@contextmanager
def _written_beside(path: Path, content: bytes) -> Iterator[Path]:
    fresh = path.with_name(own_name(f"{threading.get_ident()}.lock"))
    try:
        fresh.write_bytes(content)
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


if sys.platform == "win32":  # pragma: no cover  # no open file can be replaced there, so it is written over

    def alone(handle: int) -> bool:
        """Take the system's own lock on an open file; ``False`` when another process or thread has it."""
        import msvcrt  # noqa: PLC0415  # exists on Windows only

        os.lseek(handle, 1_000_000, os.SEEK_SET)  # far from the content, which others may read meanwhile
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def put(handle: int, path: Path, content: bytes) -> None:  # noqa: ARG001  # other systems need the path
        """Give the file at ``path``, open as ``handle``, new content."""
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, content)

else:

    def alone(handle: int) -> bool:
        """Take the system's own lock on an open file; ``False`` when another process or thread has it."""
        import fcntl  # noqa: PLC0415  # does not exist on Windows

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a network drive without such locks: two at the same instant are unlikely enough
            return True
        return True

    def put(handle: int, path: Path, content: bytes) -> None:  # noqa: ARG001  # Windows needs the handle
        """Give the file at ``path``, open as ``handle``, new content; no reader sees half of it."""
        with _written_beside(path, content) as fresh:
            fresh.replace(path)


def _running_on_windows(pid: int) -> bool:  # pragma: no cover  # only runs on Windows, where os.kill would end it
    import ctypes  # noqa: PLC0415  # only Windows pays for it

    synchronize = 0x00100000
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]  # exists on Windows only
    handle = kernel.OpenProcess(synchronize, 0, pid)
    if not handle:
        return False
    kernel.CloseHandle(handle)
    return True
