"""Dates as institutions write them: what is read, what is refused and what is advised."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.fechas_leidas import ANIO_MAXIMO, ANIO_MINIMO, leer_fecha

DIAS = st.dates(min_value=date(ANIO_MINIMO, 1, 1), max_value=date(ANIO_MAXIMO, 12, 31))


@pytest.mark.parametrize(
    ("texto", "esperada"),
    [
        ("2018-07-13", date(2018, 7, 13)),
        (" 2018-07-13 ", date(2018, 7, 13)),
        ("2018/07/13", date(2018, 7, 13)),
        ("20180713", date(2018, 7, 13)),
        ("2018-07-13T08:00:00", date(2018, 7, 13)),
        ("2018-07-13T08:00:00.123Z", date(2018, 7, 13)),
        ("2018-07-13 08:00:00+00:00", date(2018, 7, 13)),
        ("20180713T0800", None),
        ("2015-10", date(2015, 10, 1)),
        ("2015-6", date(2015, 6, 1)),
        ("2015.11", date(2015, 11, 1)),
        ("2015.01", date(2015, 1, 1)),
        ("2015.2", date(2015, 2, 1)),
        ("2015-1", date(2015, 1, 1)),
        ("oct-15", date(2015, 10, 1)),
        ("Oct. 2015", date(2015, 10, 1)),
        ("dic-98", date(1998, 12, 1)),
        ("octubre 2015", date(2015, 10, 1)),
        ("Octubre de 2015", date(2015, 10, 1)),
        ("2015-oct", date(2015, 10, 1)),
        ("15 de octubre de 2015", date(2015, 10, 15)),
        ("15 de octubre del 2015", date(2015, 10, 15)),
        ("15-oct-15", date(2015, 10, 15)),
        ("1º de octubre de 2015", date(2015, 10, 1)),
        ("1° de octubre de 2015", date(2015, 10, 1)),
        ("1o. de octubre de 2015", date(2015, 10, 1)),
        ("1er octubre 2015", date(2015, 10, 1)),
        ("Jueves, 15 de octubre de 2015", date(2015, 10, 15)),
        ("miércoles 14/10/2015", date(2015, 10, 14)),
        ("2015–10", date(2015, 10, 1)),
        ("15—10—2015", date(2015, 10, 15)),
        ("2015 − 10 − 15", date(2015, 10, 15)),
        ("2015-ene-03", date(2015, 1, 3)),
        ("Jan 2016", date(2016, 1, 1)),
        ("sept 2016", date(2016, 9, 1)),
        ("03/04/2016", date(2016, 4, 3)),
        ("3.4.2016", date(2016, 4, 3)),
        ("29/07/13", date(2013, 7, 29)),
        ("7/29/2013 9:00:00", date(2013, 7, 29)),
        ("7/29/2013 9:00 a. m.", date(2013, 7, 29)),
        ("42278", date(2015, 10, 1)),
        ("42278.375", date(2015, 10, 1)),
        ("Lunes 9 de febrero de 2026", date(2026, 2, 9)),
        ("miércoles, 11 de febrero de 2026", date(2026, 2, 11)),
        ("lun 9/02/2026", date(2026, 2, 9)),
        ("Mar. 10/feb/2026", date(2026, 2, 10)),
        ("mar 2026", date(2026, 3, 1)),
        ("mar 26", date(2026, 3, 1)),
        ("1º de febrero de 2026", date(2026, 2, 1)),
        ("1° de febrero de 2026", date(2026, 2, 1)),
        ("1o. de febrero de 2026", date(2026, 2, 1)),
        ("1ro de febrero de 2026", date(2026, 2, 1)),
        ("primero de febrero de 2026", date(2026, 2, 1)),
        ("Domingo 1º de febrero de 2026.", date(2026, 2, 1)),
        ("9 de febrero de 2026.", date(2026, 2, 9)),
        ("febrero 9, 2026", date(2026, 2, 9)),
        ("Feb 9, 2026", date(2026, 2, 9)),
        ("9/2/2026 10:00 hrs.", date(2026, 2, 9)),
    ],
)
def test_dates_are_read_as_written(texto: str, esperada: date | None) -> None:
    assert leer_fecha(texto).fecha == esperada


@pytest.mark.parametrize(
    "texto",
    ["", "   ", "No aplica", "No aplica.", "NO APLICA", "N/A", "s/f", "Por definir", "-", "—", "–", "NaN", "NULL"],
)
def test_cells_that_say_there_is_no_date_are_no_error(texto: str) -> None:
    leida = leer_fecha(texto)
    assert (leida.fecha, leida.error) == (None, "")


@pytest.mark.parametrize(
    ("texto", "error", "remedio"),
    [
        ("02-2015", "no se entiende", "2015-02"),
        ("13-2015", "no se entiende", "AAAA-MM, por ejemplo 2015-02"),
        ("2015", "no dice el mes", "2015-02"),
        ("3015", "no dice el mes", "AAAA-MM, por ejemplo 2015-02"),
        ("2015-13", "tiene un mes que no existe (13)", "AAAA-MM"),
        ("2015.1", "no deja saber si es de enero o de octubre", "escríbala como 2015-01 o 2015-10"),
        ("2012-16-02T14:45:00", "parece tener el día y el mes al revés", "2012-02-16"),
        ("2012-16-31", "no existe en el calendario", "AAAA-MM-DD"),
        ("2015-02-30", "no existe en el calendario", "AAAA-MM-DD"),
        ("31/13/2015", "no existe en el calendario", "AAAA-MM-DD"),
        ("0215-02-03", "tiene un año fuera de 1900 a 2100", "AAAA-MM-DD"),
        ("0215-02", "tiene un año fuera de 1900 a 2100", "AAAA-MM, por ejemplo"),
        ("marzo de 2206", "tiene un año fuera de 1900 a 2100", "AAAA-MM, por ejemplo"),
        ("2206 mar", "tiene un año fuera de 1900 a 2100", "AAAA-MM, por ejemplo"),
        ("AAAA-MM", "no se entiende", "AAAA-MM"),
        ("pronto", "no se entiende", "AAAA-MM"),
        ("99999", "no se entiende", "AAAA-MM"),
        ("2015-10 y 2016-01", "no se entiende", "AAAA-MM"),
        ("15-oct", "no se entiende", "AAAA-MM"),
        ("lunes 10 de febrero de 2026", "cae en martes y no en lunes", "AAAA-MM-DD"),
        ("lunes", "no se entiende", "AAAA-MM"),
        ("٢٠١٥-١٠", "no se entiende", "AAAA-MM"),
    ],
)
def test_dates_that_cannot_be_read_say_why_and_how_to_mend_them(texto: str, error: str, remedio: str) -> None:
    leida = leer_fecha(texto)
    assert leida.fecha is None
    assert leida.error == error
    assert remedio in leida.remedio


@given(DIAS)
def test_iso_dates_survive(dia: date) -> None:
    assert leer_fecha(dia.isoformat()).fecha == dia


@given(DIAS)
def test_mexican_dates_survive(dia: date) -> None:
    assert leer_fecha(f"{dia.day:02}/{dia.month:02}/{dia.year}").fecha == dia


@given(st.integers(min_value=20_000, max_value=73_415))
def test_serial_numbers_count_from_the_epoch_of_spreadsheets(dias: int) -> None:
    assert leer_fecha(str(dias)).fecha == date(1899, 12, 30) + timedelta(days=dias)


@given(st.text())
def test_any_text_gives_a_date_or_a_reason_but_never_both(texto: str) -> None:
    leida = leer_fecha(texto)
    assert leida.fecha is None or not leida.error
    assert bool(leida.error) == bool(leida.remedio)
