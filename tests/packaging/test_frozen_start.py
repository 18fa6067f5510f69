"""The start of the frozen program is held to 1.2 times that of the sources, measured in turns."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import frozen_start

if TYPE_CHECKING:
    from pathlib import Path

FAKE = """
import pathlib, sys
path = pathlib.Path(sys.argv[1])
path.with_name(f".{path.name}.lock").touch()
sys.stdin.read()
"""


def test_the_figure_is_the_median_of_each_without_the_first_turn() -> None:
    figure = frozen_start.measured("start", [900.0, 10.0, 120.0, 100.0, 110.0, 100.0, 500.0, 90.0])
    assert (figure.ours, figure.bare, figure.met) == (120.0, 100.0, True)
    assert frozen_start.measured("start", [0.0, 0.0, 121.0, 100.0]).met is False
    assert frozen_start.measured("start", [0.0, 0.0, 121.0, 100.0], None).met is None


def test_both_programs_take_turns() -> None:
    turns = frozen_start.alternating(["ours"], ["bare"])
    assert turns[:4] == [["ours"], ["bare"], ["ours"], ["bare"]]
    assert len(turns) == 2 * (frozen_start.TIMES + 1)


def test_a_project_is_open_when_its_lock_is_there_and_the_program_is_ended(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(FAKE, encoding="utf-8")
    project = tmp_path / "x.promueve"
    elapsed = frozen_start.time_of_opening([sys.executable, str(program)], project, os.environ)
    assert 0 < elapsed < 1000 * frozen_start.PATIENCE
    assert (tmp_path / ".x.promueve.lock").is_file()


def test_the_version_is_waited_for() -> None:
    assert frozen_start.time_of_version([sys.executable], os.environ) > 0
