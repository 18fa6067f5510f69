"""Which areas a group belongs to after merges, and what each of them said of it: derived, never stored twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import SEPARADOR
from promueve_gui.domain.uniones import UnionGrupos

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


@frozen
class Procedencias:
    """The merges in force. ``unidos`` gives, for a group that stays, those merged into it, also by way of others.

    ``queda_por`` gives, for a group that was merged, the one that stands for it today.
    """

    unidos: Mapping[Id, tuple[Id, ...]]
    queda_por: Mapping[Id, Id]

    @classmethod
    def of(cls, proyecto: Proyecto) -> Procedencias:
        """Follow the merges of ``proyecto`` to the groups that stand for others today."""
        directas = {u.sobrante: u.queda for u in proyecto.activos(UnionGrupos) if u.sobrante and u.queda}
        queda_por = {sobrante: _final(queda, directas) for sobrante, queda in directas.items()}
        unidos: dict[Id, list[Id]] = {}
        for sobrante, queda in queda_por.items():
            unidos.setdefault(queda, []).append(sobrante)
        return cls({queda: tuple(suyos) for queda, suyos in unidos.items()}, queda_por)

    def voces(self, proyecto: Proyecto, grupo: GrupoUsuarios) -> list[GrupoUsuarios]:
        """Return the group and those merged into it: each says what its area said."""
        otros = (proyecto.get(GrupoUsuarios, identidad) for identidad in self.unidos.get(grupo.id, ()))
        return [grupo, *(otro for otro in otros if otro is not None)]

    def areas(self, proyecto: Proyecto, grupo: GrupoUsuarios) -> list[Id]:
        """Return the areas that named the group, its own first."""
        return list(dict.fromkeys(voz.area for voz in self.voces(proyecto, grupo) if voz.area))


def nombrado_por(proyecto: Proyecto) -> Callable[[GrupoUsuarios], str]:
    """Return how to tell, as people read it, which areas named a group of ``proyecto``, its own first."""
    procedencias = Procedencias.of(proyecto)

    def areas(grupo: GrupoUsuarios) -> str:
        titulos = (proyecto.titulo(AreaGeneradora.ENTIDAD, area) for area in procedencias.areas(proyecto, grupo))
        return SEPARADOR.join(filter(None, titulos))

    return areas


def _final(queda: Id, directas: Mapping[Id, Id]) -> Id:
    """Follow merges from group to group; a circle, which only a damaged file could hold, stops where it closes."""
    vistos = {queda}
    while (otro := directas.get(queda)) is not None and otro not in vistos:
        vistos.add(queda := otro)
    return queda


def grupos_de_area(proyecto: Proyecto, area: Id, procedencias: Procedencias) -> list[GrupoUsuarios]:
    """Return the groups in use that an area named, also those that a group of another area stands for by now."""
    suyos = proyecto.referidos(GrupoUsuarios, "area", area)
    ids = dict.fromkeys(i for grupo in suyos for i in (procedencias.queda_por.get(grupo.id), grupo.id))
    grupos = (proyecto.get(GrupoUsuarios, identidad) for identidad in ids)
    return [grupo for grupo in grupos if grupo is not None and grupo.activo]
