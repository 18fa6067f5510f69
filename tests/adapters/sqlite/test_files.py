"""Files are made, upgraded and cleared of leftovers whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.connection import SCHEMA_VERSION
from promueve_gui.adapters.sqlite.replacement import journal
from promueve_gui.adapters.sqlite.this_computer import this_host
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.proyecto import Proyecto
from tests.adapters.sqlite.conftest import AREA, GRUPO
from tests.adapters.sqlite.made_files import crashed, dead_pid, locked_by, older_file, protected, run_sql
from tests.fakes import AUTOR, Clock

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.adapters.sqlite.files import SqliteArchivos
    from promueve_gui.application.open_project import ProjectOpener


def test_a_new_file_holds_what_it_was_given_and_says_who_began_it(opener: ProjectOpener, carpeta: Path) -> None:
    file = carpeta / "¿Qué? 100 % #1.promueve"
    opener.create(file, [GRUPO, AREA])
    session = opener.open(file)
    assert session.proyecto.total() == 2
    assert [(line.accion, line.autor) for line in session.history()] == [("crear", AUTOR)]
    assert session.next_undo() is None
    session.close()


def test_a_new_file_never_takes_the_place_of_another(opener: ProjectOpener, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match="ya_existe"):
        opener.create(path, [])
    assert path.read_bytes() == before


def test_the_journal_of_a_deleted_project_does_not_spoil_a_new_one(opener: ProjectOpener, path: Path) -> None:
    crashed(path)
    path.unlink()
    opener.create(path, [AREA])
    session = opener.open(path)
    assert session.proyecto.todos(AreaGeneradora) == [AREA]
    session.close()


def test_a_folder_that_is_not_there_or_protected_takes_no_file(opener: ProjectOpener, carpeta: Path) -> None:
    with pytest.raises(UserError) as caught:
        opener.create(carpeta / "ninguna" / "plan.promueve", [])
    assert "No se pudo crear «plan.promueve»" in mensaje(caught.value)
    with protected(carpeta), pytest.raises(UserError, match="no_se_creo"):
        opener.create(carpeta / "plan.promueve", [])
    assert list(carpeta.iterdir()) == []


@pytest.mark.parametrize("registro", [AreaGeneradora(id="a", nombre="\ud800"), Institucion(id="i", anio=2**63)])
def test_what_no_file_can_hold_makes_no_file(
    opener: ProjectOpener, carpeta: Path, registro: AreaGeneradora | Institucion
) -> None:
    with pytest.raises(UserError, match="valor_no_guardable"):
        opener.create(carpeta / "plan.promueve", [registro])
    assert list(carpeta.iterdir()) == []


# --- upgrading -----------------------------------------------------------------------------------------------------


@pytest.fixture
def older(carpeta: Path) -> Path:
    return older_file(carpeta / "viejo.promueve")


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(archivos: SqliteArchivos, older: Path) -> None:
    run_sql(older, "CREATE TABLE exportacion (id TEXT)")
    before = older.read_bytes()
    with pytest.raises(UserError) as caught:
        archivos.migrate(older)
    assert caught.value.code == "no_se_actualizo"
    assert mensaje(caught.value)
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]


def test_an_upgrade_that_ends_damaged_leaves_the_file_as_it_was(archivos: SqliteArchivos, older: Path) -> None:
    run_sql(older, "DROP TABLE archivo")
    before = older.read_bytes()
    with pytest.raises(UserError, match="no_se_actualizo"):
        archivos.migrate(older)
    assert older.read_bytes() == before


def test_an_upgrade_waits_for_nobody(archivos: SqliteArchivos, older: Path) -> None:
    locked_by(older)
    before = older.read_bytes()
    with pytest.raises(UserError, match="archivo_en_uso"):
        archivos.migrate(older)
    assert older.read_bytes() == before


def test_an_upgrade_in_a_protected_folder_is_refused(archivos: SqliteArchivos, older: Path) -> None:
    with protected(older.parent), pytest.raises(UserError, match="no_se_actualizo"):
        archivos.migrate(older)


def test_a_file_upgraded_twice_keeps_both_originals(archivos: SqliteArchivos, older: Path) -> None:
    first = archivos.migrate(older)
    original = first.read_bytes()
    older.write_bytes(original)
    second = archivos.migrate(older)
    assert [first.name, second.name] == ["viejo.v1.bak", "viejo.v1-2.bak"]
    assert first.read_bytes() == second.read_bytes() == original
    assert archivos.inspect(older).esquema == SCHEMA_VERSION


def test_a_file_that_a_crash_cut_off_is_upgraded_from_its_last_sound_state(
    archivos: SqliteArchivos, older: Path
) -> None:
    crashed(older)
    archivos.migrate(older)
    almacen, proyecto = archivos.open(older, read_only=True)
    almacen.close()
    assert proyecto.todos(AreaGeneradora) == [AREA]


# --- opening -------------------------------------------------------------------------------------------------------


def test_leftovers_of_killed_processes_are_removed_when_the_project_is_opened(
    opener: ProjectOpener, path: Path
) -> None:
    leftovers = [
        path.parent / f".promueve-{this_host()}-{dead_pid()}-x",
        path.parent / "respaldos" / f".promueve-{this_host()}-{dead_pid()}-y",
    ]
    for leftover in leftovers:
        leftover.mkdir(parents=True)
        (leftover / path.name).write_bytes(path.read_bytes())
    opener.open(path, read_only=True).close()
    assert all(leftover.exists() for leftover in leftovers)
    opener.open(path).close()
    assert not any(leftover.exists() for leftover in leftovers)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_vanishes_between_looking_and_opening(
    archivos: SqliteArchivos, path: Path, read_only: bool
) -> None:
    path.unlink()
    with pytest.raises(UserError) as caught:
        archivos.open(path, read_only=read_only)
    assert caught.value.code == "archivo_ilegible"
    assert list(path.parent.iterdir()) == []


def test_somebody_may_take_the_file_between_looking_and_opening(archivos: SqliteArchivos, path: Path) -> None:
    assert archivos.inspect(path).estado is EstadoArchivo.LISTO
    locked_by(path)
    with pytest.raises(UserError, match="archivo_en_uso"):
        archivos.open(path, read_only=False)


def test_the_folder_may_be_protected_between_looking_and_opening(archivos: SqliteArchivos, path: Path) -> None:
    with protected(path.parent), pytest.raises(UserError, match="carpeta_solo_lectura"):
        archivos.open(path, read_only=False)


def test_an_empty_project_can_be_kept(archivos: SqliteArchivos, carpeta: Path) -> None:
    archivos.create(carpeta / "vacio.promueve", Proyecto(), Clock()(), AUTOR)
    almacen, proyecto = archivos.open(carpeta / "vacio.promueve", read_only=False)
    almacen.close()
    assert proyecto == Proyecto()
    assert not journal(carpeta / "vacio.promueve").exists()
