"""How long files and functions may be. These numbers are held, never loosened."""

from __future__ import annotations

import statistics

from tests.arquitectura.fuentes import PACKAGE, SCRIPTS, TESTS, fuentes, functions

FILE, MEDIAN, MAIN_WINDOW, FUNCTION = 400, 120, 300, 50


def test_no_file_is_longer_than_the_limit() -> None:
    assert [f"{f.name}: {f.lines}" for f in fuentes(PACKAGE, SCRIPTS, TESTS) if f.lines > FILE] == []


def test_main_window_stays_small() -> None:
    assert [f.lines for f in fuentes(PACKAGE) if f.path.name == "main_window.py" and f.lines > MAIN_WINDOW] == []


def test_half_of_the_files_are_short() -> None:
    assert statistics.median(f.lines for f in fuentes(PACKAGE)) <= MEDIAN


def test_no_function_is_longer_than_the_limit() -> None:
    long = [
        f"{f.name}:{name}: {lines}"
        for f in fuentes(PACKAGE, SCRIPTS, TESTS)
        for name, lines in functions(f.tree)
        if lines > FUNCTION
    ]
    assert long == []


def test_there_is_at_least_as_much_test_as_program() -> None:
    tests, program = (sum(f.lines for f in fuentes(folder)) for folder in (TESTS, PACKAGE))
    assert tests >= program
