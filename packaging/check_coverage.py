"""Say what the tests did not run, and fail when they reach less of a layer than the house demands."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PACKAGE = "promueve_gui"

# Layer -> least share, in per cent, of its lines and branches together that the tests must run.
FLOORS = {"domain": 100.0, "application": 100.0, "adapters": 95.0, "gui": 85.0}


@dataclass(frozen=True)
class Reach:
    """How much of something the tests ran: lines and branches together."""

    total: int = 0
    run: int = 0

    def __add__(self, other: Reach) -> Reach:
        """Return the reach over both."""
        return Reach(self.total + other.total, self.run + other.run)

    @property
    def percent(self) -> float:
        """Return the share that was run; an empty layer is wholly covered."""
        return 100.0 * self.run / self.total if self.total else 100.0


def main() -> int:
    """Print what was not run and the reach of each layer; return 1 when one is under its floor."""
    coverage = [sys.executable, "-m", "coverage"]
    # Each of them looks at every file of the program, so they do it side by side.
    with subprocess.Popen([*coverage, "json", "-q", "-o", "-"], stdout=subprocess.PIPE, text=True) as measured:
        subprocess.run([*coverage, "report", "--skip-covered", "--show-missing"], check=True)
        report, _ = measured.communicate()
    reaches = by_layer(json.loads(report)["files"])
    for layer, reach in reaches.items():
        verdict = "ok" if reach.percent >= FLOORS[layer] else "UNDER ITS FLOOR"
        print(f"coverage {layer:<12} {reach.percent:6.2f} %  floor {FLOORS[layer]:5.1f} %  {verdict}")
    return 1 if shortfalls(reaches) else 0


def by_layer(files: Mapping[str, Any]) -> dict[str, Reach]:
    """Add up the files of a coverage report, path -> entry, into the layers that have a floor."""
    reaches = dict.fromkeys(FLOORS, Reach())
    for name, entry in files.items():
        parts = PurePath(name).parts
        layer = parts[parts.index(PACKAGE) + 1] if PACKAGE in parts else ""
        if layer in reaches:
            reaches[layer] += _reach(entry["summary"])
    return reaches


def shortfalls(reaches: Mapping[str, Reach]) -> Sequence[str]:
    """Return the layers under their floor."""
    return [layer for layer, reach in reaches.items() if reach.percent < FLOORS[layer]]


def _reach(summary: Mapping[str, int]) -> Reach:
    return Reach(
        total=summary["num_statements"] + summary["num_branches"],
        run=summary["covered_lines"] + summary["covered_branches"],
    )


if __name__ == "__main__":
    sys.exit(main())
