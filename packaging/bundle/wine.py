"""A Windows of its own inside this computer, to build and try the program: wine in a folder (a prefix).

Wine 8 lacks what Qt and Rust ask of Windows; small stand-ins, made from `packaging/windows/*.c`, let it start there.
They stand in the prefix's own system folder and never in what is shipped (`inspection` sees to it).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bundle.commands import PackagingError, run

if TYPE_CHECKING:
    from collections.abc import Mapping

STAND_INS = ("bcryptprimitives", "icuuc", "mscms")
SOURCES = Path(__file__).resolve().parent.parent / "windows"
PROGRAMS = ("/usr/lib/wine/wine64", "wine64", "wine")
SECONDS = 3600


@dataclass(frozen=True)
class Wine:
    """One prefix."""

    prefix: Path
    before: tuple[str, ...] = ()  # what runs wine, such as a command that takes the network away
    more: tuple[tuple[str, str], ...] = ()  # added to the environment

    @property
    def drive(self) -> Path:
        """Return its disk C."""
        return self.prefix / "drive_c"

    def start(self) -> None:
        """Make the prefix, unless it is there."""
        if (self.drive / "windows" / "system32" / "mscms.dll").is_file() and (self.prefix / "listo").is_file():
            return
        if self.drive.exists():  # an unfinished one
            shutil.rmtree(self.prefix)
        self.prefix.mkdir(parents=True, exist_ok=True)
        self("wineboot", "-i")
        self("winecfg", "-v", "win10")  # a new prefix says that it is Windows 7
        for name in STAND_INS:
            library = self.drive / "windows" / "system32" / f"{name}.dll"
            library.unlink(missing_ok=True)
            run(["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-w", "-o", library, SOURCES / f"{name}.c"])
        (self.prefix / "listo").touch()

    def __call__(
        self,
        program: str | Path,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> str:
        """Run a program of Windows and return what it wrote; raise ``PackagingError`` when it fails."""
        done = self.attempt(program, *arguments, environment=environment, folder=folder)
        if done.returncode:
            last = "\n".join(done.stdout.splitlines()[-15:])
            raise PackagingError(f"Falló «{program}» bajo wine (código {done.returncode}):\n{last}")
        return done.stdout

    def attempt(
        self,
        program: str | Path,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of Windows and return how it went."""
        return subprocess.run(
            self.command(program, *arguments),
            env=self.environment(environment),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            check=False,
        )

    def launch(self, program: str | Path, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a program of Windows and leave it running; what it writes is not read."""
        return subprocess.Popen(
            self.command(program, *arguments),
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # wine gives a program no other kind of output that Python could begin with
            stderr=subprocess.STDOUT,
        )

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the environment that programs run in: this prefix, in silence, with the stand-ins."""
        return {
            **os.environ,
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscms=n;mscoree=;mshtml=;winemenubuilder.exe=",
            "LC_ALL": "C.UTF-8",
            **dict(self.more),
            **(more or {}),
        }

    def command(self, program: str | Path, *arguments: str) -> list[str]:
        """Return what this computer runs to run a program of Windows."""
        return [*self.before, self._program(), str(program), *arguments]

    def wait(self) -> None:
        """Wait until nothing runs in the prefix and everything is on disk."""
        run([*self.before, "wineserver", "-w"], environment=self.environment())

    def inside(self, path: Path) -> str:
        """Return what Windows calls a file of this computer."""
        if path.is_relative_to(self.drive):
            return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")

    @staticmethod
    def _program() -> str:
        found = next((name for name in PROGRAMS if shutil.which(name)), None)
        if found is None:
            raise PackagingError("Falta wine; instálelo con «sudo apt-get install wine wine64» y repita la orden.")
        return found
