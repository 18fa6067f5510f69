"""Tries the Debian package where nothing else is: a Debian 12 made for the occasion, a plain user, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from bundle import commands
from bundle.trial import NO_NETWORK, passed, require, wait_until

if TYPE_CHECKING:
    from bundle.building import Workshop

SUITE = "bookworm"
USER = "prueba"
PROJECT = "/home/prueba/Análisis de José Núñez/plan año 1.promueve"
COMMANDS = {"debootstrap": "debootstrap", "unshare": "util-linux", "chroot": "coreutils"}
ENVIRONMENT = (f"HOME=/home/{USER}", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "XDG_CURRENT_DESKTOP=X-Generic")
OF_THE_NETWORK = (
    "etc/resolv.conf",
    "etc/hosts",
    "etc/apt/apt.conf.d",
    "etc/apt/sources.list",
    "etc/apt/sources.list.d",
)


def try_it(workshop: Workshop) -> None:
    """Install, use and remove the package; raise ``PackagingError`` at the first thing that does not hold."""
    if os.geteuid() != 0:
        raise commands.PackagingError("Para probar el paquete .deb hace falta ser administrador (root).")
    commands.need(COMMANDS)
    system = workshop.build / "debian12"
    make_system(system)
    shutil.copyfile(workshop.dist / workshop.release.deb, system / "root" / "promueve.deb")
    inside(system, "apt-get", "install", "-y", "-q", "/root/promueve.deb")
    require("Debian 12 lo instala con lo que declara", (system / "usr/bin/promueve").is_symlink())
    use(system, workshop.release.version)
    inside(system, "apt-get", "remove", "-y", "-q", "promueve")
    left = [path for path in ("usr/bin/promueve", "usr/lib/promueve") if os.path.lexists(system / path)]
    require("se desinstala sin dejar nada", not left)
    require("los proyectos quedan", (system / PROJECT.lstrip("/")).is_file())


def make_system(system: Path) -> None:
    """Make a Debian 12 with nothing in it, and a plain user."""
    commands.say("Preparando un Debian 12 limpio…")
    kept = system.with_suffix(".tar")
    shutil.rmtree(system, ignore_errors=True)
    system.mkdir(parents=True)
    if not kept.is_file():
        commands.run(["debootstrap", "--variant=minbase", SUITE, system])
        commands.run(["tar", "-C", system, "-cf", kept, "."])
    else:
        commands.run(["tar", "-C", system, "-xf", kept])
    for name in OF_THE_NETWORK:  # it reaches Debian's packages as this computer does
        source, target = Path("/", name), system / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif source.is_file():
            shutil.copyfile(source, target)
    inside(system, "apt-get", "update", "-q")
    inside(system, "useradd", "--create-home", USER)


def use(system: Path, version: str) -> None:
    """Use what was installed as the user does, without network."""
    require("dice su versión", version in as_user(system, "promueve", "--version"))
    require("pasa su autoprueba sin red", passed(as_user(system, "promueve", "--autoprueba")))
    folder = str(Path(PROJECT).parent)
    as_user(system, "mkdir", folder)
    as_user(system, "promueve", "ejemplo", PROJECT)
    kind = as_user(system, "xdg-mime", "query", "filetype", PROJECT).strip()
    require("reconoce un proyecto por su tipo", kind == "application/x-promueve")
    opener = as_user(system, "xdg-mime", "query", "default", kind).strip()
    require("el doble clic abre Promueve", opener == "promueve.desktop")
    require("trae el diccionario", (system / "usr/lib/promueve/_internal/recursos/diccionarios/es_MX.dic").is_file())
    require("trae los avisos de licencia", (system / "usr/lib/promueve/licencias/AVISOS.txt").is_file())
    require("abre la ventana con un proyecto", opens_window(system))
    require("no hubo errores", not list((system / "home" / USER).rglob("promueve.log")))


def opens_window(system: Path, seconds: int = 20) -> bool:
    """Tell whether the window stays open on a project, and holds its lock, until it is closed."""
    lock = (system / PROJECT.lstrip("/")).with_name(f".{Path(PROJECT).name}.lock")
    script = f'QT_QPA_PLATFORM=offscreen timeout {seconds} promueve "$1"; test $? = 124'
    command = [
        *NO_NETWORK,
        "chroot",
        f"--userspec={USER}",
        system,
        "env",
        "-i",
        *ENVIRONMENT,
        "sh",
        "-c",
        script,
        "sh",
        PROJECT,
    ]
    with subprocess.Popen([str(word) for word in command]) as running:
        locked = wait_until(lock.is_file, seconds)
        return running.wait() == 0 and locked


def as_user(system: Path, *command: str) -> str:
    """Run a command in ``system`` as the plain user, without network, and return what it wrote."""
    return commands.run([*NO_NETWORK, "chroot", f"--userspec={USER}", system, "env", "-i", *ENVIRONMENT, *command])


def inside(system: Path, *command: str) -> str:
    """Run a command in ``system`` as its administrator, and return what it wrote."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    return commands.run(["chroot", system, *command], environment=quiet)
