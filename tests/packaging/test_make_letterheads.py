"""The gallery of letterheads is the one its script makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import make_letterheads
from make_letterheads import GALLERY, main
from tests.adapters.word.muestras import MEMBRETES

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = [name for name in GALLERY if name != "libreoffice.docx"]  # that one, LibreOffice has to save


def test_the_gallery_is_what_the_script_makes() -> None:
    assert GALLERY.keys() == {path.name for path in MEMBRETES.iterdir()}


def test_letterheads_are_made_again_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_letterheads, "FOLDER", tmp_path / "membretes")
    assert main(PLAIN) == 0
    assert f"{len(PLAIN)} letterheads" in capsys.readouterr().out
    assert [n for n in PLAIN if (tmp_path / "membretes" / n).read_bytes() != (MEMBRETES / n).read_bytes()] == []


@pytest.mark.libreoffice
@pytest.mark.lento
def test_libreoffice_makes_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_letterheads, "FOLDER", tmp_path)
    assert main(["libreoffice.docx"]) == 0
    assert (tmp_path / "libreoffice.docx").read_bytes().startswith(b"PK")
