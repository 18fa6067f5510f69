"""The templates of letters are those that their script makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import make_letters
from promueve_gui.application.letters import PLANTILLAS
from tests.adapters.word.muestras import MEMBRETE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_kind_of_letter_has_its_template() -> None:
    assert make_letters.LETTERS.keys() == {plantilla.clave for plantilla in PLANTILLAS}


def test_templates_are_made_again_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_letters, "FOLDER", tmp_path)
    assert make_letters.main() == 0
    nombres = [f"{clave}.docx" for clave in make_letters.LETTERS]
    assert [n for n in nombres if (tmp_path / n).read_bytes() != (MEMBRETE.parent / n).read_bytes()] == []
