"""The rules that watch the others must see what they say they see."""

from __future__ import annotations

import ast

import pytest

from tests.arquitectura.fuentes import functions
from tests.arquitectura.test_dependencias import imported
from tests.arquitectura.test_nombres import CLOCK_WAITS, SILENCED, WITH_REASON, identifiers


def has_reason(line: str) -> bool:
    """Tell whether the rule accepts a line that silences a tool."""
    found = SILENCED.search(line)
    assert found is not None
    return WITH_REASON.match(found["rest"]) is not None


@pytest.mark.parametrize(
    "line",
    ["x = 1  # noqa: S603 - our own command", "x = 1  # type: ignore[misc]  # Qt's stubs are wrong here"],
)
def test_a_reason_is_seen(line: str) -> None:
    assert has_reason(line)


@pytest.mark.parametrize("line", ["x  # noqa", "x  # noqa: S603", "x  # type: ignore", "x  # type: ignore[misc]"])
def test_a_missing_reason_is_seen(line: str) -> None:
    assert not has_reason(line)


def test_lengths_count_the_signature_and_the_last_line() -> None:
    tree = ast.parse("class A:\n    def f(\n        self,\n    ):\n        return 1\n")
    assert list(functions(tree)) == [("f", 4)]


def test_names_of_every_kind_are_seen() -> None:
    tree = ast.parse("import a as b\ndef c(d, *, e=1):\n    f.g = d\nclass H: pass\n")
    assert set(identifiers(tree)) >= {"a", "b", "c", "d", "e", "f", "g", "H"}


def test_imports_inside_functions_are_seen() -> None:
    tree = ast.parse("import a.b\ndef f():\n    from c.d import e\n")
    assert list(imported(tree)) == ["a.b", "c.d"]


@pytest.mark.parametrize("line", ["qtbot.wait" + "(5)", "time.sleep" + "(1)"])
def test_waiting_for_the_clock_is_seen(line: str) -> None:
    assert CLOCK_WAITS.search(line)


def test_waiting_for_something_is_no_offence() -> None:
    assert not CLOCK_WAITS.search("qtbot.waitUntil(done)")
