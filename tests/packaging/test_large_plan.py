"""The plan that is measured covers its years, and the rules have something to propose for it."""

from __future__ import annotations

from measures.large_plan import END, TINY, TODAY, YEARS, PlanSize, plan_of_years, promotable
from measures.large_project import TINY as SMALL
from measures.planning import project_of
from promueve_gui import bootstrap
from promueve_gui.application.proposals import propose
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan


def test_the_sizes_are_those_of_the_targets() -> None:
    assert PlanSize() == PlanSize(datasets=2_000, groups=500)


def test_the_lines_stand_in_all_the_years() -> None:
    lineas = project_of(plan_of_years(SMALL)).activos(LineaPlan)
    assert len(lineas) == SMALL.lines
    assert {linea.fecha.year for linea in lineas if linea.fecha} <= set(range(TODAY.year - 2, TODAY.year - 2 + YEARS))
    assert len({linea.fecha.year for linea in lineas if linea.fecha}) > 1


def test_something_is_proposed_for_the_data() -> None:
    proyecto = project_of([*bootstrap.build_recursos().load_perfil("vigente"), *promotable(TINY)])
    assert (len(proyecto.activos(ConjuntoDatos)), len(proyecto.activos(GrupoUsuarios))) == (TINY.datasets, TINY.groups)
    assert propose(proyecto, TODAY, END, bootstrap.build_feriados())
    assert promotable(TINY) == promotable(TINY)
