"""Lines that repeat, held against dateutil, and changes of one of them or of all that follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, rrule
from hypothesis import example, given
from hypothesis import strategies as st

from promueve_gui.adapters.calendario import CalendarioOficial
from promueve_gui.application.plan_lines import by_date
from promueve_gui.application.plan_series import (
    MAXIMO,
    Alcance,
    Cada,
    edit_series,
    end_proposed,
    follow,
    place_in_series,
    preview,
    repeat,
    repetitions,
    series_of,
    spreads,
)
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.fechas import es_habil
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea, Frecuencia
from tests.application.plan_records import ENLACE, LINEA, PERIODISTAS, PUENTES, linea, made, no_holidays
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.conjuntos import ConjuntoDatos
    from promueve_gui.domain.proyecto import Proyecto

FIN = date(2026, 12, 31)
SEMANAS = {Cada.SEMANA: 1, Cada.QUINCENA: 2}
MESES = {Cada.MES: 1, Cada.BIMESTRE: 2, Cada.TRIMESTRE: 3, Cada.SEMESTRE: 6, Cada.ANIO: 12}
DE_CALENDARIO = st.sampled_from(sorted({*SEMANAS, *MESES}))


def test_a_series_goes_to_the_end_of_its_year_or_of_the_next_when_little_is_left() -> None:
    assert end_proposed(date(2026, 1, 5)) == end_proposed(date(2026, 10, 31)) == date(2026, 12, 31)
    assert end_proposed(date(2026, 11, 1)) == end_proposed(date(2026, 12, 17)) == date(2027, 12, 31)


def days(fecha: date | None, cada: Cada, hasta: date = FIN, conjunto: ConjuntoDatos = PUENTES) -> list[date]:
    return repetitions(project_of(conjunto), linea("a", fecha=fecha), cada, hasta, no_holidays)


def _midnight(dia: date) -> datetime:
    return datetime(dia.year, dia.month, dia.day)  # noqa: DTZ001  # rrule counts days, wherever they are


def _series(inicio: date, cada: Cada) -> rrule:
    if cada in SEMANAS:
        return rrule(WEEKLY, interval=SEMANAS[cada], dtstart=_midnight(inicio))
    dias = list(range(min(inicio.day, 28), inicio.day + 1))
    return rrule(MONTHLY, interval=MESES[cada], dtstart=_midnight(inicio), bymonthday=dias, bysetpos=-1)


@given(
    inicio=st.dates(date(2020, 1, 1), date(2040, 12, 31)).filter(lambda dia: not es_habil(dia)),
    cada=DE_CALENDARIO,
    dias=st.integers(0, 1500),
)
@example(inicio=date(2028, 2, 27), cada=Cada.ANIO, dias=1500)
@example(inicio=date(2026, 1, 31), cada=Cada.MES, dias=120)
@example(inicio=date(2027, 10, 31), cada=Cada.BIMESTRE, dias=500)
def test_days_agree_with_dateutil(inicio: date, cada: Cada, dias: int) -> None:
    # A line that begins on a day off is repeated as it is, so that what dateutil says can be compared day by day.
    hasta = inicio + timedelta(days=dias)
    esperados = _series(inicio, cada).between(_midnight(inicio), _midnight(hasta), inc=True)
    assert days(inicio, cada, hasta) == [momento.date() for momento in esperados][1 : MAXIMO + 1]


@given(
    inicio=st.dates(date(2020, 1, 1), date(2030, 12, 31)).filter(es_habil),
    cada=DE_CALENDARIO,
    cierres=st.frozensets(st.dates(date(2020, 1, 1), date(2032, 12, 31)), max_size=20),
)
def test_from_a_working_day_they_fall_on_working_days(inicio: date, cada: Cada, cierres: frozenset[date]) -> None:
    def feriados(year: int) -> frozenset[date]:
        return frozenset(dia for dia in cierres if dia.year == year and dia != inicio)

    hallados = repetitions(project_of(), linea("a", fecha=inicio), cada, inicio + timedelta(days=800), feriados)
    assert all(es_habil(dia, cierres - {inicio}) for dia in hallados)
    assert all(antes < despues for antes, despues in pairwise([inicio, *hallados]))


def test_monthly_from_the_end_of_january() -> None:
    assert days(date(2026, 1, 31), Cada.MES, date(2026, 5, 1)) == [
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]


def test_holidays_are_skipped() -> None:
    hallados = repetitions(
        project_of(), linea("a", fecha=date(2026, 3, 9)), Cada.SEMANA, date(2026, 3, 31), CalendarioOficial()
    )
    assert hallados == [date(2026, 3, 17), date(2026, 3, 23), date(2026, 3, 30)]


def test_a_day_that_would_be_moved_beyond_the_end_is_left_out() -> None:
    assert days(date(2026, 10, 30), Cada.MES, date(2026, 12, 31)) == [date(2026, 11, 30), date(2026, 12, 30)]
    assert days(date(2026, 9, 5), Cada.MES, date(2026, 10, 5)) == [date(2026, 10, 5)]
    assert days(date(2026, 8, 3), Cada.MES, date(2026, 10, 4)) == [date(2026, 9, 3)]


def test_closures_that_bring_two_days_together_make_one_line_of_them() -> None:
    def vacaciones(year: int) -> frozenset[date]:
        return frozenset(date(year, 7, 1) + timedelta(days=n) for n in range(28))

    lunes = linea("a", fecha=date(2026, 6, 29))
    hallados = repetitions(project_of(), lunes, Cada.SEMANA, date(2026, 8, 5), vacaciones)
    assert hallados == [date(2026, 7, 29), date(2026, 8, 3)]


@pytest.mark.parametrize(("cada", "hasta"), [(Cada.SEMANA, date.max), (Cada.ANIO, date.max)])
def test_there_is_an_end_to_it(cada: Cada, hasta: date) -> None:
    assert len(days(date(9998, 1, 3), cada, hasta)) <= MAXIMO
    assert len(days(date(2026, 1, 3), Cada.SEMANA, hasta)) == MAXIMO


def test_without_a_day_nothing_can_be_repeated() -> None:
    assert days(None, Cada.MES) == []
    motivo, cambios = repeat(project_of(PUENTES), linea("a", fecha=None), Cada.MES, FIN, no_holidays)
    assert (motivo, cambios) == ("Repetir «Boletín de puentes»: 0 actividades más, cada mes", [])


def test_with_each_update_it_keeps_its_distance() -> None:
    # Published on the 20th: three days after it, and two days before the next one.
    assert days(date(2026, 2, 23), Cada.ACTUALIZACION, date(2026, 5, 31)) == [
        date(2026, 3, 23),
        date(2026, 4, 23),
        date(2026, 5, 25),
    ]
    assert days(date(2026, 3, 18), Cada.ACTUALIZACION, date(2026, 5, 31)) == [date(2026, 4, 20), date(2026, 5, 18)]


def test_before_the_first_publication_it_is_announced_as_long_before() -> None:
    trimestral = replace(PUENTES, frecuencia=Frecuencia.TRIMESTRAL)
    assert days(date(2026, 1, 13), Cada.ACTUALIZACION, date(2026, 8, 1), trimestral) == [
        date(2026, 4, 13),
        date(2026, 7, 13),
    ]


@pytest.mark.parametrize(
    "conjunto",
    [
        replace(PUENTES, frecuencia=None),
        replace(PUENTES, frecuencia=Frecuencia.DIARIO),
        replace(PUENTES, fecha_publicacion=None),
        replace(PUENTES, id="otro"),
    ],
)
def test_without_updates_there_is_nothing_to_follow(conjunto: ConjuntoDatos) -> None:
    assert days(date(2026, 2, 23), Cada.ACTUALIZACION, conjunto=conjunto) == []


def test_updates_end_with_the_calendar_and_at_the_limit() -> None:
    eterno = replace(PUENTES, frecuencia=Frecuencia.SEMANAL, fecha_publicacion=date(2000, 1, 3))
    assert len(days(date(2026, 1, 5), Cada.ACTUALIZACION, date.max, eterno)) == MAXIMO
    ultimo = replace(PUENTES, frecuencia=Frecuencia.ANUAL, fecha_publicacion=date(9997, 1, 4))
    assert days(date(9997, 1, 4), Cada.ACTUALIZACION, date.max, ultimo) == [date(9998, 1, 4), date(9999, 1, 4)]


def repeated(original: LineaPlan, hasta: date = date(2026, 6, 30)) -> tuple[str, list[LineaPlan]]:
    proyecto = project_of(PUENTES, PERIODISTAS, ENLACE, original)
    motivo, cambios = repeat(proyecto, original, Cada.MES, hasta, no_holidays)
    return motivo, made(cambios, proyecto).activos(LineaPlan)


def test_the_lines_of_a_series_share_all_but_day_state_and_sign_off() -> None:
    original = replace(
        LINEA, estado=EstadoLinea.LISTA, visto_bueno="ana", visto_bueno_fecha=date(2026, 3, 1), notas="Con fotos"
    )
    motivo, (primera, *otras) = repeated(original)
    assert motivo == "Repetir «Boletín de puentes»: 3 actividades más, cada mes"
    assert primera == replace(original, serie=primera.serie)
    assert [otra.fecha for otra in otras] == [date(2026, 4, 23), date(2026, 5, 25), date(2026, 6, 23)]
    nueva = replace(primera, estado=EstadoLinea.PLANEADA, visto_bueno=None, visto_bueno_fecha=None)
    assert otras == [replace(nueva, id=otra.id, fecha=otra.fecha) for otra in otras]
    assert primera.serie


def test_a_period_is_repeated_with_its_length() -> None:
    _, lineas = repeated(replace(LINEA, fecha_fin=date(2026, 3, 25)), date(2026, 5, 31))
    assert [(otra.fecha, otra.fecha_fin) for otra in lineas[1:]] == [
        (date(2026, 4, 23), date(2026, 4, 25)),
        (date(2026, 5, 25), date(2026, 5, 27)),
    ]


def test_whole_months_are_repeated_as_whole_months() -> None:
    bimestre = linea("a", fecha=date(2027, 1, 1), fecha_fin=date(2027, 2, 28))
    proyecto = project_of(PUENTES, PERIODISTAS, ENLACE, bimestre)
    _, cambios = repeat(proyecto, bimestre, Cada.BIMESTRE, date(2028, 1, 31), no_holidays)
    lineas = sorted(made(cambios, proyecto).activos(LineaPlan), key=by_date)
    assert [(otra.fecha, otra.fecha_fin) for otra in lineas[1:]] == [
        (date(2027, 3, 1), date(2027, 4, 30)),
        (date(2027, 5, 3), date(2027, 6, 30)),
        (date(2027, 7, 1), date(2027, 8, 31)),
        (date(2027, 9, 1), date(2027, 10, 31)),
        (date(2027, 11, 1), date(2027, 12, 31)),
        (date(2028, 1, 3), date(2028, 2, 29)),
    ]


def test_a_day_off_at_the_end_of_a_month_does_not_carry_a_line_into_the_next() -> None:
    """31 October 2026 is a Saturday, and 2 November of the next bimestre."""
    viernes = linea("a", fecha=date(2026, 6, 30))
    assert repetitions(project_of(), viernes, Cada.MES, date(2026, 11, 15), no_holidays) == [
        date(2026, 7, 30), date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 30),
    ]  # fmt: skip
    ultimo = linea("a", fecha=date(2026, 8, 31))
    assert repetitions(project_of(), ultimo, Cada.BIMESTRE, date(2026, 12, 15), no_holidays) == [date(2026, 10, 30)]


def test_a_month_in_which_nobody_works_gives_the_day_after_it() -> None:
    def julio(year: int) -> frozenset[date]:
        return frozenset(date(year, 7, 1) + timedelta(days=n) for n in range(31))

    junio = linea("a", fecha=date(2026, 6, 15))
    assert repetitions(project_of(), junio, Cada.MES, date(2026, 8, 1), julio) == []
    assert repetitions(project_of(), junio, Cada.MES, date(2026, 8, 3), julio) == [date(2026, 8, 3)]


def test_repeating_again_begins_another_series() -> None:
    _, lineas = repeated(replace(LINEA, serie="vieja"))
    assert {otra.serie for otra in lineas} & {"vieja", ""} == set()


SERIE = [
    linea("a", serie="s", fecha=date(2026, 1, 20), estado=EstadoLinea.HECHA),
    linea("b", serie="s", fecha=date(2026, 2, 20)),
    linea("c", serie="s", fecha=date(2026, 3, 20), fecha_fin=date(2026, 3, 22), estado=EstadoLinea.LISTA),
    linea("d", serie="s", fecha=date(2026, 4, 20), estado=EstadoLinea.HECHA),
    linea("e", serie="s", fecha=None),
    linea("f", serie="otra", fecha=date(2026, 5, 20)),
    linea("g", fecha=date(2026, 5, 20)),
]


def test_this_and_the_following_are_those_later_and_open() -> None:
    proyecto = project_of(*SERIE)
    assert [otra.id for otra in series_of(proyecto, SERIE[1], Alcance.SIGUIENTES)] == ["b", "c", "e"]
    assert [otra.id for otra in series_of(proyecto, SERIE[1], Alcance.ESTA)] == ["b"]
    assert [otra.id for otra in series_of(proyecto, SERIE[6], Alcance.SIGUIENTES)] == ["g"]


def edited(valores: Mapping[str, Any], alcance: Alcance = Alcance.SIGUIENTES) -> tuple[str, Proyecto]:
    proyecto = project_of(PERIODISTAS, ENLACE, PUENTES, *SERIE)
    motivo, cambios = edit_series(proyecto, SERIE[1], valores, alcance)
    return motivo, made(cambios, proyecto)


def changed(proyecto: Proyecto) -> dict[str, dict[str, Any]]:
    """Return what each line of the series says by now that it did not."""
    despues = {vieja.id: (vieja, proyecto.get(LineaPlan, vieja.id)) for vieja in SERIE}
    campos = ("nombre", "canal", "fecha", "fecha_fin", "estado", "notas", "persona")
    distintos = {
        i: {campo: getattr(nueva, campo) for campo in campos if getattr(nueva, campo) != getattr(vieja, campo)}
        for i, (vieja, nueva) in despues.items()
    }
    return {i: valores for i, valores in distintos.items() if valores}


def test_what_all_share_is_changed_in_all_and_what_is_its_own_in_one() -> None:
    motivo, despues = edited({"nombre": "Nota", "persona": "ana", "estado": EstadoLinea.LISTA, "notas": "Prisa"})
    assert motivo == "Cambiar «Boletín de puentes» y 2 actividades que le siguen"
    comunes = {"nombre": "Nota", "persona": "ana"}
    assert changed(despues) == {
        "b": {**comunes, "estado": EstadoLinea.LISTA, "notas": "Prisa"},
        "c": comunes,
        "e": comunes,
    }


def test_a_new_day_moves_the_others_by_as_many() -> None:
    _, despues = edited({"fecha": date(2026, 2, 27)})
    assert changed(despues) == {
        "b": {"fecha": date(2026, 2, 27)},
        "c": {"fecha": date(2026, 3, 27), "fecha_fin": date(2026, 3, 29)},
    }


def test_a_new_end_gives_all_the_same_length() -> None:
    _, despues = edited({"fecha_fin": date(2026, 2, 24)})
    assert changed(despues) == {"b": {"fecha_fin": date(2026, 2, 24)}, "c": {"fecha_fin": date(2026, 3, 24)}}
    _, despues = edited({"fecha": date(2026, 2, 21), "fecha_fin": None})
    assert changed(despues) == {"b": {"fecha": date(2026, 2, 21)}, "c": {"fecha": date(2026, 3, 21), "fecha_fin": None}}


def test_going_to_the_tray_is_for_one_alone() -> None:
    assert changed(edited({"fecha": None})[1]) == {"b": {"fecha": None}}


def test_only_this_one() -> None:
    motivo, despues = edited({"nombre": "Nota", "fecha": date(2026, 2, 27)}, Alcance.ESTA)
    assert motivo == "Cambiar «Boletín de puentes»"
    assert changed(despues) == {"b": {"nombre": "Nota", "fecha": date(2026, 2, 27)}}


def test_an_unknown_field_is_refused_and_no_value_changes_nothing() -> None:
    with pytest.raises(KeyError):
        edited({"color": "rojo"})
    assert changed(edited({})[1]) == {}
    assert cambio(SERIE[1]) is None


def test_the_preview_says_from_which_day_off_each_was_moved() -> None:
    # 23 March 2026 is a Monday; 23 May and 23 August of that year are a Saturday and a Sunday.
    dias = preview(project_of(PUENTES), linea("a"), Cada.MES, date(2026, 8, 31), no_holidays)
    assert [(dia, pedido) for dia, pedido in dias if dia != pedido] == [
        (date(2026, 5, 25), date(2026, 5, 23)),
        (date(2026, 8, 24), date(2026, 8, 23)),
    ]
    assert preview(project_of(PUENTES), linea("a", fecha=None), Cada.MES, FIN, no_holidays) == []


TRES = [linea(f"s{n}", serie="s", fecha=date(2026, n, 2)) for n in (6, 2, 4)]


def test_a_line_knows_its_place_in_its_series() -> None:
    proyecto = project_of(*TRES, linea("sola"))
    assert [place_in_series(proyecto, una) for una in TRES] == [(3, 3), (1, 3), (2, 3)]
    assert place_in_series(proyecto, linea("sola")) == (1, 1)


@pytest.mark.parametrize(
    ("campos", "se_extiende"),
    [
        ({"fecha"}, True),
        ({"canal"}, True),
        ({"fecha_fin", "visto_bueno"}, True),
        ({"estado"}, False),
        ({"notas", "retirado"}, False),
        ({"visto_bueno", "visto_bueno_fecha"}, False),
    ],
)
def test_what_the_lines_of_a_series_share_spreads(campos: set[str], se_extiende: bool) -> None:
    assert spreads(dict.fromkeys(campos)) is se_extiende


def test_those_that_follow_are_given_what_the_first_has_already() -> None:
    proyecto = project_of(*TRES)
    motivo, cambios = follow(proyecto, TRES[1], {"fecha": date(2026, 2, 5), "estado": EstadoLinea.LISTA})
    assert {hecho.id: dict(hecho.despues or {}) for hecho in cambios} == {
        "s4": {"fecha": date(2026, 4, 5)},
        "s6": {"fecha": date(2026, 6, 5)},
    }
    assert motivo.endswith("y 2 actividades que le siguen")
