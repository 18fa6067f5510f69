"""The source files of the repository, read once, for the tests of the house."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "promueve_gui"
TESTS = ROOT / "tests"
SCRIPTS = ROOT / "packaging"


@dataclass(frozen=True)
class Fuente:
    """One Python file."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        """Return the path inside the repository."""
        return str(self.path.relative_to(ROOT))

    @property
    def lines(self) -> int:
        """Return how many lines it has."""
        return len(self.text.splitlines())

    @property
    def tree(self) -> ast.Module:
        """Return its syntax."""
        return ast.parse(self.text, self.name)


def fuentes(*folders: Path) -> list[Fuente]:
    """Return the Python files under ``folders`` that say anything, in order."""
    found = (Fuente(path, path.read_text(encoding="utf-8")) for folder in folders for path in folder.rglob("*.py"))
    return sorted((fuente for fuente in found if fuente.text.strip()), key=lambda fuente: fuente.name)


def functions(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the name and the length in lines, signature included, of every function in ``tree``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1
