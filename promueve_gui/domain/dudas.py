"""Settles the doubts that returned files left in the project. Pure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.alcance import naming_fields
from promueve_gui.domain.cambios import Cambio, cambio
from promueve_gui.domain.codec import decode_fields
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.formatos import EstadoDuda, TipoDuda
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.recepcion import joined, joins
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.ficha import Campo, Id, Registro, Valor
    from promueve_gui.domain.formatos import Duda
    from promueve_gui.domain.proyecto import Proyecto

_RESOLUCION: Mapping[Decision, str] = {
    Decision.TOMAR: "Se tomó lo del archivo.",
    Decision.CONSERVAR: "Se conservó lo del proyecto.",
    Decision.AMBOS: "Se conservaron los dos textos.",
}


def doubt_choices(proyecto: Proyecto, duda: Duda) -> tuple[Decision, ...]:
    """Return what can be decided about a doubt today; nothing when it is settled."""
    if duda.estado is not EstadoDuda.PENDIENTE:
        return ()
    registro, suyos = _record(proyecto, duda), _theirs(duda)
    se_toma = bool(suyos) and (registro is not None or _is_whole(duda.entidad, suyos))
    tomar = (Decision.TOMAR,) if se_toma else ()
    unible = duda.tipo is TipoDuda.CONFLICTO and registro is not None and _field(duda) is not None
    propio = getattr(registro, duda.campo) if unible else None
    ambos = (Decision.AMBOS,) if unible and joins(duda.entidad, duda.campo, propio, suyos.get(duda.campo)) else ()
    return (*tomar, Decision.CONSERVAR, *ambos, Decision.ESPERAR)


def doubt_values(proyecto: Proyecto, duda: Duda) -> tuple[str, str]:
    """Return what the project says today and what taking the file's side would make it say, as people read them."""
    registro, suyos = _record(proyecto, duda), _theirs(duda)
    campo = _field(duda)
    if campo is None:
        return "" if registro is None else registro.titulo, " ".join(map(str, suyos.values()))
    nuestro = "" if registro is None else mostrar(campo, getattr(registro, duda.campo), proyecto)
    return nuestro, mostrar(campo, suyos[duda.campo], proyecto) if duda.campo in suyos else ""


def resolve_doubt(proyecto: Proyecto, duda: Duda, decision: Decision) -> tuple[str, list[Cambio]]:
    """Return the reason and the changes that settle a doubt, for ``Session.edit``; no changes when it is to wait.

    Raises ``UserError`` («duda_sin_sentido») when this can no longer be decided about it.
    """
    if decision not in doubt_choices(proyecto, duda):
        raise UserError("duda_sin_sentido", duda=duda.nombre)
    motivo = f"Resolver la duda «{duda.nombre}»"
    if decision is Decision.ESPERAR:
        return motivo, []
    cerrada = cambio(duda, estado=EstadoDuda.RESUELTA, resolucion=_RESOLUCION[decision])
    hechos = [] if decision is Decision.CONSERVAR else [_taken(proyecto, duda, decision)]
    return motivo, [hecho for hecho in (*hechos, cerrada) if hecho is not None]


def _taken(proyecto: Proyecto, duda: Duda, decision: Decision) -> Cambio | None:
    registro, suyos = _record(proyecto, duda), _theirs(duda)
    if registro is None:
        return Cambio(duda.entidad, duda.registro, None, suyos)
    if decision is Decision.AMBOS:
        suyos = {duda.campo: joined(duda.entidad, duda.campo, getattr(registro, duda.campo), suyos[duda.campo])}
    return cambio(registro, **suyos)


def _record(proyecto: Proyecto, duda: Duda) -> Registro | None:
    """Return the record that a doubt is about, or the one that stands for it since they were merged."""
    if duda.entidad not in POR_ENTIDAD:
        return None
    queda: Id = Procedencias.of(proyecto).queda_por.get(duda.registro, duda.registro)
    return proyecto.registro(duda.entidad, queda)


def _theirs(duda: Duda) -> dict[str, Any]:
    """Return the values that a doubt keeps; none when what it keeps cannot be read."""
    try:
        return dict(decode_fields(POR_ENTIDAD[duda.entidad], json.loads(duda.suyo or "{}")))
    except (AttributeError, KeyError, TypeError, ValueError):  # somebody else's hand, or a program of another day
        return {}


def _field(duda: Duda) -> Campo | None:
    """Return the field that a doubt is about; none for a whole record."""
    return campos(POR_ENTIDAD[duda.entidad]).get(duda.campo) if duda.entidad in POR_ENTIDAD else None


def _is_whole(entidad: str, suyos: Mapping[str, Valor]) -> bool:
    """Tell whether the values make a record by themselves."""
    return all(suyos.get(campo) for campo in naming_fields(POR_ENTIDAD[entidad]))
