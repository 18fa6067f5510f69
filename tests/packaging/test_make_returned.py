"""The gallery of returned workbooks is the one its script makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import make_returned
from make_returned import GALLERY, main
from promueve_gui.adapters.excel.devueltos import read_returned
from promueve_gui.domain.errors import UserError
from tests.galeria import ESPERADO, FOLDER, read

if TYPE_CHECKING:
    from pathlib import Path

# Those that no other program has to save.
PLAIN = [name for name, made in GALLERY.items() if not made.saved_as and not made.password]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the test into which the gallery goes."""
    monkeypatch.setattr(make_returned, "FOLDER", tmp_path / "galería")
    return tmp_path / "galería"


def test_the_gallery_is_what_the_script_makes() -> None:
    assert GALLERY.keys() == ESPERADO.keys() == {path.name for path in FOLDER.iterdir()} - {"esperado.toml"}


def test_workbooks_are_made_again_alike(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(PLAIN) == 0
    assert f"{len(PLAIN)} workbooks" in capsys.readouterr().out
    for name in PLAIN:
        if "renglones" in ESPERADO[name]:
            made = read_returned(folder / name)
            assert made is not None
            assert (made.hojas, made.sello) == (read(name).hojas, read(name).sello), name


def test_making_one_twice_changes_no_byte(folder: Path) -> None:
    first, second = (main(["ordenado.xlsx"]) or (folder / "ordenado.xlsx").read_bytes() for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", ["cortado.xlsx", "carta de Word.xlsx", "solo instrucciones.xlsx"])
def test_what_is_broken_on_purpose_is_broken(folder: Path, name: str) -> None:
    main([name])
    with pytest.raises(UserError) as refused:
        read_returned(folder / name)
    assert refused.value.code == ESPERADO[name]["error"]


def test_a_name_that_is_not_in_the_gallery_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["otro.xlsx"]) == 2
    assert "not in the gallery: otro.xlsx" in capsys.readouterr().err
    assert not folder.exists()
