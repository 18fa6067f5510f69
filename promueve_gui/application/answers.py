"""Recommendations and their term (R11): how each stands, what a new one starts with, and all of them by age."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.folios import siguiente_folio
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.recomendaciones import AccionMejora, Recomendacion
from promueve_gui.domain.reglas import faltas_de_respuesta, fechas_limite
from promueve_gui.domain.reglas.plazos import DIAS_POR_VENCER
from promueve_gui.domain.vocabularios import Desenlace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas import Contexto

MODELO_FOLIO = "R-{anio}-{numero:03}"


class EstadoRespuesta(Opcion):
    """How a recommendation stands with regard to its term, the most urgent first."""

    VENCIDA = "vencida", "Vencida"
    POR_VENCER = "por_vencer", "Por vencer"
    ABIERTA = "abierta", "Abierta"
    SIN_FECHA = "sin_fecha", "Sin fecha"
    INCOMPLETA = "incompleta", "Respuesta incompleta"
    TARDE = "tarde", "Respondida tarde"
    A_TIEMPO = "a_tiempo", "Respondida a tiempo"


ABIERTAS = frozenset(
    {EstadoRespuesta.VENCIDA, EstadoRespuesta.POR_VENCER, EstadoRespuesta.ABIERTA, EstadoRespuesta.SIN_FECHA}
)


@frozen
class Situacion:
    """The last day to answer, ``None`` until there is a reception, and how the recommendation stands."""

    vence: date | None
    estado: EstadoRespuesta


def situaciones(contexto: Contexto) -> Callable[[Recomendacion], Situacion]:
    """Return the function that tells how a recommendation stands on the day of ``contexto``."""
    limite = fechas_limite(contexto)

    def situacion(recomendacion: Recomendacion) -> Situacion:
        vence = limite(recomendacion)
        return Situacion(vence, _estado(recomendacion, vence, contexto.hoy))

    return situacion


def _estado(recomendacion: Recomendacion, vence: date | None, hoy: date) -> EstadoRespuesta:
    respondida = recomendacion.fecha_respuesta
    if respondida is not None:
        if faltas_de_respuesta(recomendacion):
            return EstadoRespuesta.INCOMPLETA
        return EstadoRespuesta.TARDE if vence is not None and respondida > vence else EstadoRespuesta.A_TIEMPO
    if vence is None:
        return EstadoRespuesta.SIN_FECHA
    dias = (vence - hoy).days
    if dias < 0:
        return EstadoRespuesta.VENCIDA
    return EstadoRespuesta.POR_VENCER if dias <= DIAS_POR_VENCER else EstadoRespuesta.ABIERTA


def recomendacion_inicial(proyecto: Proyecto, hoy: date) -> dict[str, Any]:
    """Return what a new recommendation starts with: received today, and the next folio in the institution's way."""
    usados = (recomendacion.folio for recomendacion in proyecto.todos(Recomendacion))
    return {"folio": siguiente_folio(usados, hoy.year, MODELO_FOLIO), "fecha_recepcion": hoy}


def accion_inicial(recomendacion: Recomendacion) -> dict[str, Any]:
    """Return what an improvement starts with: it answers a recommendation, and keeps the date that was promised."""
    procede = recomendacion.desenlace is Desenlace.PROCEDE
    return {
        "nombre": f"Atender la recomendación {recomendacion.folio}".strip(),
        "recomendacion": recomendacion.id,
        "conjunto": recomendacion.conjunto,
        "responsable": recomendacion.tecnico,
        "fecha_compromiso": recomendacion.fecha_estimada if procede else None,
    }


def acciones_de(proyecto: Proyecto, recomendacion: Id) -> list[AccionMejora]:
    """Return the improvements that a recommendation led to."""
    return [accion for accion in proyecto.activos(AccionMejora) if accion.recomendacion == recomendacion]


class Antiguedad(Opcion):
    """How long a recommendation has waited, or waited for its answer, in días naturales."""

    QUINCE = "hasta_15", "Hasta 15 días"
    TREINTA = "hasta_30", "De 16 a 30 días"
    MAS = "mas_de_30", "Más de 30 días"


_LIMITES = ((15, Antiguedad.QUINCE), (30, Antiguedad.TREINTA))


def antiguedad(recomendacion: Recomendacion, hoy: date) -> Antiguedad:
    """Return how long a recommendation has waited until its answer, or until today; the day of reception is day 0."""
    hasta = recomendacion.fecha_respuesta or hoy
    dias = (hasta - (recomendacion.fecha_recepcion or hasta)).days
    return next((edad for limite, edad in _LIMITES if dias <= limite), Antiguedad.MAS)


def por_estado_y_edad(contexto: Contexto) -> dict[EstadoRespuesta, dict[Antiguedad, int]]:
    """Return how many recommendations there are of each state, by how long they waited; every state is there."""
    cuenta = {estado: dict.fromkeys(Antiguedad, 0) for estado in EstadoRespuesta}
    situacion = situaciones(contexto)
    for recomendacion in contexto.proyecto.activos(Recomendacion):
        cuenta[situacion(recomendacion).estado][antiguedad(recomendacion, contexto.hoy)] += 1
    return cuenta
