"""After all migrations the tables are exactly what today's records need, whatever schema a file began with."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING, TypeAlias

import pytest

from promueve_gui.adapters.sqlite.connection import APPLICATION_ID, SCHEMA_VERSION, connect
from promueve_gui.adapters.sqlite.creation import upgrade_file
from promueve_gui.adapters.sqlite.inspection import MACHINERY
from promueve_gui.adapters.sqlite.migrations import STEPS, upgrade
from promueve_gui.domain.codec import encode
from promueve_gui.domain.ficha import Tipo, campos, defaults
from promueve_gui.domain.registros import TIPOS
from tests.adapters.sqlite.made_files import older_file, run_sql

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.domain.ficha import Registro

Column: TypeAlias = "tuple[str, bool, object]"  # type, whether it must hold something, default

INTEGERS = frozenset({Tipo.ENTERO, Tipo.ESCALA, Tipo.BOOLEANO})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty project of today's schema, made once."""
    path = tmp_path_factory.mktemp("nuevo") / "nuevo.promueve"
    sqlite3.connect(path).close()
    connection = connect(path)
    upgrade(connection)
    connection.close()
    return path


@pytest.fixture
def fresh(made: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Return a connection to a copy of it."""
    connection = connect(shutil.copyfile(made, tmp_path / "nuevo.promueve"))
    yield connection
    connection.close()


def columns(connection: sqlite3.Connection, table: str) -> dict[str, Column]:
    """Return the columns of a table."""
    found: dict[str, Column] = {}
    for _, name, kind, not_null, default, _ in connection.execute(f"PRAGMA table_info({table})"):
        value = None if default is None else connection.execute(f"SELECT {default}").fetchone()[0]
        found[name] = (kind, bool(not_null), value)
    return found


def needed(tipo: type[Registro]) -> dict[str, Column]:
    """Return the columns that a kind of record needs; what can be empty in the record can be NULL in the table."""
    found: dict[str, Column] = {"id": ("TEXT", True, None)}
    for nombre, campo in campos(tipo).items():
        inicial = encode(campo, defaults(tipo)[nombre])
        optional = campo.tipo in {Tipo.OPCION, Tipo.FECHA, Tipo.REFERENCIA, Tipo.ENTERO, Tipo.ESCALA}
        found[nombre] = (
            "INTEGER" if campo.tipo in INTEGERS else "TEXT",
            not optional,
            None if optional else inicial,
        )
    return found


@pytest.mark.parametrize("tipo", TIPOS, ids=lambda tipo: tipo.ENTIDAD)
def test_each_table_is_what_its_records_need(fresh: sqlite3.Connection, tipo: type[Registro]) -> None:
    assert columns(fresh, tipo.ENTIDAD) == needed(tipo)


@pytest.mark.parametrize("tipo", TIPOS, ids=lambda tipo: tipo.ENTIDAD)
def test_each_link_to_one_record_is_held_by_the_database(fresh: sqlite3.Connection, tipo: type[Registro]) -> None:
    found = {row[3]: (row[2], row[4]) for row in fresh.execute(f"PRAGMA foreign_key_list({tipo.ENTIDAD})")}
    links = {nombre: campo for nombre, campo in campos(tipo).items() if campo.tipo is Tipo.REFERENCIA}
    assert found == {nombre: (campo.destino, "id") for nombre, campo in links.items()}


def test_no_table_takes_what_its_columns_do_not_say(fresh: sqlite3.Connection) -> None:
    strict = {row[1]: row[5] for row in fresh.execute("PRAGMA table_list") if not row[1].startswith(("sqlite_", "_"))}
    assert set(strict) == {tipo.ENTIDAD for tipo in TIPOS} | set(MACHINERY)
    assert all(strict.values())


@pytest.mark.parametrize("table", MACHINERY)
def test_the_tables_that_hold_no_records_are_those_that_are_looked_for(fresh: sqlite3.Connection, table: str) -> None:
    assert set(columns(fresh, table)) == MACHINERY[table]


def test_a_file_of_ours_says_so_and_its_schema(fresh: sqlite3.Connection) -> None:
    assert fresh.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert fresh.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert fresh.execute("PRAGMA page_size").fetchone() == (4096,)
    assert len(STEPS) == SCHEMA_VERSION


def schema(path: Path) -> set[tuple[str, str]]:
    """Return the tables and indexes of a file as they were declared."""
    connection = sqlite3.connect(path)
    found = set(connection.execute("SELECT name, COALESCE(sql, '') FROM sqlite_master"))
    connection.close()
    return found


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_whatever_schema_a_file_began_with_it_ends_the_same(tmp_path: Path, version: int) -> None:
    files = [older_file(tmp_path / f"{name}.promueve", version) for name in ("viejo", "otro")]
    upgrade_file(files[0])
    run_sql(files[1], "DELETE FROM meta")
    connection = connect(files[1])
    for step in range(version, SCHEMA_VERSION + 1):
        upgrade(connection, step)
    connection.close()
    assert schema(files[0]) == schema(files[1])


def test_upgrading_twice_is_upgrading_once(tmp_path: Path) -> None:
    file = older_file(tmp_path / "viejo.promueve")
    upgrade_file(file)
    once = schema(file)
    upgrade_file(file)
    assert schema(file) == once


def test_a_file_whose_links_do_not_hold_is_not_upgraded(tmp_path: Path) -> None:
    file = older_file(tmp_path / "viejo.promueve")
    run_sql(file, "INSERT INTO grupo_usuarios (id, area) VALUES ('g', 'z')")
    with pytest.raises(sqlite3.IntegrityError):
        upgrade_file(file)
