"""Runs the tools that packages are made with, and brings those that Debian has."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import set_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Command -> Debian package, for each thing that is made or tried.
FOR_LINUX = {"dpkg-deb": "dpkg", "objdump": "binutils", "strip": "binutils", "apt-get": "apt"}
FOR_WINDOWS = {
    "faketime": "faketime",
    "makensis": "nsis",
    "msibuild": "msitools",
    "osslsigncode": "osslsigncode",
    "wine": "wine",
    "wineserver": "wine",
    "wixl": "wixl",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
}


class PackagingError(Exception):
    """A package could not be made or did not pass; the message is for whoever asked for it, in Spanish."""


def need(commands: Mapping[str, str], computer: set_up.Computer | None = None) -> None:
    """Install the Debian packages of the ``commands`` that are missing, or raise the sentence that names them."""
    computer = computer or set_up.Computer()
    missing = [package for command, package in commands.items() if computer.command(command) is None]
    set_up.install(list(dict.fromkeys(missing)), computer)


def run(
    command: Sequence[str | Path], *, folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> str:
    """Run a command quietly and return what it wrote; raise ``PackagingError`` with its last lines when it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        last = "\n".join(done.stdout.splitlines()[-15:])
        raise PackagingError(f"Falló «{Path(str(command[0])).name}» (código {done.returncode}):\n{last}")
    return done.stdout


def say(sentence: str) -> None:
    """Tell how far the work has come."""
    print(sentence, file=sys.stderr, flush=True)
