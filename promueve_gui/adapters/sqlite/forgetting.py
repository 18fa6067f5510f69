"""Erasing what a project file says of a person: from its records, its past editions and its bitácora, for good."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.stored_texts import columns_of, record_rows, record_tables, retold
from promueve_gui.application.traces import Borrado

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.olvido import Olvido
    from promueve_gui.domain.proyecto import Clave


def forget(connection: sqlite3.Connection, olvido: Olvido) -> Borrado:
    """Erase within a transaction of the caller, and return what was changed. Raises ``sqlite3.Error``.

    Every text becomes what ``Olvido`` says, in rows and in editions alike, so that undo and redo still fit.
    """
    connection.execute("PRAGMA secure_delete = ON")  # what goes is written over with zeros
    fichas = _forget_records(connection, olvido)
    ediciones, spared = _forget_editions(connection, olvido)
    return Borrado(fichas, ediciones, _forget_lines(connection, olvido, spared) + _forget_others(connection, olvido))


def sweep(connection: sqlite3.Connection) -> bool:
    """Write the file anew without the space that earlier changes left; false when there is no room for that."""
    with suppress(sqlite3.Error):
        connection.execute("VACUUM")
        return True
    return False


def _forget_records(connection: sqlite3.Connection, olvido: Olvido) -> int:
    changed = 0
    for tipo, columns in record_tables(connection):
        rows = list(record_rows(connection, tipo, columns))
        news = []
        for place in olvido.concerned(tipo.ENTIDAD, [row[0] for row in rows], [row[1:] for row in rows]):
            identidad, *texts = rows[place]
            pairs = zip(columns, texts, strict=True)
            new = [olvido.value((tipo.ENTIDAD, identidad), nombre, texto) for nombre, texto in pairs]
            if new != texts:
                news.append((*new, identidad))
        places = ", ".join(f"{column} = ?" for column in columns)
        connection.executemany(f"UPDATE {tipo.ENTIDAD} SET {places} WHERE id = ?", news)  # noqa: S608  # our own names
        changed += len(news)
    return changed


def _forget_editions(connection: sqlite3.Connection, olvido: Olvido) -> tuple[int, set[Id]]:
    """Return how many editions changed, and those that are about records which the user left out."""
    news, spared = [], set()
    rows = connection.execute("SELECT secuencia, id, autor, motivo, cambios FROM edicion")
    for secuencia, identidad, autor, motivo, cambios in rows:
        if not any(map(olvido.busqueda.holds, (autor, motivo))) and not _may_concern(olvido, cambios):
            continue
        nuevos, claves = _forgotten_changes(cambios, olvido)
        if olvido.spares(claves):
            spared.add(identidad)
        razon = motivo if identidad in spared else olvido.busqueda.erased(motivo)
        new = (olvido.busqueda.erased(autor), razon, nuevos)
        if new != (autor, motivo, cambios):
            news.append((*new, secuencia))
    connection.executemany("UPDATE edicion SET autor = ?, motivo = ?, cambios = ? WHERE secuencia = ?", news)
    return len(news), spared


def _may_concern(olvido: Olvido, cambios: str) -> bool:
    return olvido.busqueda.may_hold(cambios) or any(identidad in cambios for _, identidad in olvido.propios)


def _forgotten_changes(cambios: str, olvido: Olvido) -> tuple[str, frozenset[Clave]]:
    """Return the changes as they are to be told, and which records they are about."""
    claves: set[Clave] = set()

    def told(clave: Clave, nombre: str, texto: str) -> str:
        claves.add(clave)
        return olvido.value(clave, nombre, texto)

    try:
        return retold(cambios, told), frozenset(claves)
    except ValueError:  # a damaged edition is of no use, but may name her
        return olvido.busqueda.erased(cambios), frozenset()


def _forget_lines(connection: sqlite3.Connection, olvido: Olvido, spared: set[Id]) -> int:
    news = []
    rows = connection.execute("SELECT secuencia, autor, detalle, edicion FROM bitacora")
    for secuencia, autor, detalle, edicion in rows:
        new = (olvido.busqueda.erased(autor), detalle if edicion in spared else olvido.busqueda.erased(detalle))
        if new != (autor, detalle):
            news.append((*new, secuencia))
    connection.executemany("UPDATE bitacora SET autor = ?, detalle = ? WHERE secuencia = ?", news)
    return len(news)


def _forget_others(connection: sqlite3.Connection, olvido: Olvido) -> int:
    changed = 0
    for table, columns in (("exportacion", ("archivo",)), ("recepcion", ("archivo", "visto"))):
        if not columns_of(connection, table):
            continue
        news = []
        rows = connection.execute(f"SELECT id, {', '.join(columns)} FROM {table}")  # noqa: S608  # our own names
        for identidad, *texts in rows:
            new = [olvido.json(texto) for texto in texts]
            if new != texts:
                news.append((*new, identidad))
        places = ", ".join(f"{column} = ?" for column in columns)
        connection.executemany(f"UPDATE {table} SET {places} WHERE id = ?", news)  # noqa: S608  # our own names
        changed += len(news)
    return changed
