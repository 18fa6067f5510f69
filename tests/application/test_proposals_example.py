"""The rules that ship, on the sample project and on any other: what they propose is whole, and comes to an end."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promueve_gui.adapters.calendario import CalendarioOficial
from promueve_gui.adapters.recursos import Recursos
from promueve_gui.adapters.resource_root import find_root
from promueve_gui.application.example_project import build_example
from promueve_gui.application.proposals import accept, dismiss, horizon, propose
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Evidencia, Publicacion
from promueve_gui.domain.fechas import bimestre_de
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import DiaInhabil, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.reglas import POR_ID, Contexto
from promueve_gui.domain.reglas.ligas import CON_LIGA
from promueve_gui.domain.vistas import SugerenciaDescartada
from tests.application.plan_records import AREA, made
from tests.generated import registro
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.proposals import LineaPropuesta
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

FERIADOS = CalendarioOficial()
# A new year, spring, summer, the end of a bimestre, autumn, the last days, and a leap day.
DIAS = [
    date(2026, 1, 2),
    date(2026, 3, 15),
    date(2026, 6, 10),
    date(2026, 8, 31),
    date(2026, 11, 28),
    date(2026, 12, 29),
    date(2028, 2, 29),
]
SIN_PLAN: tuple[type[Registro], ...] = (LineaPlan, Contenido, Publicacion, Evidencia)


@cache
def _recursos() -> Recursos:
    return Recursos(find_root())


@cache
def example(hoy: date, *, con_plan: bool = True) -> Proyecto:
    registros = build_example(hoy, _recursos().load_perfil("vigente"), _recursos().ejemplo())
    return project_of(*[r for r in registros if con_plan or not isinstance(r, SIN_PLAN)])


@cache
def proposals(hoy: date, *, con_plan: bool = True) -> tuple[LineaPropuesta, ...]:
    proyecto = example(hoy, con_plan=con_plan)
    return tuple(propose(proyecto, hoy, horizon(proyecto, hoy), FERIADOS))


def ahead(proyecto: Proyecto, hoy: date) -> list[LineaPlan]:
    """Return the lines in force from a day on, and those that wait for theirs."""
    return [linea for linea in proyecto.activos(LineaPlan) if linea.vigente and (linea.ultimo_dia or hoy) >= hoy]


@pytest.mark.parametrize("con_plan", [True, False])
@pytest.mark.parametrize("hoy", DIAS)
def test_every_priority_dataset_and_group_is_attended_to(hoy: date, con_plan: bool) -> None:
    proyecto = example(hoy, con_plan=con_plan)
    despues = made(accept(proposals(hoy, con_plan=con_plan))[1], proyecto)
    lineas = ahead(despues, hoy)
    conjuntos = {c.id for c in proyecto.activos(ConjuntoDatos) if c.prioritario and c.promovible}
    grupos = {grupo.id for grupo in proyecto.activos(GrupoUsuarios) if grupo.prioritario}
    assert conjuntos - {linea.conjunto for linea in lineas} == set()
    assert grupos - {grupo for linea in lineas for grupo in linea.grupos} == set()


@pytest.mark.parametrize("hoy", [DIAS[0], DIAS[1], DIAS[6]])
def test_with_most_of_a_year_ahead_the_proposals_do_so_by_themselves(hoy: date) -> None:
    proyecto = example(hoy)
    conjuntos = {c.id for c in proyecto.activos(ConjuntoDatos) if c.prioritario and c.promovible}
    grupos = {grupo.id for grupo in proyecto.activos(GrupoUsuarios) if grupo.prioritario}
    assert conjuntos - {propuesta.linea.conjunto for propuesta in proposals(hoy)} == set()
    assert grupos - {grupo for propuesta in proposals(hoy) for grupo in propuesta.linea.grupos} == set()


@pytest.mark.parametrize("con_plan", [True, False])
@pytest.mark.parametrize("hoy", DIAS)
def test_each_bimestre_that_is_left_has_a_communication(hoy: date, con_plan: bool) -> None:
    proyecto = example(hoy, con_plan=con_plan)
    despues = made(accept(proposals(hoy, con_plan=con_plan))[1], proyecto)
    vigentes = [linea for linea in despues.activos(LineaPlan) if linea.vigente and linea.tipo_contenido in CON_LIGA]
    planeados = {bimestre_de(linea.fecha) for linea in vigentes if linea.fecha}
    dia, fin = DiasHabiles(proyecto, FERIADOS).desde(hoy), horizon(proyecto, hoy)
    while dia <= fin:
        assert bimestre_de(dia) in planeados
        dia = bimestre_de(dia).fin + timedelta(days=1)


@pytest.mark.parametrize("con_plan", [True, False])
@pytest.mark.parametrize("hoy", DIAS)
def test_each_proposal_is_whole_dated_and_explained(hoy: date, con_plan: bool) -> None:
    proyecto = example(hoy, con_plan=con_plan)
    habiles, fin = DiasHabiles(proyecto, FERIADOS), horizon(proyecto, hoy)
    despues = made(accept(proposals(hoy, con_plan=con_plan))[1], proyecto)
    propios = [linea for linea in despues.activos(LineaPlan) if linea.regla]
    contexto = Contexto(despues, hoy)
    assert [POR_ID["R3"].de_registro(contexto, linea) for linea in propios] == [()] * len(propios)
    for propuesta in proposals(hoy, con_plan=con_plan):
        dia = propuesta.linea.fecha
        assert dia is not None
        assert hoy <= dia <= fin
        assert habiles.es_habil(dia)
        assert propuesta.cita.endswith(("edición 2015", "edición 2017"))
        assert propuesta.razon.endswith(".")
        assert 1 <= len(propuesta.linea.grupos) <= 8
        assert len(propuesta.linea.nombre) < 120


@pytest.mark.parametrize("hoy", DIAS)
def test_they_are_few_and_none_says_the_same_as_another(hoy: date) -> None:
    propuestas = proposals(hoy)
    meses = 1 + (horizon(example(hoy), hoy) - hoy).days / 30
    assert len(propuestas) < 12 + 5 * meses
    assert len({propuesta.clave for propuesta in propuestas}) == len(propuestas)
    por_dia = Counter(propuesta.linea.fecha for propuesta in propuestas)
    assert max(por_dia.values()) <= 3
    asuntos: dict[tuple[object, ...], list[date]] = {}
    for linea in (propuesta.linea for propuesta in propuestas):
        asunto = (linea.conjunto, linea.herramienta, linea.evento, linea.tipo_contenido, linea.canal)
        asuntos.setdefault(asunto, []).append(linea.fecha or hoy)
    juntas = [dias for asunto, dias in asuntos.items() if not asunto[2] and min_gap(dias) <= 30]
    assert juntas == []


def min_gap(dias: list[date]) -> int:
    """Return the fewest days between two of these, which come in order."""
    return min(((segundo - primero).days for primero, segundo in itertools.pairwise(dias)), default=999)


@pytest.mark.parametrize("hoy", DIAS)
def test_the_same_project_gives_the_same_proposals_on_every_computer(hoy: date) -> None:
    proyecto = example(hoy)
    otras = propose(proyecto.snapshot(), hoy, horizon(proyecto, hoy), FERIADOS)
    assert [p.clave for p in otras] == [p.clave for p in proposals(hoy)]
    sin_plan = example(hoy, con_plan=False)
    ajeno = sin_plan.snapshot()
    ajeno.install({"regla_plan": {r.id: None for r in sin_plan.activos(ReglaPlan)}})
    ajeno.install({"regla_plan": {f"r{n}": replace(r, id=f"r{n}") for n, r in enumerate(sin_plan.activos(ReglaPlan))}})
    otras = propose(ajeno, hoy, horizon(ajeno, hoy), FERIADOS)
    assert [p.clave for p in otras] == [p.clave for p in proposals(hoy, con_plan=False)]


def closed(proyecto: Proyecto, hoy: date) -> None:
    """See that accepting all leaves nothing to propose, and that dismissing never brings back what was dismissed."""
    fin = horizon(proyecto, hoy)
    propuestas = propose(proyecto, hoy, fin, FERIADOS)
    assert propose(made(accept(propuestas)[1], proyecto), hoy, fin, FERIADOS) == []
    vistas: set[str] = set()
    actual = proyecto
    for _ in range(12):
        propuestas = propose(actual, hoy, fin, FERIADOS)
        claves = {propuesta.clave for propuesta in propuestas}
        assert vistas & claves == set()
        if not claves:
            return
        vistas |= claves
        actual = made(dismiss(propuestas, "", hoy)[1], actual)
    pytest.fail("what is dismissed is replaced for ever")


@pytest.mark.parametrize("hoy", DIAS[::2])
def test_accepting_or_dismissing_all_comes_to_an_end(hoy: date) -> None:
    closed(example(hoy), hoy)


@given(hoy=st.dates(date(1995, 1, 1), date(2095, 12, 31)), con_plan=st.booleans())
@settings(max_examples=6, deadline=None)
def test_so_it_does_on_any_day(hoy: date, con_plan: bool) -> None:
    closed(example.__wrapped__(hoy, con_plan=con_plan), hoy)


IDS = {
    "area_generadora": ["area"],
    "conjunto_datos": ["c0", "c1", "c2"],
    "grupo_usuarios": ["g0", "g1", "g2"],
    "persona": ["p0"],
    "herramienta": ["h0"],
    "evento": ["e0"],
}


def _some(tipo: type[Registro], como: str, cuantos: int) -> st.SearchStrategy[list[Registro]]:
    return st.lists(registro(tipo, IDS), min_size=cuantos, max_size=cuantos).map(
        lambda hechos: [replace(hecho, id=f"{como}{n}") for n, hecho in enumerate(hechos)]
    )


PROYECTOS = st.tuples(
    _some(ConjuntoDatos, "c", 3),
    _some(GrupoUsuarios, "g", 3),
    _some(Persona, "p", 1),
    _some(Herramienta, "h", 1),
    _some(Evento, "e", 1),
    _some(UsoDatos, "u", 2),
    _some(DiaInhabil, "d", 2),
    _some(ReglaPlan, "r", 6),
    _some(LineaPlan, "l", 4),
    _some(SugerenciaDescartada, "s", 1),
).map(lambda partes: project_of(AREA, *[r for parte in partes for r in parte]))


@given(proyecto=PROYECTOS, hoy=st.dates(date(2020, 1, 1), date(2030, 12, 31)))
@settings(max_examples=40, deadline=None)
def test_whatever_the_project_holds_it_comes_to_an_end(proyecto: Proyecto, hoy: date) -> None:
    closed(proyecto, hoy)


@given(proyecto=PROYECTOS, hoy=st.dates() | st.sampled_from([date.min, date.max]), hasta=st.dates())
@settings(max_examples=40, deadline=None)
def test_no_day_is_too_early_or_too_late_to_ask(proyecto: Proyecto, hoy: date, hasta: date) -> None:
    for propuesta in propose(proyecto, hoy, hasta, FERIADOS):
        assert propuesta.linea.fecha is not None
        assert hoy <= propuesta.linea.fecha <= hasta
