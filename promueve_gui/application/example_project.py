"""The sample project: a made-up institution with a full year of promotion, built from rows that are data.

Pure: rows, profile and today's date come in, records go out. The same input gives the same records, identities
included; only the dates and the year move with today.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from uuid import UUID, uuid5

from promueve_gui.application.example_calendar import Calendario
from promueve_gui.domain.codec import decode
from promueve_gui.domain.contenidos import FIRMES, Contenido
from promueve_gui.domain.datos_fijados import congelar
from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import POR_ENTIDAD, TIPOS
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.versiones import partes_de

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from promueve_gui.domain.ficha import Campo, Id, Registro, Valor

Crudo: TypeAlias = "str | int | Sequence[str]"

# Any fixed UUID would do: it makes the identities of the sample the same on every machine.
ESPACIO = UUID("6f1f3d0a-5d0b-5d43-9a3e-6c6f8d1b7a10")


def build_example(
    hoy: date, perfil: Sequence[Registro], filas: Mapping[str, Sequence[Mapping[str, Any]]]
) -> list[Registro]:
    """Return every record of the sample project, each after those it refers to.

    ``perfil`` is a profile as its loader gives it; ``filas`` holds the rows by entity. A row has a ``clave``, by which
    others refer to it, and values as TOML writes them; dates are expressions of ``Calendario``. Raises ``KeyError`` for
    an unknown field and ``ValueError`` for a value that its field does not admit.
    """
    calendario = Calendario(hoy)
    registros = [_del_perfil(registro) for registro in perfil]
    registros += [_registro(entidad, fila, calendario) for entidad, suyas in filas.items() for fila in suyas]
    orden = {tipo.ENTIDAD: lugar for lugar, tipo in enumerate(TIPOS)}
    return _con_fijados(sorted(registros, key=lambda registro: orden[registro.ENTIDAD]))


def _con_fijados(registros: list[Registro]) -> list[Registro]:
    """Return the records, what was approved with what it took from the others, as if it had been approved here."""
    tablas: dict[str, dict[Id, Registro]] = {}
    for registro in registros:
        tablas.setdefault(registro.ENTIDAD, {})[registro.id] = registro
    proyecto = Proyecto(tablas)
    return [
        replace(registro, congelado=congelar(registro, proyecto, partes_de(proyecto, registro.id)))
        if isinstance(registro, Contenido) and registro.estado in FIRMES
        else registro
        for registro in registros
    ]


def _id(entidad: str, clave: str) -> Id:
    return str(uuid5(ESPACIO, f"{entidad}:{clave}"))


def _del_perfil(registro: Registro) -> Registro:
    """Return the record with an identity that depends on its title alone, since a loaded profile has new ones."""
    return replace(registro, id=_id(registro.ENTIDAD, plegar(registro.titulo)))


def _registro(entidad: str, fila: Mapping[str, Any], calendario: Calendario) -> Registro:
    tipo = POR_ENTIDAD[entidad]
    descritos = campos(tipo)
    valores = {
        nombre: _valor(descritos[nombre], dado, calendario) for nombre, dado in fila.items() if nombre != "clave"
    }
    return tipo(id=_id(entidad, fila["clave"]), **cast("dict[str, Any]", valores))


def _valor(campo: Campo, dado: Crudo, calendario: Calendario) -> Valor:
    """Return a value of a row as its field holds it."""
    if campo.tipo in TEXTUALES:
        return _texto(str(dado), calendario.hoy.year)
    match campo.tipo:
        case Tipo.FECHA:
            return calendario.fecha(str(dado))
        case Tipo.OPCION:
            return decode(campo, str(dado))
        case Tipo.OPCIONES:
            return decode(campo, json.dumps(dado))
        case Tipo.REFERENCIA:
            return _id(campo.destino, str(dado))
        case Tipo.REFERENCIAS:
            return tuple(_id(campo.destino, clave) for clave in cast("Sequence[str]", dado))
        case _:
            return calendario.hoy.year if dado == "anio" else cast("int", dado)


def _texto(dado: str, anio: int) -> str:
    """Return the text with its years: ``{anio}`` is the sample's, ``{anio-1}`` and ``{anio-2}`` those before.

    «@entidad:clave» is the identity of that row, for what is kept as text and not as a reference.
    """
    if dado.startswith("@"):
        return _id(*dado[1:].split(":"))
    for marca, valor in (("{anio}", anio), ("{anio-1}", anio - 1), ("{anio-2}", anio - 2)):
        dado = dado.replace(marca, str(valor))
    return dado.strip()
