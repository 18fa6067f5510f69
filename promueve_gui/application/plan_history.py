"""What the bitácora knows of what calendars tell of: how often it changed, when last, and the last day it had."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.application.agenda_options import Historia
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.plan import LineaPlan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from promueve_gui.application.session import Session
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.pasado import Vuelta


# What says of a dataset when it is published and whether calendars tell of it, and of a line in whose it is.
_RECORDADOS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        ConjuntoDatos.ENTIDAD: frozenset({"acceso", "institucional", "retirado", "fecha_publicacion", "frecuencia"}),
        LineaPlan.ENTIDAD: frozenset({"persona", "conjunto", "herramienta", "evento"}),
    }
)
_NINGUNO: frozenset[str] = frozenset()
_CONTADOS = frozenset({LineaPlan.ENTIDAD, Evento.ENTIDAD, ConjuntoDatos.ENTIDAD})


def histories(session: Session) -> Mapping[Id, Historia]:
    """Return the history of every line, event and dataset that the bitácora tells of.

    Runs on whichever thread has the session. Raises ``UserError`` when the history cannot be read.
    """
    historias: dict[Id, Historia] = {}
    for paso in session.steps(_CONTADOS):
        momento: datetime | None = None
        for vuelta in paso.vueltas:
            conocida = historias.get(vuelta.id)
            if conocida is None:
                momento = momento or session.moment(paso.asiento)
            historias[vuelta.id] = _before(conocida or Historia(0, momento, None), vuelta)
    return historias


def _before(conocida: Historia, vuelta: Vuelta) -> Historia:
    """Return what is known of a record after looking at an older change of it, or at how it came into being."""
    if vuelta.valores is None:
        return conocida
    anteriores = conocida.anteriores
    recordados = _RECORDADOS.get(vuelta.entidad, _NINGUNO)
    if not recordados.isdisjoint(vuelta.valores):
        suyos = {campo: valor for campo, valor in vuelta.valores.items() if campo in recordados}
        anteriores = (*anteriores, {**(anteriores[-1] if anteriores else {}), **suyos})
    fecha = conocida.fecha or vuelta.valores.get("fecha")
    return Historia(conocida.revision + 1, conocida.momento, fecha, anteriores)
