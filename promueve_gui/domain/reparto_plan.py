"""How the plan is handed out: whole, or to each area or person what concerns it. Pure.

The part that a document holds is in its identity («plan», «plan:area:<id>», «plan:persona:<id>», where no identity
means what is of nobody), so that a workbook that comes back is compared with the lines that it left with.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.promovidos import datasets_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


class Reparto(Opcion):
    """To whom the plan is handed."""

    TODO = "todo", "Todo el plan"
    AREA = "area", "Un archivo por área"
    PERSONA = "persona", "Un archivo por persona responsable"


REPARTOS: Mapping[str, Reparto] = MappingProxyType({reparto.value: reparto for reparto in Reparto})


def areas_of(proyecto: Proyecto) -> Callable[[LineaPlan], frozenset[Id]]:
    """Return what tells the areas of a line: those of its data, or else that of the person who answers for it."""
    por_conjunto = {conjunto.id: conjunto.area for conjunto in proyecto.todos(ConjuntoDatos)}

    def areas(linea: LineaPlan) -> frozenset[Id]:
        propias = frozenset(area for conjunto in datasets_of(proyecto, linea) if (area := por_conjunto.get(conjunto)))
        persona = proyecto.get(Persona, linea.persona)
        return propias or (frozenset({persona.area}) if persona and persona.area else frozenset())

    return areas


def owners(proyecto: Proyecto, reparto: Reparto) -> Callable[[LineaPlan], Collection[Id]]:
    """Return what tells whose a line is: of which areas, or of which person; of «», nobody, where it is of none."""
    if reparto is Reparto.PERSONA:
        return lambda linea: (linea.persona or "",)
    areas = areas_of(proyecto)
    return lambda linea: areas(linea) or ("",)


def belongs(proyecto: Proyecto, parte: str) -> Callable[[LineaPlan], bool]:
    """Return what tells whether a line is in a part («area:<id>», «persona:<id>»); no or an unknown part holds all."""
    clase, _, identidad = parte.partition(":")
    reparto = REPARTOS.get(clase, Reparto.TODO)
    if reparto is Reparto.TODO:
        return lambda linea: True  # noqa: ARG005  # the whole plan asks nothing
    de_quien = owners(proyecto, reparto)
    return lambda linea: identidad in de_quien(linea)


def part_lines(proyecto: Proyecto, parte: str) -> list[LineaPlan]:
    """Return the lines in use of a part, in the order of the project; see ``belongs``."""
    return list(filter(belongs(proyecto, parte), proyecto.activos(LineaPlan)))
