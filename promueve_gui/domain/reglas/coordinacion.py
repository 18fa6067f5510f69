"""R7: stories and tools are coordinated with the órgano rector before they are approved and published."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.conjuntos import Herramienta
from promueve_gui.domain.contenidos import COORDINACION, Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.reglas.base import Regla, Verificacion
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido

if TYPE_CHECKING:
    from datetime import date

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.reglas.base import Contexto, Juez

Coordinable: TypeAlias = Contenido | Herramienta

# Every kind of tool, and not only viewers and apps: the table of types (dominio §2, step 3) asks it of them all.
CON_COORDINACION = frozenset({TipoContenido.HISTORIA, TipoContenido.HERRAMIENTA})
_QUE_FALTA = dict(zip(COORDINACION, ("la fecha", "con quién", "por qué medio"), strict=True))


def verificar(registro: Coordinable, hoy: date) -> list[Verificacion] | None:
    """Return the check of «coordinado con el órgano rector», or ``None`` for contents that need no coordination.

    What is to be coordinated after the day ``hoy`` is not coordinated yet.
    """
    if isinstance(registro, Contenido) and registro.tipo not in CON_COORDINACION:
        return None
    faltan = [campo for campo in COORDINACION if not _tiene(registro, campo)]
    fecha = registro.coordinado_fecha
    if fecha is not None and fecha > hoy:
        texto = f"La coordinación con el órgano rector es del {fecha_corta(fecha)}, que todavía no llega."
        return [Verificacion(COORDINACION[0], texto, bloquea=True)]
    if not faltan:
        return [Verificacion(COORDINACION[0], "Coordinado con el órgano rector", ok=True, bloquea=True)]
    detalle = "" if len(faltan) == len(COORDINACION) else f": anote {' y '.join(_QUE_FALTA[c] for c in faltan)}"
    return [Verificacion(faltan[0], f"Falta coordinar con el órgano rector{detalle}.", bloquea=True)]


def _tiene(registro: Coordinable, campo: str) -> bool:
    valor = getattr(registro, campo)
    return bool(valor.strip() if isinstance(valor, str) else valor)


def _juez(contexto: Contexto) -> Juez:
    hoy = contexto.hoy
    salidas: dict[Id | None, date] = {}  # when each content first went out; without a date it did all the same
    for publicacion in contexto.proyecto.activos(Publicacion):
        fecha = publicacion.fecha or hoy
        if fecha <= hoy:
            salidas[publicacion.contenido] = min(fecha, salidas.get(publicacion.contenido, hoy))

    def juzgar(registro: Coordinable) -> list[Verificacion] | None:
        """Judge what is public already (a breach) or about to be (an advice); earlier there is time."""
        if isinstance(registro, Herramienta):
            return verificar(registro, hoy) if registro.publicada else None
        if registro.id in salidas or registro.estado is EstadoContenido.PUBLICADO:
            return _difundido(registro, salidas.get(registro.id, hoy), hoy)
        return _por_publicar(registro, hoy) if registro.estado is EstadoContenido.APROBADO else None

    return juzgar


def _difundido(contenido: Contenido, salida: date, hoy: date) -> list[Verificacion] | None:
    """Return the check of a content that went out on the day ``salida``, which its coordination is to precede."""
    checks, fecha = verificar(contenido, hoy), contenido.coordinado_fecha
    if not checks or not checks[0].ok or fecha is None or fecha <= salida:
        return checks
    cuando = f"Se difundió el {fecha_corta(salida)}, antes de coordinarlo con el órgano rector el {fecha_corta(fecha)}"
    return [Verificacion(COORDINACION[0], f"{cuando}. Revise las fechas.", bloquea=True)]


def _por_publicar(contenido: Contenido, hoy: date) -> list[Verificacion] | None:
    checks = verificar(contenido, hoy)
    return checks and [Verificacion(check.campo, check.texto, check.ok) for check in checks]


REGLA = Regla(
    id="R7",
    paso=3,
    titulo="Coordinación con el órgano rector",
    tipos=(Contenido, Herramienta),
    juez=_juez,
)
