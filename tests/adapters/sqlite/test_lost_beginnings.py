"""Files under our own extension whose beginning is not ours: another program made it, or it was written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.ports import EstadoArchivo
from tests.adapters.sqlite.made_files import write_at
from tests.adapters.sqlite.test_states import refusal, state

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener


@pytest.mark.parametrize(
    "beginning", [b"PK\x03\x04", b"%PDF-1.7\n\xe2\xe3", b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_what_another_program_made_is_no_project_whatever_its_name(
    opener: ProjectOpener, carpeta: Path, beginning: bytes
) -> None:
    file = carpeta / "plan.promueve"
    file.write_bytes(beginning + bytes(200))
    assert state(opener, file) is EstadoArchivo.AJENO
    assert refusal(opener, file) == "archivo_ajeno"


@pytest.mark.parametrize(
    "beginning",
    [b"A" * 100, bytes(100), b"PK" * 50, b"SQLite format 3\x00" + b"A" * 84, b"SQLite format 3\x00" + bytes(84)],
)
def test_a_project_whose_beginning_was_written_over_is_damaged_and_can_be_saved(
    opener: ProjectOpener, path: Path, beginning: bytes
) -> None:
    write_at(path, 0, beginning)
    assert state(opener, path) is EstadoArchivo.DANADO
    assert refusal(opener, path) == "archivo_danado"
    assert opener.recover(path, path.with_name("rescate.promueve")) > 0
    assert state(opener, path.with_name("rescate.promueve")) is EstadoArchivo.LISTO
