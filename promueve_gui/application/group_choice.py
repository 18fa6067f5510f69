"""Merging the groups of a cluster by hand: which take part, which one stays, and from which each field comes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promueve_gui.application.merging_groups import Plan, joined, reasons
from promueve_gui.domain.ficha import Tipo, campos, campos_visibles, defaults
from promueve_gui.domain.grupos import GrupoUsuarios

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.duplicados import Cumulo
    from promueve_gui.domain.ficha import Id, Valor

JUNTOS = ""  # in the place of a group: what all of them say, one after another
_SE_JUNTAN = frozenset({Tipo.TEXTO_LARGO, Tipo.OPCIONES})


@dataclass(slots=True)
class Eleccion:
    """What was chosen so far for the groups of a cluster; what nobody chose is as ``plan_merges`` would have it."""

    cumulo: Cumulo
    grupos: Sequence[GrupoUsuarios]
    queda: Id
    fuera: set[Id] = field(default_factory=set)
    _elegidos: dict[str, Id] = field(default_factory=dict)

    @property
    def unidos(self) -> list[GrupoUsuarios]:
        """Return the groups that would be merged, the one that stays first."""
        dentro = [grupo for grupo in self.grupos if grupo.id not in self.fuera]
        return sorted(dentro, key=lambda grupo: grupo.id != self.queda)

    @property
    def completa(self) -> bool:
        """Tell whether there is something to merge."""
        return len(self.unidos) > 1

    def nombres(self) -> list[str]:
        """Return the fields that some group fills in."""
        vacios = defaults(GrupoUsuarios)
        return [n for n in campos_visibles(GrupoUsuarios) if any(getattr(g, n) != vacios[n] for g in self.grupos)]

    def difieren(self, nombre: str) -> bool:
        """Tell whether the groups to be merged say different things of a field."""
        return len({getattr(grupo, nombre) for grupo in self.unidos}) > 1

    def se_junta(self, nombre: str) -> bool:
        """Tell whether what groups say of a field can stand one after another."""
        return campos(GrupoUsuarios)[nombre].tipo in _SE_JUNTAN and self.difieren(nombre)

    def elegido(self, nombre: str) -> Id:
        """Return the group from which a field comes, or ``JUNTOS``."""
        unidos = self.unidos
        dado = self._elegidos.get(nombre)
        if dado == JUNTOS and self.se_junta(nombre):
            return JUNTOS
        if any(grupo.id == dado for grupo in unidos):
            return str(dado)
        if self.se_junta(nombre):
            return JUNTOS
        vacio = defaults(GrupoUsuarios)[nombre]
        return next((grupo.id for grupo in unidos if getattr(grupo, nombre) != vacio), self.queda)

    def elegir(self, nombre: str, grupo: Id) -> None:
        """Let a field come from a group, or be ``JUNTOS``."""
        self._elegidos[nombre] = grupo

    def dejar(self, grupo: Id) -> None:
        """Let a group be the one that stays; it takes part from now on."""
        self.queda = grupo
        self.fuera.discard(grupo)

    def cambiar(self, grupo: Id) -> None:
        """Leave a group out, or take it in again; the one that stays is never left out."""
        if grupo != self.queda:
            self.fuera ^= {grupo}

    def valor(self, nombre: str) -> Valor:
        """Return the value that a field would have."""
        de = self.elegido(nombre)
        if de == JUNTOS:
            return joined(nombre, self.unidos)
        valor: Valor = next(getattr(grupo, nombre) for grupo in self.grupos if grupo.id == de)
        return valor

    def plan(self) -> Plan:
        """Return the merge as it was chosen."""
        sobrantes = tuple(grupo.id for grupo in self.unidos if grupo.id != self.queda)
        valores = {nombre: self.valor(nombre) for nombre in self.nombres()}
        return Plan(self.queda, sobrantes, valores, reasons(self.cumulo, self.queda))

    def distintos(self) -> list[tuple[Id, Id]]:
        """Return the pairs that are not the same: those left out against all others or, with none left out, all."""
        ids = [grupo.id for grupo in self.grupos]
        return [
            (uno, otro)
            for lugar, uno in enumerate(ids)
            for otro in ids[lugar + 1 :]
            if not self.fuera or uno in self.fuera or otro in self.fuera
        ]
