"""The open project file as the application sees it (port ``Almacen``). Each method is one transaction."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite import backups, rows
from promueve_gui.adapters.sqlite.connection import transaction
from promueve_gui.application.ports import Asiento, Pendiente
from promueve_gui.domain.cambios import Edicion
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.adapters.sqlite.lock import Lock
    from promueve_gui.domain.ficha import Id

APLICADA, DESHECHA, DESCARTADA = "aplicada", "deshecha", "descartada"


def read_project(connection: sqlite3.Connection) -> Proyecto:
    """Return everything that the file holds. Raises ``ValueError`` and ``sqlite3.Error`` when it is damaged."""
    return Proyecto({tipo.ENTIDAD: rows.read(connection, tipo) for tipo in TIPOS})


class SqliteAlmacen:
    """A project file open for reading, and for writing when it has the lock."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None) -> None:
        """Take the open file; without its lock nothing is written."""
        self._path = path
        self._connection = connection
        self._lock = lock

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return self._lock is None

    def save(self, edicion: Edicion) -> None:
        """Write an edition; what had been undone can no longer be redone, but stays in the bitácora."""
        with self._writing():
            rows.write(self._connection, edicion.cambios)
            self._connection.execute("UPDATE edicion SET estado = ? WHERE estado = ?", (DESCARTADA, DESHECHA))
            self._connection.execute(
                "INSERT INTO edicion (id, momento, motivo, autor, origen, estado, cambios) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    edicion.id,
                    edicion.momento.isoformat(),
                    edicion.motivo,
                    edicion.autor,
                    edicion.origen,
                    APLICADA,
                    rows.dump_cambios(edicion.cambios),
                ),
            )
            self._log(edicion.momento, edicion.autor, "editar", edicion.motivo, edicion.id)

    def undo(self, edicion: Edicion, momento: datetime, autor: str) -> None:
        """Write the inverse of an edition and mark it as undone."""
        with self._writing():
            rows.write(self._connection, (cambio.inverso for cambio in reversed(edicion.cambios)))
            self._mark(edicion, DESHECHA)
            self._log(momento, autor, "deshacer", edicion.motivo, edicion.id)

    def redo(self, edicion: Edicion, momento: datetime, autor: str) -> None:
        """Write an undone edition again."""
        with self._writing():
            rows.write(self._connection, edicion.cambios)
            self._mark(edicion, APLICADA)
            self._log(momento, autor, "rehacer", edicion.motivo, edicion.id)

    def next_undo(self) -> Pendiente | None:
        """Return the newest applied edition."""
        return self._pending(APLICADA, "DESC")

    def next_redo(self) -> Pendiente | None:
        """Return the edition that was undone last, which is the oldest of those undone."""
        return self._pending(DESHECHA, "ASC")

    def read_edicion(self, identidad: Id) -> Edicion:
        """Return an edition with its changes. Raises ``KeyError`` when there is none."""
        row = self._connection.execute(
            "SELECT momento, motivo, autor, origen, cambios FROM edicion WHERE id = ?", (identidad,)
        ).fetchone()
        if row is None:
            raise KeyError(identidad)
        momento, motivo, autor, origen, cambios = row
        return Edicion(
            id=identidad,
            momento=datetime.fromisoformat(momento),
            motivo=motivo,
            autor=autor,
            origen=origen,
            cambios=rows.load_cambios(cambios),
        )

    def history(self, limit: int) -> list[Asiento]:
        """Return the newest lines of the bitácora, newest first."""
        found = self._connection.execute(
            "SELECT secuencia, momento, autor, accion, detalle, edicion FROM bitacora ORDER BY secuencia DESC LIMIT ?",
            (limit,),
        )
        return [
            Asiento(
                secuencia=secuencia,
                momento=datetime.fromisoformat(momento),
                autor=autor,
                accion=accion,
                detalle=detalle,
                edicion=edicion,
            )
            for secuencia, momento, autor, accion, detalle, edicion in found
        ]

    def note(self, accion: str, detalle: str, momento: datetime, autor: str) -> None:
        """Add a line to the bitácora that is not an edition."""
        with self._writing():
            self._log(momento, autor, accion, detalle, None)

    def put_file(self, content: bytes) -> str:
        """Keep a file inside the project under its SHA-256; the same content is kept once."""
        sha256 = hashlib.sha256(content).hexdigest()
        with self._writing():
            self._connection.execute(
                "INSERT OR IGNORE INTO archivo (sha256, contenido) VALUES (?, ?)", (sha256, content)
            )
        return sha256

    def get_file(self, sha256: str) -> bytes | None:
        """Return a file kept inside the project."""
        row = self._connection.execute("SELECT contenido FROM archivo WHERE sha256 = ?", (sha256,)).fetchone()
        return None if row is None else bytes(row[0])

    def backup(self, motivo: str) -> None:
        """Copy the whole file to the folder of backups."""
        backups.make(self._connection, self._path, motivo)

    def close(self) -> None:
        """Let go of the file and of its lock."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()

    def _pending(self, estado: str, order: str) -> Pendiente | None:
        row = self._connection.execute(
            f"SELECT id, motivo FROM edicion WHERE estado = ? ORDER BY secuencia {order} LIMIT 1",  # noqa: S608  # our own words
            (estado,),
        ).fetchone()
        return None if row is None else Pendiente(id=row[0], motivo=row[1])

    def _mark(self, edicion: Edicion, estado: str) -> None:
        self._connection.execute("UPDATE edicion SET estado = ? WHERE id = ?", (estado, edicion.id))

    def _log(self, momento: datetime, autor: str, accion: str, detalle: str, edicion: Id | None) -> None:
        self._connection.execute(
            "INSERT INTO bitacora (momento, autor, accion, detalle, edicion) VALUES (?, ?, ?, ?, ?)",
            (momento.isoformat(), autor, accion, detalle, edicion),
        )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise UserError("solo_lectura")
        try:
            with transaction(self._connection):
                yield
        except sqlite3.IntegrityError as error:
            raise UserError("cambio_no_cabe", detalle=str(error)) from error
        except sqlite3.Error as error:
            raise UserError("no_se_guardo", archivo=self._path.name, detalle=str(error)) from error
