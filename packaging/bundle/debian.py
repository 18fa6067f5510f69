"""The Debian package: the frozen program where Debian wants it, with its launcher, kind of file, icons and papers."""

from __future__ import annotations

import gzip
import shutil
from typing import TYPE_CHECKING

import make_program_icons
from bundle import archives
from bundle.commands import run
from bundle.release import COMPANY, SUMMARY

if TYPE_CHECKING:
    from pathlib import Path

    from bundle.building import Workshop
    from bundle.release import Release

# What the bundle leaves to the system (`contents.FROM_THE_SYSTEM` says what it does not).
DEPENDS = (
    "libc6 (>= 2.35)",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgcc-s1",
    "libgl1",
    "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++6",
    "libx11-6",
    "libx11-xcb1",
    "libxcb1",
)
RECOMMENDS = ("fonts-dejavu-core | fonts-liberation", "libcups2 | libcups2t64", "shared-mime-info", "xdg-utils")
LICENCE = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Promueve

Files: *
Copyright: {year} {company}
License: MIT
 El texto de la licencia y los de todos los componentes incluidos están en /usr/lib/promueve/licencias; AVISOS.txt dice
 qué componentes son LGPL, cómo sustituirlos y cómo pedir su código fuente.
"""


def build(workshop: Workshop) -> None:
    """Make the package of the frozen program into `dist`."""
    tree = workshop.build / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(workshop.frozen("linux"), workshop.root, tree, workshop.release)
    archives.settle(tree, workshop.release.epoch)
    run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", tree, workshop.dist / workshop.release.deb],
        environment={"SOURCE_DATE_EPOCH": str(workshop.release.epoch)},
    )


def lay_out(frozen: Path, root: Path, tree: Path, release: Release) -> None:
    """Put everything in ``tree`` where it will stand once installed."""
    share, papers = tree / "usr" / "share", root / "packaging" / "debian"
    for folder in ("applications", "mime/packages", "man/es/man1", "doc/promueve"):
        (share / folder).mkdir(parents=True)
    shutil.copytree(frozen, tree / "usr" / "lib" / "promueve", symlinks=True)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / "promueve").symlink_to("../lib/promueve/promueve")
    shutil.copyfile(papers / "promueve.desktop", share / "applications" / "promueve.desktop")
    shutil.copyfile(papers / "promueve.xml", share / "mime" / "packages" / "promueve.xml")
    _write_gz(papers / "promueve.1", share / "man" / "es" / "man1" / "promueve.1.gz")
    _write_gz(root / "CHANGELOG.md", share / "doc" / "promueve" / "changelog.gz")
    licence = LICENCE.format(year=release.moment.year, company=COMPANY)
    (share / "doc" / "promueve" / "copyright").write_text(licence, encoding="utf-8")
    drawings, icons = root / "recursos" / "iconos", share / "icons" / "hicolor"
    make_program_icons.write_pngs(drawings / "promueve.svg", icons, "promueve")
    make_program_icons.write_pngs(drawings / "proyecto.svg", icons, "application-x-promueve", "mimetypes")
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control(release, _kibibytes(tree)), encoding="utf-8")


def control(release: Release, kibibytes: int) -> str:
    """Return what Debian is told of the package, which takes ``kibibytes`` once installed."""
    fields = {
        "Package": "promueve",
        "Version": release.version,
        "Architecture": "amd64",
        "Maintainer": f"{COMPANY} <promueve@localhost>",
        "Installed-Size": str(kibibytes),
        "Depends": ", ".join(DEPENDS),
        "Recommends": ", ".join(RECOMMENDS),
        "Section": "misc",
        "Priority": "optional",
        "Description": f"{SUMMARY}\n Asistente de escritorio, sin red, para quienes promueven los datos abiertos de su "
        "institución:\n grupos de usuarios, plan, contenidos, promoción y recomendaciones.",
    }
    return "".join(f"{name}: {text}\n" for name, text in fields.items())


def _kibibytes(tree: Path) -> int:
    """Return how much a tree takes, as `Installed-Size` counts it."""
    sizes = (path.lstat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(-(-size // 1024) for size in sizes)


def _write_gz(source: Path, target: Path) -> None:
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))
