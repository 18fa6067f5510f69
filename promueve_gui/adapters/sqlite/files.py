"""Project files before and after they are open (port ``Archivos``): create, open, migrate, restore, recover.

Nothing here is ever half-written: new content is made beside the file and takes its place in one step.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite import backups, inspection, lock
from promueve_gui.adapters.sqlite.connection import SCHEMA_VERSION, connect, primary_code, refusal
from promueve_gui.adapters.sqlite.creation import begun, new_file, upgrade_file
from promueve_gui.adapters.sqlite.replacement import clean, copy_database, journal, replacement, writing
from promueve_gui.adapters.sqlite.repository import SqliteAlmacen, local_now, read_project
from promueve_gui.adapters.sqlite.working_copy import copy_into, roll_back, temporary_folder, writable
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from promueve_gui.adapters.sqlite.repository import Entry
    from promueve_gui.application.ports import Inspeccion, Respaldo
    from promueve_gui.domain.proyecto import Proyecto

_SOUND = (EstadoArchivo.LISTO, EstadoArchivo.ANTERIOR, EstadoArchivo.SOLO_LECTURA)


class SqliteArchivos:
    """Project files on disk. ``now`` tells the local day, by which backups are made."""

    def __init__(self, now: Callable[[], datetime] = local_now) -> None:
        """Take the clock of the computer, unless told otherwise."""
        self._now = now

    def inspect(self, path: Path) -> Inspeccion:
        """Look at a file without changing it."""
        return inspection.inspect(path)

    def create(self, path: Path, proyecto: Proyecto, momento: datetime, autor: str) -> None:
        """Write a new project file. Raises ``UserError`` when one stands there or the folder refuses it."""
        path = path.resolve()
        with writing(path, "no_se_creo"):
            if path.exists():
                raise UserError("ya_existe", archivo=path.name)
            with replacement(path) as temporary:
                new_file(temporary, proyecto, begun(momento, autor))

    def open(self, path: Path, *, read_only: bool) -> tuple[SqliteAlmacen, Proyecto]:
        """Open a file of today's schema, after the backup of the day; for reading, one of an earlier schema too."""
        path = path.resolve()
        with _opening(path):
            return _opened_to_read(path) if read_only else _opened_to_write(path, self._now)

    def migrate(self, path: Path) -> Path:
        """Bring a copy of an older file to today's schema, check it, and let it take the file's place.

        Returns where the original is kept: ``respaldos/X.vN.bak``, which is never thinned.
        """
        path = path.resolve()
        with writing(path, "no_se_actualizo"), _locked(path):
            roll_back(path)
            kept = backups.original(path, inspection.schema_of(path))
            with replacement(path) as temporary:
                _copy(path, temporary)
                upgrade_file(temporary)
                if inspection.inspect(temporary).estado is not EstadoArchivo.LISTO:
                    raise UserError("no_se_actualizo", archivo=path.name)
                kept.parent.mkdir(exist_ok=True)
                with replacement(kept) as original:
                    shutil.copyfile(path, original)
            return kept

    def unlock(self, path: Path) -> None:
        """Clear a lock that the user knows to be stale."""
        path = path.resolve()
        with writing(path, "carpeta_solo_lectura"):
            lock.clear(path)

    def backups(self, path: Path) -> list[Respaldo]:
        """Return the backups of a project that can be opened, newest first."""
        return [b for b in backups.listed(path.resolve()) if inspection.inspect(b.path).estado in _SOUND]

    def restore(self, path: Path, respaldo: Path) -> None:
        """Put a backup in the place of the project, keeping what stood there."""
        path = path.resolve()
        if inspection.inspect(respaldo).estado not in _SOUND:
            raise UserError("respaldo_danado", archivo=respaldo.name)
        with writing(path, "no_se_restauro"), _locked(path), replacement(path) as temporary:
            _copy(respaldo, temporary)
            if path.exists():
                backups.keep(path, "restauracion")

    def recover(self, path: Path, target: Path, momento: datetime, autor: str) -> int:
        """Save what can be read of a damaged file into a new one; returns how many records.

        Raises ``UserError`` when nothing can be read, or the new file cannot be written.
        """
        target = target.resolve()
        if target.exists():
            raise UserError("ya_existe", archivo=target.name)
        with writing(target, "no_se_creo"):
            from promueve_gui.adapters.sqlite.recovery import salvage  # noqa: PLC0415  # damage is rare

            found = salvage(path)
            if not found.proyecto.total():
                raise UserError("nada_que_rescatar", archivo=path.name)
            with replacement(target) as temporary:
                new_file(temporary, found.proyecto, [*found.lines, *begun(momento, autor, "rescatar")], found.files)
        return found.proyecto.total()


def _opened_to_write(path: Path, now: Callable[[], datetime]) -> tuple[SqliteAlmacen, Proyecto]:
    with writing(path, "carpeta_solo_lectura"):
        taken = lock.acquire(path)
    if taken is None:
        raise UserError("archivo_en_uso", archivo=path.name)
    try:
        clean(path.parent)
        clean(path.parent / backups.FOLDER)
        connection, proyecto, newest = _read(path, read_only=False)
        almacen = SqliteAlmacen(path, connection, newest, taken, now)
    except BaseException:
        taken.release()
        raise
    almacen.backup_of_the_day()
    return almacen, proyecto


def _opened_to_read(path: Path) -> tuple[SqliteAlmacen, Proyecto]:
    if inspection.schema_of(path) == SCHEMA_VERSION and (writable(path) or not journal(path).exists()):
        connection, proyecto, newest = _read(path, read_only=True)
        return SqliteAlmacen(path, connection, newest), proyecto
    # What would have to be written first, an upgrade or the journal of a crash, is written to a copy.
    folder = temporary_folder()
    try:
        copy = copy_into(Path(folder.name), path)
        roll_back(copy)
        upgrade_file(copy)
        connection, proyecto, newest = _read(copy, read_only=True)
    except BaseException:
        folder.cleanup()
        raise
    return SqliteAlmacen(path, connection, newest, on_close=folder.cleanup), proyecto


def _read(path: Path, *, read_only: bool) -> tuple[sqlite3.Connection, Proyecto, Entry]:
    connection = connect(path, read_only=read_only)
    try:
        return connection, *read_project(connection)
    except BaseException:
        connection.close()
        raise


@contextmanager
def _opening(path: Path) -> Iterator[None]:
    """Tell a damaged file from one that cannot be reached."""
    try:
        yield
    except OSError as error:
        raise UserError("archivo_ilegible", archivo=path.name) from error
    except (ValueError, TypeError) as error:
        raise UserError("archivo_danado", archivo=path.name) from error
    except sqlite3.Error as error:
        unreachable = primary_code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR)
        raise refusal(error, path, "archivo_ilegible" if unreachable else "archivo_danado") from error


def _copy(source: Path, target: Path) -> None:
    connection = connect(source, read_only=True)
    try:
        copy_database(connection, target)
    finally:
        connection.close()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep everybody else out meanwhile. Raises ``UserError`` when somebody is in, and ``OSError``."""
    taken = lock.acquire(path)
    if taken is None:
        raise UserError("archivo_en_uso", archivo=path.name)
    try:
        yield
    finally:
        taken.release()
