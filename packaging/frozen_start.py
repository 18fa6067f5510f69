"""Measure the start of the frozen program beside `python main.py`, in the same run: at most 1.2 times as long.

Run with ``.venv/bin/python packaging/frozen_start.py`` after ``make package-linux``. What is measured is the time until
`--version` has been told, which is told without a limit, and until the window has opened the sample project and holds
its lock.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bundle.building import Workshop
from measures.environment import clean_environment
from measures.report import Figure, table
from measures.screen import screen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TIMES = 7
MOST_TIMES = 1.2
PATIENCE = 60  # seconds


def main() -> int:
    """Print both figures; return 1 when the limit is not kept, or nothing has been frozen."""
    workshop = Workshop()
    frozen = workshop.frozen("linux") / "promueve"
    if not frozen.is_file():
        print("No hay un programa congelado que medir; constrúyalo con «make package-linux».", file=sys.stderr)
        return 1
    ours: tuple[str, ...] = (str(frozen),)
    bare = (str(workshop.build / "entorno" / "bin" / "python"), str(workshop.root / "main.py"))
    with TemporaryDirectory(prefix="promueve-inicio-") as folder, screen("xcb") as shown:
        environment = {**clean_environment(Path(folder)), **shown}
        project = Path(folder) / "ejemplo.promueve"
        subprocess.run([*bare, "ejemplo", project], env=environment, check=True, stdout=subprocess.DEVNULL)
        figures = [
            measured(
                "frozen: --version", [time_of_version(program, environment) for program in alternating(ours, bare)]
            ),
            measured(
                "frozen: project open", [time_of_opening(p, project, environment) for p in alternating(ours, bare)]
            ),
        ]
    print(table(figures))
    return 1 if any(figure.met is False for figure in figures) else 0


def alternating(ours: Sequence[str], bare: Sequence[str]) -> list[Sequence[str]]:
    """Return both programs in turns, so that what slows the computer slows both; the first turn only warms it."""
    return [ours, bare] * (TIMES + 1)


def measured(name: str, times: Sequence[float], most_times: float | None = MOST_TIMES) -> Figure:
    """Return the medians of times, in milliseconds, that alternate between ours and the bare one."""
    ours, bare = (statistics.median(times[start + 2 :: 2]) for start in (0, 1))
    return Figure(name=name, ours=ours, bare=bare, unit="ms", most_times=most_times)


def time_of_version(program: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return how long the program takes to say its version, in milliseconds."""
    begin = time.perf_counter()
    subprocess.run([*program, "--version"], env=dict(environment), check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


def time_of_opening(program: Sequence[str], project: Path, environment: Mapping[str, str]) -> float:
    """Return how long the window takes to hold ``project``, in milliseconds; it is ended right after."""
    lock = project.with_name(f".{project.name}.lock")
    lock.unlink(missing_ok=True)
    begin = time.perf_counter()
    with subprocess.Popen([*program, str(project)], env=dict(environment)) as running:
        while not lock.is_file() and time.perf_counter() - begin < PATIENCE:
            time.sleep(0.002)  # as short as the figure is exact, and not so short that it takes the processor from it
        elapsed = (time.perf_counter() - begin) * 1000
        running.kill()
    return elapsed


if __name__ == "__main__":
    sys.exit(main())
