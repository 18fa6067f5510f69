"""What a release is called, and when it is from: everything that is built takes it from here.

The number of the version is written in `pyproject.toml`; the moment is that of the last commit, or `SOURCE_DATE_EPOCH`
(reproducible-builds.org), so that the same sources give the same files.
"""

from __future__ import annotations

import os
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
IDENTIFIER = "mx.promueve.Promueve"
MIME = "application/x-promueve"
SUMMARY = "Promoción de datos abiertos, paso a paso"
COMPANY = "Proyecto Promueve"
README_PICTURE = "captura.png"


@dataclass(frozen=True)
class Release:
    """One version of the program."""

    version: str
    epoch: int  # seconds since 1970, UTC

    @property
    def moment(self) -> datetime:
        """Return when it is from."""
        return datetime.fromtimestamp(self.epoch, UTC)

    @property
    def setup(self) -> str:
        """Return the name of the installer for Windows."""
        return f"Promueve-{self.version}-Setup.exe"

    @property
    def msi(self) -> str:
        """Return the name of the installer for systems departments."""
        return f"Promueve-{self.version}.msi"

    @property
    def portable(self) -> str:
        """Return the name of the portable folder for Windows."""
        return f"Promueve-{self.version}-portable.zip"

    @property
    def deb(self) -> str:
        """Return the name of the Debian package."""
        return f"promueve_{self.version}_amd64.deb"

    @property
    def tar(self) -> str:
        """Return the name of the folder for any Linux."""
        return f"Promueve-{self.version}-linux.tar.xz"

    def sbom(self, system: str) -> str:
        """Return the name of the list of components of what is made for ``system``."""
        return f"Promueve-{self.version}-{system}.cdx.json"

    @property
    def four_numbers(self) -> tuple[int, int, int, int]:
        """Return the version as Windows wants it in the properties of a file."""
        major, minor, patch = map(int, self.version.split("."))
        return major, minor, patch, 0


def this_release(root: Path = ROOT) -> Release:
    """Return the release that ``root`` holds."""
    return Release(version(root), epoch(root))


def version(root: Path = ROOT) -> str:
    """Return the number of the version."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    number: str = project["version"]
    return number


def epoch(root: Path = ROOT) -> int:
    """Return the moment of the sources; of the list of changes where there is no history."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    command = ("git", "-C", root, "log", "-1", "--format=%ct")
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return int((root / "CHANGELOG.md").stat().st_mtime)
    return int(told)


def resources(root: Path = ROOT) -> list[Path]:
    """Return the files of `recursos` that ship, in order; the picture of the README is seen by nobody else."""
    files = (root / "recursos").rglob("*")
    return sorted(p for p in files if p.is_file() and not p.name.startswith(".") and p.name != README_PICTURE)


def windows_properties(release: Release) -> str:
    """Return the properties of the program's file, in the form that PyInstaller reads."""
    texts = {
        "CompanyName": COMPANY,
        "FileDescription": "Promueve",
        "FileVersion": release.version,
        "InternalName": "Promueve",
        "LegalCopyright": f"© {release.moment.year} {COMPANY}. Licencia MIT.",
        "OriginalFilename": "Promueve.exe",
        "ProductName": "Promueve",
        "ProductVersion": release.version,
    }
    numbers = release.four_numbers
    lines = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0, OS=0x40004, "
        "fileType=1, subtype=0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('080A04B0', [{lines}])]), "  # Spanish of Mexico, in Unicode
        "VarFileInfo([VarStruct('Translation', [0x080A, 1200])])])\n"
    )


def mac_properties(root: Path = ROOT) -> dict[str, Any]:
    """Return `Info.plist` of the program for macOS, with the kind of document that it opens."""
    return {
        "CFBundleDisplayName": "Promueve",
        "CFBundleShortVersionString": version(root),
        "CFBundleDevelopmentRegion": "es",
        "CFBundleLocalizations": ["es"],
        "LSMinimumSystemVersion": "14.0",  # the oldest that the wheels of Qt are built for
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Proyecto de Promueve",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [IDENTIFIER.lower() + ".proyecto"],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": IDENTIFIER.lower() + ".proyecto",
                "UTTypeDescription": "Proyecto de Promueve",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["promueve"], "public.mime-type": [MIME]},
            }
        ],
    }
