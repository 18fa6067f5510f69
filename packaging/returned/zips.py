"""Workbooks as zips: dated alike, so that making the gallery again changes nothing; and broken on purpose."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_DATED = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_CONTENT_TYPES = "[Content_Types].xml"
_PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH_MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def date_alike(path: Path) -> None:
    """Take the moment of saving out of a workbook."""
    with zipfile.ZipFile(path) as zipped:
        parts = [(part.filename, zipped.read(part)) for part in zipped.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts:
            info = zipfile.ZipInfo(name, _DATED)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, _MODIFIED.sub(rb"\g<1>2026-10-20T16:00:00Z", content))


def with_macros(path: Path) -> None:
    """Make a workbook one with macros: its declared type, and a part that holds them."""
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as zipped, zipfile.ZipFile(path, "w") as target:
        for part in zipped.infolist():
            content = zipped.read(part)
            if part.filename == _CONTENT_TYPES:
                content = content.replace(_PLAIN, _WITH_MACROS)
            target.writestr(part.filename, content)
        target.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 macros that nobody runs")


def cut_short(path: Path) -> None:
    """Lose the second half of a file, as an interrupted download does."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def as_word(path: Path) -> None:
    """Put a text document in the place of a workbook."""
    with zipfile.ZipFile(path, "w") as target:
        target.writestr(zipfile.ZipInfo(_CONTENT_TYPES, _DATED), b"<Types/>")
        target.writestr(zipfile.ZipInfo("word/document.xml", _DATED), b"<document/>")
