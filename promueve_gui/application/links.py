"""Links seen from their other end: the tools, events… that point at a record, and pointing others at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.plan_lines import called
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Collection

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.proyecto import Proyecto


def pointing_at(proyecto: Proyecto, tipo: type[Registro], campo: str, identidad: Id) -> list[Registro]:
    """Return the records in use of a kind whose field ``campo``, of several references, holds a record; by name."""
    halladas = [registro for registro in proyecto.activos(tipo) if identidad in getattr(registro, campo)]
    return sorted(halladas, key=lambda registro: (plegar(registro.titulo), registro.id))


def point_at(
    proyecto: Proyecto, tipo: type[Registro], campo: str, destino: Registro, elegidos: Collection[Id]
) -> tuple[str, list[Cambio]]:
    """Return reason and changes after which the records chosen, and no others of their kind, point at ``destino``.

    What they pointed at before stays, in its order; ``destino`` comes last.
    """
    cambios: list[Cambio | None] = []
    for registro in proyecto.activos(tipo):
        referidos: tuple[Id, ...] = getattr(registro, campo)
        if registro.id in elegidos and destino.id not in referidos:
            cambios.append(cambio(registro, **{campo: (*referidos, destino.id)}))
        elif registro.id not in elegidos and destino.id in referidos:
            cambios.append(cambio(registro, **{campo: tuple(otro for otro in referidos if otro != destino.id)}))
    motivo = f"Vincular {tipo.PLURAL} con «{called(destino)}»"
    return motivo, [hecho for hecho in cambios if hecho is not None]
