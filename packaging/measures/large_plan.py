"""A plan of five years, and data enough for the rules that propose lines. Made up, and always the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from measures.large_project import PEOPLE, PLACES, TOPICS, YEAR, Size, records
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje, EstadoLinea, Frecuencia, TipoUso

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

YEARS = 5
TODAY = date(YEAR, 1, 5)
END = date(YEAR, 12, 31)
_DAYS = YEARS * 365
_AREAS, _USES = 40, 2  # datasets that each group uses


@dataclass(frozen=True)
class PlanSize:
    """How large: datasets and groups that the rules look at."""

    datasets: int = 2_000
    groups: int = 500


TINY = PlanSize(datasets=30, groups=15)


def plan_of_years(wanted: Size) -> list[Registro]:
    """Return the large project with its lines spread over five years, two of them gone by and done but for some."""
    return [_in_years(r, n) if isinstance(r, LineaPlan) else r for n, r in enumerate(records(wanted))]


def promotable(wanted: PlanSize) -> list[Registro]:
    """Return areas, datasets of every frequency and groups of every class, some of them priorities, and their uses."""
    areas = [AreaGeneradora(id=f"area-{n}", nombre=f"Dirección General {n}") for n in range(_AREAS)]
    datasets = [_dataset(n) for n in range(wanted.datasets)]
    groups = [_group(n) for n in range(wanted.groups)]
    uses = [_use(n, wanted) for n in range(wanted.groups * _USES)]
    return [*areas, *datasets, *groups, *uses]


def _in_years(linea: LineaPlan, n: int) -> LineaPlan:
    dia = date(YEAR - 2, 1, 1) + timedelta(days=n * 7 % _DAYS)
    hecha = dia < TODAY and n % 20
    return replace(linea, fecha=dia, estado=EstadoLinea.HECHA if hecha else linea.estado)


def _dataset(n: int) -> ConjuntoDatos:
    frequencies = list(Frecuencia)
    return ConjuntoDatos(
        id=f"conjunto-{n}",
        nombre=f"{TOPICS[n % len(TOPICS)]} de {PLACES[n % len(PLACES)]}, serie {n}",
        area=f"area-{n % _AREAS}",
        frecuencia=frequencies[n % len(frequencies)],
        fecha_publicacion=date(YEAR - 1, 1, 1) + timedelta(days=n % 700),
        prioritario=n % 3 == 0,
        estrategico=n % 2 == 0,
        solicitado=n % 5 == 0,
    )


def _group(n: int) -> GrupoUsuarios:
    classes, lines = list(ClaseGrupo), list(Eje)
    return GrupoUsuarios(
        id=f"grupo-{n}",
        nombre=f"{PEOPLE[n % len(PEOPLE)]} de {PLACES[n % len(PLACES)]} {n}",
        clase=classes[n % len(classes)],
        area=f"area-{n % _AREAS}",
        ejes=frozenset({lines[n % len(lines)]}),
        prioritario=n % 4 == 0,
        poder=1 + n % 5,
        interes=1 + n // 5 % 5,
    )


def _use(n: int, wanted: PlanSize) -> UsoDatos:
    kinds = list(TipoUso)
    return UsoDatos(
        id=f"uso-{n}",
        grupo=f"grupo-{n % wanted.groups}",
        conjunto=f"conjunto-{n * 7 % wanted.datasets}",
        tipo=kinds[n % len(kinds)],
    )
