"""What the program reads before its window stands: nothing that only documents, foreign files or rare work need."""

from __future__ import annotations

import subprocess
import sys

import pytest

# The first window, and all that opens a project and reviews it.
STARTED = "promueve_gui.gui.main_window, promueve_gui.adapters.sqlite.files, promueve_gui.application.overview"
LATE = (
    "chunspell",
    "difflib",
    "docx",
    "icalendar",
    "lxml",
    "openpyxl",
    "pptx",
    "python_calamine",
    "segno",
    "sqlite_utils",
)


@pytest.fixture(scope="module")
def read() -> frozenset[str]:
    """Return the modules that a start reads."""
    program = f"import sys, {STARTED}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return frozenset(done.stdout.split())


@pytest.mark.parametrize("module", LATE)
def test_a_start_does_without(module: str, read: frozenset[str]) -> None:
    assert "promueve_gui.gui.main_window" in read
    assert module not in read
