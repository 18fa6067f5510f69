"""What no edit may do, whatever door it comes through: approve or publish what the rules bar (R2, R4–R7).

Only a step forward by hand is watched: a mark that is taken off, an undo and a merge with another project are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.reglas import Contexto, trabas, trabas_herramienta
from promueve_gui.domain.vocabularios import EstadoContenido

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

_CODIGOS = {
    EstadoContenido.APROBADO: "contenido_no_aprobable",
    EstadoContenido.PUBLICADO: "contenido_no_publicable",
}
_AVANCE: dict[EstadoContenido | None, int] = {estado: lugar for lugar, estado in enumerate(EstadoContenido)}


def vigilar(proyecto: Proyecto, cambios: Sequence[Cambio], hoy: date) -> None:
    """Look at ``cambios``, which are not yet in ``proyecto``, as the rules would once they were.

    Raises ``UserError`` («contenido_no_aprobable», «contenido_no_publicable», «herramienta_no_publicable») with the
    title of the record and the first sentence of what stands in the way.
    """
    contenidos = [c.id for c in cambios if c.entidad == Contenido.ENTIDAD and "estado" in (c.despues or ())]
    herramientas = [c.id for c in cambios if c.entidad == Herramienta.ENTIDAD and (c.despues or {}).get("publicada")]
    if not contenidos and not herramientas:
        return
    despues = proyecto.snapshot()
    despues.apply(cambios)
    for contenido in filter(None, (despues.get(Contenido, identidad) for identidad in contenidos)):
        _vigilar_contenido(Contexto(despues, hoy), proyecto.get(Contenido, contenido.id), contenido)
    for herramienta in filter(None, (despues.get(Herramienta, identidad) for identidad in herramientas)):
        _exigir("herramienta_no_publicable", herramienta, trabas_herramienta(herramienta, hoy))


def _vigilar_contenido(contexto: Contexto, antes: Contenido | None, despues: Contenido) -> None:
    estado = despues.estado
    if estado in _CODIGOS and _AVANCE[estado] > _AVANCE.get(antes.estado if antes else None, -1):
        _exigir(_CODIGOS[estado], despues, [punto.texto for punto in trabas(contexto, despues)])


def _exigir(codigo: str, registro: Registro, faltan: Sequence[str]) -> None:
    if faltan:
        raise UserError(codigo, titulo=registro.titulo_breve, falta=faltan[0])
