"""Reading and writing the files of evidence, on a worker's thread. Never opens them with another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.evidence import check_size
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from promueve_gui.application.ports import Progress


def read_files(paths: Sequence[Path], progress: Progress) -> list[tuple[str, bytes]]:
    """Return name and content of each file. Raises ``UserError`` for one that is too large, empty or unreadable."""
    found = []
    for place, path in enumerate(paths):
        progress(place, len(paths))
        found.append((path.name, _read(path)))
    progress(0, 0)  # what comes next has no measure
    return found


def _read(path: Path) -> bytes:
    try:
        check_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise UserError("evidencia_ilegible", archivo=path.name) from error


def write_copy(path: Path, content: bytes) -> None:
    """Write a copy whole or not at all. Raises ``UserError`` when the folder refuses it."""
    partial = path.with_name(f".{path.name}.parte")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise UserError("evidencia_no_se_copio", archivo=path.name) from error
