"""Where a project file speaks of a person: in its records, in its past editions, in its bitácora. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.stored_texts import columns_of, record_rows, record_tables, retold
from promueve_gui.application.traces import Dicho, Rastreo, Rastro, Renglon
from promueve_gui.domain.olvido import Olvido, is_json, text_fields
from promueve_gui.domain.personas import BORRADO, is_person
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from promueve_gui.domain.personas import Busqueda
    from promueve_gui.domain.proyecto import Clave


def trace(connection: sqlite3.Connection, busqueda: Busqueda) -> Rastreo:
    """Return all that the file says. Raises ``sqlite3.Error``, and ``ValueError`` for a damaged bitácora."""
    search = _Search(connection, busqueda)
    search.look_at_records()
    search.look_at_editions()
    firmas, renglones = search.lines()
    return Rastreo(rastros=search.traces(), renglones=renglones, firmas=firmas, otros=search.others())


@dataclass(slots=True)
class _Found:
    """What is known of one record: its title and texts now, none when it is gone, and all that it said, in order."""

    title: str = ""
    now: Mapping[str, str] = field(default_factory=dict)
    said: dict[tuple[str, str], None] = field(default_factory=dict)


class _Search:
    """One pass over a file."""

    def __init__(self, connection: sqlite3.Connection, busqueda: Busqueda) -> None:
        self._connection = connection
        self._busqueda = busqueda
        self._olvido = Olvido(busqueda)
        self._found: dict[Clave, _Found] = {}
        self._persons: set[Clave] = set()
        self._damaged = 0

    def look_at_records(self) -> None:
        """Find the records that speak of the person as they are now."""
        for tipo, columns in record_tables(self._connection):
            rows = list(record_rows(self._connection, tipo, columns))
            for place in self._busqueda.sift(["\n".join(row[1:]) for row in rows]):
                for nombre, texto in zip(columns, rows[place][1:], strict=True):
                    self._hear((tipo.ENTIDAD, rows[place][0]), nombre, texto)

    def look_at_editions(self) -> None:
        """Find what records said before; again when it brings out a person whose record says something else by now."""
        known: set[Clave] | None = None
        while known != self._persons:
            known = set(self._persons)
            self._damaged = 0
            for (cambios,) in self._connection.execute("SELECT cambios FROM edicion ORDER BY secuencia"):
                if self._may_concern(cambios):
                    self._look_at_edition(cambios)

    def lines(self) -> tuple[int, tuple[Renglon, ...]]:
        """Return how many lines of the bitácora the person signed, and those that name her."""
        firmas = 0
        renglones: list[Renglon] = []
        for momento, autor, detalle in self._connection.execute(
            "SELECT momento, autor, detalle FROM bitacora ORDER BY secuencia"
        ):
            firmas += self._busqueda.holds(autor)
            if self._busqueda.holds(detalle):
                renglones.append(Renglon(datetime.fromisoformat(momento), detalle))
        return firmas, tuple(renglones)

    def others(self) -> int:
        """Return how many texts that no list shows name her: names of files, what came back, damaged editions."""
        found = self._damaged
        for table, column in (("exportacion", "archivo"), ("recepcion", "archivo"), ("recepcion", "visto")):
            if column in columns_of(self._connection, table):
                texts = self._connection.execute(f"SELECT {column} FROM {table}")  # noqa: S608  # our own names
                found += sum(self._olvido.json(texto) != texto for (texto,) in texts)
        return found

    def traces(self) -> tuple[Rastro, ...]:
        """Return the records found: the person's own first."""
        for clave, found in self._found.items():
            self._complete(clave, found)
        order = sorted(self._found, key=lambda clave: (clave not in self._persons, not self._found[clave].now))
        return tuple(self._trace(clave, self._found[clave]) for clave in order)

    def _hear(self, clave: Clave, nombre: str, texto: str) -> str:
        """Note a text that speaks of the person, or that a record of hers says; returns it as it is."""
        tipo = POR_ENTIDAD.get(clave[0])
        campo = None if tipo is None else text_fields(tipo).get(nombre)
        if tipo is None or campo is None or not texto:
            return texto
        if is_person(tipo) and campo.personal and self._is_hers(texto, title=nombre == tipo.TITULO):
            self._persons.add(clave)
        mentioned = self._olvido.value(clave, nombre, texto) != texto
        if mentioned or (campo.personal and clave in self._persons):
            self._found.setdefault(clave, _Found()).said[nombre, "" if is_json(campo) else texto] = None
        return texto

    def _is_hers(self, texto: str, *, title: bool) -> bool:
        """Tell whether a record whose personal field says ``texto`` is hers: her name, or nothing but a term."""
        return self._busqueda.erased(texto) == BORRADO or (title and self._busqueda.names(texto))

    def _look_at_edition(self, cambios: str) -> None:
        def told(clave: Clave, nombre: str, texto: str) -> str:
            tipo = POR_ENTIDAD.get(clave[0])
            heard = self._hear(clave, nombre, texto)
            if tipo is not None and nombre == tipo.TITULO and clave in self._found:
                self._found[clave].title = texto
            return heard

        try:
            retold(cambios, told)
        except ValueError:  # a damaged edition: there is nothing to show of it, but it is erased like the rest
            self._damaged += 1

    def _may_concern(self, cambios: str) -> bool:
        return self._busqueda.may_hold(cambios) or any(identidad in cambios for _, identidad in self._persons)

    def _complete(self, clave: Clave, found: _Found) -> None:
        """Look up what the record says now; all that is personal, when it is the person's own."""
        tipo = POR_ENTIDAD[clave[0]]
        present = columns_of(self._connection, tipo.ENTIDAD)
        columns = tuple(nombre for nombre in text_fields(tipo) if nombre in present)
        statement = f"SELECT {', '.join(columns)} FROM {tipo.ENTIDAD} WHERE id = ?"  # noqa: S608  # our own names
        row = self._connection.execute(statement, (clave[1],)).fetchone()
        found.now = {} if row is None else dict(zip(columns, row, strict=True))
        found.title = found.now.get(tipo.TITULO, found.title)
        for nombre, texto in found.now.items():
            if clave in self._persons and text_fields(tipo)[nombre].personal and texto:
                found.said[nombre, texto] = None

    def _trace(self, clave: Clave, found: _Found) -> Rastro:
        said = [
            Dicho(nombre, texto, antes=bool(texto) and found.now.get(nombre) != texto) for nombre, texto in found.said
        ]
        return Rastro(
            clave=clave,
            titulo=found.title,
            es_persona=clave in self._persons,
            activo=bool(found.now) and not found.now["retirado"],
            dichos=tuple(sorted(said, key=lambda dicho: dicho.antes)),
        )
