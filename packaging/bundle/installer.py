"""The installer for Windows, written by NSIS from `packaging/windows/promueve.nsi`."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bundle.commands import run
from bundle.release import COMPANY, MIME

if TYPE_CHECKING:
    from pathlib import Path

    from bundle.building import Workshop
    from bundle.release import Release


def build(workshop: Workshop, folder: Path) -> None:
    """Write the installer of the frozen program in ``folder`` to `dist`."""
    listed = workshop.build / "windows" / "archivos.nsh"
    listed.write_text(install_lines(folder), encoding="utf-8-sig")
    script = workshop.root / "packaging" / "windows" / "promueve.nsi"
    names = definitions(workshop.release, folder, listed, workshop.dist, workshop.root)
    run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in names.items()), script],
        environment={"SOURCE_DATE_EPOCH": str(workshop.release.epoch), "LC_ALL": "C.UTF-8"},
    )


def definitions(release: Release, folder: Path, listed: Path, dist: Path, root: Path) -> dict[str, str]:
    """Return the names in capitals of the script, and what each is."""
    return {
        "VERSION": release.version,
        "VERSION4": ".".join(map(str, release.four_numbers)),
        "COMPANY": COMPANY,
        "MIME": MIME,
        "TARGET": str(dist / release.setup),
        "ICON": str(root / "recursos" / "iconos" / "promueve.ico"),
        "FILES": str(listed),
        "KIBIBYTES": str(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024),
    }


def install_lines(folder: Path) -> str:
    """Return the lines that install each file of ``folder``, always in the same order."""
    lines, before = [], None
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    for file in sorted(files, key=lambda file: (PurePosixPath(file.parent).parts, file.name)):
        if file.parent != before:
            before = file.parent
            where = "\\".join(("$INSTDIR", *file.parent.parts))
            lines.append(f'SetOutPath "{where}"')
        lines.append(f'File "{folder / file}"')
    return "".join(f"{line}\n" for line in lines)
