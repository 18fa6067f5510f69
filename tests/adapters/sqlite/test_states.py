"""The states that a file can be found in, each with a real file: what inspecting says and what opening does."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import ExitStack
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.connection import APPLICATION_ID, SCHEMA_VERSION
from promueve_gui.adapters.sqlite.lock import WRITING_SECONDS, lock_path
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora
from tests.adapters.sqlite.conftest import AREA, GRUPO
from tests.adapters.sqlite.made_files import crashed, dead_pid, locked_by, older_file, protected, run_sql, write_at

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener


def state(opener: ProjectOpener, path: Path) -> EstadoArchivo:
    """Return what inspecting a file says, having seen that nothing changes by it."""
    before = path.read_bytes() if path.is_file() else b""
    found = opener.inspect(path).estado
    assert (path.read_bytes() if path.is_file() else b"") == before
    return found


def refusal(opener: ProjectOpener, path: Path, *, read_only: bool = False, upgrade: bool = False) -> str:
    """Return the code with which opening is refused, having seen that there is a sentence and nothing is left."""
    beside = set(path.parent.iterdir()) if path.parent.is_dir() else set()
    with pytest.raises(UserError) as caught:
        opener.open(path, read_only=read_only, upgrade=upgrade)
    assert path.name in mensaje(caught.value)
    assert (set(path.parent.iterdir()) if path.parent.is_dir() else set()) == beside
    return caught.value.code


def first_area(opener: ProjectOpener, path: Path, *, read_only: bool = False, upgrade: bool = False) -> AreaGeneradora:
    """Open a project, return its area and close it; one that is not to be read only takes an edit."""
    session = opener.open(path, read_only=read_only, upgrade=upgrade)
    area = session.proyecto.todos(AreaGeneradora)[0]
    if not session.read_only:
        session.edit("Nombrar", [cambio(area, siglas=f"{area.siglas}X")])
    session.close()
    return area


# --- ready ----------------------------------------------------------------------------------------------------


def test_a_sound_file_is_ready_and_says_who_wrote_it(opener: ProjectOpener, path: Path) -> None:
    assert state(opener, path) is EstadoArchivo.LISTO
    found = opener.inspect(path)
    assert (found.esquema, found.programa) == (SCHEMA_VERSION, "0.1.0")
    session = opener.open(path)
    assert session.proyecto.todos(AreaGeneradora) == [AREA]
    assert session.proyecto.get(type(GRUPO), "g") == GRUPO
    session.close()


def test_nothing_stands_beside_a_closed_project_but_its_backups(opener: ProjectOpener, path: Path) -> None:
    first_area(opener, path)
    assert {file.name for file in path.parent.iterdir()} == {path.name, "respaldos"}


def test_a_link_to_a_project_is_the_project(opener: ProjectOpener, path: Path) -> None:
    link = path.parent / "enlace.promueve"
    link.symlink_to(path)
    session = opener.open(link)
    assert session.path == path
    assert state(opener, path) is EstadoArchivo.EN_USO
    session.close()
    assert link.is_symlink()


# --- not there, not ours --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["no-existe.promueve", "ninguna/carpeta/plan.promueve"])
def test_a_file_that_is_not_there(opener: ProjectOpener, carpeta: Path, name: str) -> None:
    assert state(opener, carpeta / name) is EstadoArchivo.NO_EXISTE
    assert refusal(opener, carpeta / name) == "archivo_no_existe"


def test_a_folder_is_no_project(opener: ProjectOpener, carpeta: Path) -> None:
    folder = carpeta / "carpeta.promueve"
    folder.mkdir()
    assert state(opener, folder) is EstadoArchivo.AJENO
    assert refusal(opener, folder) == "archivo_ajeno"


@pytest.mark.parametrize("content", [b"SQLite format 3\x00", b"PLAN" + bytes(200), bytes(200)])
@pytest.mark.parametrize(
    ("name", "estado"), [("notas.txt", EstadoArchivo.AJENO), ("plan.PROMUEVE", EstadoArchivo.DANADO)]
)
def test_what_is_no_database_was_ours_only_under_our_name(
    opener: ProjectOpener, carpeta: Path, name: str, estado: EstadoArchivo, content: bytes
) -> None:
    file = carpeta / name
    file.write_bytes(content)
    assert state(opener, file) is estado
    assert refusal(opener, file, upgrade=True) == f"archivo_{estado.value}"


@pytest.mark.parametrize(
    "content", [b"", b"Lista de pendientes\n", "Peñón, ".encode() * 40, "aé".encode() * 33 + b"aa\xc3"]
)
def test_a_text_that_bears_our_name_is_no_project_unless_it_has_backups(
    opener: ProjectOpener, carpeta: Path, path: Path, content: bytes
) -> None:
    file = carpeta / "plan.promueve"
    file.write_bytes(content)
    assert state(opener, file) is EstadoArchivo.AJENO
    respaldos = carpeta / "respaldos"
    respaldos.mkdir(exist_ok=True)
    copyfile(path, respaldos / "plan.2026-01-02T101112.cierre.promueve")
    assert state(opener, file) is EstadoArchivo.DANADO


def test_the_database_of_another_program(opener: ProjectOpener, carpeta: Path) -> None:
    file = carpeta / "contactos.promueve"
    run_sql(file, "CREATE TABLE area_generadora (id TEXT)", "PRAGMA user_version = 2")
    assert state(opener, file) is EstadoArchivo.AJENO
    assert refusal(opener, file) == "archivo_ajeno"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is hidden from the superuser")
def test_a_file_that_may_not_be_read(opener: ProjectOpener, path: Path) -> None:
    path.chmod(0)
    assert opener.inspect(path).estado is EstadoArchivo.ILEGIBLE
    assert refusal(opener, path) == "archivo_ilegible"


def test_a_path_that_leads_nowhere_is_not_to_be_read(opener: ProjectOpener, carpeta: Path) -> None:
    around = carpeta / "vuelta.promueve"
    around.symlink_to(around)
    for path in (around, carpeta / f"{'a' * 300}.promueve"):
        assert opener.inspect(path).estado is EstadoArchivo.ILEGIBLE
        assert refusal(opener, path) == "archivo_ilegible"


# --- newer and older ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("statement", ["UPDATE meta SET valor = '9.1'", "DROP TABLE meta"])
def test_a_newer_file_is_refused_whatever_became_of_its_tables(
    opener: ProjectOpener, path: Path, statement: str
) -> None:
    run_sql(path, statement, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert state(opener, path) is EstadoArchivo.POSTERIOR
    assert refusal(opener, path) == "archivo_posterior"
    assert refusal(opener, path, read_only=True) == "archivo_posterior"


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_an_older_file_is_upgraded_with_leave_and_its_original_kept(
    opener: ProjectOpener, carpeta: Path, version: int
) -> None:
    file = older_file(carpeta / "viejo.promueve", version)
    original = file.read_bytes()
    assert state(opener, file) is EstadoArchivo.ANTERIOR
    assert opener.inspect(file).programa == "0.0.9"
    assert refusal(opener, file) == "archivo_anterior"
    assert first_area(opener, file, upgrade=True) == AREA
    assert state(opener, file) is EstadoArchivo.LISTO
    kept = carpeta / "respaldos" / f"viejo.v{version}.bak"
    assert kept.read_bytes() == original


def test_an_older_file_is_read_in_a_copy_and_stays_as_it_was(opener: ProjectOpener, carpeta: Path) -> None:
    file = older_file(carpeta / "viejo.promueve")
    original = file.read_bytes()
    assert first_area(opener, file, read_only=True) == AREA
    assert file.read_bytes() == original
    assert list(carpeta.iterdir()) == [file]


def test_an_older_file_that_is_damaged_is_not_read(opener: ProjectOpener, carpeta: Path) -> None:
    file = older_file(carpeta / "viejo.promueve")
    run_sql(file, "UPDATE area_generadora SET nombre = CAST(x'ff' AS TEXT)")
    assert state(opener, file) is EstadoArchivo.ANTERIOR
    assert refusal(opener, file, read_only=True) == "archivo_danado"


def test_an_older_file_in_a_protected_folder_can_be_read_and_copied(
    opener: ProjectOpener, carpeta: Path, tmp_path: Path
) -> None:
    file = older_file(carpeta / "viejo.promueve")
    copy = tmp_path / "copia.promueve"
    with protected(carpeta):
        assert state(opener, file) is EstadoArchivo.SOLO_LECTURA
        session = opener.open(file)
        assert session.read_only
        assert session.proyecto.todos(AreaGeneradora) == [AREA]
        session.save_copy(copy)
        session.close()
    assert first_area(opener, copy) == AREA


def test_an_older_file_that_somebody_has_open_is_not_upgraded(opener: ProjectOpener, carpeta: Path) -> None:
    file = older_file(carpeta / "viejo.promueve")
    locked_by(file)
    assert state(opener, file) is EstadoArchivo.EN_USO
    assert refusal(opener, file, upgrade=True) == "archivo_en_uso"
    assert first_area(opener, file, read_only=True) == AREA


# --- damaged --------------------------------------------------------------------------------------------------


def test_a_damaged_header(opener: ProjectOpener, path: Path) -> None:
    write_at(path, 0, bytes(64))
    assert state(opener, path) is EstadoArchivo.DANADO
    assert refusal(opener, path) == "archivo_danado"


def test_damaged_pages_in_the_middle(opener: ProjectOpener, path: Path) -> None:
    write_at(path, 4096 * 3, b"\xff" * 4096 * 6)
    assert state(opener, path) is EstadoArchivo.DANADO
    assert refusal(opener, path) == "archivo_danado"


@pytest.mark.parametrize("size", [50, 5000, 40000])
def test_a_file_that_was_cut(opener: ProjectOpener, path: Path, size: int) -> None:
    os.truncate(path, size)
    assert state(opener, path) is EstadoArchivo.DANADO
    assert refusal(opener, path, read_only=True) == "archivo_danado"


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE grupo_usuarios DROP COLUMN poder",
        "DROP TABLE linea_plan",
        "DROP TABLE bitacora",
        "ALTER TABLE exportacion DROP COLUMN asiento",
    ],
)
def test_missing_tables_and_columns(opener: ProjectOpener, path: Path, statement: str) -> None:
    run_sql(path, statement)
    assert state(opener, path) is EstadoArchivo.DANADO
    assert refusal(opener, path) == "archivo_danado"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE grupo_usuarios SET clase = 'marcianos'",
        "UPDATE grupo_usuarios SET ejes = 'no es JSON'",
        "UPDATE grupo_usuarios SET ejes = '5'",
        "UPDATE grupo_usuarios SET nombre = CAST(x'ff' AS TEXT)",
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_values_that_cannot_be_read_are_damage_that_shows_at_opening(
    opener: ProjectOpener, path: Path, statement: str, read_only: bool
) -> None:
    run_sql(path, statement)
    assert refusal(opener, path, read_only=read_only) == "archivo_danado"
    assert not lock_path(path).exists()


# --- in use ---------------------------------------------------------------------------------------------------


def test_a_file_that_somebody_alive_has_open(opener: ProjectOpener, path: Path) -> None:
    writer = opener.open(path)
    found = opener.inspect(path)
    assert found.estado is EstadoArchivo.EN_USO
    assert found.equipo
    assert found.desde
    assert refusal(opener, path) == "archivo_en_uso"
    reader = opener.open(path, read_only=True)
    writer.edit("Agregar", [alta(AreaGeneradora(id="b", nombre="Planeación"))])
    assert reader.proyecto.todos(AreaGeneradora) == [AREA]
    with pytest.raises(UserError, match="solo_lectura"):
        reader.edit("Agregar", [alta(AreaGeneradora(id="c"))])
    reader.close()
    writer.close()
    assert state(opener, path) is EstadoArchivo.LISTO


def test_a_lock_of_another_computer_counts_until_it_is_cleared(opener: ProjectOpener, path: Path) -> None:
    locked_by(path, host="otra-computadora", pid=1)
    found = opener.inspect(path)
    assert (found.estado, found.equipo, found.usuario) == (EstadoArchivo.EN_USO, "otra-computadora", "luis")
    assert refusal(opener, path) == "archivo_en_uso"
    opener.unlock(path)
    assert first_area(opener, path) == AREA


def test_an_old_file_with_a_living_lock_is_in_use_however_long_nobody_saved(opener: ProjectOpener, path: Path) -> None:
    locked_by(path)
    os.utime(path, (0, 0))
    assert state(opener, path) is EstadoArchivo.EN_USO


def test_the_lock_of_a_process_that_no_longer_runs_is_stale(opener: ProjectOpener, path: Path) -> None:
    locked_by(path, pid=dead_pid())
    assert state(opener, path) is EstadoArchivo.LISTO
    assert first_area(opener, path) == AREA


@pytest.mark.parametrize("content", [b"", b'{"host": "rece', b"[]", b'{"host": 1}', b"\xff\xfe"])
def test_a_lock_that_somebody_is_just_writing_counts_for_a_moment(
    opener: ProjectOpener, path: Path, content: bytes
) -> None:
    lock = locked_by(path, content=content)
    assert state(opener, path) is EstadoArchivo.EN_USO
    assert refusal(opener, path) == "archivo_en_uso"
    past = time.time() - WRITING_SECONDS - 1
    os.utime(lock, (past, past))
    assert state(opener, path) is EstadoArchivo.LISTO
    assert first_area(opener, path) == AREA


def test_a_file_that_another_program_holds_is_in_use(opener: ProjectOpener, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert opener.inspect(path).estado is EstadoArchivo.EN_USO
    finally:
        other.close()


# --- protected ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_protected_files_and_folders_are_opened_to_read(opener: ProjectOpener, path: Path, what: str) -> None:
    with ExitStack() as stack:
        if what != "folder":
            stack.enter_context(protected(path))
        if what != "file":
            stack.enter_context(protected(path.parent))
        assert state(opener, path) is EstadoArchivo.SOLO_LECTURA
        session = opener.open(path)
        assert session.read_only
        assert session.proyecto.todos(AreaGeneradora) == [AREA]
        assert [line.accion for line in session.history()] == ["crear"]
        with pytest.raises(UserError, match="solo_lectura"):
            session.edit("Agregar", [alta(AreaGeneradora(id="c"))])
        session.close()
    assert first_area(opener, path) == AREA


def test_a_lock_in_a_protected_folder_cannot_be_cleared_and_says_so(opener: ProjectOpener, path: Path) -> None:
    locked_by(path, host="otra-computadora")
    with protected(path.parent), pytest.raises(UserError) as caught:
        opener.unlock(path)
    assert caught.value.code == "carpeta_solo_lectura"


# --- after a crash --------------------------------------------------------------------------------------------


def test_a_transaction_that_was_cut_off_is_undone(opener: ProjectOpener, path: Path) -> None:
    crashed(path)
    assert opener.inspect(path).estado is EstadoArchivo.LISTO
    assert first_area(opener, path) == AREA
    assert not path.with_name(f"{path.name}-journal").exists()


def test_a_transaction_that_was_cut_off_is_undone_in_a_copy_where_nothing_may_be_written(
    opener: ProjectOpener, path: Path
) -> None:
    crashed(path)
    with protected(path.parent), protected(path):
        assert state(opener, path) is EstadoArchivo.SOLO_LECTURA
        assert first_area(opener, path) == AREA
    assert path.with_name(f"{path.name}-journal").exists()
    assert first_area(opener, path) == AREA


def test_a_project_that_is_being_saved_is_not_touched_by_looking_at_it(opener: ProjectOpener, path: Path) -> None:
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE area_generadora SET siglas = 'DE'")
    assert opener.inspect(path).estado is EstadoArchivo.LISTO
    writer.execute("COMMIT")
    writer.close()
    assert first_area(opener, path).siglas == "DE"


def test_the_mark_of_our_files_never_changes() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"PRMV"
