"""From one year to the next: what is copied, what is left out, and what becomes of what was not done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from promueve_gui.adapters.calendario import CalendarioOficial
from promueve_gui.application.plan_years import (
    Pendientes,
    copy_year,
    left_open,
    new_year,
    plan_year,
    years_to_copy,
    years_with_lines,
)
from promueve_gui.domain.conjuntos import Evento, Herramienta
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Acceso, EstadoLinea
from tests.application.plan_records import ENLACE, INSTITUCION, LINEA, PERIODISTAS, PUENTES, linea, made, no_holidays
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.plan_years import PlanCopiado
    from promueve_gui.domain.ficha import Registro

FERIADOS = CalendarioOficial()


def copied(*registros: Registro, de: int = 2026, a: int = 2027) -> PlanCopiado:
    return copy_year(project_of(PUENTES, PERIODISTAS, ENLACE, *registros), de, a, FERIADOS)


def test_a_line_stands_on_the_same_day_of_the_new_year() -> None:
    firmada = replace(
        LINEA,
        estado=EstadoLinea.HECHA,
        persona="ana",
        regla="r",
        notas="Con fotos",
        visto_bueno="ana",
        visto_bueno_fecha=date(2026, 3, 1),
    )
    copia = copied(firmada)
    (nueva,) = copia.nuevas
    # 23 March 2026 is a Monday and 23 March 2027 a Tuesday.
    esperada = replace(
        LINEA, id=nueva.id, persona="ana", regla="r", fecha=date(2027, 3, 23), estado=EstadoLinea.PLANEADA
    )
    assert nueva == esperada
    assert (copia.motivo, copia.omitidas) == ("Copiar 1 actividad de 2026 a 2027", ())
    assert made(copia.cambios, project_of(PUENTES, PERIODISTAS, ENLACE)).activos(LineaPlan) == [nueva]


@given(dia=st.dates(date(2026, 1, 1), date(2026, 12, 31)), a=st.integers(2020, 2035))
@example(dia=date(2026, 12, 31), a=2028)
@example(dia=date(2026, 1, 1), a=2022)
def test_the_day_is_a_working_one_close_to_the_same_and_in_its_year(dia: date, a: int) -> None:
    if a == 2026:
        return
    (nueva,) = copied(linea("a", fecha=dia), a=a).nuevas
    mismo = dia + relativedelta(years=a - 2026)
    assert nueva.fecha is not None
    assert (nueva.fecha.year, nueva.fecha.weekday() < 5) == (a, True)
    assert nueva.fecha not in FERIADOS(a)
    assert abs((nueva.fecha - mismo).days) <= 4


def test_29_february_becomes_28() -> None:
    (nueva,) = copied(linea("a", fecha=date(2024, 2, 29)), de=2024, a=2025).nuevas
    assert nueva.fecha == date(2025, 2, 28)


def test_a_period_keeps_its_length() -> None:
    (nueva,) = copied(linea("a", fecha=date(2026, 3, 23), fecha_fin=date(2026, 3, 27))).nuevas
    assert (nueva.fecha, nueva.fecha_fin) == (date(2027, 3, 23), date(2027, 3, 27))


@pytest.mark.parametrize(
    ("de", "fecha", "fecha_fin", "esperado"),
    [
        (2028, date(2028, 2, 1), date(2028, 2, 29), (date(2029, 2, 1), date(2029, 2, 28))),
        (2027, date(2027, 2, 1), date(2027, 2, 28), (date(2028, 2, 1), date(2028, 2, 29))),
        (2025, date(2025, 5, 1), date(2025, 6, 30), (date(2026, 5, 4), date(2026, 6, 30))),
        (2026, date(2026, 1, 1), date(2026, 12, 31), (date(2027, 1, 4), date(2027, 12, 31))),
        (2026, date(2026, 1, 2), date(2026, 12, 31), (date(2027, 1, 4), date(2027, 12, 31))),
        (2026, date(2026, 12, 1), date(2027, 1, 31), (date(2027, 12, 1), date(2028, 1, 31))),
    ],
)
def test_whole_months_stay_whole_months_and_a_year_in_its_year(
    de: int, fecha: date, fecha_fin: date, esperado: tuple[date, date]
) -> None:
    (nueva,) = copied(linea("a", fecha=fecha, fecha_fin=fecha_fin), de=de, a=de + 1).nuevas
    assert (nueva.fecha, nueva.fecha_fin) == esperado


def test_a_day_off_at_the_end_of_a_bimestre_does_not_carry_the_line_into_the_next() -> None:
    (nueva,) = copied(linea("a", fecha=date(2026, 2, 28)), a=2027).nuevas
    assert nueva.fecha == date(2027, 2, 26)


def test_what_was_given_up_withdrawn_undated_or_of_another_year_is_not_looked_at() -> None:
    copia = copied(
        linea("a", estado=EstadoLinea.CANCELADA),
        linea("b", retirado="Se repite"),
        linea("c", fecha=None),
        linea("d", fecha=date(2025, 3, 3)),
    )
    assert (copia.nuevas, copia.omitidas) == ((), ())


def test_what_can_no_longer_be_promoted_is_left_out_with_its_reason() -> None:
    privado = replace(PUENTES, id="nomina", nombre="Nómina", acceso=Acceso.PRIVADO)
    visor = Herramienta(id="visor", nombre="Visor", retirado="Se apagó")
    mapa = Herramienta(id="mapa", nombre="Mapa")
    copia = copied(
        privado,
        visor,
        mapa,
        linea("a", conjunto="nomina"),
        linea("b", conjunto=None, herramienta="visor"),
        linea("c", conjunto=None, herramienta="mapa"),
    )
    assert [(omitida.linea.id, omitida.razon) for omitida in copia.omitidas] == [
        ("a", "«Nómina» ya no se promueve."),
        ("b", "Su herramienta ya no está en el proyecto."),
    ]
    assert [nueva.herramienta for nueva in copia.nuevas] == ["mapa"]


def test_groups_and_people_that_left_are_not_taken_along() -> None:
    ido = replace(PERIODISTAS, id="ido", retirado="Se unió")
    (nueva,) = copied(
        ido, replace(ENLACE, id="eva", retirado="Se jubiló"), linea("a", grupos=("ido", "periodistas"), persona="eva")
    ).nuevas
    assert (nueva.grupos, nueva.persona) == (("periodistas",), None)


def test_a_line_for_an_event_waits_for_that_of_the_new_year() -> None:
    feria = Evento(id="feria26", nombre="Feria de datos", fecha=date(2026, 9, 1))
    de_la_feria = linea("a", conjunto=None, evento="feria26")
    (sin_evento,) = copied(feria, de_la_feria).nuevas
    assert sin_evento.evento is None
    otra = Evento(id="feria27", nombre="FERIA de datos", fecha=date(2027, 9, 1))
    (con_evento,) = copied(feria, otra, Evento(id="sin"), de_la_feria).nuevas
    assert con_evento.evento == "feria27"


def test_lines_of_one_series_make_a_new_one() -> None:
    nuevas = copied(
        linea("a", serie="s", fecha=date(2026, 2, 2)),
        linea("b", serie="s", fecha=date(2026, 3, 2)),
        linea("c", serie="t", fecha=date(2026, 4, 2)),
        linea("d", fecha=date(2026, 5, 4)),
    ).nuevas
    primera, segunda, tercera, suelta = (nueva.serie for nueva in nuevas)
    assert primera == segunda != tercera
    assert {primera, tercera} & {"", "s", "t"} == set()
    assert suelta == ""


def test_copying_twice_adds_nothing() -> None:
    proyecto = project_of(PUENTES, PERIODISTAS, ENLACE, linea("a"), linea("b", fecha=date(2026, 5, 4)))
    primera = copy_year(proyecto, 2026, 2027, no_holidays)
    despues = made(primera.cambios, proyecto)
    segunda = copy_year(despues, 2026, 2027, no_holidays)
    assert len(primera.nuevas) == 2
    assert (segunda.nuevas, segunda.motivo) == ((), "Copiar 0 actividades de 2026 a 2027")
    assert [omitida.razon for omitida in segunda.omitidas] == ["Ya está en el plan de 2027."] * 2
    con_otra = made(segunda.cambios, made([], despues))
    con_otra.install({"linea_plan": {"c": linea("c", fecha=date(2026, 6, 1))}})
    assert len(copy_year(con_otra, 2026, 2027, no_holidays).nuevas) == 1


def test_years_with_lines_are_those_that_can_be_copied() -> None:
    proyecto = project_of(
        linea("a"),
        linea("b", fecha=date(2024, 1, 8)),
        linea("c", fecha=None),
        linea("d", fecha=date(2020, 1, 8), estado=EstadoLinea.CANCELADA),
    )
    assert years_with_lines(proyecto) == [2026, 2024]


@pytest.mark.parametrize(
    ("anio", "years", "esperado"),
    [
        (2026, [2027, 2026, 2025, 2024], (2025, 2026)),
        (2026, [2027, 2026], (2026, 2027)),
        (2026, [2028, 2027], (2027, 2028)),
        (2026, [2024], (2024, 2026)),
        (None, [2027, 2026], (2027, 2028)),
    ],
)
def test_last_year_is_copied_into_the_program_s_or_that_into_the_next(
    anio: int | None, years: list[int], esperado: tuple[int, int]
) -> None:
    assert years_to_copy(project_of(replace(INSTITUCION, anio=anio)), years) == esperado


@pytest.mark.parametrize(("anio", "esperado"), [(2026, 2026), (None, None), (0, None), (123456, None)])
def test_the_year_of_the_program_is_one_of_the_calendar(anio: int | None, esperado: int | None) -> None:
    assert plan_year(project_of(replace(INSTITUCION, anio=anio))) == esperado
    assert plan_year(project_of()) is None


@pytest.mark.parametrize(
    ("pendientes", "esperado"),
    [
        (Pendientes.DEJAR, (date(2026, 3, 23), EstadoLinea.PLANEADA)),
        (Pendientes.BANDEJA, (None, EstadoLinea.PLANEADA)),
        (Pendientes.CANCELAR, (date(2026, 3, 23), EstadoLinea.CANCELADA)),
    ],
)
def test_a_new_year_deals_with_what_was_not_done(
    pendientes: Pendientes, esperado: tuple[date | None, EstadoLinea]
) -> None:
    otras = [linea("b", estado=EstadoLinea.HECHA), linea("c", fecha=date(2027, 1, 4)), linea("d", fecha=None)]
    proyecto = project_of(INSTITUCION, PUENTES, PERIODISTAS, LINEA, *otras)
    motivo, cambios = new_year(proyecto, 2027, pendientes)
    despues = made(cambios, proyecto)
    assert motivo == "Iniciar el año 2027"
    assert plan_year(despues) == 2027
    hallada = despues.get(LineaPlan, "linea")
    assert hallada is not None
    assert (hallada.fecha, hallada.estado) == esperado
    assert [despues.get(LineaPlan, otra.id) for otra in otras] == otras


def test_without_an_institution_there_is_no_year_to_change() -> None:
    assert new_year(project_of(), 2027)[1] == []
    assert new_year(project_of(replace(INSTITUCION, anio=2027)), 2027)[1] == []
    assert project_of(INSTITUCION).unico(Institucion) == INSTITUCION


def test_what_is_left_open_of_earlier_years_is_told_by_date() -> None:
    lineas = [
        LINEA,
        linea("antes", fecha=date(2025, 5, 4)),
        linea("hecha", estado=EstadoLinea.HECHA),
        linea("despues", fecha=date(2027, 1, 4)),
        linea("sin", fecha=None),
    ]
    assert [hallada.id for hallada in left_open(project_of(*lineas), 2027)] == ["antes", "linea"]


def test_what_goes_on_in_the_new_year_is_not_left_over_from_the_old_one() -> None:
    larga = linea("larga", fecha=date(2026, 11, 30), fecha_fin=date(2027, 1, 29))
    justa = linea("justa", fecha=date(2026, 11, 30), fecha_fin=date(2026, 12, 31))
    proyecto = project_of(INSTITUCION, larga, justa)
    assert [hallada.id for hallada in left_open(proyecto, 2027)] == ["justa"]
    _, cambios = new_year(proyecto, 2027, Pendientes.CANCELAR)
    despues = made(cambios, proyecto)
    assert despues.get(LineaPlan, "larga") == larga
    justa_despues = despues.get(LineaPlan, "justa")
    assert justa_despues is not None
    assert justa_despues.estado is EstadoLinea.CANCELADA
    assert [hallada.id for hallada in left_open(proyecto, 2028)] == ["justa", "larga"]
