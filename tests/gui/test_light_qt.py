"""Importing without PySide looking into every module."""

from __future__ import annotations

import builtins
import sys
from typing import TYPE_CHECKING

import pytest

from promueve_gui.gui import feature_hook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    hook = builtins.__import__
    yield
    builtins.__import__ = hook


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the name of a module that can be imported and has not been."""
    (tmp_path / "recien_llegado.py").write_text("VALOR = 7\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "recien_llegado"
    sys.modules.pop("recien_llegado", None)


def looked_into(module: str) -> bool:
    """Tell whether PySide has noted what it found in the source of ``module``."""
    return module in sys.modules["PySide6.support.feature"].pyside_feature_dict


def test_a_module_is_imported_without_its_source_being_read(module: str) -> None:
    feature_hook.take_out()
    assert __import__(module).VALOR == 7
    assert not looked_into(module)


def test_it_may_be_taken_out_twice() -> None:
    feature_hook.take_out()
    once = builtins.__import__
    feature_hook.take_out()
    assert builtins.__import__ is once


def test_a_python_without_the_hook_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(builtins, "__orig_import__")
    before = builtins.__import__
    feature_hook.take_out()
    assert builtins.__import__ is before
