"""What map and plan say of each record beside its fields: worked out from the project, never typed."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.actores import tratamiento
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import UsoDatos
from promueve_gui.domain.procedencia import nombrado_por
from promueve_gui.domain.prominencia import prominencia_de
from promueve_gui.domain.series import series_places
from promueve_gui.domain.texto import SEPARADOR
from promueve_gui.domain.vocabularios import TipoUso

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.proyecto import Proyecto

    Calculo: TypeAlias = Callable[[GrupoUsuarios], str]

TRATAMIENTO, PROMINENCIA = "tratamiento", "prominencia"
USO_ACTUAL, USO_POTENCIAL = "uso_actual", "uso_potencial"
NOMBRADO_POR = "nombrado_por"

LUGAR_EN_SERIE = "lugar_en_serie"

# The titles of their columns.
CALCULADAS: Mapping[str, str] = MappingProxyType(
    {
        TRATAMIENTO: "Tratamiento sugerido",
        PROMINENCIA: "Prominencia",
        USO_ACTUAL: "Datos que ya usa",
        USO_POTENCIAL: "Datos que podría usar",
        NOMBRADO_POR: "Áreas que lo identificaron",
    }
)
CALCULADAS_PLAN: Mapping[str, str] = MappingProxyType({LUGAR_EN_SERIE: "Serie"})


def calculadas(proyecto: Proyecto) -> Mapping[str, Calculo]:
    """Return how to work out each of ``CALCULADAS`` for a group of ``proyecto``, as people read it."""
    usos = datasets_used(proyecto)

    def advice(grupo: GrupoUsuarios) -> str:
        sugerido = tratamiento(grupo.poder, grupo.interes)
        return sugerido.etiqueta if sugerido else ""

    def salience(grupo: GrupoUsuarios) -> str:
        tipo = prominencia_de(grupo)
        return tipo.etiqueta if tipo else ""

    def using(tipo: TipoUso) -> Calculo:
        return lambda grupo: SEPARADOR.join(usos.get((grupo.id, tipo), ()))

    return {
        TRATAMIENTO: advice,
        PROMINENCIA: salience,
        USO_ACTUAL: using(TipoUso.ACTUAL),
        USO_POTENCIAL: using(TipoUso.POTENCIAL),
        NOMBRADO_POR: nombrado_por(proyecto),
    }


def calculadas_plan(proyecto: Proyecto) -> Mapping[str, Callable[[LineaPlan], str]]:
    """Return how to work out each of ``CALCULADAS_PLAN`` for a line of ``proyecto``, as people read it."""
    return {LUGAR_EN_SERIE: series_places(proyecto)}


def datasets_used(proyecto: Proyecto) -> Mapping[tuple[Id, TipoUso], list[str]]:
    """Return the titles of the datasets in use by group and kind of use, in the order they were noted."""
    conjuntos = {conjunto.id: conjunto.nombre for conjunto in proyecto.activos(ConjuntoDatos)}
    usos: defaultdict[tuple[Id, TipoUso], list[str]] = defaultdict(list)
    for uso in proyecto.activos(UsoDatos):
        if uso.grupo and uso.tipo and uso.conjunto in conjuntos:
            usos[uso.grupo, uso.tipo].append(conjuntos[uso.conjunto])
    return usos
