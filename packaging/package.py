"""`make package`: build what people double-click, for Linux, for Windows or for both, into `dist`.

Run by make, with the Python of `.venv`. What each package is made of is pinned in `uv.lock` and `pinned.toml`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bundle import archives, commands, linux, windows
from bundle.building import Workshop
from set_up import SetUpError

if TYPE_CHECKING:
    from collections.abc import Sequence

SYSTEMS = ("linux", "windows")


def main(arguments: Sequence[str]) -> int:
    """Build for the systems named in ``arguments``, or for all; return the exit code."""
    workshop = Workshop()
    try:
        for system in arguments or SYSTEMS:
            build(system, workshop)
    except (commands.PackagingError, SetUpError) as error:
        print(error, file=sys.stderr)
        return 1
    made = [path.name for path in workshop.dist.iterdir() if workshop.release.version in path.name]
    archives.write_sums(workshop.dist, made)
    for name in sorted(made):
        print(f"{(workshop.dist / name).stat().st_size / 1e6:7.1f} MB  dist/{name}")
    return 0


def build(system: str, workshop: Workshop) -> None:
    """Build the packages of one system."""
    if system == "linux":
        linux.build(workshop)
    elif system == "windows":
        windows.build(workshop)
    else:
        raise commands.PackagingError(f"No se sabe empaquetar para «{system}»; puede ser: {', '.join(SYSTEMS)}.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
