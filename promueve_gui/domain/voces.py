"""What each area said of a group, in its own words, also after merges gave the group that stays other words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.movido import Movido
from promueve_gui.domain.uniones import UnionGrupos

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.procedencia import Procedencias
    from promueve_gui.domain.proyecto import Proyecto


class Voces:
    """Tells what areas said. The merges in force are read once."""

    def __init__(self, proyecto: Proyecto, procedencias: Procedencias) -> None:
        """Take the project and where its groups come from."""
        self._proyecto, self._procedencias = proyecto, procedencias
        self._recibidos: dict[Id | None, list[Movido]] = {}
        for union in sorted(proyecto.activos(UnionGrupos), key=lambda union: union.id):
            self._recibidos.setdefault(union.queda, []).append(Movido.leido(union.movido))

    def de(self, grupo: GrupoUsuarios) -> list[GrupoUsuarios]:
        """Return a group and those merged into it as their areas described them, its own first."""
        return [self._propias(voz) for voz in self._procedencias.voces(self._proyecto, grupo)]

    def _propias(self, grupo: GrupoUsuarios) -> GrupoUsuarios:
        """Return a group without what merges gave it; a field that somebody changed since is as it is now."""
        antes: dict[str, Any] = {}
        puestos = (p for movido in self._recibidos.get(grupo.id, ()) for p in movido.puestos if p.id == grupo.id)
        for puesto in reversed(list(puestos)):
            if antes.get(puesto.campo, getattr(grupo, puesto.campo)) == puesto.nuevo:
                antes[puesto.campo] = puesto.anterior
        return replace(grupo, **antes) if antes else grupo
