"""The outside world, made up: files that are kept in memory and can be told to refuse, and a clock that ticks."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from promueve_gui.application.ports import (
    Asiento,
    EstadoArchivo,
    Exportacion,
    Inspeccion,
    Pendiente,
    Recepcion,
    Respaldo,
)
from promueve_gui.application.session import Session
from promueve_gui.application.traces import Borrado
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.pasado import Paso, Vuelta
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from promueve_gui.application.ports import Salida
    from promueve_gui.domain.cambios import Cambio, Edicion
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.olvido import Olvido

AUTOR = "Ana Torres"
PATH = Path("proyecto.promueve")


class Clock:
    """A clock that is one second later each time."""

    def __init__(self) -> None:
        self.momento = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.momento += timedelta(seconds=1)
        return self.momento


class MemoryAlmacen:
    """A project file kept in memory (port ``Almacen``). With ``refuses`` set, whatever writes raises that error."""

    def __init__(self, proyecto: Proyecto | None = None, *, path: Path = PATH, read_only: bool = False) -> None:
        self.stored = Proyecto() if proyecto is None else proyecto.snapshot()
        self.refuses: UserError | None = None
        self.closed = False
        self.backups: list[str] = []
        self.copies: dict[Path, Proyecto] = {}
        self.recorded: list[tuple[str, str, int]] = []
        self.received: list[tuple[Recepcion, Id | None]] = []
        self._exports: dict[Id, Exportacion] = {}
        self.reads = 0
        self._path = path
        self._read_only = read_only
        self._ediciones: list[Edicion] = []
        self._undone: list[Edicion] = []
        self._all: dict[Id, Edicion] = {}
        self._lines: list[Asiento] = []
        self._files: dict[str, bytes] = {}

    def copy(self) -> MemoryAlmacen:
        """Return a copy of the file, with its history, that goes its own way."""
        other = MemoryAlmacen(self.stored, path=self._path)
        other._ediciones, other._undone = list(self._ediciones), list(self._undone)
        other._all, other._lines = dict(self._all), list(self._lines)
        return other

    @property
    def path(self) -> Path:
        return self._path

    @property
    def read_only(self) -> bool:
        return self._read_only

    @property
    def position(self) -> int:
        return len(self._lines)

    def save(self, edicion: Edicion, recepcion: Recepcion | None = None) -> None:
        self._may_write()
        self.stored.apply(edicion.cambios)
        self._all[edicion.id] = edicion
        self._ediciones.append(edicion)
        if recepcion is not None:
            kept = replace(recepcion, momento=edicion.momento, asiento=self.position + 1)
            self.received.append((kept, edicion.id))
        self._undone.clear()
        self._log(edicion.momento, edicion.autor, "editar", edicion.motivo, edicion.id)

    def undo(self, edicion: Edicion, momento: datetime, autor: str) -> None:
        self._may_write()
        self.stored.apply(cambio.inverso for cambio in reversed(edicion.cambios))
        self._undone.append(self._ediciones.pop())
        self._log(momento, autor, "deshacer", edicion.motivo, edicion.id)

    def redo(self, edicion: Edicion, momento: datetime, autor: str) -> None:
        self._may_write()
        self.stored.apply(edicion.cambios)
        self._ediciones.append(self._undone.pop())
        self._log(momento, autor, "rehacer", edicion.motivo, edicion.id)

    def next_undo(self) -> Pendiente | None:
        self.reads += 1
        return _pendiente(self._ediciones)

    def next_redo(self) -> Pendiente | None:
        return _pendiente(self._undone)

    def read_edicion(self, identidad: Id) -> Edicion:
        return self._all[identidad]

    def in_force(self, identidad: Id) -> bool:
        taken_back: set[Id | None] = set()
        for edicion in reversed(self._ediciones):
            if edicion.id not in taken_back:
                taken_back.add(edicion.revierte)
        return identidad not in taken_back and any(edicion.id == identidad for edicion in self._ediciones)

    def line(self, secuencia: int) -> Asiento | None:
        return self._lines[secuencia - 1] if 0 < secuencia <= len(self._lines) else None

    def steps_back(self, newest: int, oldest: int, tables: Container[str]) -> Iterator[Paso]:
        for asiento in reversed(self._lines[oldest:newest]):
            if asiento.edicion is not None:
                cambios = self._all[asiento.edicion].cambios
                back = cambios if asiento.accion == "deshacer" else [c.inverso for c in reversed(cambios)]
                yield Paso(asiento.secuencia, [_vuelta(cambio) for cambio in back if cambio.entidad in tables])

    def history(self, limit: int, accion: str = "") -> list[Asiento]:
        return [line for line in reversed(self._lines) if accion in {"", line.accion}][:limit]

    def note(self, accion: str, detalle: str, momento: datetime, autor: str) -> None:
        self._may_write()
        self._log(momento, autor, accion, detalle, None)

    def record_export(self, salida: Salida, momento: datetime, autor: str) -> None:
        self._may_write()
        self.recorded.append((salida.documento, salida.archivo, salida.asiento))
        self._exports[salida.id] = Exportacion(salida.id, salida.documento, momento, salida.archivo, salida.asiento)
        self._log(momento, autor, "exportar", salida.detalle, None)

    def exports(self) -> dict[str, datetime]:
        return {export.documento: export.momento for export in self._exports.values()}

    def departures(self, clave: str) -> list[tuple[str, int]]:
        return [(e.documento, e.asiento) for e in self._exports.values() if e.documento.partition(":")[0] == clave]

    def find_export(self, identidad: Id) -> Exportacion | None:
        return self._exports.get(identidad)

    def note_reception(self, recepcion: Recepcion, detalle: str, momento: datetime, autor: str) -> None:
        self._may_write()
        self.received.append((replace(recepcion, momento=momento, asiento=self.position + 1), None))
        self._log(momento, autor, "recibir", detalle, None)

    def receptions(self, exportacion: str) -> list[Recepcion]:
        counted = [recepcion for recepcion, edicion in self.received if edicion is None or self.in_force(edicion)]
        return [recepcion for recepcion in counted if recepcion.exportacion == exportacion]

    def put_file(self, content: bytes) -> str:
        self._may_write()
        sha256 = hashlib.sha256(content).hexdigest()
        self._files[sha256] = content
        return sha256

    def get_file(self, sha256: str) -> bytes | None:
        return self._files.get(sha256)

    def backup(self, motivo: str) -> None:
        self._may_write()
        self.backups.append(motivo)

    def save_copy(self, path: Path, proyecto: Proyecto, momento: datetime, autor: str) -> None:
        if path == self._path:
            raise UserError("copia_sobre_si_misma", archivo=path.name)
        self.copies[path] = proyecto.snapshot()

    def forget(self, olvido: Olvido, momento: datetime, autor: str) -> Borrado:
        self._may_write()
        cambios = olvido.cambios(self.stored)
        self.stored.apply(cambios)
        self._all = {identidad: _forgotten(edicion, olvido) for identidad, edicion in self._all.items()}
        for ediciones in (self._ediciones, self._undone):
            ediciones[:] = [self._all[edicion.id] for edicion in ediciones]
        borrado = Borrado(fichas=len(cambios))
        self._log(momento, autor, "borrar", borrado.frase, None)
        return borrado

    def close(self) -> None:
        self.closed = True

    def _may_write(self) -> None:
        if self.refuses is not None:
            raise self.refuses

    def _log(self, momento: datetime, autor: str, accion: str, detalle: str, edicion: Id | None) -> None:
        self._lines.append(
            Asiento(
                secuencia=len(self._lines) + 1,
                momento=momento,
                autor=autor,
                accion=accion,
                detalle=detalle,
                edicion=edicion,
            )
        )


class MemoryArchivos:
    """Project files kept in memory (port ``Archivos``). ``states`` says what inspecting each path finds."""

    def __init__(self) -> None:
        self.projects: dict[Path, Proyecto] = {}
        self.states: dict[Path, Inspeccion] = {}
        self.migrated: list[Path] = []
        self.kept: dict[Path, list[Respaldo]] = {}

    def inspect(self, path: Path) -> Inspeccion:
        found = EstadoArchivo.LISTO if path in self.projects else EstadoArchivo.NO_EXISTE
        return self.states.get(path, Inspeccion(estado=found))

    def create(self, path: Path, proyecto: Proyecto, momento: datetime, autor: str) -> None:
        if path in self.projects:
            raise UserError("ya_existe", archivo=path.name)
        self.projects[path] = proyecto

    def open(self, path: Path, *, read_only: bool) -> tuple[MemoryAlmacen, Proyecto]:
        proyecto = self.projects[path]
        return MemoryAlmacen(proyecto, path=path, read_only=read_only), proyecto

    def migrate(self, path: Path) -> Path:
        self.migrated.append(path)
        self.states.pop(path)
        return path.with_suffix(".bak")

    def unlock(self, path: Path) -> None:
        self.states.pop(path, None)

    def backups(self, path: Path) -> list[Respaldo]:
        return self.kept.get(path, [])

    def restore(self, path: Path, respaldo: Path) -> None:
        self.projects[path] = self.projects[respaldo]

    def recover(self, path: Path, target: Path, momento: datetime, autor: str) -> int:
        self.projects[target] = self.projects[path]
        return self.projects[target].total()


def memory_session(
    proyecto: Proyecto | None = None, almacen: MemoryAlmacen | None = None, *, read_only: bool = False
) -> Session:
    """Return a session on a project kept in memory."""
    content = Proyecto() if proyecto is None else proyecto
    kept = MemoryAlmacen(content, read_only=read_only) if almacen is None else almacen
    return Session(kept, content, AUTOR, Clock())


def _forgotten(edicion: Edicion, olvido: Olvido) -> Edicion:
    def told(cambio: Cambio, side: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
        clave = (cambio.entidad, cambio.id)
        if side is None:
            return None
        return {n: olvido.value(clave, n, v) if isinstance(v, str) else v for n, v in side.items()}

    cambios = (replace(c, antes=told(c, c.antes), despues=told(c, c.despues)) for c in edicion.cambios)
    return replace(edicion, motivo=olvido.busqueda.erased(edicion.motivo), cambios=tuple(cambios))


def _vuelta(cambio: Cambio) -> Vuelta:
    return Vuelta(cambio.entidad, cambio.id, cambio.despues)


def _pendiente(ediciones: list[Edicion]) -> Pendiente | None:
    if not ediciones:
        return None
    newest = ediciones[-1]
    tamano = sum(len(str(cambio)) for cambio in newest.cambios)
    return Pendiente(id=newest.id, motivo=newest.motivo, tamano=tamano)
