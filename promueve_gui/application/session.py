"""The open project: the only door through which it changes. Knows no window and no file format."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from promueve_gui.application.garbage import held_back
from promueve_gui.application.ports import Salida
from promueve_gui.domain.cambios import Edicion, cambio, nuevo_id
from promueve_gui.domain.consecuencias import consecuencias
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.guardas import vigilar
from promueve_gui.domain.lote import Lote
from promueve_gui.domain.pasado import Pasado
from promueve_gui.domain.reversion import reversion
from promueve_gui.domain.texto import anidado
from promueve_gui.domain.versiones import por_cambio_de_estado

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from promueve_gui.application.ports import Almacen, Asiento, Exportacion, Pendiente, Recepcion
    from promueve_gui.application.traces import Borrado
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.olvido import Olvido
    from promueve_gui.domain.pasado import Paso
    from promueve_gui.domain.proyecto import Proyecto

    Listener = Callable[[tuple[Cambio, ...]], None]

SIN_GUARDA = frozenset({"consolidar"})  # what another project approved was watched there


def rebased(cambios: Iterable[Cambio], proyecto: Proyecto) -> list[Cambio]:
    """Return changes that wait, as they are to be made on what the records say by now.

    A record that is there already is not made again, and what it already says is left out; a record that is gone for
    good leaves its changes as they are, so that the session refuses them aloud.
    """
    found = []
    for pedido in cambios:
        actual = proyecto.registro(pedido.entidad, pedido.id)
        otro = pedido if actual is None or pedido.despues is None else cambio(actual, **pedido.despues)
        if otro is not None:
            found.append(otro)
    return found


class Session:
    """An open project with its history. Lives on one thread; others are given ``snapshot()``."""

    def __init__(self, almacen: Almacen, proyecto: Proyecto, autor: str, now: Callable[[], datetime]) -> None:
        """Take the open file, what it holds, who edits, and a clock that gives aware moments."""
        self._almacen = almacen
        self._proyecto = proyecto
        self._autor = autor
        self._now = now
        self._listeners: list[Listener] = []
        self._undo_redo: tuple[Pendiente | None, Pendiente | None] | None = None

    @property
    def path(self) -> Path:
        """Return where the project is kept."""
        return self._almacen.path

    @property
    def proyecto(self) -> Proyecto:
        """Return the content of the project, to be read only."""
        return self._proyecto

    @property
    def read_only(self) -> bool:
        """Tell whether edits are refused."""
        return self._almacen.read_only

    @property
    def position(self) -> int:
        """Return the number of the newest line of the bitácora: it names the present state."""
        return self._almacen.position

    @property
    def autor(self) -> str:
        """Return who edits."""
        return self._autor

    @property
    def now(self) -> datetime:
        """Return the moment by the clock that edits are dated with."""
        return self._now()

    @property
    def today(self) -> date:
        """Return the day by the clock that edits are dated with."""
        return self._now().date()

    def snapshot(self) -> Proyecto:
        """Return a copy of the content for another thread."""
        return self._proyecto.snapshot()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with the changes after each edit, undo and redo; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def edit(
        self,
        motivo: str,
        cambios: Iterable[Cambio | None],
        origen: str = "ventana",
        recepcion: Recepcion | None = None,
    ) -> Edicion | None:
        """Make changes as one edition and return it; ``None`` when nothing differs.

        ``recepcion`` is the returned file that they come from, noted with them. Raises ``UserError`` when the project
        is read-only, a change no longer fits, the rules bar what it approves or publishes, or the file refuses; nothing
        has changed then.
        """
        pedidos = [cambio for cambio in cambios if cambio is not None]
        if not pedidos:
            return None
        if self.read_only:
            raise UserError("solo_lectura")
        momento = self._now()
        seguidos = (*pedidos, *consecuencias(self._proyecto, pedidos, momento.date()))
        completos = Lote((*seguidos, *por_cambio_de_estado(self._proyecto, seguidos, momento, self._autor)))
        if origen not in SIN_GUARDA:
            vigilar(self._proyecto, completos, momento.date())
        edicion = Edicion(
            id=nuevo_id(), momento=momento, motivo=motivo, autor=self._autor, origen=origen, cambios=completos
        )
        self._write(completos, lambda: self._almacen.save(edicion, recepcion))
        return edicion

    def revert(self, identidad: Id) -> Edicion:
        """Take back an edition, however old, by a new one, and return that.

        Raises ``UserError`` when the project is read-only, the edition does not count any more, or something depends
        on it, which is said; nothing has changed then.
        """
        if self.read_only:
            raise UserError("solo_lectura")
        with held_back():
            pasada = self._almacen.read_edicion(identidad)
            if not self._almacen.in_force(identidad):
                raise UserError("edicion_sin_efecto", motivo=anidado(pasada.motivo))
            edicion = Edicion(
                id=nuevo_id(),
                momento=self._now(),
                motivo=f"Deshacer «{anidado(pasada.motivo)}»",
                autor=self._autor,
                origen="revertir",
                cambios=reversion(self._proyecto, pasada, self._other_returns(pasada)),
                revierte=identidad,
            )
        self._write(edicion.cambios, lambda: self._almacen.save(edicion))
        return edicion

    def undo(self) -> Edicion | None:
        """Take back the last edition and return it; ``None`` when there is nothing to undo. Raises ``UserError``."""
        edicion = self._pending(self.next_undo())
        if edicion is not None:
            inversos = tuple(cambio.inverso for cambio in reversed(edicion.cambios))
            self._write(inversos, lambda: self._almacen.undo(edicion, self._now(), self._autor))
        return edicion

    def redo(self) -> Edicion | None:
        """Bring back the last undone edition and return it; ``None`` when there is none. Raises ``UserError``."""
        edicion = self._pending(self.next_redo())
        if edicion is not None:
            self._write(edicion.cambios, lambda: self._almacen.redo(edicion, self._now(), self._autor))
        return edicion

    def next_undo(self) -> Pendiente | None:
        """Return what ``undo`` would take back."""
        return self._pendings()[0]

    def next_redo(self) -> Pendiente | None:
        """Return what ``redo`` would bring back."""
        return self._pendings()[1]

    def history(self, limit: int = 500, accion: str = "") -> list[Asiento]:
        """Return the newest lines of the bitácora, newest first; those of one action, if it is given."""
        return self._almacen.history(limit, accion)

    def edicion(self, identidad: Id) -> Edicion:
        """Return an edition that the bitácora names. Raises ``UserError`` when it cannot be read."""
        with held_back():
            return self._almacen.read_edicion(identidad)

    def note(self, accion: str, detalle: str) -> None:
        """Add a line to the bitácora that is not an edition; a read-only project keeps none."""
        if not self.read_only:
            self._almacen.note(accion, detalle, self._now(), self._autor)

    def record_export(
        self, documento: str, archivo: str, position: int | None = None, exportacion: Id | None = None
    ) -> None:
        """Note that ``documento`` («mapa», «contenido:<id>») left in the file ``archivo``, as it was at ``position``.

        ``position`` is taken together with the snapshot that was exported; without it, the present state is meant.
        ``exportacion`` is the identity that the file carries (``Entrega.exportacion``), if it carries one.
        A read-only project keeps no note.
        """
        if not self.read_only:
            asiento = self.position if position is None else position
            from promueve_gui.application.export_documents import nombre_de  # noqa: PLC0415  # opening needs none

            detalle = f"{nombre_de(documento, self._proyecto)}: {archivo}"
            salida = Salida(exportacion or nuevo_id(), documento, archivo, asiento, detalle)
            self._almacen.record_export(salida, self._now(), self._autor)

    def find_export(self, identidad: Id) -> Exportacion | None:
        """Return an export by the identity that its file carries."""
        return self._almacen.find_export(identidad)

    def note_reception(self, recepcion: Recepcion) -> None:
        """Note a returned file that changed nothing; a read-only project keeps no note."""
        if not self.read_only:
            detalle = f"{recepcion.archivo}: sin cambios"
            self._almacen.note_reception(recepcion, detalle, self._now(), self._autor)

    def receptions(self, exportacion: str) -> list[Recepcion]:
        """Return the receptions of an export that count, oldest first."""
        return self._almacen.receptions(exportacion)

    def past(self, tables: Container[str]) -> Pasado:
        """Return the states of ``tables`` up to now, for the thread that has the session."""
        return Pasado(self.snapshot(), self.position, partial(self._almacen.steps_back, tables=tables))

    def steps(self, tables: Container[str]) -> Iterator[Paso]:
        """Yield the lines of the bitácora that changed ``tables``, newest first; see ``Almacen.steps_back``."""
        return self._almacen.steps_back(self.position, 0, tables)

    def moment(self, secuencia: int) -> datetime | None:
        """Return when a line of the bitácora was written; ``None`` when there is none of that number."""
        asiento = self._almacen.line(secuencia)
        return None if asiento is None else asiento.momento

    def line(self, secuencia: int) -> Asiento | None:
        """Return one line of the bitácora."""
        return self._almacen.line(secuencia)

    def exports(self) -> dict[str, datetime]:
        """Return when each document last left, by its identity, whatever its file was called."""
        return self._almacen.exports()

    def departures(self, clave: str) -> list[tuple[str, int]]:
        """Return each document of a kind («agenda») that left, by its identity, and the line that it left at."""
        return self._almacen.departures(clave)

    def put_file(self, content: bytes) -> str:
        """Keep a file inside the project and return its SHA-256 (hexadecimal). Raises ``UserError``."""
        if self.read_only:
            raise UserError("solo_lectura")
        return self._almacen.put_file(content)

    def get_file(self, sha256: str) -> bytes | None:
        """Return a file kept inside the project."""
        return self._almacen.get_file(sha256)

    def backup(self, motivo: str) -> None:
        """Copy the file to the folder of backups before a large change. Raises ``UserError`` when it cannot."""
        if not self.read_only:
            self._almacen.backup(motivo)

    def save_copy(self, path: Path) -> None:
        """Write a copy of the project at ``path``, over what stands there; this session goes on with its own file.

        Raises ``UserError`` when ``path`` is the project's own, is open elsewhere, or cannot be written.
        """
        self._almacen.save_copy(path, self._proyecto, self._now(), self._autor)

    def forget(self, olvido: Olvido) -> Borrado:
        """Erase what the project says of a person, from its past too. Nothing takes this back. Raises ``UserError``."""
        if self.read_only:
            raise UserError("solo_lectura")
        found: list[Borrado] = []
        cambios = tuple(olvido.cambios(self._proyecto))
        self._write(cambios, lambda: found.append(self._almacen.forget(olvido, self._now(), self._autor)))
        return found[0]

    def close(self) -> None:
        """Close the file; the session is of no use afterwards."""
        self._listeners.clear()
        self._almacen.close()

    def _other_returns(self, edicion: Edicion) -> set[Id]:
        """Return the exports that the sendings of an edition carried and of which a file besides its own counts."""
        tocados = {cambio.id for cambio in edicion.cambios if cambio.entidad == EnvioFormato.ENTIDAD}
        enviados = [envio for envio in self._proyecto.todos(EnvioFormato) if envio.id in tocados] if tocados else []
        return {e.exportacion for e in enviados if len(self._almacen.receptions(e.exportacion)) > 1}

    def _pending(self, pendiente: Pendiente | None) -> Edicion | None:
        identidad: Id | None = None if pendiente is None else pendiente.id
        with held_back():
            return None if identidad is None else self._almacen.read_edicion(identidad)

    def _pendings(self) -> tuple[Pendiente | None, Pendiente | None]:
        """Return what can be undone and redone; asked of the file once, since the window asks after every edit."""
        if self.read_only:
            return None, None
        if self._undo_redo is None:
            self._undo_redo = self._almacen.next_undo(), self._almacen.next_redo()
        return self._undo_redo

    def _write(self, cambios: tuple[Cambio, ...], store: Callable[[], None]) -> None:
        """Make changes in the file first and then here, where they were tried before: all of it happens or nothing."""
        with held_back():
            resultado = self._proyecto.outcome(cambios)
            store()
            self._proyecto.install(resultado)
        self._undo_redo = None
        for listener in tuple(self._listeners):
            listener(cambios)
