"""Records of a small plan, each well as it comes; a test changes what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from promueve_gui.application.plan_lines import in_order
from promueve_gui.application.plan_views import lanes_in_parts
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import (
    Canal,
    ClaseGrupo,
    EstadoLinea,
    Frecuencia,
    Rol,
    TipoContenido,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.application.plan_views import Carril, Carriles
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.proyecto import Proyecto

HOY = date(2026, 3, 12)  # a Thursday
AREA = AreaGeneradora(id="area", nombre="Dirección de Puentes")
INSTITUCION = Institucion(id="inst", nombre="Secretaría de Ejemplo", siglas="SEJ", anio=2026)
ENLACE = Persona(id="ana", nombre="Ana Torres", rol=Rol.ENLACE)
PUENTES = ConjuntoDatos(
    id="puentes",
    nombre="Puentes y vados",
    area="area",
    frecuencia=Frecuencia.MENSUAL,
    fecha_publicacion=date(2026, 1, 20),
    prioritario=True,
)
PERIODISTAS = GrupoUsuarios(
    id="periodistas", nombre="Periodistas", clase=ClaseGrupo.SOCIEDAD, area="area", prioritario=True
)
LINEA = LineaPlan(
    id="linea",
    nombre="Boletín de puentes",
    conjunto="puentes",
    grupos=("periodistas",),
    tipo_contenido=TipoContenido.BOLETIN,
    canal=Canal.CORREO,
    fecha=date(2026, 3, 23),
    rol_responsable=Rol.ENLACE,
    estado=EstadoLinea.PLANEADA,
)


def lanes(proyecto: Proyecto, lineas: Iterable[LineaPlan], por: Carriles) -> list[Carril]:
    """Return lines in lanes, made at once."""
    partes = lanes_in_parts(proyecto, in_order(lineas), por)
    while True:
        try:
            next(partes)
        except StopIteration as fin:
            carriles: list[Carril] = fin.value
            return carriles


def no_holidays(year: int) -> frozenset[date]:
    """Know of no holiday."""
    return frozenset()


def linea(identidad: str, **valores: Any) -> LineaPlan:
    """Return another line like ``LINEA``."""
    return replace(LINEA, id=identidad, **valores)


def made(cambios: list[Cambio] | tuple[Cambio, ...], proyecto: Proyecto) -> Proyecto:
    """Return the project as it is after some changes, which must fit it."""
    despues = proyecto.snapshot()
    despues.apply(cambios)
    return despues
