"""A portable program keeps what it remembers beside itself; any other, where the system says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.adapters.logs import FILE, log_crash
from promueve_gui.adapters.resource_root import PORTABLE, portable_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a frozen program, on a path with accents and spaces."""
    folder = tmp_path / "Memoria de José Núñez"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "Promueve.exe"))
    return folder


def test_with_its_marker_a_frozen_program_keeps_settings_and_log_beside_itself(folder: Path) -> None:
    (folder / PORTABLE).touch()
    assert bootstrap.settings_path() == folder / PORTABLE
    path = log_crash(ValueError())
    assert path == folder / "registro" / FILE
    assert "ValueError" in path.read_text(encoding="utf-8")


def test_without_the_marker_it_keeps_nothing_there(folder: Path) -> None:
    assert portable_settings() is None
    assert folder not in bootstrap.settings_path().parents
    assert list(folder.iterdir()) == []


def test_a_folder_called_like_the_marker_makes_nothing_portable(folder: Path) -> None:
    (folder / PORTABLE).mkdir()
    assert portable_settings() is None


def test_a_marker_beside_python_means_nothing_when_the_program_is_not_frozen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / PORTABLE).touch()
    monkeypatch.delattr(sys, "frozen")
    assert portable_settings() is None
