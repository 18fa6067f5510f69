"""What whoever helps a user has to know of an installation: versions and system, nothing of persons or places."""

from __future__ import annotations

import platform
import sys
from importlib import metadata

from promueve_gui import __version__
from promueve_gui.adapters.sqlite.connection import sqlite_version

LIBRARIES = (
    "PySide6-Essentials",
    "sqlite-utils",
    "openpyxl",
    "python-docx",
    "python-calamine",
    "python-pptx",
    "odfdo",
    "chunspell",
    "icalendar",
    "holidays",
)


def installation() -> list[tuple[str, str]]:
    """Return label and value of each fact. No name of a person, of a computer or of a folder is among them."""
    return [
        ("Promueve", __version__),
        ("Instalación", "programa instalado" if getattr(sys, "frozen", False) else "código fuente"),
        ("Sistema", f"{platform.system()} {platform.release()} ({platform.machine()})"),
        ("Python", platform.python_version()),
        ("SQLite", sqlite_version()),
        *((name, version) for name in LIBRARIES if (version := _version(name))),
    ]


def _version(library: str) -> str:
    """Return the version of a library, or nothing where a package left out what tells it."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""
