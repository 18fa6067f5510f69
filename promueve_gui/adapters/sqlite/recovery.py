"""Saves what can still be read of a damaged file, row by row. Never writes to the damaged file."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from promueve_gui.adapters.sqlite.connection import connect
from promueve_gui.domain.codec import decode
from promueve_gui.domain.ficha import Tipo, campos, defaults
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.domain.ficha import Campo, Id, Registro, Valor


def salvage(path: Path) -> Proyecto:
    """Return every record that can be read; links to records that were lost are left empty."""
    tablas: dict[str, dict[Id, Registro]] = {}
    with suppress(sqlite3.Error):
        connection = connect(path, read_only=True)
        try:
            tablas = {tipo.ENTIDAD: _salvage_table(connection, tipo) for tipo in TIPOS}
        finally:
            connection.close()
    return Proyecto({entidad: _mended(tablas, tabla) for entidad, tabla in tablas.items()})


def _salvage_table(connection: sqlite3.Connection, tipo: type[Registro]) -> dict[Id, Registro]:
    found: dict[Id, Registro] = {}
    for order in ("", " DESC"):  # from both ends: a broken page hides what lies behind it
        for row in _rows(connection, tipo, order):
            identidad = row.pop("id")
            if isinstance(identidad, str) and identidad not in found:
                found[identidad] = tipo(id=identidad, **_decoded(tipo, row))
    return found


def _rows(connection: sqlite3.Connection, tipo: type[Registro], order: str) -> Iterator[dict[str, Any]]:
    with suppress(sqlite3.Error, UnicodeDecodeError):
        cursor = connection.execute(f"SELECT * FROM {tipo.ENTIDAD} ORDER BY rowid{order}")  # noqa: S608  # our own names
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))


def _decoded(tipo: type[Registro], row: dict[str, Any]) -> dict[str, Any]:
    iniciales = defaults(tipo)
    valores: dict[str, Valor] = {}
    for nombre, campo in campos(tipo).items():
        valores[nombre] = iniciales[nombre]
        with suppress(KeyError, ValueError, TypeError):
            valores[nombre] = decode(campo, row[nombre])
    return valores


def _mended(tablas: dict[str, dict[Id, Registro]], tabla: dict[Id, Registro]) -> dict[Id, Registro]:
    return {identidad: _without_lost_links(tablas, registro) for identidad, registro in tabla.items()}


def _without_lost_links(tablas: dict[str, dict[Id, Registro]], registro: Registro) -> Registro:
    changes: dict[str, Any] = {}
    for nombre, campo in campos(type(registro)).items():
        if campo.destino:
            valor = getattr(registro, nombre)
            kept = _kept(campo, valor, tablas[campo.destino])
            if kept != valor:
                changes[nombre] = kept
    return replace(registro, **changes) if changes else registro


def _kept(campo: Campo, valor: Valor, existing: dict[Id, Registro]) -> Valor:
    if campo.tipo is Tipo.REFERENCIAS:
        return tuple(identidad for identidad in cast("tuple[Id, ...]", valor) if identidad in existing)
    return valor if valor in existing else None
