"""Processor time and peak memory from the start of the process to its first window, against a bare one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from measures.environment import clean_environment
from measures.report import Figure
from measures.screen import platforms, screen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MOST_CPU, MOST_MEMORY = 2.0, 1.6


@dataclass(frozen=True)
class Start:
    """What one start took: processor time in milliseconds, peak memory in MiB."""

    cpu: float
    peak: float


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of every platform that there is; the starts are interleaved and their medians told."""
    runs = 1 if quick else 11
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        folder = Path(name)
        example = folder / "ejemplo.promueve"
        environment = clean_environment(folder)
        _run([ROOT / "main.py", "ejemplo", example], environment)
        found: list[Figure] = []
        for platform in platforms()[: 1 if quick else None]:
            with screen(platform) as shown:
                found += _figures(platform, runs, example, {**environment, **shown})
        return found


def _figures(platform: str, runs: int, example: Path, environment: Mapping[str, str]) -> list[Figure]:
    ours = HERE / "our_window.py"
    kinds: dict[str, Sequence[Path]] = {"bare": [HERE / "bare_window.py"], "empty": [ours], "example": [ours, example]}
    taken: dict[str, list[Start]] = {kind: [] for kind in kinds}
    later: list[Start] = []
    for number in range(runs + 1):
        for kind, command in kinds.items():
            shown, *reviewed = (Start(**json.loads(told)) for told in _run(command, environment).splitlines())
            if number:  # the first of each only warms up Python's compiled files and the disk's memory
                taken[kind].append(shown)
                later += reviewed if kind == "example" else ()
    bare_cpu, bare_peak = _medians(taken["bare"])
    found = []
    for kind, name in (("empty", "start screen"), ("example", "example on Inicio")):
        cpu, peak = _medians(taken[kind])
        title = f"Start to {name}, {platform}"
        found.append(Figure(name=f"{title}: processor", ours=cpu, bare=bare_cpu, most_times=MOST_CPU))
        found.append(Figure(name=f"{title}: memory", ours=peak, bare=bare_peak, unit="MiB", most_times=MOST_MEMORY))
    if later:
        name = "  and until its rules are reviewed: processor"
        found.append(Figure(name=name, ours=_medians(later)[0], bare=bare_cpu))
    return found


def _medians(starts: Sequence[Start]) -> tuple[float, float]:
    return median(start.cpu for start in starts), median(start.peak for start in starts)


def _run(command: Sequence[Path | str], environment: Mapping[str, str]) -> str:
    # What Qt's plugins say of themselves is kept from the table, but not why a start failed.
    done = subprocess.run(
        [sys.executable, *map(str, command)], check=False, capture_output=True, text=True, env=environment
    )
    if done.returncode:
        sys.stderr.write(done.stderr)
    done.check_returncode()
    return done.stdout
