"""The program for Linux: frozen with this computer's Python, and its folder as `.tar.xz`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import set_up
from bundle import archives, commands, debian
from bundle.building import complete, prepare
from bundle.inspection import inspect

if TYPE_CHECKING:
    from bundle.building import Workshop

SYSTEM = "linux"
PYTHON = Path("/usr/bin/python3")
READ_ME = """\
Promueve {version}

Para abrirlo, haga doble clic en «promueve» o escriba ./promueve en una terminal. No necesita instalarse ni permisos de
administrador. Necesita un escritorio con X11 o XWayland y glibc 2.35 o posterior (Debian 12, Ubuntu 22.04 o más
recientes). Para que los archivos .promueve se abran con doble clic, instale el paquete .deb o use «Abrir con» la
primera vez. Las licencias están en la carpeta «licencias».
"""


def build(workshop: Workshop) -> list[str]:
    """Build both packages for Linux into `dist`; return their names."""
    commands.need(commands.FOR_LINUX)
    freeze(workshop)
    folder, release = workshop.frozen(SYSTEM), workshop.release
    inspect(folder, workshop.root)
    commands.say("Comprimiendo la carpeta y el paquete .deb…")
    archives.settle(folder, release.epoch)
    debian.build(workshop)
    (folder / "LÉAME.txt").write_text(READ_ME.format(version=release.version), encoding="utf-8")
    archives.settle(folder, release.epoch)
    archives.write_tar(folder, workshop.dist / release.tar, f"Promueve-{release.version}", release.epoch)
    return [release.tar, release.deb, release.sbom(SYSTEM)]


def freeze(workshop: Workshop) -> None:
    """Freeze the program in an environment that holds only what it needs."""
    python, version = system_python()
    commands.say("Congelando el programa para Linux…")
    prepared = prepare(workshop, SYSTEM)
    environment = workshop.build / "entorno"
    sync = [workshop.uv, "sync", "--quiet", "--locked", "--no-dev", "--group", "package", "--python", python]
    commands.run(sync, folder=workshop.root, environment={"UV_PROJECT_ENVIRONMENT": str(environment)})
    places: list[str | Path] = [
        "--distpath",
        workshop.build / SYSTEM,
        "--workpath",
        workshop.build / SYSTEM / "trabajo",
    ]
    freeze_it: list[str | Path] = [
        environment / "bin" / "python",
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "ERROR",
    ]
    commands.run(
        [*freeze_it, *places, "packaging/promueve.spec"],
        folder=workshop.root,
        environment={**workshop.freezing(), "PROMUEVE_PREPARADO": str(prepared)},
    )
    short = ".".join(version.split(".")[:2])
    site = environment / "lib" / f"python{short}" / "site-packages"
    complete(workshop, SYSTEM, site, version, Path(f"/usr/share/doc/python{short}/copyright"))
    shutil.copyfile(workshop.root / "recursos" / "iconos" / "promueve.svg", workshop.frozen(SYSTEM) / "promueve.svg")


def system_python() -> tuple[Path, str]:
    """Return Debian's own Python, with the shared library that PyInstaller needs, and its version.

    Whatever other Python runs this, built by whoever uses the computer, would bring the paths of that computer along.
    """
    computer = set_up.Computer()
    if not PYTHON.is_file():
        set_up.install(["python3"], computer)
    version = commands.run([PYTHON, "-c", "import platform; print(platform.python_version())"]).strip()
    short = ".".join(version.split(".")[:2])
    if not list(Path("/usr/lib").glob(f"*-linux-gnu/libpython{short}.so.1.0")):
        set_up.install([f"libpython{short}"], computer)
    return PYTHON, version
