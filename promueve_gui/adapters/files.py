"""Documents on disk (port ``AtomicFiles``): they appear under their name complete, or not at all. Knows no format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.replacement import clean, replacement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class DiskFiles:
    """Files and folders of this computer."""

    def write_atomically(self, path: Path, writer: Callable[[Path], None]) -> None:
        """Let ``writer`` fill a temporary file beside ``path``, with its name, and put it in its place.

        Raises ``OSError`` (``PermissionError`` when ``path`` is read-only, or open in a program that locks it) and
        whatever ``writer`` raises; ``path`` is then as it was and nothing else is left.
        """
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(path)
        if path.is_dir():
            raise IsADirectoryError(path)
        clean(path.parent)
        with replacement(path) as temporary:
            writer(temporary)

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, where missing. Raises ``OSError``."""
        path.mkdir(parents=True, exist_ok=True)
