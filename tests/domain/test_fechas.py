"""Bimestres, periodicities and deadlines, compared with what another calendar library answers."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, MONTHLY, rrule
from hypothesis import example, given
from hypothesis import strategies as st

from promueve_gui.domain import fechas
from promueve_gui.domain.fechas import (
    CONTINUAS,
    Bimestre,
    add_days,
    add_months,
    bimestre_de,
    deadline,
    habil_desde,
    habil_hasta,
    moved_end,
    next_update,
    updates_between,
)
from promueve_gui.domain.vocabularios import ComputoDias, Frecuencia

DIAS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
PASOS = {
    Frecuencia.DIARIO: {"days": 1},
    Frecuencia.SEMANAL: {"days": 7},
    Frecuencia.QUINCENAL: {"days": 14},
    Frecuencia.MENSUAL: {"months": 1},
    Frecuencia.BIMESTRAL: {"months": 2},
    Frecuencia.TRIMESTRAL: {"months": 3},
    Frecuencia.CUATRIMESTRAL: {"months": 4},
    Frecuencia.SEMESTRAL: {"months": 6},
    Frecuencia.ANUAL: {"months": 12},
    Frecuencia.BIANUAL: {"months": 24},
    Frecuencia.QUINQUENAL: {"months": 60},
    Frecuencia.DECENAL: {"months": 120},
}
SIN_FECHA = [None, Frecuencia.TIEMPO_REAL, Frecuencia.HORARIO, Frecuencia.IRREGULAR]


def test_every_frequency_has_a_step_or_has_no_dates() -> None:
    assert set(PASOS) | set(SIN_FECHA) == {*Frecuencia, None}


@given(dia=DIAS)
def test_every_day_is_in_one_bimestre_of_its_year(dia: date) -> None:
    propios = [b for b in fechas.bimestres(dia.year) if b.contiene(dia)]
    assert propios == [bimestre_de(dia)]


@given(anio=st.integers(1, 9998))
def test_bimestres_follow_each_other_and_fill_the_year(anio: int) -> None:
    seis = fechas.bimestres(anio)
    assert (seis[0].inicio, seis[-1].fin) == (date(anio, 1, 1), date(anio, 12, 31))
    assert all(b.fin + timedelta(days=1) == c.inicio for b, c in pairwise(seis))
    assert sorted(seis) == list(seis)


def test_bimestre_ends_on_29_february_in_a_leap_year() -> None:
    assert Bimestre(2028, 1).fin == date(2028, 2, 29)


def test_bimestre_knows_its_words_and_its_remaining_days() -> None:
    sexto = bimestre_de(date(2026, 12, 19))
    assert (sexto.etiqueta, sexto.ordinal, sexto.dias_restantes(date(2026, 12, 19))) == ("nov–dic", "sexto", 12)
    assert sexto.dias_restantes(date(2026, 12, 31)) == 0
    assert sexto.dias_restantes(date(2027, 1, 2)) == -2


@given(dia=DIAS, meses=st.integers(-500, 500))
def test_adding_months_agrees_with_another_library(dia: date, meses: int) -> None:
    assert add_months(dia, meses) == dia + relativedelta(months=meses)


@pytest.mark.parametrize("meses", [12 * 9000, -12 * 9000])
def test_adding_months_beyond_the_calendar_overflows(meses: int) -> None:
    with pytest.raises(OverflowError):
        add_months(date(2026, 1, 1), meses)


@given(first=DIAS, after=DIAS, frecuencia=st.sampled_from(sorted(PASOS)))
def test_next_update_is_the_first_of_the_series_after_a_day(first: date, after: date, frecuencia: Frecuencia) -> None:
    siguiente = next_update(first, frecuencia, after)
    assert siguiente is not None
    paso = PASOS[frecuencia]
    vez = 1 if after < first else _veces(first, paso, after)
    assert siguiente == first + _times(paso, vez)
    assert siguiente > max(first, after)


def _times(paso: dict[str, int], vez: int) -> relativedelta:
    return relativedelta(days=paso.get("days", 0) * vez, months=paso.get("months", 0) * vez)


def _veces(first: date, paso: dict[str, int], after: date) -> int:
    vez = 1
    tamano = paso.get("days") or paso["months"] * 28
    vez = max(1, (after - first).days // tamano - (after - first).days // 20)
    while first + _times(paso, vez) <= after:
        vez += 1
    while vez > 1 and first + _times(paso, vez - 1) > after:
        vez -= 1
    return vez


def _midnight(dia: date) -> datetime:
    return datetime(dia.year, dia.month, dia.day)  # noqa: DTZ001  # rrule counts days, wherever they are


def _series(first: date, frecuencia: Frecuencia) -> rrule:
    """Return the days of a periodicity as dateutil counts them; the last day of a short month stands for more."""
    paso = PASOS[frecuencia]
    if "days" in paso:
        return rrule(DAILY, interval=paso["days"], dtstart=_midnight(first))
    dias = range(min(first.day, 28), first.day + 1)
    return rrule(MONTHLY, interval=paso["months"], dtstart=_midnight(first), bymonthday=list(dias), bysetpos=-1)


@given(first=DIAS, antes=st.integers(-800, 800), frecuencia=st.sampled_from(sorted(PASOS)))
@example(first=date(2024, 2, 29), antes=0, frecuencia=Frecuencia.ANUAL)
@example(first=date(2023, 12, 31), antes=-10, frecuencia=Frecuencia.BIMESTRAL)
@example(first=date(2026, 8, 31), antes=30, frecuencia=Frecuencia.SEMESTRAL)
@example(first=date(2096, 2, 29), antes=1500, frecuencia=Frecuencia.BIANUAL)
def test_updates_between_agree_with_dateutil(first: date, antes: int, frecuencia: Frecuencia) -> None:
    desde = first + timedelta(days=antes)
    hasta = desde + timedelta(days=900)
    esperadas = [m.date() for m in _series(first, frecuencia).between(_midnight(desde), _midnight(hasta), inc=True)]
    assert updates_between(first, frecuencia, desde, hasta) == [dia for dia in esperadas if dia > first]


@given(dia=DIAS, inhabiles=st.frozensets(DIAS, max_size=5))
def test_working_days_agree_with_dateutil(dia: date, inhabiles: frozenset[date]) -> None:
    cerca = inhabiles | {dia + timedelta(days=n) for n in (0, 1, -1) if len(inhabiles) > n + 1}
    laborables = rrule(DAILY, byweekday=range(5), dtstart=_midnight(dia - timedelta(days=20)), count=40)
    habiles = [momento.date() for momento in laborables if momento.date() not in cerca]
    assert habil_desde(dia, cerca) == min(h for h in habiles if h >= dia)
    assert habil_hasta(dia, cerca) == max(h for h in habiles if h <= dia)


def test_working_days_stop_where_the_calendar_does() -> None:
    ultimos = {date.max - timedelta(days=n) for n in range(10)}
    primeros = {date.min + timedelta(days=n) for n in range(10)}
    assert (habil_desde(date.max, ultimos), habil_hasta(date.min, primeros)) == (date.max, date.min)


@given(dia=DIAS, dias=st.integers(-3000, 3000))
def test_adding_days_is_what_the_calendar_says(dia: date, dias: int) -> None:
    assert add_days(dia, dias) == dia + timedelta(days=dias)


def test_adding_days_stays_inside_the_calendar() -> None:
    assert (add_days(date.max, 1), add_days(date.min, -1)) == (date.max, date.min)


def test_what_is_renewed_all_the_time_says_how() -> None:
    assert set(CONTINUAS) == {Frecuencia.TIEMPO_REAL, Frecuencia.HORARIO, Frecuencia.DIARIO}


def test_monthly_from_31_january_gives_the_last_day_of_each_month() -> None:
    todas = updates_between(date(2026, 1, 31), Frecuencia.MENSUAL, date(2026, 1, 1), date(2026, 5, 31))
    assert todas == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def test_bianual_is_every_two_years() -> None:
    assert next_update(date(2026, 3, 1), Frecuencia.BIANUAL, date(2026, 3, 1)) == date(2028, 3, 1)


@pytest.mark.parametrize("frecuencia", SIN_FECHA)
def test_what_has_no_dates_has_no_next_update(frecuencia: Frecuencia | None) -> None:
    assert next_update(date(2026, 1, 1), frecuencia, date(2026, 6, 1)) is None
    assert updates_between(date(2026, 1, 1), frecuencia, date(2026, 1, 1), date(2027, 1, 1)) == []


@pytest.mark.parametrize("frecuencia", [Frecuencia.DIARIO, Frecuencia.ANUAL])
def test_updates_end_with_the_calendar(frecuencia: Frecuencia) -> None:
    assert next_update(date(9999, 12, 31), frecuencia, date(2026, 1, 1)) is None


def test_the_first_publication_is_no_update() -> None:
    assert updates_between(date(2026, 3, 1), Frecuencia.ANUAL, date(2026, 1, 1), date(2026, 12, 31)) == []


def test_updates_between_includes_both_ends_and_starts_at_the_beginning_of_time() -> None:
    primera = date(2026, 1, 5)
    semanas = updates_between(primera, Frecuencia.SEMANAL, date(2026, 1, 12), date(2026, 1, 26))
    assert semanas == [date(2026, 1, 12), date(2026, 1, 19), date(2026, 1, 26)]
    assert updates_between(date.min, Frecuencia.DIARIO, date.min, date(1, 1, 2)) == [date(1, 1, 2)]


@given(recibida=DIAS, dias=st.integers(0, 90), pausa=st.integers(0, 90))
def test_natural_days_are_counted_from_the_day_after(recibida: date, dias: int, pausa: int) -> None:
    assert deadline(recibida, dias, ComputoDias.NATURALES, pausa_dias=pausa) == recibida + timedelta(days=dias + pausa)


@given(recibida=DIAS, dias=st.integers(1, 60), feriados=st.frozensets(DIAS, max_size=5), pausa=st.integers(0, 10))
def test_working_days_agree_with_another_library(
    recibida: date, dias: int, feriados: frozenset[date], pausa: int
) -> None:
    laborables = (
        momento.date()
        for momento in rrule(DAILY, byweekday=range(5), dtstart=_midnight(recibida + timedelta(days=1)))
        if momento.date() not in feriados
    )
    esperada = [next(laborables) for _ in range(dias + pausa)][-1]
    assert deadline(recibida, dias, ComputoDias.HABILES, feriados, pausa) == esperada


def test_day_of_reception_is_day_zero() -> None:
    viernes = date(2026, 11, 13)
    assert deadline(viernes, 1, ComputoDias.NATURALES) == date(2026, 11, 14)
    assert deadline(viernes, 1, ComputoDias.HABILES) == date(2026, 11, 16)
    assert deadline(viernes, 1, ComputoDias.HABILES, {date(2026, 11, 16)}) == date(2026, 11, 17)
    assert deadline(viernes, 0, ComputoDias.HABILES) == viernes


@pytest.mark.parametrize("computo", list(ComputoDias))
def test_absurd_terms_stay_inside_the_calendar(computo: ComputoDias) -> None:
    assert deadline(date(9999, 12, 1), 10**9, computo) == date.max
    assert deadline(date(2026, 1, 1), 10**9, computo, pausa_dias=10**9) < date(2045, 1, 1)
    assert deadline(date(2026, 1, 1), -5, computo, pausa_dias=-5) == date(2026, 1, 1)


@given(dia=DIAS)
def test_dates_in_words_can_be_read_back(dia: date) -> None:
    numero, mes, anio = fechas.fecha_larga(dia).split(" de ")
    assert date(int(anio), fechas.MESES.index(mes) + 1, int(numero)) == dia
    assert fechas.fecha_corta(dia) == dia.strftime("%d/%m/%Y")


def test_dates_are_written_as_in_mexico() -> None:
    dia = date(2026, 12, 2)
    escritas = (fechas.fecha_larga(dia), fechas.fecha_corta(dia), fechas.fecha_breve(dia))
    assert escritas == ("2 de diciembre de 2026", "02/12/2026", "2 dic")


@pytest.mark.parametrize(
    ("inicio", "fin", "nuevo", "esperado"),
    [
        (date(2028, 2, 1), date(2028, 2, 29), date(2029, 2, 1), date(2029, 2, 28)),
        (date(2027, 1, 1), date(2027, 2, 28), date(2027, 3, 1), date(2027, 4, 30)),
        (date(2027, 1, 1), date(2027, 2, 27), date(2027, 3, 1), date(2027, 4, 27)),
        (date(2027, 1, 2), date(2027, 1, 31), date(2027, 2, 2), date(2027, 3, 3)),
        (date(2027, 1, 1), date(2027, 2, 28), date(9999, 12, 1), date(9999, 12, 31)),
        (date(9999, 12, 1), date.max, date(2027, 2, 3), date(2027, 2, 28)),
    ],
)
def test_a_period_that_is_moved_keeps_its_length_or_its_whole_months(
    inicio: date, fin: date, nuevo: date, esperado: date
) -> None:
    assert moved_end(inicio, fin, nuevo) == esperado
