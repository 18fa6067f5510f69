"""Project files, the data that ship, and the files that come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.bootstrap import places
from promueve_gui.bootstrap.contents import compose_lines

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from promueve_gui.adapters.recursos import Recursos
    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.ports import Feriados, Progress
    from promueve_gui.application.returns import Returns
    from promueve_gui.application.session import Session
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.duplicados import Similitud
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.importacion import Lectura


def build_opener() -> ProjectOpener:
    """Return the use case that starts, opens and rescues projects, for whoever is logged in."""
    from promueve_gui.adapters.sqlite.files import SqliteArchivos
    from promueve_gui.adapters.sqlite.lock import user_name
    from promueve_gui.application.open_project import ProjectOpener

    return ProjectOpener(SqliteArchivos(), user_name(), places.now)


def build_recursos() -> Recursos:
    """Return the read-only data that ship with the program."""
    from promueve_gui.adapters.recursos import Recursos
    from promueve_gui.adapters.resource_root import find_root

    return Recursos(find_root())


def build_feriados() -> Feriados:
    """Return the official holidays of Mexico."""
    from promueve_gui.adapters.calendario import CalendarioOficial

    return CalendarioOficial()


def build_example(hoy: date) -> list[Registro]:
    """Return the records of the sample project, dated around ``hoy``."""
    from promueve_gui.application.example_project import build_example as build

    recursos = build_recursos()
    return build(hoy, recursos.load_perfil("vigente"), recursos.ejemplo())


def read_source(path: Path, progress: Progress | None = None) -> Lectura:
    """Read a file to import, of any known format. Raises ``UserError`` when nothing can be read."""
    from promueve_gui.adapters.sources.detection import read_source as read
    from promueve_gui.adapters.word.returned_kind import named_as_document
    from promueve_gui.application.garbage import held_back

    with held_back(), named_as_document(path):
        return read(path, progress)


def read_returned(path: Path, progress: Progress | None = None) -> LibroDevuelto | None:
    """Read a workbook or document that came back by e-mail; ``None`` when it is neither. Raises ``UserError``."""
    from promueve_gui.adapters.word.returned_kind import is_document, named_as_document
    from promueve_gui.application.garbage import held_back

    with held_back(), named_as_document(path):
        if is_document(path):
            from promueve_gui.adapters.word.returned import read_document

            return read_document(path, progress)
        from promueve_gui.adapters.excel.devueltos import read_returned as read_book

        return read_book(path, progress)


def make_returns(session: Session) -> Returns:
    """Return the use case that compares and applies returned files."""
    from promueve_gui.adapters.similitud import similitud
    from promueve_gui.application.returns import Returns

    return Returns(session, similitud, compose_lines)


def open_untouched(opener: ProjectOpener, path: Path) -> AbstractContextManager[Session]:
    """Open somebody else's project to be read, without changing its file."""
    from promueve_gui.adapters.copies import open_untouched as open_it

    return open_it(opener, path)


def write_older_project(path: Path, nombre: str) -> None:
    """Write a project as the first release did, for the self-test."""
    from promueve_gui.adapters.sqlite.old_schema import write_older

    write_older(path, 1, nombre)


def build_similitud() -> Similitud:
    """Return how alike two words are."""
    from promueve_gui.adapters.similitud import similitud

    return similitud
