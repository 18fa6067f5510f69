"""Every connection is set up alike, transactions are whole, and refusals are told apart."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.connection import connect, primary_code, refusal, transaction
from promueve_gui.application.mensajes import mensaje

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    opened = connect(path)
    yield opened
    opened.close()


def pragma(connection: sqlite3.Connection, name: str) -> object:
    """Return the value of a setting."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_connection_that_writes_is_safe(connection: sqlite3.Connection) -> None:
    assert pragma(connection, "foreign_keys") == 1
    assert pragma(connection, "journal_mode") == "delete"
    assert pragma(connection, "synchronous") == 2
    assert pragma(connection, "trusted_schema") == 0


def test_a_connection_that_reads_cannot_write(path: Path) -> None:
    opened = connect(path, read_only=True)
    with pytest.raises(sqlite3.OperationalError):
        opened.execute("DELETE FROM grupo_usuarios")
    opened.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_not_there_is_not_made(carpeta: Path, read_only: bool) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(carpeta / "nuevo?.promueve", read_only=read_only)
    assert list(carpeta.iterdir()) == []


def test_what_is_no_database_is_let_go_again(carpeta: Path) -> None:
    file = carpeta / "notas.promueve"
    file.write_bytes(b"no es una base de datos" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        connect(file)


def test_a_transaction_happens_whole(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        # The group may come before its area: links are checked at the end.
        connection.execute("INSERT INTO grupo_usuarios (id, area) VALUES ('h', 'b')")
        connection.execute("INSERT INTO area_generadora (id) VALUES ('b')")
    assert connection.execute("SELECT COUNT(*) FROM grupo_usuarios").fetchone() == (2,)


def cut_off(connection: sqlite3.Connection) -> None:
    """Begin a transaction and fail in the middle of it."""
    with transaction(connection):
        connection.execute("DELETE FROM grupo_usuarios")
        raise RuntimeError


def test_a_transaction_that_fails_in_the_middle_never_happened(connection: sqlite3.Connection) -> None:
    with pytest.raises(RuntimeError):
        cut_off(connection)
    assert connection.execute("SELECT COUNT(*) FROM grupo_usuarios").fetchone() == (1,)


def test_a_transaction_that_breaks_a_link_never_happened(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError), transaction(connection):
        connection.execute("DELETE FROM area_generadora")
    assert not connection.in_transaction
    assert connection.execute("SELECT COUNT(*) FROM area_generadora").fetchone() == (1,)


def error(code: int) -> sqlite3.Error:
    """Return an error as SQLite raises it, with its result code."""
    made = sqlite3.OperationalError("refused")
    made.sqlite_errorcode = code
    return made


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (error(sqlite3.SQLITE_FULL), "disco_lleno"),
        (error(sqlite3.SQLITE_BUSY_SNAPSHOT), "archivo_ocupado"),
        (error(sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY), "cambio_no_cabe"),
        (error(sqlite3.SQLITE_TOOBIG), "valor_no_guardable"),
        (error(sqlite3.SQLITE_CORRUPT), "archivo_danado"),
        (error(sqlite3.SQLITE_IOERR_FSYNC), "no_se_guardo"),
        (sqlite3.ProgrammingError("closed"), "no_se_guardo"),
        (OverflowError(), "valor_no_guardable"),
        (OSError(), "no_se_guardo"),
    ],
)
def test_each_refusal_has_its_sentence(path: Path, made: Exception, code: str) -> None:
    told = refusal(made, path, "no_se_guardo")
    assert told.code == code
    assert mensaje(told)


def test_an_error_of_python_itself_has_no_code() -> None:
    assert primary_code(sqlite3.ProgrammingError("closed")) == 0
    assert primary_code(error(sqlite3.SQLITE_IOERR_FSYNC)) == sqlite3.SQLITE_IOERR
