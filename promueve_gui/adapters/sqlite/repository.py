"""The open project file as the application sees it (port ``Almacen``). Each method is one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.adapters.sqlite import backups, lock, past, rows
from promueve_gui.adapters.sqlite.connection import connect, primary_code, refusal, transaction
from promueve_gui.adapters.sqlite.creation import begun, new_file
from promueve_gui.adapters.sqlite.past import APLICADA, DESCARTADA, DESHECHA
from promueve_gui.adapters.sqlite.replacement import copy_database, replacement, writing
from promueve_gui.application.garbage import held_back
from promueve_gui.application.ports import Pendiente
from promueve_gui.domain.cambios import Edicion
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.texto import anidado

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from pathlib import Path

    from promueve_gui.application.ports import Asiento, Exportacion, Recepcion, Salida
    from promueve_gui.application.traces import Borrado
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.olvido import Olvido
    from promueve_gui.domain.pasado import Paso

Entry: TypeAlias = "tuple[int, str] | None"  # the newest line of the bitácora: number and moment

# After these a connection is of no more use, though the file may come back with its drive. 0 is Python's own.
_BROKEN = frozenset({0, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_MISUSE})


def local_now() -> datetime:
    """Return the present moment in the time of this computer."""
    return datetime.now().astimezone()


def read_project(connection: sqlite3.Connection) -> tuple[Proyecto, Entry]:
    """Return everything that the file holds at one moment, and the newest line of its bitácora.

    Raises ``ValueError``, ``TypeError`` and ``sqlite3.Error`` when it is damaged.
    """
    connection.execute("BEGIN")
    try:
        with held_back():
            return Proyecto({tipo.ENTIDAD: rows.read(connection, tipo) for tipo in TIPOS}), _newest(connection)
    finally:
        connection.rollback()


class SqliteAlmacen:
    """A project file open for reading, and for writing when it has the lock.

    The file must go on as this program left it: when something else has written to it, edits are refused, so that
    nobody's work is covered by another's. When the file comes back after its drive was gone, work goes on.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        newest: Entry,
        taken: lock.Lock | None = None,
        now: Callable[[], datetime] = local_now,
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        """Take the open file and the newest line of its bitácora; without its lock nothing is written.

        ``now`` tells the local day, by which backups are made.
        """
        self._path = path
        self._connection = connection
        self._newest = newest
        self._lock = taken
        self._on_close = on_close
        self._identity = None if taken is None else _identity(path)
        self._now = now
        self._day = now().date()

    @property
    def path(self) -> Path:
        """Return where the project is kept."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return self._lock is None

    @property
    def position(self) -> int:
        """Return the number of the newest line of the bitácora, 0 when it has none."""
        return 0 if self._newest is None else self._newest[0]

    def save(self, edicion: Edicion, recepcion: Recepcion | None = None) -> None:
        """Write an edition; what had been undone can no longer be redone, but stays in the bitácora."""
        runs = rows.encoded(edicion.cambios)
        self._backup_when_the_day_is_over()
        with self._writing() as connection:
            for run in runs:
                run.write(connection)
            connection.execute("UPDATE edicion SET estado = ? WHERE estado = ?", (DESCARTADA, DESHECHA))
            momento = edicion.momento.isoformat()
            connection.execute(
                "INSERT INTO edicion (id, momento, motivo, autor, origen, estado, cambios, revierte) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    edicion.id,
                    momento,
                    edicion.motivo,
                    edicion.autor,
                    edicion.origen,
                    APLICADA,
                    rows.dump(runs),
                    edicion.revierte,
                ),
            )
            asiento = _log(connection, edicion.momento, edicion.autor, "editar", edicion.motivo, edicion.id)
            if recepcion is not None:
                past.write_reception(connection, recepcion, edicion.momento, asiento, edicion.id)

    def undo(self, edicion: Edicion, momento: datetime, autor: str) -> None:
        """Write the inverse of an edition and mark it as undone."""
        with self._writing() as connection:
            rows.write(connection, (cambio.inverso for cambio in reversed(edicion.cambios)))
            connection.execute("UPDATE edicion SET estado = ? WHERE id = ?", (DESHECHA, edicion.id))
            _log(connection, momento, autor, "deshacer", edicion.motivo, edicion.id)

    def redo(self, edicion: Edicion, momento: datetime, autor: str) -> None:
        """Write an undone edition again."""
        with self._writing() as connection:
            rows.write(connection, edicion.cambios)
            connection.execute("UPDATE edicion SET estado = ? WHERE id = ?", (APLICADA, edicion.id))
            _log(connection, momento, autor, "rehacer", edicion.motivo, edicion.id)

    def next_undo(self) -> Pendiente | None:
        """Return the newest applied edition."""
        return self._pending(APLICADA, "DESC")

    def next_redo(self) -> Pendiente | None:
        """Return the edition that was undone last, which is the oldest of those undone."""
        return self._pending(DESHECHA, "ASC")

    def read_edicion(self, identidad: Id) -> Edicion:
        """Return an edition with its changes. Raises ``KeyError`` when there is none, ``UserError`` when unreadable."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT momento, motivo, autor, origen, cambios, revierte FROM edicion WHERE id = ?", (identidad,)
            ).fetchone()
        if row is None:
            raise KeyError(identidad)
        momento, motivo, autor, origen, cambios, revierte = row
        try:
            return Edicion(
                id=identidad,
                momento=datetime.fromisoformat(momento),
                motivo=motivo,
                autor=autor,
                origen=origen,
                cambios=rows.load(cambios),
                revierte=revierte,
            )
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise UserError("historial_ilegible", motivo=anidado(motivo)) from error

    def history(self, limit: int, accion: str = "") -> list[Asiento]:
        """Return the newest lines of the bitácora, newest first; those of one action, if it is given."""
        with self._reading() as connection:
            return past.newest_lines(connection, limit, accion)

    def line(self, secuencia: int) -> Asiento | None:
        """Return one line of the bitácora."""
        with self._reading() as connection:
            return past.line(connection, secuencia)

    def steps_back(self, newest: int, oldest: int, tables: Container[str]) -> Iterator[Paso]:
        """Yield how to go back over the lines of the bitácora from ``newest`` to the one after ``oldest``."""
        with self._reading() as connection:
            yield from past.steps_back(connection, newest, oldest, tables)

    def in_force(self, identidad: Id) -> bool:
        """Tell whether an edition counts."""
        with self._reading() as connection:
            return past.in_force(connection, identidad)

    def note(self, accion: str, detalle: str, momento: datetime, autor: str) -> None:
        """Add a line to the bitácora that is not an edition."""
        with self._writing() as connection:
            _log(connection, momento, autor, accion, detalle, None)

    def record_export(self, salida: Salida, momento: datetime, autor: str) -> None:
        """Note that a document left the program."""
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO exportacion (id, momento, documento, archivo, asiento) VALUES (?, ?, ?, ?, ?)",
                (salida.id, momento.isoformat(), salida.documento, salida.archivo, salida.asiento),
            )
            _log(connection, momento, autor, "exportar", salida.detalle, None)

    def exports(self) -> dict[str, datetime]:
        """Return when each document last left, by its identity."""
        with self._reading() as connection:
            rows = connection.execute("SELECT documento, MAX(momento) FROM exportacion GROUP BY documento").fetchall()
        return {documento: datetime.fromisoformat(momento) for documento, momento in rows}

    def departures(self, clave: str) -> list[tuple[str, int]]:
        """Return each document of a kind that left, by its identity, and the line of the bitácora that it left at."""
        with self._reading() as connection:
            return past.departures(connection, clave)

    def find_export(self, identidad: Id) -> Exportacion | None:
        """Return an export by its identity."""
        with self._reading() as connection:
            return past.find_export(connection, identidad)

    def note_reception(self, recepcion: Recepcion, detalle: str, momento: datetime, autor: str) -> None:
        """Note a returned file that changed nothing."""
        with self._writing() as connection:
            asiento = _log(connection, momento, autor, "recibir", detalle, None)
            past.write_reception(connection, recepcion, momento, asiento)

    def receptions(self, exportacion: str) -> list[Recepcion]:
        """Return the receptions of an export that count, oldest first."""
        with self._reading() as connection:
            return past.receptions(connection, exportacion)

    def put_file(self, content: bytes) -> str:
        """Keep a file inside the project under its SHA-256; the same content is kept once."""
        import hashlib  # noqa: PLC0415  # brings all of OpenSSL, which opening a project can do without

        sha256 = hashlib.sha256(content).hexdigest()
        with self._writing() as connection:
            connection.execute("INSERT OR IGNORE INTO archivo (sha256, contenido) VALUES (?, ?)", (sha256, content))
        return sha256

    def get_file(self, sha256: str) -> bytes | None:
        """Return a file kept inside the project."""
        with self._reading() as connection:
            row = connection.execute("SELECT contenido FROM archivo WHERE sha256 = ?", (sha256,)).fetchone()
        return None if row is None else bytes(row[0])

    def backup(self, motivo: str) -> None:
        """Copy the whole file to the folder of backups."""
        with writing(self._path, "no_se_respaldo"):
            backups.make(self._connection, self._path, motivo)

    def backup_of_the_day(self) -> None:
        """Copy the file if it changed since its last copy and today has none."""
        # A full disk must not keep people out of their project: they are told when they save.
        with suppress(OSError, UserError):
            if backups.due(self._path, self._day):
                self.backup("dia")

    def save_copy(self, path: Path, proyecto: Proyecto, momento: datetime, autor: str) -> None:
        """Write a copy of the project at ``path``, in the place of what stands there.

        When the file is gone, damaged or went on without us, the copy is made of ``proyecto``, without past editions.
        """
        path = path.resolve()
        if path == self._path:
            raise UserError("copia_sobre_si_misma", archivo=path.name)
        if lock.holder(path) is not None:
            raise UserError("archivo_en_uso", archivo=path.name)
        with writing(path, "no_se_creo"), replacement(path) as temporary:
            if not self._copied(temporary):
                temporary.unlink(missing_ok=True)
                new_file(temporary, proyecto, begun(momento, autor))

    def forget(self, olvido: Olvido, momento: datetime, autor: str) -> Borrado:
        """Erase what the file says of a person; the bitácora notes how much, and not of whom."""
        from promueve_gui.adapters.sqlite import forgetting  # noqa: PLC0415  # rare, and it brings much with it

        with self._writing() as connection:
            borrado = forgetting.forget(connection, olvido)
            _log(connection, momento, autor, "borrar", borrado.frase, None)
        return replace(borrado, limpio=forgetting.sweep(self._connection))

    def close(self) -> None:
        """Let go of the file and of its lock."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
        self._on_close()

    def _copied(self, target: Path) -> bool:
        """Copy the file and tell whether it is sound and still was what this program has in mind."""
        with suppress(sqlite3.Error):
            copy_database(self._connection, target)
            copy = connect(target, read_only=True)
            try:
                sound = copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
                return sound and (self.read_only or _newest(copy) == self._newest)
            finally:
                copy.close()
        return False

    def _pending(self, estado: str, order: str) -> Pendiente | None:
        with self._reading() as connection:
            row = connection.execute(
                f"SELECT id, motivo, length(cambios) FROM edicion WHERE estado = ? ORDER BY secuencia {order} LIMIT 1",  # noqa: S608  # our own words
                (estado,),
            ).fetchone()
        return None if row is None else Pendiente(id=row[0], motivo=row[1], tamano=row[2])

    def _backup_when_the_day_is_over(self) -> None:
        today = self._now().date()
        if today != self._day:
            self._day = today
            self.backup_of_the_day()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            yield self._connection
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise refusal(error, self._path, "no_se_leyo") from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self.read_only:
            raise UserError("solo_lectura")
        try:
            connection = self._connected()
            with transaction(connection):
                if _newest(connection) != self._newest:
                    raise UserError("archivo_cambiado", archivo=self._path.name)
                yield connection
                newest = _newest(connection)
            self._newest = newest
        except (sqlite3.Error, OverflowError, UnicodeError) as error:
            if isinstance(error, sqlite3.Error) and primary_code(error) in _BROKEN:
                self._identity = None
            raise refusal(error, self._path, "no_se_guardo") from error

    def _connected(self) -> sqlite3.Connection:
        """Return the connection, a new one when it broke or another file stands at the path."""
        try:
            identity = _identity(self._path)
        except OSError as error:
            raise UserError("archivo_movido", archivo=self._path.name) from error
        if identity != self._identity:
            fresh = connect(self._path)
            self._connection.close()
            self._connection, self._identity = fresh, identity
        return self._connection


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _newest(connection: sqlite3.Connection) -> Entry:
    row = connection.execute("SELECT secuencia, momento FROM bitacora ORDER BY secuencia DESC LIMIT 1").fetchone()
    return None if row is None else (row[0], row[1])


def _log(
    connection: sqlite3.Connection, momento: datetime, autor: str, accion: str, detalle: str, edicion: Id | None
) -> int:
    """Add a line to the bitácora and return its number."""
    made = connection.execute(
        "INSERT INTO bitacora (momento, autor, accion, detalle, edicion) VALUES (?, ?, ?, ?, ?)",
        (momento.isoformat(), autor, accion, detalle, edicion),
    )
    return made.lastrowid or 0
