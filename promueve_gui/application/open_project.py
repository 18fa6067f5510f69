"""Starting, opening and rescuing a project. Decides what each state of a file allows; the window asks the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.application.session import Session
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from promueve_gui.application.ports import Archivos, Inspeccion, Respaldo
    from promueve_gui.domain.ficha import Registro

SUFFIX = ".promueve"

REFUSALS = {
    EstadoArchivo.NO_EXISTE: "archivo_no_existe",
    EstadoArchivo.AJENO: "archivo_ajeno",
    EstadoArchivo.DANADO: "archivo_danado",
    EstadoArchivo.POSTERIOR: "archivo_posterior",
    EstadoArchivo.ILEGIBLE: "archivo_ilegible",
}


class ProjectOpener:
    """Opens projects for one person at one computer."""

    def __init__(self, archivos: Archivos, autor: str, now: Callable[[], datetime]) -> None:
        """Take the files, who edits, and a clock that gives aware moments."""
        self._archivos = archivos
        self._autor = autor
        self._now = now

    def inspect(self, path: Path) -> Inspeccion:
        """Look at a file without changing it."""
        return self._archivos.inspect(path)

    def create(self, path: Path, registros: Iterable[Registro], *, signed: bool = True) -> None:
        """Write a new project that begins with ``registros``; unless ``signed``, it does not say who made it.

        Raises ``UserError`` when a file stands there already, the folder refuses, or a record refers to none of them.
        """
        proyecto = Proyecto()
        proyecto.apply(alta(registro) for registro in registros)
        self._archivos.create(path, proyecto, self._now(), self._autor if signed else "")

    def open(
        self, path: Path, *, upgrade: bool = False, read_only: bool = False, found: Inspeccion | None = None
    ) -> Session:
        """Open a project. ``found`` is what ``inspect`` told a moment ago, so that a large file is not checked twice.

        ``upgrade`` lets an older file be brought to today's schema, its original kept; to be read only, it is
        brought there in a copy. Raises ``UserError`` for a file that is missing, newer, damaged, not ours, not to be
        read, older without leave to upgrade, or locked for writing.
        """
        found = found or self._archivos.inspect(path)
        if found.estado in REFUSALS:
            raise UserError(REFUSALS[found.estado], archivo=path.name, programa=found.programa or str(found.esquema))
        only_reading = read_only or found.estado is EstadoArchivo.SOLO_LECTURA
        if found.estado is EstadoArchivo.EN_USO and not read_only:
            raise UserError("archivo_en_uso", archivo=path.name, equipo=found.equipo, usuario=found.usuario)
        if found.estado is EstadoArchivo.ANTERIOR and not read_only:
            if not upgrade:
                raise UserError("archivo_anterior", archivo=path.name)
            self._archivos.migrate(path)
        almacen, proyecto = self._archivos.open(path, read_only=only_reading)
        return Session(almacen, proyecto, self._autor, self._now)

    def unlock(self, path: Path) -> None:
        """Clear a lock that the user knows to be stale."""
        self._archivos.unlock(path)

    def backups(self, path: Path) -> list[Respaldo]:
        """Return the backups that can be opened, newest first."""
        return self._archivos.backups(path)

    def restore(self, path: Path, respaldo: Path) -> None:
        """Put a backup in the place of the project, keeping what stood there."""
        self._archivos.restore(path, respaldo)

    def recover(self, path: Path, target: Path) -> int:
        """Save what can be read of a damaged file into a new one; returns how many records, at least one."""
        return self._archivos.recover(path, target, self._now(), self._autor)
