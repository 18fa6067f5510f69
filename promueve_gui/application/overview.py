"""Where the institution stands, all that the first page shows, made in one go from a snapshot on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.review import proximos, review
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.fechas import bimestre_de
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.reglas import Contexto, cuenta_por_bimestre, inicio_del_programa
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import EstadoContenido, EstadoLinea

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from promueve_gui.application.ports import Feriados, Progress
    from promueve_gui.application.review import Proximo, Revision
    from promueve_gui.domain.fechas import Bimestre
    from promueve_gui.domain.proyecto import Proyecto


@frozen
class Cifra:
    """One figure of the first page: what it counts, how many, a remark, and the table that it leads to."""

    titulo: str
    valor: int
    nota: str
    entidad: str


@frozen
class Overview:
    """The rules, the figures, what comes, the communications of each bimestre, and the bimester clock.

    ``inicio`` is the day from which bimestres count (R8), when it is known.
    """

    revision: Revision
    cifras: tuple[Cifra, ...]
    proximos: tuple[Proximo, ...]
    por_bimestre: tuple[tuple[Bimestre, int], ...]
    inicio: date | None
    reloj: str


def overview(proyecto: Proyecto, hoy: date, feriados: Feriados, progress: Progress | None = None) -> Overview:
    """Return where the institution stands on the day ``hoy``. Raises ``Cancelled`` when ``progress`` does."""
    contexto = Contexto(proyecto, hoy, feriados)
    return Overview(
        revision=review(proyecto, hoy, feriados, progress),
        cifras=_cifras(proyecto),
        proximos=tuple(proximos(proyecto, hoy, feriados)),
        por_bimestre=tuple(cuenta_por_bimestre(contexto).items()),
        inicio=inicio_del_programa(contexto),
        reloj=reloj_bimestre(proyecto, hoy),
    )


def _cifras(proyecto: Proyecto) -> tuple[Cifra, ...]:
    grupos, areas = proyecto.activos(GrupoUsuarios), proyecto.activos(AreaGeneradora)
    lineas = proyecto.activos(LineaPlan)
    contenidos = proyecto.activos(Contenido)
    publicados = sum(contenido.estado is EstadoContenido.PUBLICADO for contenido in contenidos)
    recibidas = proyecto.activos(Recomendacion)
    abiertas = sum(recomendacion.abierta for recomendacion in recibidas)
    return (
        Cifra("Grupos de usuarios", len(grupos), contado(len(areas), "área", "áreas"), GrupoUsuarios.ENTIDAD),
        Cifra("Actividades del plan", len(lineas), _avance(lineas), LineaPlan.ENTIDAD),
        Cifra("Contenidos", len(contenidos), contado(publicados, "publicado", "publicados"), Contenido.ENTIDAD),
        Cifra(
            "Recomendaciones abiertas",
            abiertas,
            contado(len(recibidas), "recibida", "recibidas"),
            Recomendacion.ENTIDAD,
        ),
    )


def _avance(lineas: Sequence[LineaPlan]) -> str:
    """Return how many are done, and how many were given up: they are in the plan and in its list too."""
    hechas = sum(linea.estado is EstadoLinea.HECHA for linea in lineas)
    canceladas = sum(linea.estado is EstadoLinea.CANCELADA for linea in lineas)
    resto = f" · {contado(canceladas, 'cancelada', 'canceladas')}" if canceladas else ""
    return contado(hechas, "hecha", "hechas") + resto


def reloj_bimestre(proyecto: Proyecto, hoy: date) -> str:
    """Return the bimester clock (R8), for example «Sexto bimestre: quedan 12 días · falta comunicar»."""
    bimestre = bimestre_de(hoy)
    cuantas = cuenta_por_bimestre(Contexto(proyecto, hoy), hoy.year).get(bimestre, 0)
    hechas = contado(cuantas, "comunicación", "comunicaciones") if cuantas else "falta comunicar"
    return f"{bimestre.ordinal.capitalize()} bimestre: {bimestre.quedan(hoy)} · {hechas}"
