"""Which records a returned sheet is about: those that were sent in it, and those of today that its rows may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.celdas import canonical
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos, per_type
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.procedencia import Procedencias, grupos_de_area
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.proyecto import Proyecto

FORMATO, MAPA, PLAN = "formato", "mapa", "plan"  # what a document is, in the identity that it carries

# What tells a row without identity from the others of its sheet.
LLAVES: Mapping[str, tuple[str, ...]] = {
    GrupoUsuarios.ENTIDAD: ("area", "nombre"),
    UsoDatos.ENTIDAD: ("grupo", "conjunto"),
    LineaPlan.ENTIDAD: ("nombre", "fecha"),
}

# Kinds of which two with one key are hardly two things; two lines of the plan may well have name and day in common.
SIN_HOMONIMOS = frozenset({GrupoUsuarios.ENTIDAD, UsoDatos.ENTIDAD})


@per_type
def naming_fields(tipo: type[Registro]) -> tuple[str, ...]:
    """Return the fields without which a record is nobody's: its name or, where it needs none, what it joins."""
    todos = campos(tipo)
    if todos[tipo.TITULO].requerido:
        return (tipo.TITULO,)
    return tuple(nombre for nombre, campo in todos.items() if campo.requerido and campo.tipo is Tipo.REFERENCIA)


def key_of(entidad: str, valores: Mapping[str, Valor]) -> str:
    """Return the key of a row or a record with these values; texts without accents or capitals."""
    partes = []
    for nombre, se_pliega in _key_fields(POR_ENTIDAD[entidad]):
        valor = valores.get(nombre)
        partes.append(plegar(canonical(str(valor or ""))) if se_pliega else str(valor or ""))
    return "|".join(partes)


@per_type
def _key_fields(tipo: type[Registro]) -> tuple[tuple[str, bool], ...]:
    """Return the fields of the key, and which of them are texts."""
    return tuple((nombre, campos(tipo)[nombre].tipo in TEXTUALES) for nombre in LLAVES[tipo.ENTIDAD])


def record_key(registro: Registro, area: Id | None = None) -> str:
    """Return the key of a record; of a group as ``area`` would name it, if given."""
    valores = {nombre: getattr(registro, nombre) for nombre in LLAVES[registro.ENTIDAD]}
    if area is not None and "area" in valores:
        valores["area"] = area
    return key_of(registro.ENTIDAD, valores)


def sent(proyecto: Proyecto, entidad: str, documento: str, area: Id | None) -> list[Registro]:
    """Return the records of a table that a document, exported of ``proyecto``, had in its sheet."""
    clase = documento.partition(":")[0]
    if clase == FORMATO and area is not None:
        grupos = grupos_de_area(proyecto, area, Procedencias.of(proyecto))
        if entidad == GrupoUsuarios.ENTIDAD:
            return [*grupos]
        if entidad == UsoDatos.ENTIDAD:
            return [*_uses(proyecto, grupos, area)]
    if (clase, entidad) in {(MAPA, GrupoUsuarios.ENTIDAD), (PLAN, LineaPlan.ENTIDAD)}:
        return proyecto.registros_de(entidad)
    return []


def _uses(proyecto: Proyecto, grupos: Iterable[GrupoUsuarios], area: Id) -> Iterable[UsoDatos]:
    for grupo in grupos:
        for uso in proyecto.referidos(UsoDatos, "grupo", grupo.id):
            conjunto = proyecto.get(ConjuntoDatos, uso.conjunto)
            if uso.activo and conjunto is not None and conjunto.activo and conjunto.area == area:
                yield uso


def alike(proyecto: Proyecto, entidad: str, valores: Iterable[Mapping[str, Valor]]) -> list[Registro]:
    """Return the records of today that rows with these values may mean: those with the same first part of the key.

    Withdrawn ones too: a group that was merged means the one that stands for it.
    """
    tipo, primero = POR_ENTIDAD[entidad], LLAVES[entidad][0]
    if campos(tipo)[primero].tipo is not Tipo.REFERENCIA:
        return proyecto.registros_de(entidad)
    referidas = dict.fromkeys(dados.get(primero) for dados in valores)
    return [r for referida in referidas for r in proyecto.referidos(tipo, primero, referida)]
