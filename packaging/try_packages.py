"""`make package-test`: install what `make package` built, use it and remove it, where nothing else is installed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bundle import commands, trial_linux, trial_windows
from bundle.building import Workshop
from package import SYSTEMS
from set_up import SetUpError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Try the packages for the systems named in ``arguments``, or for all; return the exit code."""
    workshop = Workshop()
    try:
        for system in arguments or SYSTEMS:
            try_system(system, workshop)
    except (commands.PackagingError, SetUpError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def try_system(system: str, workshop: Workshop) -> None:
    """Try the packages of one system, which must have been built."""
    release = workshop.release
    trials = {"linux": (trial_linux.try_it, release.deb), "windows": (trial_windows.try_it, release.setup)}
    if system not in trials:
        raise commands.PackagingError(f"No se sabe probar «{system}»; puede ser: {', '.join(SYSTEMS)}.")
    try_it, package = trials[system]
    if not (workshop.dist / package).is_file():
        raise commands.PackagingError(f"No está «dist/{package}»; primero constrúyalo con «make package-{system}».")
    try_it(workshop)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
