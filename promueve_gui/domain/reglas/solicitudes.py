"""R14: a communication that the Unidad or the Coordinación asked for is registered, and has its communication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.difusion import Publicacion, SolicitudComunicacion
from promueve_gui.domain.reglas.base import Regla, Verificacion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.reglas.base import Contexto, Juez


def _juez(contexto: Contexto) -> Juez:
    ultimas: dict[Id | None, date] = {}
    for publicacion in contexto.proyecto.activos(Publicacion):
        if publicacion.fecha is not None and publicacion.fecha <= contexto.hoy:
            ultimas[publicacion.solicitud] = max(
                publicacion.fecha, ultimas.get(publicacion.solicitud, publicacion.fecha)
            )

    def juzgar(solicitud: SolicitudComunicacion) -> Iterator[Verificacion]:
        if solicitud.solicitante is None:
            yield Verificacion("solicitante", "Falta quién la solicita: la Unidad o la Coordinación.")
        if solicitud.fecha is None:
            yield Verificacion("fecha", "Falta la fecha de la solicitud.")
        ultima = ultimas.get(solicitud.id)
        if ultima is None:
            yield Verificacion("asunto", "Falta registrar la comunicación con que se atendió.")
        elif solicitud.fecha is not None and ultima < solicitud.fecha:
            yield Verificacion("fecha", "La comunicación registrada es anterior a la solicitud; revise las fechas.")

    return juzgar


REGLA = Regla(
    id="R14",
    paso=4,
    titulo="Comunicaciones solicitadas y atendidas",
    tipos=(SolicitudComunicacion,),
    juez=_juez,
)
