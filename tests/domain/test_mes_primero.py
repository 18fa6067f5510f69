"""Dates with the month first in a returned sheet, and the others that may be the other way round."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.devueltos import FilaDevuelta, HojaDevuelta
from promueve_gui.domain.diferencias import Diferencia, Lugar, TipoDiferencia
from promueve_gui.domain.mes_primero import doubtful_dates

if TYPE_CHECKING:
    from promueve_gui.domain.devueltos import Celda


def sheet(*fechas: Celda) -> HojaDevuelta:
    filas = [FilaDevuelta(numero, "", ["Boletín", fecha]) for numero, fecha in enumerate(fechas, start=2)]
    return HojaDevuelta(nombre="Plan", entidad="linea_plan", campos=("nombre", "fecha"), letras=("B", "E"), filas=filas)


def brought(renglon: int, dia: date | None, hoja: str = "Plan") -> Diferencia:
    return Diferencia(
        clave=f"{renglon}{hoja}",
        tipo=TipoDiferencia.CAMBIO,
        entidad="linea_plan",
        id="l",
        titulo="Boletín",
        lugar=Lugar(hoja=hoja, renglon=renglon),
        valores={"fecha": dia},
    )


def told(hoja: HojaDevuelta, *diferencias: Diferencia) -> list[str]:
    return [problema.mensaje for problema in doubtful_dates([hoja], diferencias)]


def test_one_other_date_is_named() -> None:
    (mensaje,) = told(sheet("12.31.27", "03/04/2027"), brought(3, date(2027, 4, 3)))
    assert mensaje == (
        "Hoja «Plan», renglón 2, columna E: «12.31.27» trae primero el mes y se leyó como 31/12/2027; en el renglón 3 "
        "la fecha se leyó con el día primero. Revise que no esté al revés."
    )


def test_of_many_only_the_first_are_named() -> None:
    muchas = [brought(renglon, date(2027, 4, 3)) for renglon in range(3, 11)]
    (mensaje,) = told(sheet("03/25/2027"), *muchas)
    assert "en los renglones 3, 4, 5, 6, 7 y 3 más la fecha" in mensaje


@pytest.mark.parametrize("celda", ["25/03/2027", "04/04/2027", "02/30/2027", "pronto", None, date(2027, 3, 25)])
def test_without_a_month_first_nothing_is_said(celda: Celda) -> None:
    assert told(sheet(celda), brought(3, date(2027, 4, 3))) == []


@pytest.mark.parametrize(
    "diferencia",
    [
        brought(3, date(2027, 4, 25)),
        brought(3, date(2027, 4, 4)),
        brought(3, None),
        brought(0, date(2027, 4, 3)),
        brought(3, date(2027, 4, 3), "Otra"),
    ],
)
def test_without_another_date_that_can_be_read_both_ways_nothing_is_said(diferencia: Diferencia) -> None:
    assert told(sheet("03/25/2027"), diferencia) == []


def test_a_date_that_nothing_tells_how_to_read_is_said_once() -> None:
    (mensaje,) = told(sheet("03/04/2027"), brought(2, date(2027, 4, 3)))
    assert mensaje == (
        "Hoja «Plan», renglón 2, columna E: «03/04/2027» se leyó con el día primero, como 3 de abril de 2027. "
        "Si iba primero el mes, corríjala."
    )


def test_several_of_them_are_said_together() -> None:
    hoja = sheet("03/04/2027", "05/04/2027", date(2027, 4, 6), "06/06/2027", "7/4/27")
    (mensaje,) = told(hoja, *(brought(renglon, date(2027, 4, renglon)) for renglon in range(2, 7)))
    assert "como 3 de abril de 2027; lo mismo en los renglones 3 y 6. Si" in mensaje


def test_dates_as_they_left_and_those_beside_one_with_its_day_first_are_not_asked_about() -> None:
    assert told(sheet("03/04/2027")) == []
    assert told(sheet("03/04/2027", "25/04/2027"), brought(2, date(2027, 4, 3))) == []
    assert told(sheet(date(2027, 4, 3)), brought(2, date(2027, 4, 3))) == []
