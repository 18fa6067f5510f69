"""`make bench`: measures Promueve against bare baselines, in the same run on the same computer.

Each question is measured in a process of its own, so that none finds the memory or the collector of another.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from measures.environment import clean_environment
from measures.report import Figure, table

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each is a room of `measures` with a function `measure`.
MEASURES = (
    "first_window",
    "editing",
    "exporting",
    "documents",
    "importing",
    "planning",
    "plan_window",
    "choosing",
    "consolidating",
    "duplicates",
    "writing",
)
EXPLANATION = """\
ratio = Promueve / bare, both measured in this run. Bare is: for the start, a PySide6 window with an empty wizard; for
stalls, the same window left alone; for edits, sqlite3 doing BEGIN IMMEDIATE, UPDATE, INSERT, COMMIT on the same disk
with the same pragmas; for opening, sqlite3 fetching the same tables; for exporting, openpyxl in write-only mode with
the same cells, and python-docx adding the same paragraphs to its own empty document; for importing, csv.reader and
executemany into one table; for searching and filtering, `in` over the same texts; for typing, a QTextEdit with the same
text; for a view of the plan, sorting its lines by date; for proposing, dateutil expanding the same dates.
Duplicates have no bare figure: precision and recall are those of pairs in clusters at the default threshold, over
groups labelled by hand. «afinar» and «reserva» were read while the rules were made; «ajena» was written by another
hand, who had seen no rule: 99.7 and 97.8 % when first measured, and one rule was mended by what it showed since."""


def main(arguments: Sequence[str]) -> int:
    """Measure, print the table and return 0, or 1 when a target is missed or something could not be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="tiny sizes and single runs: only shows that it works")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--only", choices=MEASURES, action="append", help="measure only this; may be repeated")
    parser.add_argument("--as-json", action="store_true", help=argparse.SUPPRESS)  # how a child tells its figures
    asked = parser.parse_args(arguments)
    if asked.as_json:
        print(json.dumps([figure.to_json() for figure in measure_here(asked.only[0], quick=asked.quick)]))
        return 0
    begin = time.monotonic()
    figures: list[Figure] = []
    failed: list[str] = []
    for name in asked.only or MEASURES:
        try:
            figures += measure_apart(name, quick=asked.quick)
        except subprocess.CalledProcessError:  # it has said why; the others are still worth knowing
            failed.append(name)
    print(table(figures))
    print(f"\n{EXPLANATION}\n\nMeasured in {time.monotonic() - begin:.0f} s.")
    if failed:
        print(f"Could not be measured: {', '.join(failed)}; see above.")
    if asked.json:
        told = [figure.to_json() for figure in figures]
        asked.json.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if failed or any(figure.met is False for figure in figures) else 0


def measure_here(name: str, *, quick: bool) -> list[Figure]:
    """Return the figures of one measure, taken in this process."""
    found: list[Figure] = import_module(f"measures.{name}").measure(quick=quick)
    return found


def measure_apart(name: str, *, quick: bool) -> list[Figure]:
    """Return the figures of one measure, taken in a process of its own."""
    command = [sys.executable, __file__, "--only", name, "--as-json", *(["--quick"] if quick else [])]
    with TemporaryDirectory(prefix="promueve-bench-") as folder:
        environment = clean_environment(Path(folder))
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    return [figure_of(told) for told in json.loads(done.stdout.splitlines()[-1])]


def figure_of(told: dict[str, Any]) -> Figure:
    """Return the figure that ``to_json`` told."""
    return Figure(**{name: value for name, value in told.items() if name not in {"ratio", "met"}})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
