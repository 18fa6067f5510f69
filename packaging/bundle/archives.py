"""Archives that hold the same bytes whenever they are made of the same files."""

from __future__ import annotations

import hashlib
import os
import tarfile
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PROGRAM, FILE = 0o755, 0o644
SUMS = "SHA256SUMS"


def settle(folder: Path, epoch: int) -> None:
    """Give everything under ``folder`` the same date and the plainest permissions, whoever made it."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(PROGRAM if path.is_dir() or path.stat().st_mode & 0o100 else FILE)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    folder.chmod(PROGRAM)
    os.utime(folder, (epoch, epoch))


def write_tar(folder: Path, target: Path, name: str, epoch: int) -> None:
    """Write ``folder`` to ``target``, a `.tar.xz`, as a folder called ``name``."""

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = epoch
        return member

    with tarfile.open(target, "w:xz", preset=6, format=tarfile.PAX_FORMAT) as tar:
        tar.add(folder, name, recursive=False, filter=plain)
        for path in sorted(folder.rglob("*")):
            tar.add(path, f"{name}/{path.relative_to(folder).as_posix()}", recursive=False, filter=plain)


def write_zip(folder: Path, target: Path, name: str, epoch: int) -> None:
    """Write the files of ``folder`` to ``target``, a `.zip`, inside a folder called ``name``."""
    moment = datetime.fromtimestamp(epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            member = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", moment)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = (0o100000 | FILE) << 16
            archive.writestr(member, path.read_bytes())


def write_sums(folder: Path, names: Iterable[str]) -> Path:
    """Write the SHA-256 of the files called ``names`` in ``folder``, in the form that `sha256sum -c` reads."""
    lines = []
    for name in sorted(names):
        with (folder / name).open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {name}\n")
    target = folder / SUMS
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target
