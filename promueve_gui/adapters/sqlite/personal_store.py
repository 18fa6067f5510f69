"""What a project and its backups say of a person (port ``PersonalStore``): looked up, and erased from the backups."""

from __future__ import annotations

import glob
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite import backups, forgetting, tracing
from promueve_gui.adapters.sqlite.connection import connect, transaction
from promueve_gui.adapters.sqlite.replacement import copy_database, replacement, writing
from promueve_gui.adapters.sqlite.working_copy import settled
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.traces import Borrado, Rastreo
    from promueve_gui.domain.olvido import Olvido
    from promueve_gui.domain.personas import Busqueda


class SqlitePersonalStore:
    """Project files on disk, of whatever schema: they are read as they are."""

    def copies(self, path: Path) -> list[Path]:
        """Return the backups of a project, newest first, then its originals from before upgrades."""
        path = path.resolve()
        originals = (path.parent / backups.FOLDER).glob(f"{glob.escape(path.stem)}.v*.bak")
        return [*(respaldo.path for respaldo in backups.listed(path)), *sorted(originals)]

    def trace(self, path: Path, busqueda: Busqueda) -> Rastreo:
        """Return all that a file says of a person. Raises ``UserError("no_se_leyo")``."""
        try:
            with settled(path) as readable, closing(connect(readable, read_only=True)) as connection:
                return tracing.trace(connection, busqueda)
        except (OSError, ValueError, sqlite3.Error) as error:
            raise UserError("no_se_leyo", archivo=path.name) from error

    def forget(self, path: Path, olvido: Olvido) -> Borrado:
        """Erase a person from a copy: another takes its place, with the moment of the file, whole or not at all.

        Raises ``UserError("no_se_borro")``.
        """
        with writing(path, "no_se_borro"), settled(path) as readable:
            moment = path.stat()
            with replacement(path) as temporary:
                with closing(connect(readable, read_only=True)) as connection:
                    copy_database(connection, temporary)
                with closing(connect(temporary)) as connection:
                    with transaction(connection):
                        borrado = forgetting.forget(connection, olvido)
                    if not forgetting.sweep(connection):
                        raise OSError(path)
            os.utime(path, ns=(moment.st_atime_ns, moment.st_mtime_ns))
        return borrado
