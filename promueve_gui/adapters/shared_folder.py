"""Telling a folder of the network from one of this computer, because locks are not always seen across a network."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

NETWORK = frozenset(
    "afs afpfs ceph cifs davfs fuse.davfs fuse.gvfsd-fuse fuse.rclone fuse.sshfs ncpfs nfs nfs4 smb2 smb3 smbfs".split()
)
MOUNTS = Path("/proc/self/mounts")
REMOTE_DRIVE = 4  # what Windows calls DRIVE_REMOTE


def is_shared(path: Path, mounts: Path = MOUNTS) -> bool:
    """Tell whether a file stands on a drive of the network; false when the system does not say."""
    if str(path).startswith(("\\\\", "//")):  # \\servidor\carpeta
        return True
    if sys.platform == "win32":  # pragma: no cover  # only runs on Windows
        import ctypes  # noqa: PLC0415  # needed here only

        return int(ctypes.windll.kernel32.GetDriveTypeW(path.resolve().anchor)) == REMOTE_DRIVE
    try:
        table = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return _kind(path.resolve(), table) in NETWORK


def _kind(path: Path, table: str) -> str:
    """Return the kind of file system that holds ``path``; the last one mounted at the deepest folder counts."""
    deepest, kind = -1, ""
    for line in table.splitlines():
        _, folder, found, *_ = [*line.split(" "), "", ""]
        place = PurePath(folder.replace("\\040", " "))
        if len(place.parts) >= deepest and path.is_relative_to(place):
            deepest, kind = len(place.parts), found
    return kind
