"""The plan comes back with sheets that were copied, and with dates as others write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.returns import Returns
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.plan import LineaPlan
from tests.adapters.excel.plan_devuelto import add, compared, line_of, place, planned, put, sent, told, worked_on

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.excel.muestra import Leido


def test_a_sheet_that_was_copied_as_it_was_brings_nothing_twice(tmp_path: Path) -> None:
    session = planned()

    def copy(libro: Leido) -> None:
        libro.copy_worksheet(libro["Plan"]).title = "Plan (2)"

    libro = worked_on(
        sent(session, tmp_path / "p.xlsx"), add({"Actividad": "Aviso nuevo", "Canal": "Redes sociales"}), copy
    )
    devolucion = compared(session, libro)
    nuevas = [d.titulo for d in devolucion.diferencias]
    assert nuevas == ["Aviso nuevo"]
    dichos = [problema.mensaje for problema in devolucion.problemas]
    assert len(dichos) == len(session.proyecto.activos(LineaPlan)) + 1
    assert dichos[0] == "Hoja «Plan (2)», renglón 2: repite el renglón 2 de la hoja «Plan»; se tomó una sola vez."


@pytest.mark.parametrize("en_la_copia", [False, True])
def test_a_sheet_that_was_copied_before_working_in_it_makes_no_lines(tmp_path: Path, *, en_la_copia: bool) -> None:
    session = planned()

    def copy(libro: Leido) -> None:
        libro.copy_worksheet(libro["Plan"]).title = "Respaldo"
        if en_la_copia:
            libro["Plan"].title, libro["Respaldo"].title = "Plan anterior", "Plan"

    libro = worked_on(
        sent(session, tmp_path / "p.xlsx"),
        copy,
        put("Boletín de puentes", "Fecha", date(2026, 2, 9)),
        put("Convocatoria", "Actividad", "Convocatoria al datatón"),
    )
    devolucion = compared(session, libro)
    assert told(devolucion) == {
        ("cambio", "Boletín de puentes", "fecha"),
        ("cambio", "Convocatoria", "nombre"),
    }
    assert len(devolucion.problemas) == len(session.proyecto.activos(LineaPlan))


def test_a_sheet_copied_and_worked_on_in_both_copies_makes_no_lines_and_asks_where_they_differ(tmp_path: Path) -> None:
    session = planned()

    def both(libro: Leido) -> None:
        copia = libro.copy_worksheet(libro["Plan"])
        copia.title = "De Ana"
        hoja = libro["Plan"]
        for suya, notas in ((hoja, "Con fotos"), (copia, "Sin fotos")):
            suya.cell(line_of(suya, "Boletín de puentes"), place(suya, "Notas")).value = notas
        copia.cell(line_of(copia, "Boletín de puentes"), place(copia, "Fecha")).value = date(2026, 2, 9)
        copia.cell(line_of(copia, "Convocatoria"), place(copia, "Actividad")).value = "Convocatoria al datatón"
        hoja.cell(line_of(hoja, "Convocatoria"), place(hoja, "Notas")).value = "En línea"

    libro = worked_on(sent(session, tmp_path / "p.xlsx"), both)
    devolucion = compared(session, libro)
    assert told(devolucion) == {
        ("cambio", "Boletín de puentes", "notas"),
        ("conflicto", "Boletín de puentes", "notas"),
        ("cambio", "Boletín de puentes", "fecha"),
        ("cambio", "Convocatoria", "nombre"),
        ("cambio", "Convocatoria", "notas"),
    }
    (conflicto,) = [d for d in devolucion.diferencias if d.tipo is TipoDiferencia.CONFLICTO]
    assert (conflicto.lugar.hoja, conflicto.suyo) == ("De Ana", "Sin fotos")
    assert len({d.clave for d in devolucion.diferencias}) == 5
    Returns(session).apply(devolucion, {conflicto.clave: Decision.TOMAR})
    (boletin,) = [ln for ln in session.proyecto.activos(LineaPlan) if ln.nombre == "Boletín de puentes"]
    assert (boletin.notas, boletin.fecha) == ("Sin fotos", date(2026, 2, 9))


def test_a_row_copied_within_a_copied_sheet_is_one_new_line(tmp_path: Path) -> None:
    session = planned()

    def both(libro: Leido) -> None:
        copia = libro.copy_worksheet(libro["Plan"])
        copia.append([celda.value for celda in copia[line_of(copia, "Convocatoria")]])
        copia.cell(copia.max_row, place(copia, "Actividad")).value = "Segunda convocatoria"
        hoja = libro["Plan"]
        hoja.cell(line_of(hoja, "Convocatoria"), place(hoja, "Notas")).value = "En línea"

    libro = worked_on(sent(session, tmp_path / "p.xlsx"), both)
    assert told(compared(session, libro)) == {
        ("nuevo", "Segunda convocatoria", ""),
        ("cambio", "Convocatoria", "notas"),
    }


def test_where_some_dates_have_the_month_first_the_others_are_worth_a_look(tmp_path: Path) -> None:
    session = planned()
    libro = worked_on(
        sent(session, tmp_path / "p.xlsx"),
        put("Boletín de puentes", "Fecha", "03/25/2027"),
        put("Convocatoria", "Fecha", "03/04/2027"),
        add({"Actividad": "Aviso nuevo", "Canal": "Redes sociales", "Fecha": "05/06/2027"}),
        add({"Actividad": "Aviso del cinco", "Canal": "Redes sociales", "Fecha": "05/05/2027"}),
    )
    devolucion = compared(session, libro)
    leidas = {d.titulo: d.valores["fecha"] for d in devolucion.diferencias}
    assert leidas == {
        "Boletín de puentes": date(2027, 3, 25),
        "Convocatoria": date(2027, 4, 3),
        "Aviso nuevo": date(2027, 6, 5),
        "Aviso del cinco": date(2027, 5, 5),
    }
    (problema,) = devolucion.problemas
    boletin, convocatoria, aviso = (
        problema.renglon,
        *[d.lugar.renglon for d in devolucion.diferencias if d.titulo in {"Convocatoria", "Aviso nuevo"}],
    )
    assert problema.mensaje == (
        f"Hoja «Plan», renglón {boletin}, columna {problema.columna}: «03/25/2027» trae primero el mes y se leyó como "
        f"25/03/2027; en los renglones {convocatoria} y {aviso} la fecha se leyó con el día primero. Revise que no "
        "estén al revés."
    )


def test_one_date_with_the_month_first_is_read_and_nothing_is_said(tmp_path: Path) -> None:
    session = planned()
    libro = worked_on(sent(session, tmp_path / "p.xlsx"), put("Boletín de puentes", "Fecha", "Mar 25 2027"))
    devolucion = compared(session, libro)
    assert [d.suyo for d in devolucion.diferencias] == [date(2027, 3, 25)]
    assert devolucion.problemas == []


@pytest.mark.parametrize("dicho", ["marzo 25", "abr. 2", "25 de marzo", "3/25"])
def test_a_day_without_its_year_is_asked_about(tmp_path: Path, dicho: str) -> None:
    session = planned()
    libro = worked_on(sent(session, tmp_path / "p.xlsx"), put("Boletín de puentes", "Fecha", dicho))
    (diferencia,) = compared(session, libro).diferencias
    assert (diferencia.tipo, diferencia.suyo) == (TipoDiferencia.VALOR, None)
    assert f"«{dicho}»" in diferencia.mensaje
