"""Consolidating the workbooks of a whole institution, against openpyxl reading the same files and nothing else.

Each is a process of its own, as a call from a terminal is, so that its peak of memory is its own. The last receives
the files in the window, as if they were dropped on it, and watches how long it does not answer.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from measures.report import Figure
from measures.returned_books import TINY, Batch, write_batch
from measures.sampling import MILLI

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_TIMES = 1.5
MOST_MEMORY = 1024.0
MOST_STALL = 100.0
# What runs in the process that is measured: the work, and then what it took.
OURS = """
import io, sys
from measures import usage
from promueve_gui.cli import main
code = main(["consolidar", *sys.argv[1:]], io.StringIO())
usage.tell()
sys.exit(0 if code in (0, 1) else code)
"""
BARE = """
import sys
from openpyxl import load_workbook
from measures import usage
for path in sys.argv[2:]:
    book = load_workbook(path, read_only=True)
    for sheet in book.worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass
    book.close()
usage.tell()
"""
WINDOW = """
import sys
from measures.receiving import main
main(sys.argv[1:])
"""


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of consolidating."""
    batch = TINY if quick else Batch()
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        folder = Path(name)
        paths = write_batch(folder / "institucion.promueve", folder, batch)
        project, shown = folder / "institucion.promueve", folder / "ventana" / "institucion.promueve"
        shown.parent.mkdir()
        shutil.copyfile(project, shown)
        bare = _run(BARE, project, paths)
        ours = _run(OURS, project, paths)
        again = _run(OURS, project, paths)
        window = _run(WINDOW, shown, paths)
    rows = batch.books * batch.rows
    return [
        Figure(
            name=f"Consolidating {batch.books} workbooks of {batch.rows:,} groups each ({rows:,} rows): processor",
            ours=ours["cpu"],
            bare=bare["cpu"],
            most_times=MOST_TIMES,
        ),
        Figure(name="  wall time", ours=ours["wall"], bare=bare["wall"]),
        Figure(name="  peak of memory", ours=ours["peak"], bare=bare["peak"], unit="MiB", most=MOST_MEMORY),
        Figure(name="  the same files once more, which changes nothing", ours=again["cpu"], bare=bare["cpu"]),
        Figure(
            name="  received in the window: longest stall", ours=window["stall"], bare=window["idle"], most=MOST_STALL
        ),
        Figure(name="  received in the window: wall time", ours=window["wall"], bare=bare["wall"]),
        Figure(name="  received in the window: peak of memory", ours=window["peak"], unit="MiB", most=MOST_MEMORY),
    ]


def _run(program: str, project: Path, paths: Sequence[Path]) -> dict[str, float]:
    """Return what a process tells: its times in milliseconds, and the MiB that it holds at most."""
    command = [sys.executable, "-c", program, str(project), *map(str, paths)]
    begin = perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return {"wall": (perf_counter() - begin) * MILLI, **json.loads(done.stdout.splitlines()[-1])}
