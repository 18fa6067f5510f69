"""PySide as the program imports it: without reading every module, and without what only its makers need."""

from __future__ import annotations

import builtins
import enum
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from promueve_gui.gui import light_enums, light_qt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOADED = """
import sys
from promueve_gui.gui import light_qt
light_qt.load()
from PySide6.QtCore import QObject
from PySide6.support import signature
read = sorted(name for name in light_qt.SELDOM if "__getattr__" not in vars(sys.modules[name]))
"""
PLAIN = """
from PySide6.QtCore import QObject
from PySide6.support import signature
"""
WRONG = """
try:
    QObject().setObjectName(3, 4)
except TypeError as error:
    print(error)
print(signature.get_signature(QObject.setObjectName))
"""


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(enum.EnumType, "_create_", light_enums.CHECKED)
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


def told(program: str) -> str:
    """Return what a program of its own prints, where PySide was not imported before."""
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout


def test_a_module_is_imported_without_its_source_being_read(module: str) -> None:
    light_qt.load()
    assert __import__(module).VALOR == 7
    assert not looked_into(module)


def test_it_may_be_done_twice() -> None:
    light_qt.load()
    once, finders, made = builtins.__import__, sys.meta_path, vars(enum.EnumType)["_create_"]
    light_qt.load()
    assert vars(enum.EnumType)["_create_"] is made is not light_enums.CHECKED
    assert builtins.__import__ is once
    assert sys.meta_path is finders


def test_a_python_without_the_hook_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    # PySide's own, left in place, would end the process once it finds no other to pass imports on to.
    before = getattr(builtins, "__orig_import__", builtins.__import__)
    monkeypatch.setattr(builtins, "__import__", before)
    monkeypatch.delattr(builtins, "__orig_import__", raising=False)
    light_qt.load()
    assert builtins.__import__ is before


def test_what_only_its_makers_need_is_not_read_at_the_start() -> None:
    assert told(f"{LOADED}print(read)") == "[]\n"


def test_what_is_wrong_with_a_call_is_told_as_ever() -> None:
    assert told(LOADED + WRONG) == told(PLAIN + WRONG)


def test_what_was_put_in_to_find_them_is_gone_afterwards() -> None:
    finders = f"{LOADED}print([type(finder).__name__ for finder in sys.meta_path if 'Late' in type(finder).__name__])"
    assert told(finders + "\nprint(type(sys.meta_path) is list)") == "[]\nTrue\n"


def test_only_once_asked_for_a_name_does_a_module_read_its_text() -> None:
    asked = (
        "module = sys.modules['shibokensupport.signature.parser']\nprint(hasattr(module, '__path__'))\nprint(read)\n"
    )
    assert told(f"{LOADED}{asked}print(callable(module.pyside_type_init))\nprint(hasattr(module, 'nada'))") == (
        "False\n[]\nTrue\nFalse\n"
    )
