"""Project files before and after they are open (port ``Archivos``): create, open, migrate, restore, recover.

Nothing here is ever half-written: new content is made beside the file and takes its place in one step.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import contextmanager, suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from promueve_gui import __version__
from promueve_gui.adapters.sqlite import backups, inspection, lock, rows
from promueve_gui.adapters.sqlite.connection import connect, transaction
from promueve_gui.adapters.sqlite.recovery import salvage
from promueve_gui.adapters.sqlite.repository import SqliteAlmacen, read_project
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.application.ports import Inspeccion, Respaldo
    from promueve_gui.domain.proyecto import Proyecto


class SqliteArchivos:
    """Project files on disk."""

    def inspect(self, path: Path) -> Inspeccion:
        """Look at a file without changing it."""
        return inspection.inspect(path)

    def create(self, path: Path, proyecto: Proyecto) -> None:
        """Write a new project file. Raises ``UserError`` when the folder refuses it."""
        with _writing(path, "no_se_creo"), _replacement(path) as temporary:
            _new_file(temporary, proyecto)

    def open(self, path: Path, *, read_only: bool) -> tuple[SqliteAlmacen, Proyecto]:
        """Open a file of today's schema, after the backup of the day."""
        taken = None if read_only else _acquire(path)
        try:
            connection = connect(path, read_only=taken is None)
            try:
                proyecto = read_project(connection)
                if taken is not None and backups.due(path, datetime.now().astimezone()):
                    _daily_backup(connection, path)
            except BaseException:
                connection.close()
                raise
        except (sqlite3.Error, ValueError, TypeError) as error:
            _release(taken)
            raise UserError("archivo_danado", archivo=path.name) from error
        except BaseException:
            _release(taken)
            raise
        return SqliteAlmacen(path, connection, taken), proyecto

    def migrate(self, path: Path) -> Path:
        """Bring a copy of an older file to today's schema, check it, and let it take the file's place.

        Returns where the original is kept: ``respaldos/X.vN.bak``, which is never thinned.
        """
        esquema = inspection.inspect(path).esquema
        kept = path.parent / backups.FOLDER / f"{path.stem}.v{esquema}.bak"
        with _writing(path, "no_se_actualizo"):
            with _replacement(path) as temporary:
                _copy_database(path, temporary)
                _upgrade(temporary)
                if inspection.inspect(temporary).estado is not EstadoArchivo.LISTO:
                    raise UserError("no_se_actualizo", archivo=path.name, detalle="")
                kept.parent.mkdir(exist_ok=True)
                with _replacement(kept) as original:
                    _copy_database(path, original)
            return kept

    def unlock(self, path: Path) -> None:
        """Clear a lock that the user knows to be stale."""
        lock.clear(path)

    def backups(self, path: Path) -> list[Respaldo]:
        """Return the backups of a project that can be opened, newest first."""
        usable = (EstadoArchivo.LISTO, EstadoArchivo.ANTERIOR, EstadoArchivo.SOLO_LECTURA)
        return [b for b in backups.listed(path) if inspection.inspect(b.path).estado in usable]

    def restore(self, path: Path, respaldo: Path) -> None:
        """Put a backup in the place of the project, keeping what stood there."""
        with _writing(path, "no_se_restauro"), _replacement(path) as temporary:
            _copy_database(respaldo, temporary)
            if path.exists():
                backups.keep(path, "restauracion")

    def recover(self, path: Path, target: Path) -> int:
        """Save what can be read of a damaged file into a new one; returns how many records."""
        proyecto = salvage(path)
        self.create(target, proyecto)
        return proyecto.total()


def _new_file(path: Path, proyecto: Proyecto) -> None:
    sqlite3.connect(path).close()
    connection = connect(path)
    try:
        # Nobody sees this file before it is whole, so it need not survive a power cut on its way.
        connection.execute("PRAGMA synchronous = OFF")
        import_module("promueve_gui.adapters.sqlite.migrations").upgrade(connection)
        with transaction(connection):
            for tipo in TIPOS:
                rows.write(connection, (alta(registro) for registro in proyecto.todos(tipo)))
            _sign(connection)
    finally:
        connection.close()


def _upgrade(path: Path) -> None:
    connection = connect(path)
    try:
        import_module("promueve_gui.adapters.sqlite.migrations").upgrade(connection)
        _sign(connection)
    finally:
        connection.close()


def _sign(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT OR REPLACE INTO meta (clave, valor) VALUES ('programa', ?)", (__version__,))


def _acquire(path: Path) -> lock.Lock:
    try:
        taken = lock.acquire(path)
    except OSError as error:
        raise UserError("carpeta_solo_lectura", archivo=path.name) from error
    if taken is None:
        raise UserError("archivo_en_uso", archivo=path.name)
    return taken


def _release(taken: lock.Lock | None) -> None:
    if taken is not None:
        taken.release()


def _daily_backup(connection: sqlite3.Connection, path: Path) -> None:
    # A full disk must not keep people out of their project: they are told when they save.
    with suppress(OSError, sqlite3.Error):
        backups.make(connection, path, "dia")


def _copy_database(source: Path, target: Path) -> None:
    """Copy a sound database through SQLite, so that a journal beside it is taken into account."""
    connection = connect(source, read_only=True)
    try:
        copy = sqlite3.connect(target)
        try:
            connection.backup(copy)
        finally:
            copy.close()
    finally:
        connection.close()


@contextmanager
def _replacement(path: Path) -> Iterator[Path]:
    """Give a temporary file that takes the place of ``path`` if all goes well, and vanishes otherwise."""
    folder = Path(tempfile.mkdtemp(prefix=".promueve-", dir=path.parent))
    temporary = folder / path.name
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _writing(path: Path, code: str) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise UserError(code, archivo=path.name, detalle=str(error)) from error
