"""What the plan holds already: repetitions, periods, rules that had their turn, and days with room."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.proposal_agenda import CERCA, Agenda, period_of
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.fechas import bimestre_de, es_habil
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, PeriodoRegla, TipoContenido
from tests.application.plan_records import LINEA, linea, no_holidays
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.plan import LineaPlan

DIA = date(2026, 3, 23)
ASUNTO = ("puentes", TipoContenido.BOLETIN, Canal.CORREO)


def agenda(*lineas: LineaPlan | SugerenciaDescartada) -> Agenda:
    proyecto = project_of(*lineas)
    return Agenda(proyecto, DiasHabiles(proyecto, no_holidays))


@given(dia=st.dates(date(2, 1, 1), date(9998, 12, 31)), periodo=st.none() | st.sampled_from(PeriodoRegla))
def test_periods_fill_the_calendar(dia: date, periodo: PeriodoRegla | None) -> None:
    propio = period_of(dia, periodo)
    assert propio.contiene(dia)
    siguiente = period_of(propio.fin + timedelta(days=1), periodo)
    assert (siguiente.inicio, siguiente > propio) == (propio.fin + timedelta(days=1), True)
    assert propio.share(propio.inicio, propio.fin) == 1


@pytest.mark.parametrize(
    ("periodo", "nombre", "inicio", "fin"),
    [
        (PeriodoRegla.BIMESTRE, "2026-4", date(2026, 7, 1), date(2026, 8, 31)),
        (None, "2026-4", date(2026, 7, 1), date(2026, 8, 31)),
        (PeriodoRegla.SEMESTRE, "2026-s2", date(2026, 7, 1), date(2026, 12, 31)),
        (PeriodoRegla.ANIO, "2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_its_name_and_days(periodo: PeriodoRegla | None, nombre: str, inicio: date, fin: date) -> None:
    hallado = period_of(date(2026, 7, 1), periodo)
    assert (hallado.nombre, hallado.inicio, hallado.fin) == (nombre, inicio, fin)
    assert period_of(date(2026, 6, 30), PeriodoRegla.SEMESTRE).nombre == "2026-s1"


def test_a_share_is_the_part_that_is_left() -> None:
    marzo = period_of(DIA, None)
    assert marzo.share(date(2026, 4, 1), date(2026, 12, 31)) == 30 / 61
    assert marzo.share(date(2026, 1, 1), date(2026, 3, 1)) == 1 / 61
    assert marzo.share(date(2026, 5, 1), date(2026, 12, 31)) == 0


@pytest.mark.parametrize(
    "valores", [{}, {"estado": EstadoLinea.CANCELADA}, {"retirado": "No se quiso"}, {"fecha": None}]
)
def test_what_is_planned_was_given_up_or_waits_is_a_repetition(valores: dict[str, str]) -> None:
    lejos = date(2027, 3, 23)
    assert agenda(linea("a", **valores)).repeats(ASUNTO, DIA)
    assert agenda(linea("a", **valores)).repeats(ASUNTO, lejos) is ("fecha" in valores)


def test_near_or_in_the_same_period_is_a_repetition() -> None:
    plan = agenda(LINEA)
    assert plan.repeats(ASUNTO, DIA + timedelta(days=CERCA))
    assert not plan.repeats(ASUNTO, DIA + timedelta(days=CERCA + 1))
    assert plan.repeats(ASUNTO, date(2026, 12, 1), period_of(DIA, PeriodoRegla.ANIO))
    assert not plan.repeats(ASUNTO, date(2026, 12, 1), period_of(date(2026, 12, 1), None))
    assert not plan.repeats(("puentes", TipoContenido.BOLETIN, Canal.REDES), DIA)


def test_what_is_proposed_counts_as_the_rest() -> None:
    plan = agenda()
    plan.add("puentes", linea("a", regla="r"))
    assert plan.repeats(ASUNTO, DIA)
    assert list(plan.made_by("r")) == [DIA]
    plan.add("puentes", linea("b", regla="r", fecha=None))
    assert list(plan.made_by("r")) == [DIA]
    assert list(plan.made_by("otra")) == []


def test_how_often_something_was_said_in_the_year_before() -> None:
    plan = agenda(
        linea("a", fecha=date(2025, 3, 23)),
        linea("b", fecha=date(2025, 3, 22)),
        linea("c", fecha=date(2026, 1, 5)),
        linea("d", fecha=None),
        linea("e", fecha=DIA),
    )
    assert plan.times_before(ASUNTO, DIA) == 2


def test_tools_and_events_are_subjects_too() -> None:
    plan = agenda(linea("a", conjunto=None, herramienta="visor"), linea("b", conjunto=None, evento="feria"))
    assert plan.repeats(("visor", TipoContenido.BOLETIN, Canal.CORREO), DIA)
    assert plan.repeats(("feria", TipoContenido.BOLETIN, Canal.CORREO), DIA)


def test_dismissed_proposals_are_known_by_their_key() -> None:
    descartadas = [
        SugerenciaDescartada(id="a", clave="x"),
        SugerenciaDescartada(id="b", clave="y", retirado="Sí se quiere"),
    ]
    assert agenda(*descartadas).descartadas == {"x"}


def test_a_line_gives_way_to_another_of_its_channel() -> None:
    assert agenda(LINEA).free_day(DIA, Canal.CORREO, antes=False) == date(2026, 3, 24)
    assert agenda(LINEA).free_day(DIA, Canal.CORREO, antes=True) == date(2026, 3, 20)
    assert agenda(LINEA).free_day(DIA, Canal.REDES, antes=False) == DIA
    assert agenda(linea("a", estado=EstadoLinea.CANCELADA)).free_day(DIA, Canal.CORREO, antes=False) == DIA


def test_a_day_with_two_lines_is_full() -> None:
    plan = agenda(LINEA, linea("b", canal=Canal.EVENTOS))
    assert plan.free_day(DIA, Canal.REDES, antes=False) == date(2026, 3, 24)


def test_when_all_days_near_are_taken_it_stays() -> None:
    llenos = [linea(f"l{n}", fecha=DIA + timedelta(days=n)) for n in range(8)]
    assert agenda(*llenos).free_day(DIA, Canal.CORREO, antes=False) == DIA


@given(
    dia=st.dates(date(2026, 1, 1), date(2027, 12, 31)).filter(es_habil),
    ocupados=st.lists(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=30),
    antes=st.booleans(),
)
def test_the_day_is_near_in_the_same_bimestre_and_a_working_one(dia: date, ocupados: list[date], antes: bool) -> None:
    plan = agenda(*[linea(f"l{n}", fecha=otro) for n, otro in enumerate(ocupados)])
    hallado = plan.free_day(dia, Canal.CORREO, antes=antes)
    distancia = (dia - hallado).days if antes else (hallado - dia).days
    assert 0 <= distancia <= 7
    assert bimestre_de(hallado) == bimestre_de(dia)
    assert es_habil(hallado)
