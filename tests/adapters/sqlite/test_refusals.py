"""Disk full, drive gone, file moved or changed underneath: told in a sentence, nothing lost, and tried again later."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite import connection as connections
from promueve_gui.adapters.sqlite.files import SqliteArchivos
from promueve_gui.application.mensajes import REINTENTABLES, mensaje
from promueve_gui.application.session import Session
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora
from tests.adapters.sqlite.conftest import AREA
from tests.adapters.sqlite.made_files import protected, run_sql, write_at
from tests.fakes import AUTOR, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.adapters.sqlite.repository import SqliteAlmacen
    from promueve_gui.application.open_project import ProjectOpener

BIG = AreaGeneradora(id="b", nombre="Planeación", otros_nombres="x" * 500_000)


@pytest.fixture
def almacen(path: Path) -> Iterator[SqliteAlmacen]:
    kept, _ = SqliteArchivos().open(path, read_only=False)
    yield kept
    kept.close()


@pytest.fixture
def session(almacen: SqliteAlmacen, path: Path) -> Session:
    reader, proyecto = SqliteArchivos().open(path, read_only=True)
    reader.close()
    return Session(almacen, proyecto, AUTOR, Clock())


def raw(almacen: SqliteAlmacen) -> sqlite3.Connection:
    """Return the connection underneath, to break it."""
    return almacen._connection  # noqa: SLF001  # nothing but a broken disk does this from outside


def refused(session: Session) -> str:
    """Return the code with which a sound edit is refused, having seen that it left no trace."""
    before, position = session.snapshot(), session.position
    heard: list[object] = []
    leave = session.subscribe(heard.append)
    with pytest.raises(UserError) as caught:
        session.edit("Agregar", [alta(BIG)])
    leave()
    assert session.proyecto == before
    assert session.position == position
    assert heard == []
    assert session.path.name in mensaje(caught.value)
    return caught.value.code


def saved(session: Session, opener: ProjectOpener) -> bool:
    """Tell whether a sound edit reaches the file now."""
    session.edit("Agregar", [alta(BIG)])
    reader = opener.open(session.path, read_only=True)
    reader.close()
    return reader.proyecto == session.proyecto


def test_a_full_disk(session: Session, almacen: SqliteAlmacen, opener: ProjectOpener) -> None:
    pages = raw(almacen).execute("PRAGMA page_count").fetchone()[0]
    raw(almacen).execute(f"PRAGMA max_page_count = {pages + 2}")
    assert refused(session) == "disco_lleno"
    assert refused(session) == "disco_lleno"
    session.edit("Algo pequeño", [cambio(AREA, siglas="DE")])
    raw(almacen).execute("PRAGMA max_page_count = 1000000")
    assert saved(session, opener)


def test_a_drive_that_is_gone_and_comes_back(session: Session, path: Path, opener: ProjectOpener) -> None:
    away = path.parent.with_name("sin-conectar")
    path.parent.rename(away)
    assert refused(session) == "archivo_movido"
    away.rename(path.parent)
    assert saved(session, opener)


def test_a_file_that_is_put_back_after_it_was_gone(session: Session, path: Path, opener: ProjectOpener) -> None:
    # A drive that is connected again, or a synchronised folder: the same content, but another file.
    shutil.copyfile(path, path.with_name("copia"))
    path.unlink()
    assert refused(session) == "archivo_movido"
    path.with_name("copia").rename(path)
    assert saved(session, opener)


def test_a_connection_that_broke_is_made_anew(
    session: Session, almacen: SqliteAlmacen, path: Path, opener: ProjectOpener
) -> None:
    raw(almacen).close()
    assert refused(session) == "no_se_guardo"
    assert saved(session, opener)


def test_what_a_broken_connection_cannot_read_is_told(session: Session, almacen: SqliteAlmacen) -> None:
    raw(almacen).close()
    for read in (session.history, session.undo, session.next_redo, lambda: session.get_file("0")):
        with pytest.raises(UserError) as caught:
            read()
        assert caught.value.code == "no_se_leyo"


def test_a_file_that_was_replaced_by_another_is_not_written_to(
    session: Session, path: Path, opener: ProjectOpener, tmp_path: Path
) -> None:
    other = tmp_path / "otro.promueve"
    opener.create(other, [AreaGeneradora(id="z", nombre="Otra institución")])
    other.replace(path)
    before = path.read_bytes()
    assert refused(session) == "archivo_cambiado"
    assert path.read_bytes() == before


def test_a_file_that_somebody_else_wrote_to_is_not_written_over(session: Session, path: Path) -> None:
    run_sql(path, "INSERT INTO bitacora (momento, autor, accion, detalle) VALUES ('2026-01-01', 'Luis', 'editar', '')")
    before = path.read_bytes()
    assert refused(session) == "archivo_cambiado"
    assert path.read_bytes() == before


def test_another_program_in_the_middle_of_something(
    session: Session, almacen: SqliteAlmacen, path: Path, opener: ProjectOpener
) -> None:
    raw(almacen).execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert refused(session) == "archivo_ocupado"
    other.close()
    assert saved(session, opener)


def test_a_folder_that_was_protected_meanwhile(session: Session, path: Path, opener: ProjectOpener) -> None:
    with protected(path.parent):
        assert refused(session) == "no_se_guardo"
    assert saved(session, opener)


def test_a_damaged_file_underneath(session: Session, almacen: SqliteAlmacen) -> None:
    raw(almacen).execute("PRAGMA writable_schema = ON")
    raw(almacen).execute("UPDATE sqlite_master SET rootpage = 999999 WHERE name = 'area_generadora'")
    raw(almacen).execute("PRAGMA writable_schema = RESET")
    assert refused(session) == "archivo_danado"


def test_all_these_refusals_may_be_tried_again() -> None:
    assert REINTENTABLES - {"no_se_guardo"} == {
        "archivo_cambiado",
        "archivo_movido",
        "archivo_ocupado",
        "disco_lleno",
    }


@pytest.mark.parametrize(
    "area",
    [AreaGeneradora(id="b", nombre="a medias \ud800"), AreaGeneradora(id="\udcff", nombre="Planeación")],
    ids=["text", "identity"],
)
def test_text_that_no_file_can_hold(session: Session, area: AreaGeneradora) -> None:
    before = session.snapshot()
    with pytest.raises(UserError, match="valor_no_guardable"):
        session.edit("Agregar", [alta(area)])
    assert session.proyecto == before


def test_a_number_that_no_file_can_hold(session: Session) -> None:
    from promueve_gui.domain.institucion import Institucion  # noqa: PLC0415  # only here

    with pytest.raises(UserError, match="valor_no_guardable"):
        session.edit("Agregar", [alta(Institucion(id="i", anio=2**63))])
    assert session.proyecto.unico(Institucion) is None


# --- copies ------------------------------------------------------------------------------------------------------


def test_a_copy_is_the_project_with_its_past(session: Session, opener: ProjectOpener, tmp_path: Path) -> None:
    session.edit("Nombrar", [cambio(AREA, siglas="DE")])
    target = tmp_path / "copia.promueve"
    session.save_copy(target)
    copy = opener.open(target)
    assert copy.proyecto == session.proyecto
    assert copy.history() == session.history()
    copy.undo()
    assert copy.proyecto.todos(AreaGeneradora) == [AREA]
    copy.close()
    assert session.next_undo() is not None


def test_a_copy_takes_the_place_of_what_stood_there(session: Session, opener: ProjectOpener, tmp_path: Path) -> None:
    target = tmp_path / "copia.promueve"
    target.write_text("otra cosa")
    session.save_copy(target)
    copy = opener.open(target, read_only=True)
    copy.close()
    assert copy.proyecto == session.proyecto


def test_a_copy_never_goes_over_the_project_itself(session: Session, path: Path) -> None:
    link = path.parent / "enlace.promueve"
    link.symlink_to(path)
    for target in (path, link):
        with pytest.raises(UserError, match="copia_sobre_si_misma"):
            session.save_copy(target)


def test_a_copy_never_goes_over_a_project_that_is_open(session: Session, opener: ProjectOpener, tmp_path: Path) -> None:
    target = tmp_path / "otro.promueve"
    opener.create(target, [AREA])
    other = opener.open(target)
    with pytest.raises(UserError, match="archivo_en_uso"):
        session.save_copy(target)
    other.close()


def test_a_copy_that_cannot_be_written_leaves_nothing(session: Session, tmp_path: Path) -> None:
    with protected(tmp_path), pytest.raises(UserError) as caught:
        session.save_copy(tmp_path / "copia.promueve")
    assert caught.value.code == "no_se_creo"
    with pytest.raises(UserError, match="no_se_creo"):
        session.save_copy(tmp_path / "ninguna" / "copia.promueve")


@pytest.mark.parametrize("trouble", ["broken", "changed", "damaged"])
def test_when_the_file_is_lost_a_copy_is_made_of_what_is_in_memory(
    session: Session, almacen: SqliteAlmacen, path: Path, opener: ProjectOpener, tmp_path: Path, trouble: str
) -> None:
    session.edit("Nombrar", [cambio(AREA, siglas="DE")])
    if trouble == "broken":
        raw(almacen).close()
    elif trouble == "changed":
        run_sql(path, "UPDATE area_generadora SET siglas = 'ajenas'", "DELETE FROM bitacora")
    else:
        raw(almacen).execute("PRAGMA shrink_memory")  # so that it is read from the disk again
        at = path.read_bytes().index(AREA.nombre.encode())
        write_at(path, at - at % 4096, b"\xff" * 4096)
    target = tmp_path / "copia.promueve"
    session.save_copy(target)
    copy = opener.open(target, read_only=True)
    copy.close()
    assert copy.proyecto == session.proyecto


def test_a_project_to_be_read_is_copied_and_the_copy_takes_edits(
    opener: ProjectOpener, path: Path, tmp_path: Path
) -> None:
    reader = opener.open(path, read_only=True)
    reader.save_copy(tmp_path / "copia.promueve")
    reader.close()
    copy = opener.open(tmp_path / "copia.promueve")
    assert saved(copy, opener)
    copy.close()


def test_refusals_are_one_of_those_that_are_known() -> None:
    assert set(connections._CODES.values()) - REINTENTABLES == {  # noqa: SLF001  # the table itself is looked at
        "archivo_danado",
        "cambio_no_cabe",
        "valor_no_guardable",
    }
