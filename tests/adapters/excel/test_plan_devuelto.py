"""The plan comes back: exactly what somebody changed on the sheet «Plan» is taken, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.devueltos import Sello
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea
from tests.adapters.excel.plan_devuelto import (
    add,
    compared,
    line_of,
    names,
    place,
    planned,
    put,
    remove,
    sent,
    told,
    worked_on,
)

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.session import Session
    from tests.adapters.excel.muestra import Leido


def line(session: Session, identidad: str) -> LineaPlan:
    found = session.proyecto.get(LineaPlan, identidad)
    assert found is not None
    return found


@pytest.mark.parametrize("personales", [False, True])
@pytest.mark.parametrize("por_mes", [False, True])
@pytest.mark.parametrize("parte", ["", "area:a1", "area:", "persona:p1", "persona:"])
def test_an_untouched_plan_brings_nothing(tmp_path: Path, parte: str, *, por_mes: bool, personales: bool) -> None:
    session = planned()
    libro = worked_on(sent(session, tmp_path / "p.xlsx", personales=personales, por_mes=por_mes, parte=parte))
    devolucion = compared(session, libro)
    assert (told(devolucion), devolucion.problemas, devolucion.avisos) == (set(), [], [])
    assert [hoja.nombre for hoja in libro.hojas] == ["Plan"]
    assert Returns(session).apply(devolucion, {}).edicion is None


def test_edits_come_exactly(tmp_path: Path) -> None:
    session = planned()
    libro = worked_on(
        sent(session, tmp_path / "p.xlsx", por_mes=True),
        put("Boletín de puentes", "Fecha", datetime(2026, 2, 9)),  # noqa: DTZ001 - a day, as openpyxl writes it
        put("Boletín de puentes", "Grupos de usuarios", "municipios"),
        put("Campaña de lluvias", "Estado", "planeada"),
        put("Campaña de lluvias", "Conjunto de datos", "inventario de PUENTES"),
        put("Convocatoria", "Notas", "Llamar antes"),
        put("Visor en el portal", "Fecha", "3 de mayo de 2026"),
    )
    assert told(compared(session, libro)) == {
        ("cambio", "Boletín de puentes", "fecha"),
        ("cambio", "Boletín de puentes", "grupos"),
        ("cambio", "Campaña de lluvias", "estado"),
        ("cambio", "Campaña de lluvias", "conjunto"),
        ("cambio", "Convocatoria", "notas"),
        ("cambio", "Visor en el portal", "fecha"),
    }
    Returns(session).apply(compared(session, libro), {})
    assert (line(session, "l1").fecha, line(session, "l1").grupos) == (date(2026, 2, 9), ("g2",))
    assert (line(session, "l2").estado, line(session, "l2").conjunto) == (EstadoLinea.PLANEADA, "c1")
    assert (line(session, "l4").notas, line(session, "l3").fecha) == ("Llamar antes", date(2026, 5, 3))
    assert told(compared(session, libro)) == set()


def test_new_rows_become_lines_and_missing_ones_are_asked_about(tmp_path: Path) -> None:
    session = planned()
    nueva: dict[str, object] = {
        "Actividad": "Aviso nuevo", "Grupos de usuarios": "Municipios; Periodistas de datos", "Canal": "Redes sociales",
        "Fecha": date(2026, 11, 3), "Estado": "Idea", "Evento": "Datatón rural",
    }  # fmt: skip
    libro = worked_on(sent(session, tmp_path / "p.xlsx"), add(nueva), remove("Convocatoria"))
    devolucion = compared(session, libro)
    assert told(devolucion) == {("nuevo", "Aviso nuevo", ""), ("faltante", "Convocatoria", "")}
    Returns(session).apply(devolucion, {})
    (hecha,) = [linea for linea in session.proyecto.activos(LineaPlan) if linea.nombre == "Aviso nuevo"]
    assert (hecha.grupos, hecha.evento, hecha.fecha) == (("g2", "g1"), "e1", date(2026, 11, 3))
    assert line(session, "l4").activo
    assert [duda.registro for duda in session.proyecto.activos(Duda)] == ["l4"]


def test_what_cannot_be_read_waits_with_the_nearest_value(tmp_path: Path) -> None:
    session = planned()
    libro = worked_on(
        sent(session, tmp_path / "p.xlsx", personales=True),
        put("Boletín de puentes", "Conjunto de datos", "Inventario de puetnes"),
        put("Boletín de puentes", "Grupos de usuarios", "Municpios"),
        put("Convocatoria", "Persona responsable", "Rosalba Puente"),
        put("Campaña de lluvias", "Estado", "Planeda"),
        put("Cancelada", "Fecha", "pronto"),
    )
    devolucion = compared(session, libro)
    assert {d.tipo for d in devolucion.diferencias} == {TipoDiferencia.VALOR}
    cerca = {d.campo: d.suyo for d in devolucion.diferencias}
    assert (cerca["conjunto"], cerca["persona"], cerca["estado"]) == ("c1", "p1", EstadoLinea.PLANEADA)
    assert cerca["fecha"] is None
    assert all("Hoja «Plan», renglón" in d.mensaje for d in devolucion.diferencias)
    assert any("¿quiso decir «Municipios»?" in d.mensaje for d in devolucion.diferencias)


def test_what_both_changed_waits_among_the_doubts(tmp_path: Path) -> None:
    session = planned()
    path = sent(session, tmp_path / "p.xlsx")
    session.edit("Mover", [cambio(line(session, "l1"), fecha=date(2026, 4, 4), notas="De aquí")])
    libro = worked_on(path, put("Boletín de puentes", "Fecha", date(2026, 5, 5)))
    devolucion = compared(session, libro)
    assert told(devolucion) == {("conflicto", "Boletín de puentes", "fecha")}
    assert devolucion.conservados == 1
    Returns(session).apply(devolucion, {})
    assert line(session, "l1").fecha == date(2026, 4, 4)
    assert [duda.campo for duda in session.proyecto.activos(Duda)] == ["fecha"]


def test_a_decision_about_a_missing_line_withdraws_it(tmp_path: Path) -> None:
    session = planned()
    devolucion = compared(session, worked_on(sent(session, tmp_path / "p.xlsx"), remove("Convocatoria")))
    Returns(session).apply(devolucion, {devolucion.diferencias[0].clave: Decision.TOMAR})
    assert not line(session, "l4").activo


def test_an_edit_of_what_was_signed_off_takes_the_signature_away(tmp_path: Path) -> None:
    session = planned()
    libro = worked_on(sent(session, tmp_path / "p.xlsx"), put("Firmada: «sí, señor»", "Fecha", date(2026, 9, 9)))
    Returns(session).apply(compared(session, libro), {})
    assert (line(session, "v").fecha, line(session, "v").visto_bueno) == (date(2026, 9, 9), None)


def test_the_place_in_a_series_is_worked_out_and_not_taken(tmp_path: Path) -> None:
    session = planned()
    path = sent(session, tmp_path / "p.xlsx")
    lugares: list[object] = []

    def look(libro: Leido) -> None:
        hoja = libro["Plan"]
        lugares.extend(
            hoja.cell(n, place(hoja, "Serie")).value
            for n in range(2, hoja.max_row + 1)
            if hoja.cell(n, place(hoja, "Actividad")).value == "Mensaje del bimestre"
        )

    libro = worked_on(path, look, put("Mensaje del bimestre", "Serie", "9 de 9"))
    devolucion = compared(session, libro)
    assert lugares == ["1 de 3", "2 de 3", "3 de 3"]
    assert (told(devolucion), len(devolucion.problemas)) == (set(), 1)
    assert "«Serie» se calcula y lo escrito ahí no se tomó" in devolucion.problemas[0].mensaje


def test_a_row_copied_within_its_sheet_is_a_new_line(tmp_path: Path) -> None:
    session = planned()

    def copy(libro: Leido) -> None:
        hoja = libro["Plan"]
        copiada = [celda.value for celda in hoja[line_of(hoja, "Convocatoria")]]
        hoja.append([*copiada])
        hoja.cell(hoja.max_row, place(hoja, "Actividad")).value = "Segunda convocatoria"

    libro = worked_on(sent(session, tmp_path / "p.xlsx"), copy)
    assert told(compared(session, libro)) == {("nuevo", "Segunda convocatoria", "")}


def test_a_part_asks_only_about_its_own_lines(tmp_path: Path) -> None:
    session = planned()
    path = sent(session, tmp_path / "p.xlsx", parte="area:a1")
    libro = worked_on(path, remove("Boletín de puentes"), put("Cancelada", "Notas", "Ya no"))
    assert libro.sello.documento == "plan:area:a1"
    assert told(compared(session, libro)) == {
        ("faltante", "Boletín de puentes", ""),
        ("cambio", "Cancelada", "notas"),
    }


def test_whose_part_it_was_is_remembered_although_the_lines_went_to_somebody_else(tmp_path: Path) -> None:
    session = planned()
    path = sent(session, tmp_path / "p.xlsx", parte="area:a1")
    session.edit("Cambiar", [cambio(line(session, "l1"), conjunto="c2")])
    assert told(compared(session, worked_on(path))) == set()


@pytest.mark.parametrize("area", ["a1", None])
def test_a_plan_is_of_no_area_whatever_somebody_says(tmp_path: Path, area: str | None) -> None:
    session = planned()
    libro = worked_on(sent(session, tmp_path / "p.xlsx"))
    assert Returns(session).compare(libro, area=area).area is None


def test_sheets_of_a_month_say_that_they_are_not_read_and_cannot_be_written_in(tmp_path: Path) -> None:
    session = planned()
    path = sent(session, tmp_path / "p.xlsx", por_mes=True)
    hojas: list[str] = []

    def look(libro: Leido) -> None:
        for hoja in libro.worksheets[3:-2]:
            hojas.append(hoja.title)
            assert hoja.protection.sheet
            assert "los cambios se hacen en la hoja «Plan»" in hoja["A2"].value
            assert hoja["A3"].value == "Actividad"
            assert (hoja.print_title_rows, hoja.freeze_panes) == ("$3:$3", "B4")
        libro.worksheets[3].title = "Otro nombre"

    libro = worked_on(path, look)
    assert hojas == [
        "Febrero 2026", "Abril 2026", "Junio 2026", "Julio 2026", "Agosto 2026", "Septiembre 2026",
        "Sin fecha u otras fechas",
    ]  # fmt: skip
    assert told(compared(session, libro)) == set()


def test_a_plan_without_its_stamp_or_identities_is_still_known(tmp_path: Path) -> None:
    session = planned()
    path = sent(session, tmp_path / "p.xlsx")

    def forget(libro: Leido) -> None:
        del libro["_promueve"]
        hoja = libro["Plan"]
        hoja.delete_cols(1)
        for numero in range(1, hoja.max_row + 1):
            if hoja.cell(numero, 1).value == "Convocatoria":
                hoja.cell(numero, place(hoja, "Notas")).value = "Nueva nota"

    libro = replace(worked_on(path, forget), sello=Sello())
    assert told(compared(session, libro)) >= {("cambio", "Convocatoria", "notas")}
    assert not {t for t, _, _ in told(compared(session, libro))} & {"nuevo", "faltante"}


def test_the_stamp_says_which_plan_it_is(tmp_path: Path) -> None:
    libro = worked_on(sent(planned(), tmp_path / "p.xlsx"))
    assert (libro.sello.documento, libro.sello.exportacion, libro.sello.proyecto) == ("plan", "entrega/plan", "i")


def test_sorting_the_rows_changes_nothing(tmp_path: Path) -> None:
    session = planned()

    def turn_round(libro: Leido) -> None:
        hoja = libro["Plan"]
        filas = [[celda.value for celda in fila] for fila in hoja.iter_rows(min_row=2)]
        for numero, fila in enumerate(reversed(filas), start=2):
            for columna, valor in enumerate(fila, start=1):
                hoja.cell(numero, columna).value = valor

    libro = worked_on(sent(session, tmp_path / "p.xlsx"), turn_round)
    assert told(compared(session, libro)) == set()
    assert names(session.proyecto.activos(LineaPlan))[0] == "Boletín de puentes"


def test_every_new_row_has_its_dropdowns(tmp_path: Path) -> None:
    def look(libro: Leido) -> None:
        hoja = libro["Plan"]
        rangos = {str(check.sqref) for check in hoja.data_validations.dataValidation if check.type == "list"}
        ultimo = line_of(hoja, "Visor en el portal") + 500
        assert len(rangos) >= 6
        assert all(rango.endswith(str(ultimo)) for rango in rangos)

    worked_on(sent(planned(), tmp_path / "p.xlsx"), look)


def test_who_writes_in_a_sheet_that_only_shows_the_plan_is_told_where_to(tmp_path: Path) -> None:
    def write(libro: Leido) -> None:
        for hoja in ("Calendario", "Cobertura", "Febrero 2026"):
            libro[hoja]["B4"] = "Otra cosa"

    session = planned()
    devolucion = compared(session, worked_on(sent(session, tmp_path / "p.xlsx", por_mes=True), write))
    assert told(devolucion) == set()
    assert [problema.mensaje for problema in devolucion.problemas] == [
        f"Hoja «{hoja}», renglón 4, columna B: se escribió «Otra cosa»; esta hoja es de consulta y no se tomó; "
        "escríbalo en la hoja «Plan»."
        for hoja in ("Calendario", "Cobertura", "Febrero 2026")
    ]
