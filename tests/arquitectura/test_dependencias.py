"""Imports that the contracts of pyproject.toml cannot say: a closed list instead of an open one."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from tests.arquitectura.fuentes import PACKAGE, fuentes

if TYPE_CHECKING:
    from collections.abc import Iterator


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the full name of every module that ``tree`` imports from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def strangers(layer: str, allowed: tuple[str, ...]) -> list[str]:
    """Return the imports of ``layer`` that are neither standard library nor of the ``allowed`` packages."""
    return [
        f"{f.name}: {module}"
        for f in fuentes(PACKAGE / layer)
        for module in imported(f.tree)
        if module.split(".")[0] not in sys.stdlib_module_names
        and not any(module == package or module.startswith(f"{package}.") for package in allowed)
    ]


def test_domain_imports_only_the_standard_library_and_itself() -> None:
    assert strangers("domain", ("promueve_gui.domain",)) == []


def test_application_imports_only_the_standard_library_and_domain() -> None:
    assert strangers("application", ("promueve_gui.domain", "promueve_gui.application")) == []
