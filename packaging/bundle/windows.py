"""The program for Windows, frozen with the official Python inside wine: its installer and its portable folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bundle import archives, commands, downloads, installer, msi
from bundle.building import complete, exported, prepare
from bundle.inspection import inspect
from bundle.wine import Wine

if TYPE_CHECKING:
    from pathlib import Path

    from bundle.building import Workshop

SYSTEM = "windows"
FLAVOUR = "cp311"
PORTABLE = "portable.ini"
READ_ME = """\
Promueve {version}, portátil

Copie esta carpeta completa a su memoria USB o a su equipo y abra «Promueve.exe». No instala nada ni necesita permisos
de administrador. Sus ajustes se guardan aquí mismo, en «portable.ini»: mientras ese archivo exista, el programa no
deja nada en el equipo. Para actualizar, sustituya todo menos «portable.ini». Necesita Windows 10 (1809) o posterior, de
64 bits. Las licencias están en la carpeta «licencias».
"""


def build(workshop: Workshop) -> list[str]:
    """Build both installers and the portable folder into `dist`; return their names."""
    commands.need(commands.FOR_WINDOWS)
    freeze(workshop)
    folder, release = workshop.frozen(SYSTEM), workshop.release
    inspect(folder, workshop.root)
    commands.say("Escribiendo los instaladores y la carpeta portátil…")
    archives.settle(folder, release.epoch)
    installer.build(workshop, folder)
    msi.build(workshop, folder)
    (folder / PORTABLE).touch()
    (folder / "LÉAME.txt").write_text(READ_ME.format(version=release.version), encoding="utf-8-sig", newline="\r\n")
    archives.write_zip(folder, workshop.dist / release.portable, f"Promueve-{release.version}", release.epoch)
    for name in (PORTABLE, "LÉAME.txt"):
        (folder / name).unlink()
    return [release.setup, release.msi, release.portable, release.sbom(SYSTEM)]


def freeze(workshop: Workshop) -> None:
    """Freeze the program inside wine, out of the same sources and lock file as for Linux."""
    commands.say("Preparando Python para Windows…")
    prepared = prepare(workshop, SYSTEM)
    wine = Wine(workshop.build / "wine")
    wine.start()
    python = bring_python(workshop, wine)
    commands.say("Congelando el programa para Windows…")
    places = ("--distpath", wine.inside(workshop.build / SYSTEM), "--workpath", r"C:\trabajo")
    shutil.rmtree(wine.drive / "trabajo", ignore_errors=True)
    wine(
        wine.inside(python / "python.exe"),
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, "packaging/promueve.spec"),
        environment={**workshop.freezing(), "PROMUEVE_PREPARADO": wine.inside(prepared)},
        folder=workshop.root,
    )
    wine.wait()
    version = downloads.pins()["windows-python"].python
    complete(workshop, SYSTEM, python / "Lib" / "site-packages", version, python / "LICENSE.txt")
    shutil.copyfile(workshop.root / "recursos" / "iconos" / "proyecto.ico", workshop.frozen(SYSTEM) / "proyecto.ico")


def bring_python(workshop: Workshop, wine: Wine) -> Path:
    """Put Python and the locked libraries into the prefix, made anew; return its folder."""
    unpacked = workshop.build / SYSTEM / "python"
    downloads.bring_windows_python(workshop.downloads, unpacked)
    python = wine.drive / "python"
    shutil.rmtree(python, ignore_errors=True)
    shutil.move(unpacked / FLAVOUR, python)
    wanted = workshop.build / SYSTEM / "bibliotecas.txt"
    wanted.write_text("\n".join(exported(workshop, "--group", "package")) + "\n", encoding="utf-8")
    commands.run(
        [
            *(workshop.uv, "pip", "install", "--quiet", "--target", python / "Lib" / "site-packages"),
            *("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11"),
            *("--no-deps", "--require-hashes", "--only-binary", ":all:", "--requirement", wanted),
        ],
        folder=workshop.root,
    )
    return python
