"""Salience: how much attention a group claims by its power, its legitimacy and its urgency.

R. K. Mitchell, B. R. Agle and D. J. Wood, «Toward a Theory of Stakeholder Identification and Salience: Defining the
Principle of Who and What Really Counts», Academy of Management Review 22(4), 1997, pp. 853–886. Its seven types are
named as Spanish texts on stakeholders name them. High is what is high on the power–interest grid: 4 and 5.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.actores import is_high
from promueve_gui.domain.ficha import Opcion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.grupos import GrupoUsuarios

FUENTE = "Mitchell, Agle y Wood, 1997"


class Atributo(Opcion):
    """What makes a group count; the stored value is the field of the group that grades it."""

    PODER = "poder", "Poder"
    LEGITIMIDAD = "legitimidad", "Legitimidad"
    URGENCIA = "urgencia", "Urgencia"


class Prominencia(Opcion):
    """The types of group, those that claim most first: all three attributes, two, one, none."""

    DEFINITIVO = "definitivo", "Definitivo"
    DOMINANTE = "dominante", "Dominante"
    PELIGROSO = "peligroso", "Peligroso"
    DEPENDIENTE = "dependiente", "Dependiente"
    ADORMECIDO = "adormecido", "Adormecido"
    DISCRECIONAL = "discrecional", "Discrecional"
    DEMANDANTE = "demandante", "Demandante"
    NINGUNA = "ninguna", "Sin prominencia"

    @property
    def descripcion(self) -> str:
        """Say what makes the type: «Tiene poder y urgencia, sin legitimidad»."""
        tiene = [atributo.value for atributo in Atributo if atributo in ATRIBUTOS[self]]
        falta = [atributo.value for atributo in Atributo if atributo not in ATRIBUTOS[self]]
        if not tiene:
            return "Ni poder, ni legitimidad, ni urgencia altos"
        return f"Tiene {_enumerated(tiene)}" + (f", sin {' ni '.join(falta)}" if falta else "")


ATRIBUTOS: Mapping[Prominencia, frozenset[Atributo]] = MappingProxyType(
    {
        Prominencia.DEFINITIVO: frozenset(Atributo),
        Prominencia.DOMINANTE: frozenset({Atributo.PODER, Atributo.LEGITIMIDAD}),
        Prominencia.PELIGROSO: frozenset({Atributo.PODER, Atributo.URGENCIA}),
        Prominencia.DEPENDIENTE: frozenset({Atributo.LEGITIMIDAD, Atributo.URGENCIA}),
        Prominencia.ADORMECIDO: frozenset({Atributo.PODER}),
        Prominencia.DISCRECIONAL: frozenset({Atributo.LEGITIMIDAD}),
        Prominencia.DEMANDANTE: frozenset({Atributo.URGENCIA}),
        Prominencia.NINGUNA: frozenset(),
    }
)
_POR_ATRIBUTOS = MappingProxyType({atributos: tipo for tipo, atributos in ATRIBUTOS.items()})


def _enumerated(partes: list[str]) -> str:
    *primeras, ultima = partes
    return f"{', '.join(primeras)} y {ultima}" if primeras else ultima


def prominencia(poder: int | None, legitimidad: int | None, urgencia: int | None) -> Prominencia | None:
    """Return the type of a group with these grades (1–5), or ``None`` until all three are known."""
    grados = (poder, legitimidad, urgencia)
    if None in grados:
        return None
    return _POR_ATRIBUTOS[frozenset(a for a, grado in zip(Atributo, grados, strict=True) if is_high(grado))]


def prominencia_de(grupo: GrupoUsuarios) -> Prominencia | None:
    """Return the type of a group, or ``None`` while it lacks a grade."""
    return prominencia(grupo.poder, grupo.legitimidad, grupo.urgencia)


def faltantes(grupo: GrupoUsuarios) -> list[Atributo]:
    """Return the grades that a group lacks."""
    return [atributo for atributo in Atributo if getattr(grupo, atributo.value) is None]
