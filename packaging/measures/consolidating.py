"""Consolidating the workbooks of a whole institution, against openpyxl reading the same files and nothing else.

Each is a process of its own, as a call from a terminal is, so that its peak of memory is its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from measures.report import Figure
from measures.returned_books import TINY, Batch, write_batch

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_TIMES = 1.5
MOST_MEMORY = 1024.0
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


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of consolidating."""
    batch = TINY if quick else Batch()
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        folder = Path(name)
        paths = write_batch(folder / "institucion.promueve", folder, batch)
        bare = _run(BARE, folder / "institucion.promueve", paths)
        ours = _run(OURS, folder / "institucion.promueve", paths)
        again = _run(OURS, folder / "institucion.promueve", paths)
    rows = batch.books * batch.rows
    return [
        Figure(
            name=f"Consolidating {batch.books} workbooks of {batch.rows:,} groups each ({rows:,} rows): processor",
            ours=ours[0],
            bare=bare[0],
            most_times=MOST_TIMES,
        ),
        Figure(name="  peak of memory", ours=ours[1], bare=bare[1], unit="MiB", most=MOST_MEMORY),
        Figure(name="  the same files once more, which changes nothing", ours=again[0], bare=bare[0]),
    ]


def _run(program: str, project: Path, paths: Sequence[Path]) -> tuple[float, float]:
    """Return the processor time of a process in milliseconds, and the MiB that it holds at most."""
    command = [sys.executable, "-c", program, str(project), *map(str, paths)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    return told["cpu"], told["peak"]
