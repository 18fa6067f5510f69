"""R1: a group has name, class and area, and one of society follows at least one eje."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.reglas.base import Regla, Verificacion
from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas.base import Contexto, Juez


def _juez(contexto: Contexto) -> Juez:
    return partial(_faltas, contexto.proyecto)


def _faltas(proyecto: Proyecto, grupo: GrupoUsuarios) -> Iterator[Verificacion]:
    if not grupo.nombre.strip():
        yield Verificacion("nombre", "Falta el nombre del grupo.")
    if grupo.clase is None:
        yield Verificacion("clase", "Falta la clase: dentro de la institución, gobierno o sociedad.")
    if grupo.area is None:
        yield Verificacion("area", "Falta el área generadora que lo identificó.")
    elif (area := proyecto.get(AreaGeneradora, grupo.area)) is not None and not area.activo:
        yield Verificacion("area", f"El área «{area.nombre}» se retiró del proyecto; elija otra.")
    if grupo.clase is ClaseGrupo.SOCIEDAD and not grupo.ejes:
        yield Verificacion("ejes", "Falta al menos un eje: es un grupo de otros sectores de la sociedad.")


REGLA = Regla(
    id="R1",
    paso=1,
    titulo="Grupos con clase, área y eje",
    tipos=(GrupoUsuarios,),
    juez=_juez,
)
