"""The starter catalogue of user groups: what it offers to a project, and the groups made of what was ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.texto import contado, plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from promueve_gui.application.ayuda import GrupoTipico
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.vocabularios import ClaseGrupo


@frozen
class Oferta:
    """A typical group, and whether the project has one of that name already."""

    grupo: GrupoTipico
    existe: bool


def offers(
    catalogo: Iterable[GrupoTipico],
    proyecto: Proyecto,
    query: str = "",
    clase: ClaseGrupo | None = None,
    sector: str = "",
) -> list[Oferta]:
    """Return what the catalogue offers, of one class and sector or of all, that holds every word of ``query``."""
    nombres = {plegar(grupo.nombre) for grupo in proyecto.activos(GrupoUsuarios)}
    palabras = plegar(query).split()
    return [
        Oferta(grupo, plegar(grupo.nombre) in nombres)
        for grupo in catalogo
        if clase in {None, grupo.clase}
        and sector in {"", grupo.sector}
        and all(palabra in _texto(grupo) for palabra in palabras)
    ]


def additions(elegidos: Sequence[GrupoTipico], proyecto: Proyecto, area: Id | None) -> tuple[str, list[Cambio]]:
    """Return reason and changes that add the groups chosen, as identified by ``area``; those it has are left out."""
    nuevos = [oferta.grupo for oferta in offers(elegidos, proyecto) if not oferta.existe]
    cuantos = contado(len(nuevos), "grupo", "grupos")
    return f"Agregar {cuantos} del catálogo", [alta(_grupo(tipico, area)) for tipico in nuevos]


def _grupo(tipico: GrupoTipico, area: Id | None) -> GrupoUsuarios:
    return GrupoUsuarios(
        id=nuevo_id(),
        nombre=tipico.nombre,
        clase=tipico.clase,
        ejes=tipico.ejes,
        descripcion=tipico.descripcion,
        area=area,
    )


def _texto(grupo: GrupoTipico) -> str:
    return plegar(f"{grupo.nombre} {grupo.sector} {grupo.descripcion}")
