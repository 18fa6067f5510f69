"""Prepare this computer for `make run`, `make check` and `make test`, once.

It brings uv, the locked libraries in `.venv` and, on Debian, the system packages that are missing; when it may not
install something it stops with one sentence that names it. Once done it leaves a mark, and does nothing more until the
lock file changes. It uses the standard library only, and touches nothing outside `.venv`, `.tools` and apt.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
UV = "uv==0.13.9"

# What each profile brings on top of the one before it.
PROFILES = ("run", "check", "test")

# Shared library -> Debian package. The first six let Qt start at all; the others show a window on X, the last prints.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libcups.so.2": "libcups2",
}
# Command -> Debian package, for the tests only.
COMMANDS = {"xvfb-run": "xvfb", "Xvfb": "xvfb", "xauth": "xauth", "pdftoppm": "poppler-utils"}
# Library of LibreOffice beside its launcher -> Debian package, for the tests only.
OFFICE = {"libsclo.so": "libreoffice-calc-nogui", "libswlo.so": "libreoffice-writer-nogui"}
APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120")
FONTS = "fonts-dejavu-core"
# A dictionary of Spanish; the program says so and works without it, but the tests of spelling would say nothing.
DICTIONARY, DICTIONARY_FILE = "hunspell-es", "/usr/share/hunspell/es_MX.dic"

# Loads Qt, its X plugin and what finds printers as the program will, so that the tables cannot be wrong in silence.
TRIAL = """
import ctypes, pathlib, sys
import PySide6.QtWidgets
if sys.platform == "linux":
    plugins = pathlib.Path(PySide6.__file__).parent / "Qt/plugins"
    ctypes.CDLL(str(plugins / "platforms/libqxcb.so"))
    ctypes.CDLL(str(plugins / "printsupport/libcupsprintersupport.so"))
"""


class SetUpError(Exception):
    """Something is missing that this program may not, or could not, install; the message is for the user."""


@dataclass(frozen=True)
class Computer:
    """What set-up asks of the computer, so that a test can stand in for it."""

    linux: bool = sys.platform == "linux"

    def loads(self, library: str) -> bool:
        """Tell whether the system can load a shared library."""
        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    def command(self, name: str) -> Path | None:
        """Return where a command stands, links resolved, or ``None``."""
        found = shutil.which(name)
        return Path(found).resolve() if found else None

    def has_fonts(self) -> bool:
        """Tell whether any font is installed."""
        return any(Path("/usr/share/fonts").rglob("*.[to]tf"))

    def has_dictionary(self) -> bool:
        """Tell whether Hunspell's dictionary of Spanish is installed."""
        return Path(DICTIONARY_FILE).is_file()

    def has_module(self, name: str) -> bool:
        """Tell whether this Python has a module."""
        return importlib.util.find_spec(name) is not None

    def administrator(self) -> list[str] | None:
        """Return what to write before a command to run it as administrator, or ``None`` when it is not allowed."""
        if os.geteuid() == 0:
            return []
        sudo = ["sudo", "-n"]
        return sudo if self.command("sudo") and self.run([*sudo, "true"], quiet=True) else None

    def run(self, command: Sequence[str | Path], *, quiet: bool = False) -> bool:
        """Run a command in the project's folder and tell whether it succeeded."""
        environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
        environment |= {"UV_PYTHON_DOWNLOADS": "never", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        output = subprocess.DEVNULL if quiet else None
        return subprocess.call(command, cwd=ROOT, env=environment, stdout=output, stderr=output) == 0


def main(arguments: Sequence[str]) -> int:
    """Prepare the profile named in ``arguments``; return the exit code."""
    try:
        set_up(arguments[0], Computer(), ROOT)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def set_up(profile: str, computer: Computer, root: Path) -> None:
    """Bring everything that ``profile`` needs; raise ``SetUpError`` for what cannot be brought."""
    key = fingerprint(root)
    if any(read(mark(root, name)) == key for name in PROFILES[PROFILES.index(profile) :]):
        return
    private = private_uv(root)
    uv = working_uv(computer, private)
    install([*missing_venv(uv, computer), *missing_packages(profile, computer)], computer)
    offer_dictionary(computer)
    sync(profile, uv or bring_uv(computer, private), computer)
    try_qt(computer, root)
    mark(root, profile).write_text(key, encoding="utf-8")


def fingerprint(root: Path) -> str:
    """Return a text that changes when what must be installed changes."""
    sources = (root / "uv.lock", root / "pyproject.toml", Path(__file__))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


def mark(root: Path, profile: str) -> Path:
    """Return the file that says that ``profile`` is done; it dies with the environment it speaks of."""
    return root / ".venv" / f"set-up-{profile}"


def read(path: Path) -> str:
    """Return the text of a file, empty when there is none."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def private_uv(root: Path) -> Path:
    """Return where uv stands when it is brought for this project only."""
    return root / ".tools" / "bin" / "uv"


def working_uv(computer: Computer, private: Path) -> Path | str | None:
    """Return uv, from PATH or the private one, or ``None`` when neither works."""
    candidates: tuple[Path | str, ...] = ("uv", private)
    for uv in candidates:
        if computer.command(str(uv)) and computer.run([uv, "--version"], quiet=True):
            return uv
    return None


def missing_venv(uv: Path | str | None, computer: Computer) -> list[str]:
    """Return the package that Debian splits from Python, when a private uv has to be made without it."""
    needed = uv is None and computer.linux and not computer.has_module("ensurepip")
    return [f"python3.{sys.version_info.minor}-venv"] if needed else []


def bring_uv(computer: Computer, private: Path) -> Path:
    """Install uv in an environment of its own and return it; raise ``SetUpError`` when it cannot be."""
    tools = private.parent.parent
    made = computer.run([sys.executable, "-m", "venv", "--clear", tools])
    if made and computer.run([private.parent / "python", "-m", "pip", "install", "--quiet", UV]):
        return private
    raise SetUpError(
        f"No se pudo instalar {UV} en «.tools»; revise la conexión a Internet y repita la orden.\n"
        f"{UV} could not be installed in .tools; check the network and repeat the command."
    )


def sync(profile: str, uv: Path | str, computer: Computer) -> None:
    """Make `.venv` hold the locked libraries; what else is there stays; `run` brings no developers' tools."""
    extent = ["--inexact", *(["--no-dev"] if profile == "run" else [])]
    if not computer.run([uv, "sync", "--locked", "--python", sys.executable, *extent]):
        raise SetUpError(
            "No se pudieron instalar los componentes de Promueve; revise la conexión a Internet y repita la orden.\n"
            "Promueve's libraries could not be installed; check the network and repeat the command."
        )


def missing_packages(profile: str, computer: Computer) -> list[str]:
    """Return the Debian packages that ``profile`` needs and this computer lacks, in order and once each."""
    if not computer.linux:
        return []
    wanted = [package for library, package in LIBRARIES.items() if not computer.loads(library)]
    if profile == "test":
        wanted += [package for command, package in COMMANDS.items() if computer.command(command) is None]
        wanted += missing_office(computer.command("soffice"))
        wanted += [] if computer.has_fonts() else [FONTS]
        wanted += [] if computer.has_dictionary() else [DICTIONARY]
    return list(dict.fromkeys(wanted))


def missing_office(launcher: Path | None) -> Iterable[str]:
    """Return the packages of LibreOffice that are not beside its ``launcher``."""
    return [package for name, package in OFFICE.items() if launcher is None or not (launcher.parent / name).is_file()]


def install(packages: Sequence[str], computer: Computer) -> None:
    """Install Debian packages where that is allowed; otherwise raise the sentence that names them."""
    if not packages:
        return
    before = computer.administrator() if computer.command("apt-get") else None
    if before is not None:
        computer.run([*before, *APT, "update"])
        if computer.run([*before, *APT, "install", "-y", "--no-install-recommends", *packages]):
            return
    names = " ".join(packages)
    raise SetUpError(
        f"A este equipo le faltan: {names}. Instálelos con «sudo apt-get install {names}» y repita la orden.\n"
        f"This computer lacks: {names}. Install them with `sudo apt-get install {names}` and repeat the command."
    )


def offer_dictionary(computer: Computer) -> None:
    """Install the dictionary where that is allowed; whoever only runs the program can do without."""
    if computer.linux and not computer.has_dictionary() and computer.command("apt-get"):
        before = computer.administrator()
        if before is not None:
            computer.run([*before, *APT, "install", "-y", "--no-install-recommends", DICTIONARY], quiet=True)


def try_qt(computer: Computer, root: Path) -> None:
    """Load Qt as the program will; raise ``SetUpError`` when it cannot be loaded."""
    if not computer.run([root / ".venv" / "bin" / "python", "-c", TRIAL]):
        raise SetUpError(
            "Qt no pudo cargarse; el renglón de arriba dice qué biblioteca falta. Instálela y repita la orden.\n"
            "Qt could not be loaded; the line above names the missing library. Install it and run the command again."
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
