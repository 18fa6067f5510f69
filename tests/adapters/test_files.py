"""Documents stand under their name whole, or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.files import DiskFiles

if TYPE_CHECKING:
    from pathlib import Path


def leftovers(folder: Path, *expected: str) -> list[str]:
    """Return what is in ``folder`` beyond what should be."""
    return sorted(path.name for path in folder.iterdir() if path.name not in expected)


def test_what_the_writer_writes_takes_the_place_of_what_stood_there(tmp_path: Path) -> None:
    target = tmp_path / "Mapa año 2026.xlsx"
    target.write_text("anterior", encoding="utf-8")
    DiskFiles().write_atomically(target, lambda path: _write(path, "nuevo"))
    assert target.read_text(encoding="utf-8") == "nuevo"
    assert leftovers(tmp_path, target.name) == []


def test_the_writer_is_given_a_file_of_the_same_name(tmp_path: Path) -> None:
    names: list[str] = []

    def writer(path: Path) -> None:
        names.append(path.name)
        _write(path, "x")

    DiskFiles().write_atomically(tmp_path / "Plan.xlsx", writer)
    assert names == ["Plan.xlsx"]


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "Plan.xlsx"
    target.write_text("anterior", encoding="utf-8")

    def writer(path: Path) -> None:
        _write(path, "a medias")
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        DiskFiles().write_atomically(target, writer)
    assert target.read_text(encoding="utf-8") == "anterior"
    assert leftovers(tmp_path, target.name) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "Plan.xlsx"
    target.write_text("anterior", encoding="utf-8")
    target.chmod(0o444)
    with pytest.raises(PermissionError):
        DiskFiles().write_atomically(target, lambda path: _write(path, "nuevo"))
    assert target.read_text(encoding="utf-8") == "anterior"


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        DiskFiles().write_atomically(tmp_path, lambda path: _write(path, "nuevo"))


def test_a_folder_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        DiskFiles().write_atomically(tmp_path / "no" / "Plan.xlsx", lambda path: _write(path, "nuevo"))


def test_folders_are_made_with_those_above_them(tmp_path: Path) -> None:
    for _ in range(2):
        DiskFiles().make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
