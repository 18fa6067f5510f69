"""The steps that every system shares: where things are built, what goes along, and running PyInstaller."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bundle import components, downloads
from bundle.commands import run
from bundle.release import ROOT, Release, this_release, windows_properties

if TYPE_CHECKING:
    from pathlib import Path

EXPORT = ("export", "--quiet", "--locked", "--no-dev", "--no-emit-project", "--format", "requirements-txt")
QT = {"linux": "_internal/PySide6/Qt", "windows": "_internal/PySide6"}  # where the wheel of each system has Qt


@dataclass(frozen=True)
class Workshop:
    """The folders of one build, all of them under `build` and `dist`, and the release that is built."""

    root: Path = ROOT
    release: Release = field(default_factory=this_release)

    @property
    def build(self) -> Path:
        """Return where everything is made."""
        return self.root / "build" / "paquete"

    @property
    def dist(self) -> Path:
        """Return where finished packages go."""
        return self.root / "dist"

    @property
    def downloads(self) -> Path:
        """Return where what was brought is kept for the next time."""
        return self.build / "bajado"

    def frozen(self, system: str) -> Path:
        """Return the folder of the frozen program for ``system``."""
        return self.build / system / "Promueve"

    def prepared(self, system: str) -> Path:
        """Return the folder of what `promueve.spec` takes besides the sources."""
        return self.build / system / "preparado"

    @property
    def uv(self) -> Path | str:
        """Return uv: the one that set-up brought, or that of the computer."""
        private = self.root / ".tools" / "bin" / "uv"
        return private if private.is_file() else "uv"

    def freezing(self) -> dict[str, str]:
        """Return the environment in which PyInstaller makes the same of the same sources."""
        return {
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "SOURCE_DATE_EPOCH": str(self.release.epoch),
            "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",  # the archives compress better, and it starts sooner
        }


def prepare(workshop: Workshop, system: str) -> Path:
    """Make anew what `promueve.spec` takes besides the sources; return its folder."""
    folder = workshop.prepared(system)
    shutil.rmtree(workshop.build / system, ignore_errors=True)
    downloads.bring_dictionary(workshop.downloads, folder / "dentro" / "recursos" / "diccionarios")
    (folder / "version.txt").write_text(windows_properties(workshop.release), encoding="utf-8")
    workshop.dist.mkdir(exist_ok=True)
    return folder


def complete(workshop: Workshop, system: str, site: Path, python: str, licence: Path) -> None:
    """Tell the frozen program where Qt is, add the licences, and write the list of its components to `dist`."""
    (workshop.frozen(system) / "qt.conf").write_text(f"[Paths]\nPrefix = {QT[system]}\n", encoding="ascii")
    names = [line.partition("==")[0] for line in exported(workshop, "--no-hashes", "--no-annotate") if "==" in line]
    made_of = components.shipped(site, names) + components.others(python, licence.read_text("utf-8"))
    own = workshop.root / "LICENSE"
    components.write_licences(workshop.release, made_of, own, workshop.frozen(system) / "licencias")
    target = workshop.dist / workshop.release.sbom(system)
    target.write_text(components.sbom(workshop.release, made_of), encoding="utf-8", newline="\n")


def exported(workshop: Workshop, *options: str) -> list[str]:
    """Return the locked libraries, a line each, as pip reads them."""
    return run([workshop.uv, *EXPORT, *options], folder=workshop.root).splitlines()
