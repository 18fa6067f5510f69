"""Knows again a workbook that left the program, by the identity in its properties; it opens nothing else of it."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path

_PROPIEDADES = "docProps/custom.xml"
_MAXIMO = 64 * 1024  # bytes; ours take two thousand
_ILEGIBLE = (OSError, KeyError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)


def is_export(path: Path, exportacion: str) -> bool:
    """Tell whether there is a workbook at ``path`` and it left as ``exportacion``."""
    try:
        with zipfile.ZipFile(path) as libro:
            if libro.getinfo(_PROPIEDADES).file_size > _MAXIMO:
                return False
            return f">{escape(exportacion)}<".encode() in libro.read(_PROPIEDADES)
    except _ILEGIBLE:
        return False
