"""Somebody else's project is read without changing a byte of it, whatever its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.copies import open_untouched
from promueve_gui.adapters.sqlite.files import SqliteArchivos
from promueve_gui.adapters.sqlite.old_schema import write_older
from promueve_gui.application.open_project import ProjectOpener
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from tests.fakes import Clock

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from promueve_gui.application.session import Session


@pytest.fixture
def opener() -> ProjectOpener:
    return ProjectOpener(SqliteArchivos(), "Ana Torres", Clock())


def opened(opener: ProjectOpener, path: Path) -> AbstractContextManager[Session]:
    return open_untouched(opener, path)


def content(folder: Path) -> dict[str, bytes]:
    """Return every file under ``folder`` with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_project_is_read_and_stays_as_it_is(tmp_path: Path, opener: ProjectOpener) -> None:
    path = tmp_path / "área.promueve"
    opener.create(path, [Institucion(id="i", nombre="Secretaría de Faros")])
    before = content(tmp_path)
    with opened(opener, path) as session:
        assert session.read_only
        assert [i.nombre for i in session.proyecto.todos(Institucion)] == ["Secretaría de Faros"]
    assert content(tmp_path) == before


def test_an_older_one_is_brought_up_to_date_elsewhere(tmp_path: Path, opener: ProjectOpener) -> None:
    path = tmp_path / "anterior.promueve"
    write_older(path, 1, "Secretaría de Faros")
    before = content(tmp_path)
    with opened(opener, path) as session:
        assert [i.nombre for i in session.proyecto.todos(Institucion)] == ["Secretaría de Faros"]
    assert content(tmp_path) == before


def test_one_that_somebody_has_open_can_be_read(tmp_path: Path, opener: ProjectOpener) -> None:
    path = tmp_path / "abierto.promueve"
    opener.create(path, [])
    writing = opener.open(path)
    try:
        writing.edit("Alta", [alta(AreaGeneradora(id="a", nombre="Archivo"))])
        with opened(opener, path) as session:
            assert [area.nombre for area in session.proyecto.todos(AreaGeneradora)] == ["Archivo"]
        assert writing.undo() is not None
    finally:
        writing.close()


@pytest.mark.parametrize("text", [None, "no soy un proyecto"])
def test_what_is_no_project_is_refused(tmp_path: Path, opener: ProjectOpener, text: str | None) -> None:
    path = tmp_path / "otro.txt"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError), opened(opener, path):
        pass
