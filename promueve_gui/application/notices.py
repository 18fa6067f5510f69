"""Notices of high-value publications (R13): who still waits for one, and what a new one starts with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.difusion import AvisoAltoValor
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.vocabularios import Rol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas import Hallazgo, Resultado

REGLA_AVISOS = "R13"


def avisos_pendientes(resultados: Iterable[Resultado]) -> tuple[Hallazgo, ...]:
    """Return, out of a review, a gap for each high-value dataset that went out without its dated notice."""
    return tuple(h for resultado in resultados if resultado.regla.id == REGLA_AVISOS for h in resultado.hallazgos)


def aviso_sin_fecha(proyecto: Proyecto, conjunto: Id) -> AvisoAltoValor | None:
    """Return the notice of a dataset that was begun and never dated, or ``None``."""
    avisos = proyecto.activos(AvisoAltoValor)
    return next((aviso for aviso in avisos if aviso.conjunto == conjunto and aviso.fecha is None), None)


def aviso_inicial(proyecto: Proyecto, conjunto: Id) -> dict[str, Any]:
    """Return what a notice starts with. Without date: that is filled in when it has really been sent."""
    registro = proyecto.get(ConjuntoDatos, conjunto)
    enlaces = [p for p in proyecto.activos(Persona) if p.rol is Rol.ENLACE_COMUNICACION]
    return {
        "asunto": f"Publicación de alto valor: {registro.nombre if registro else ''}".strip(" :"),
        "conjunto": conjunto,
        "destinatarios": "; ".join(persona.correo or persona.nombre for persona in enlaces),
        "medio": "Correo electrónico",
    }
