"""Which records go into the workbook of an area: its groups, its datasets, and how the ones use the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import UsoDatos
from promueve_gui.domain.procedencia import Procedencias, grupos_de_area
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.proyecto import Proyecto


def grupos_del_formato(proyecto: Proyecto, area: Id) -> list[GrupoUsuarios]:
    """Return the groups that an area named, by class (in the order of the Guía) and name."""
    clases: dict[ClaseGrupo | None, int] = {clase: lugar for lugar, clase in enumerate(ClaseGrupo)}
    suyos = grupos_de_area(proyecto, area, Procedencias.of(proyecto))
    return sorted(suyos, key=lambda grupo: (clases.get(grupo.clase, len(clases)), plegar(grupo.nombre)))


def conjuntos_del_formato(proyecto: Proyecto, area: Id) -> list[ConjuntoDatos]:
    """Return the datasets of an area that may be promoted (R2), by name."""
    suyos = (c for c in proyecto.activos(ConjuntoDatos) if c.area == area and c.promovible)
    return sorted(suyos, key=lambda conjunto: plegar(conjunto.nombre))


def usos_del_formato(proyecto: Proyecto, area: Id, grupos: Iterable[GrupoUsuarios]) -> list[UsoDatos]:
    """Return how ``grupos`` use the datasets of an area, by dataset and group."""
    nombres = {grupo.id: plegar(grupo.nombre) for grupo in grupos}
    conjuntos = {c.id: plegar(c.nombre) for c in proyecto.activos(ConjuntoDatos) if c.area == area}
    hallados = [
        (conjuntos[uso.conjunto], nombres[uso.grupo], uso)
        for uso in proyecto.activos(UsoDatos)
        if uso.conjunto in conjuntos and uso.grupo in nombres
    ]
    return [uso for *_, uso in sorted(hallados, key=lambda hallado: hallado[:2])]
