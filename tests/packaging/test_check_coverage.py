"""The floors of coverage by layer."""

from __future__ import annotations

from typing import Any

import check_coverage
from check_coverage import Reach


def entry(statements: int, covered: int, branches: int = 0, covered_branches: int = 0) -> dict[str, Any]:
    """Return one file of a coverage report."""
    return {
        "summary": {
            "num_statements": statements,
            "covered_lines": covered,
            "num_branches": branches,
            "covered_branches": covered_branches,
        }
    }


def test_files_are_added_up_by_layer() -> None:
    files = {
        "promueve_gui/domain/plan.py": entry(10, 10),
        "promueve_gui/domain/reglas/cobertura.py": entry(8, 8, 2, 1),
        "promueve_gui/cli.py": entry(5, 0),
        "otro/gui/cosa.py": entry(5, 0),
    }
    reaches = check_coverage.by_layer(files)
    assert reaches["domain"] == Reach(total=20, run=19)
    assert reaches["gui"] == Reach()


def test_one_branch_never_taken_is_enough_to_fail_in_domain() -> None:
    reaches = {"domain": Reach(total=2000, run=1999), "application": Reach(total=10, run=10)}
    assert list(check_coverage.shortfalls(reaches)) == ["domain"]


def test_a_layer_on_its_floor_passes() -> None:
    assert list(check_coverage.shortfalls({"gui": Reach(100, 85), "adapters": Reach(100, 95)})) == []


def test_an_empty_layer_passes() -> None:
    assert Reach().percent == 100.0
