"""R11: a recommendation is answered in time, in días naturales or hábiles as the profile says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.fechas import PLAZO_MAXIMO, deadline, fecha_corta
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.reglas.base import Regla, Severidad, Verificacion
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import ComputoDias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from promueve_gui.domain.reglas.base import Contexto, Hallazgo, Juez

DIAS_RESPUESTA = 30  # Paso 4.3, edición 2017; the profile may say otherwise
DIAS_POR_VENCER = 3


def plazo(contexto: Contexto) -> str:
    """Return the term in force as the screen must say it: «30 días naturales»."""
    return f"{_dias(contexto)} {contexto.perfil.computo_dias.etiqueta.lower()}"


def _dias(contexto: Contexto) -> int:
    return contexto.perfil.dias_respuesta or DIAS_RESPUESTA


def fechas_limite(contexto: Contexto) -> Callable[[Recomendacion], date | None]:
    """Return the function that gives the last day to answer a recommendation, ``None`` until it has a reception.

    Holidays are looked up only for días hábiles, and once for each year of reception.
    """
    dias, computo = _dias(contexto), contexto.perfil.computo_dias
    inhabiles: dict[tuple[int, int], frozenset[date]] = {}

    def limite(recomendacion: Recomendacion) -> date | None:
        recibida, pausa = recomendacion.fecha_recepcion, recomendacion.dias_pausa or 0
        if recibida is None or computo is ComputoDias.NATURALES:
            return recibida and deadline(recibida, dias, computo, pausa_dias=pausa)
        total = min(dias + pausa, PLAZO_MAXIMO)
        clave = (recibida.year, total)
        if clave not in inhabiles:
            inhabiles[clave] = contexto.inhabiles(recibida, total)
        return deadline(recibida, dias, computo, inhabiles[clave], pausa)

    return limite


def _juez(contexto: Contexto) -> Juez:
    limite = fechas_limite(contexto)
    hoy = contexto.hoy

    def juzgar(recomendacion: Recomendacion) -> Iterable[Verificacion] | None:
        vence = limite(recomendacion)
        if vence is None:
            return None
        respondida = recomendacion.fecha_respuesta
        return _abierta(vence, hoy) if respondida is None or respondida > hoy else _respondida(vence, respondida)

    return juzgar


def _abierta(vence: date, hoy: date) -> list[Verificacion]:
    dias = (vence - hoy).days
    if dias < 0:
        mensaje = f"Venció el {fecha_corta(vence)}, hace {contado(-dias, 'día', 'días')}."
        return [Verificacion("fecha_respuesta", mensaje, bloquea=True)]
    if dias > DIAS_POR_VENCER:
        return []
    cuando = {0: "hoy", 1: "mañana"}.get(dias, f"en {contado(dias, 'día', 'días')}")
    return [Verificacion("fecha_respuesta", f"Vence {cuando} ({fecha_corta(vence)}).")]


def _respondida(vence: date, respondida: date) -> list[Verificacion]:
    tarde = (respondida - vence).days
    if tarde <= 0:
        return []
    despues = contado(tarde, "día", "días")
    return [Verificacion("fecha_respuesta", f"Se respondió {despues} después del plazo ({fecha_corta(vence)}).")]


def _resumir(hallazgos: tuple[Hallazgo, ...]) -> str:
    """Return «2 vencidas, 1 por vencer»: what is late first, since that is what there is to do."""
    partes = [
        (sum(h.severidad is Severidad.BLOQUEA for h in hallazgos), "vencida", "vencidas"),
        (sum(h.mensaje.startswith("Vence ") for h in hallazgos), "por vencer", "por vencer"),
        (sum(h.mensaje.startswith("Se respondió") for h in hallazgos), "respondida tarde", "respondidas tarde"),
    ]
    return ", ".join(contado(n, una, varias) for n, una, varias in partes if n)


REGLA = Regla(
    id="R11",
    paso=5,
    titulo="Respuestas en plazo",
    tipos=(Recomendacion,),
    juez=_juez,
    titular=lambda contexto: f"Respuestas en {plazo(contexto)}",
    resumir=_resumir,
)
