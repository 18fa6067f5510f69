"""What the file remembers of its past: steps back through the bitácora, exports, receptions, and what still counts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from promueve_gui.adapters.sqlite import rows
from promueve_gui.application.ports import Asiento, Exportacion, Recepcion
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.pasado import Paso
from promueve_gui.domain.texto import anidado

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterator, Sequence

    from promueve_gui.domain.ficha import Id

APLICADA, DESHECHA, DESCARTADA = "aplicada", "deshecha", "descartada"
_POR_PAGINA = 16  # lines read at a time: an edition may hold tens of thousands of records
_ASIENTO = "secuencia, momento, autor, accion, detalle, edicion"


def newest_lines(connection: sqlite3.Connection, limit: int, accion: str = "") -> list[Asiento]:
    """Return the newest lines of the bitácora, newest first; those of one action, if it is given."""
    query = f"SELECT {_ASIENTO} FROM bitacora WHERE ? IN ('', accion) ORDER BY secuencia DESC LIMIT ?"  # noqa: S608  # our own columns
    return [_asiento(row) for row in connection.execute(query, (accion, limit)).fetchall()]


def line(connection: sqlite3.Connection, secuencia: int) -> Asiento | None:
    """Return one line of the bitácora."""
    query = f"SELECT {_ASIENTO} FROM bitacora WHERE secuencia = ?"  # noqa: S608  # our own columns
    row = connection.execute(query, (secuencia,)).fetchone()
    return None if row is None else _asiento(row)


def _asiento(row: Sequence[Any]) -> Asiento:
    secuencia, momento, autor, accion, detalle, edicion = row
    return Asiento(
        secuencia=secuencia,
        momento=datetime.fromisoformat(momento),
        autor=autor,
        accion=accion,
        detalle=detalle,
        edicion=edicion,
    )


def steps_back(connection: sqlite3.Connection, newest: int, oldest: int, tables: Container[str]) -> Iterator[Paso]:
    """Yield how to go back over the lines from ``newest`` to the one after ``oldest``, as far as ``tables`` matter.

    Raises ``UserError`` («historial_ilegible») for an edition that cannot be read.
    """
    while True:
        page = connection.execute(
            "SELECT b.secuencia, b.accion, e.motivo, e.cambios FROM bitacora b JOIN edicion e ON e.id = b.edicion "
            "WHERE b.secuencia BETWEEN ? AND ? ORDER BY b.secuencia DESC LIMIT ?",
            (oldest + 1, newest, _POR_PAGINA),
        ).fetchall()
        for secuencia, accion, motivo, cambios in page:
            try:
                yield Paso(secuencia, rows.load_back(cambios, tables, undone=accion == "deshacer"))
            except (ValueError, LookupError, TypeError, AttributeError) as error:
                raise UserError("historial_ilegible", motivo=anidado(motivo)) from error
        if len(page) < _POR_PAGINA:
            return
        newest = page[-1][0] - 1


def departures(connection: sqlite3.Connection, clave: str) -> list[tuple[str, int]]:
    """Return each document of a kind that left, by its identity, and the line of the bitácora that it left at."""
    query = (
        "SELECT DISTINCT documento, asiento FROM exportacion WHERE documento = ? OR documento GLOB ? ORDER BY asiento"
    )
    return [(documento, asiento) for documento, asiento in connection.execute(query, (clave, f"{clave}:*"))]


def find_export(connection: sqlite3.Connection, identidad: Id) -> Exportacion | None:
    """Return an export by the identity that its file carries."""
    row = connection.execute(
        "SELECT documento, momento, archivo, asiento FROM exportacion WHERE id = ?", (identidad,)
    ).fetchone()
    if row is None:
        return None
    documento, momento, archivo, asiento = row
    return Exportacion(identidad, documento, datetime.fromisoformat(momento), archivo, asiento)


def write_reception(
    connection: sqlite3.Connection, recibida: Recepcion, momento: datetime, asiento: int, edicion: Id | None = None
) -> None:
    """Note what a returned file said, under a line of the bitácora, with the edition that it led to, if any."""
    said = (recibida.exportacion, recibida.archivo, recibida.huella, recibida.visto)
    connection.execute(
        "INSERT INTO recepcion (id, exportacion, archivo, huella, visto, momento, asiento, edicion) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (nuevo_id(), *said, momento.isoformat(), asiento, edicion),
    )


def receptions(connection: sqlite3.Connection, exportacion: Id) -> list[Recepcion]:
    """Return the receptions of an export that still count, oldest first."""
    found = connection.execute(
        "SELECT exportacion, archivo, huella, visto, momento, asiento, edicion FROM recepcion WHERE exportacion = ? "
        "ORDER BY rowid",
        (exportacion,),
    ).fetchall()
    revertidas = _reverted(connection) if found else frozenset()
    return [
        Recepcion(de, archivo, huella, visto, datetime.fromisoformat(momento), asiento)
        for de, archivo, huella, visto, momento, asiento, edicion in found
        if edicion is None or (edicion not in revertidas and _state(connection, edicion) == APLICADA)
    ]


def in_force(connection: sqlite3.Connection, identidad: Id) -> bool:
    """Tell whether an edition counts: applied, and not taken back by another that counts."""
    return _state(connection, identidad) == APLICADA and identidad not in _reverted(connection)


def _state(connection: sqlite3.Connection, identidad: Id) -> str | None:
    row = connection.execute("SELECT estado FROM edicion WHERE id = ?", (identidad,)).fetchone()
    return None if row is None else str(row[0])


def _reverted(connection: sqlite3.Connection) -> frozenset[Id]:
    """Return the editions that another takes back which counts itself; the newest first decide about those before."""
    pairs = connection.execute(
        "SELECT id, revierte FROM edicion WHERE revierte IS NOT NULL AND estado = ? ORDER BY secuencia DESC",
        (APLICADA,),
    ).fetchall()
    found: set[Id] = set()
    for identidad, revierte in pairs:
        if identidad not in found:
            found.add(revierte)
    return frozenset(found)
