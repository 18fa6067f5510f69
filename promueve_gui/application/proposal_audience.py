"""For whom a proposed line is: the groups that use its data or belong to its area, out of those that a rule admits.

Groups are filed once, by area and by dataset, so that no rule looks at every dataset against every group.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.actores import tratamiento
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import TipoUso

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from promueve_gui.domain.catalogos import ReglaPlan
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

MINIMO = 2  # groups of one line, if others that matter wait for one
MAXIMO = 6  # groups of one line: more than that is «everybody», and nobody reads it
_Filtro: TypeAlias = "tuple[object, object, object]"
_ACTUAL, _POTENCIAL, _DEL_AREA = range(3)  # how near a group is to the data, the nearest first


@frozen
class Publico:
    """The groups of a line, the nearest first, and how many of them use its data or could."""

    grupos: tuple[Id, ...]
    usan: int = 0
    usarian: int = 0


class Audiencia:
    """The groups in use of a project, filed by area and by the datasets that they use."""

    def __init__(self, proyecto: Proyecto) -> None:
        """File the groups as they are now."""
        self.grupos = {grupo.id: grupo for grupo in proyecto.activos(GrupoUsuarios)}
        self.prioritarios = {grupo.id for grupo in self.grupos.values() if grupo.prioritario}
        self._orden = {id_: lugar for lugar, id_ in enumerate(sorted(self.grupos, key=self._rank))}
        self._usos: dict[Id, dict[Id, int]] = {}  # dataset, group
        self._usados: dict[Id, dict[Id, int]] = {}  # group, dataset
        for uso in proyecto.activos(UsoDatos):
            if uso.conjunto is not None and uso.grupo in self.grupos:
                cercania = _ACTUAL if uso.tipo is TipoUso.ACTUAL else _POTENCIAL
                self._usos.setdefault(uso.conjunto, {})[uso.grupo] = cercania
                self._usados.setdefault(uso.grupo, {})[uso.conjunto] = cercania
        self._areas = {conjunto.id: conjunto.area for conjunto in proyecto.activos(ConjuntoDatos)}
        self._admitidos: dict[_Filtro, Mapping[Id | None, Sequence[Id]]] = {}
        self._para: dict[tuple[_Filtro, Sequence[Id]], Publico] = {}
        self._con_grupos = {grupo.area for grupo in self.grupos.values() if grupo.area is not None}

    def used_by(self, grupo: Id) -> Mapping[Id, int]:
        """Return the datasets that a group uses or could use; the smaller the number, the nearer."""
        return self._usados.get(grupo, {})

    def admits(self, regla: ReglaPlan, grupo: GrupoUsuarios) -> bool:
        """Tell whether a rule is for a group."""
        clase = regla.clase is None or grupo.clase is regla.clase
        trato = regla.cuadrante is None or tratamiento(grupo.poder, grupo.interes) is regla.cuadrante
        return clase and trato and (regla.eje is None or regla.eje in grupo.ejes)

    def for_guests(self, regla: ReglaPlan, invitados: Iterable[Id]) -> Publico:
        """Return those of the guests of an event that a rule is for."""
        vivos = (self.grupos[id_] for id_ in invitados if id_ in self.grupos)
        return Publico(tuple(grupo.id for grupo in vivos if self.admits(regla, grupo)))

    def for_data(self, regla: ReglaPlan, conjuntos: tuple[Id, ...]) -> Publico:
        """Return for whom a line about some datasets is, at most ``MAXIMO`` groups; none when the rule is for nobody.

        Those that use the data come before those that could, and these before the rest of the area. Data that nobody
        in particular uses, of an area without groups, are for those that matter most.
        """
        clave = (_filter(regla), conjuntos)
        if clave not in self._para:
            self._para[clave] = self._nearest(regla, conjuntos)
        return self._para[clave]

    def completed(self, regla: ReglaPlan, publico: Publico, atendidos: Container[Id]) -> Publico:
        """Return the same groups and, when they are too few, priority ones of the rule that nobody attends to yet."""
        faltan = MINIMO - len(publico.grupos)
        prioritarios = (grupo for grupo in self._admitted(regla)[None] if grupo in self.prioritarios)
        otros = [grupo for grupo in prioritarios if grupo not in atendidos and grupo not in publico.grupos]
        return replace(publico, grupos=(*publico.grupos, *otros[: max(faltan, 0)])) if publico.grupos else publico

    def _nearest(self, regla: ReglaPlan, conjuntos: Iterable[Id]) -> Publico:
        admitidos = self._admitted(regla)
        cercania: dict[Id, int] = {}
        conocidos = False
        for conjunto in conjuntos:
            area = self._areas.get(conjunto)
            usos = self._usos.get(conjunto, {})
            conocidos = conocidos or bool(usos) or area in self._con_grupos
            for grupo in admitidos.get(area, ()) if area is not None else ():
                cercania.setdefault(grupo, _DEL_AREA)
            for grupo, cerca in usos.items():
                if self.admits(regla, self.grupos[grupo]):
                    cercania[grupo] = min(cerca, cercania.get(grupo, cerca))
        if not conocidos:
            return Publico(tuple(admitidos[None][:MAXIMO]))
        elegidos = sorted(cercania, key=lambda grupo: (cercania[grupo], self._orden[grupo]))[:MAXIMO]
        veces = [cercania[grupo] for grupo in elegidos]
        return Publico(tuple(elegidos), veces.count(_ACTUAL), veces.count(_POTENCIAL))

    def _admitted(self, regla: ReglaPlan) -> Mapping[Id | None, Sequence[Id]]:
        """Return the groups that a rule is for by area, and all of them under ``None``; priorities come first."""
        filtro = _filter(regla)
        if filtro not in self._admitidos:
            por_area: dict[Id | None, list[Id]] = {None: []}
            for identidad in self._orden:
                grupo = self.grupos[identidad]
                if self.admits(regla, grupo):
                    por_area[None].append(identidad)
                    if grupo.area is not None:
                        por_area.setdefault(grupo.area, []).append(identidad)
            self._admitidos[filtro] = por_area
        return self._admitidos[filtro]

    def _rank(self, identidad: Id) -> tuple[bool, int, str, Id]:
        """Priorities first, then those with most interest and power."""
        grupo = self.grupos[identidad]
        peso = (grupo.interes or 0) + (grupo.poder or 0)
        return not grupo.prioritario, -peso, plegar(grupo.nombre), identidad


def _filter(regla: ReglaPlan) -> _Filtro:
    return regla.clase, regla.eje, regla.cuadrante
