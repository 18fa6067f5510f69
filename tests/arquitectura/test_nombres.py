"""How things are called, and what a file may say to the tools that check it."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.arquitectura.fuentes import PACKAGE, ROOT, SCRIPTS, TESTS, fuentes

if TYPE_CHECKING:
    from collections.abc import Iterator

# A name that tells nothing of what is inside.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
# A tool may be silenced only with its rule named and the reason beside it.
SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b(?P<rest>.*)")
WITH_REASON = re.compile(r"^(?::\s*[A-Z]+\d+\b(?:,\s*[A-Z]+\d+\b)*|\[[a-z, -]+\])\s*(?:#|-|–|—)?\s*\S+.*\S")
# Waiting for the clock makes tests slow on good days and false on bad ones.
CLOCK_WAITS = re.compile(r"\b(?:qtbot\.wait|time\.sleep|QTest\.qWait|QThread\.m?sleep)\(")


def identifiers(tree: ast.Module) -> Iterator[str]:
    """Yield every name that ``tree`` makes or uses."""
    for node in ast.walk(tree):
        for field in ("id", "attr", "name", "arg", "asname"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                yield value


def test_names_in_code_are_ascii() -> None:
    odd = {f"{f.name}: {name}" for f in fuentes(PACKAGE, SCRIPTS, TESTS) for name in identifiers(f.tree)}
    assert {name for name in odd if not name.isascii()} == set()


def test_file_names_are_ascii_lower_case() -> None:
    paths = (path for folder in (PACKAGE, SCRIPTS, TESTS) for path in folder.rglob("*.py"))
    assert [str(path) for path in paths if not re.fullmatch(r"[a-z0-9_]+\.py", path.name)] == []


def test_no_module_has_a_name_that_tells_nothing() -> None:
    paths = [path.relative_to(ROOT) for folder in (PACKAGE, TESTS) for path in folder.rglob("*.py")]
    assert [str(path) for path in paths if {path.stem, *path.parts[:-1]} & EMPTY_NAMES] == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for folder in (PACKAGE, TESTS) for path in folder.rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_tools_are_silenced_only_with_a_reason() -> None:
    bare = [
        f"{f.name}:{number}"
        for f in fuentes(PACKAGE, SCRIPTS, TESTS)
        if "arquitectura" not in f.path.parts  # it speaks of what it looks for
        for number, line in enumerate(f.text.splitlines(), 1)
        if (found := SILENCED.search(line)) and not WITH_REASON.match(found["rest"])
    ]
    assert bare == []


def test_no_test_waits_for_the_clock() -> None:
    waiting = [
        f"{f.name}:{number}"
        for f in fuentes(TESTS)
        for number, line in enumerate(f.text.splitlines(), 1)
        if CLOCK_WAITS.search(line)
    ]
    assert waiting == []
