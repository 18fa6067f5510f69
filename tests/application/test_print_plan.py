"""The plan as it is printed, before there are pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from promueve_gui.application.export_documents import Entrega
from promueve_gui.application.print_model import EstiloTexto, Mes, Parrafos, Tabla
from promueve_gui.application.print_others import print_content, print_map
from promueve_gui.application.print_plan import MESES_MAXIMOS, Seleccion, print_calendar, print_plan
from promueve_gui.domain.enriquecido import Tramo
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import ClaseGrupo, EstadoLinea, TipoUso
from tests.application.plan_records import (
    AREA,
    ENLACE,
    INSTITUCION,
    LINEA,
    PERIODISTAS,
    PUENTES,
    linea,
    no_holidays,
)
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.print_model import Dia, Impreso

MOMENTO = datetime(2026, 3, 12, 16, 0, tzinfo=UTC)


def delivery(*registros: Any, **valores: Any) -> Entrega:
    proyecto = project_of(INSTITUCION, AREA, ENLACE, PUENTES, PERIODISTAS, *registros)
    return replace(Entrega(proyecto=proyecto, momento=MOMENTO), **valores)


def table(impreso: Impreso) -> dict[str, list[list[str]]]:
    """Return the rows of the first table by the heading of their block."""
    tabla = next(parte for parte in impreso.partes if isinstance(parte, Tabla))
    return {bloque.titulo: [list(renglon) for renglon in bloque.renglones] for bloque in tabla.bloques}


def days(impreso: Impreso, mes: str) -> dict[int, Dia]:
    (encontrado,) = [parte for parte in impreso.partes if isinstance(parte, Mes) and parte.titulo == mes]
    return {dia.fecha.day: dia for semana in encontrado.semanas for dia in semana if dia.del_mes}


def test_lines_stand_under_their_months_and_undated_ones_last() -> None:
    lineas = [linea("b", nombre="B", fecha=None), LINEA, linea("c", nombre="C", fecha=date(2027, 1, 4))]
    impreso = print_plan(delivery(*lineas))
    assert list(table(impreso)) == [
        "Marzo de 2026 · 1 actividad",
        "Enero de 2027 · 1 actividad",
        "Sin fecha · 1 actividad",
    ]
    assert (impreso.titulo, impreso.institucion, impreso.fecha, impreso.detalle, impreso.apaisado) == (
        "Plan de promoción", "Secretaría de Ejemplo", "12 de marzo de 2026", "3 actividades", True,
    )  # fmt: skip


def test_a_selection_prints_its_lines_alone_and_says_by_which_filter() -> None:
    entrega = delivery(LINEA, linea("b", nombre="B", fecha=date(2026, 5, 4)), linea("c", retirado="No va"))
    seleccion = Seleccion(frozenset({"b", "c"}), "Planeada")
    impreso = print_plan(entrega, seleccion)
    assert list(table(impreso)) == ["Mayo de 2026 · 1 actividad"]
    assert impreso.titulo == "Plan de promoción: selección"
    assert impreso.detalle == "1 actividad de las 2 del plan · Filtro: Planeada"
    calendario = print_calendar(entrega, no_holidays, seleccion)
    assert [parte.titulo for parte in calendario.partes if isinstance(parte, Mes)] == ["Mayo de 2026"]
    assert days(calendario, "Mayo de 2026")[4].actividades == ["B"]
    assert calendario.titulo == "Calendario del plan de promoción: selección"
    assert calendario.detalle == impreso.detalle


def test_a_row_reads_as_people_would_say_it() -> None:
    completa = linea(
        "l", persona="ana", notas="Antes de Semana Santa", fecha_fin=date(2026, 4, 2), estado=EstadoLinea.LISTA,
        visto_bueno_fecha=date(2026, 3, 9),
    )  # fmt: skip
    (renglon,) = table(print_plan(delivery(completa, personales=True)))["Marzo de 2026 · 1 actividad"]
    assert renglon == [
        "23/03/2026\nal 02/04/2026",
        "Boletín de puentes\nAntes de Semana Santa",
        "Puentes y vados",
        "Periodistas",
        "Noticia, comunicado o boletín\nCorreo electrónico",
        "Enlace Institucional\nAna Torres",
        "Lista\nVisto bueno: 09/03/2026",
    ]
    (sin_nombres,) = table(print_plan(delivery(completa)))["Marzo de 2026 · 1 actividad"]
    assert sin_nombres[5] == "Enlace Institucional"


def test_a_line_that_says_nothing_has_a_row_too() -> None:
    vacia = linea(
        "l", nombre="", tipo_contenido=None, canal=None, rol_responsable=None, estado=None, fecha=None, grupos=()
    )
    (renglon,) = table(print_plan(delivery(vacia)))["Sin fecha · 1 actividad"]
    assert renglon == ["Sin fecha", "Actividad sin nombre", "Puentes y vados", "", "", "", ""]


def test_an_empty_plan_says_so() -> None:
    for impreso in (print_plan(delivery()), print_calendar(delivery(), no_holidays)):
        assert (impreso.partes, impreso.detalle) == ([], "El plan todavía no tiene actividades.")
    assert print_plan(Entrega(proyecto=Proyecto(), momento=MOMENTO)).institucion == ""


def test_a_part_says_whose_it_is_and_has_its_lines_alone() -> None:
    otra = linea("o", nombre="De nadie", conjunto=None)
    impreso = print_plan(delivery(LINEA, otra, parte="area:area"))
    assert impreso.titulo == "Plan de promoción: Dirección de Puentes"
    assert impreso.detalle == "1 actividad"


def test_the_calendar_has_a_page_for_each_month_from_the_first_line_to_the_last() -> None:
    lineas = [LINEA, linea("b", nombre="B", fecha=date(2026, 5, 30), fecha_fin=date(2026, 6, 2))]
    impreso = print_calendar(delivery(*lineas), no_holidays)
    assert [parte.titulo for parte in impreso.partes if isinstance(parte, Mes)] == [
        "Marzo de 2026", "Abril de 2026", "Mayo de 2026", "Junio de 2026",
    ]  # fmt: skip
    assert days(impreso, "Marzo de 2026")[23].actividades == ["Boletín de puentes"]
    assert days(impreso, "Mayo de 2026")[30].actividades == ["B (hasta el 2 jun)"]
    assert days(impreso, "Mayo de 2026")[31].actividades == ["(sigue) B"]
    assert days(impreso, "Junio de 2026")[2].actividades == ["(sigue) B"]


def test_days_say_what_else_falls_on_them_and_those_of_other_months_are_blank() -> None:
    def holidays(year: int) -> frozenset[date]:
        return frozenset({date(year, 3, 16)})

    impreso = print_calendar(delivery(LINEA), holidays)
    marzo = days(impreso, "Marzo de 2026")
    assert marzo[16].inhabil
    assert marzo[20].otras == ["Dato: Puentes y vados (actualización)"]
    (mes,) = [parte for parte in impreso.partes if isinstance(parte, Mes)]
    ajenos = [dia for semana in mes.semanas for dia in semana if not dia.del_mes]
    assert ajenos
    assert not any(dia.actividades or dia.otras or dia.inhabil for dia in ajenos)


def test_the_calendar_of_a_part_has_no_dates_of_others() -> None:
    impreso = print_calendar(delivery(LINEA, parte="area:area"), no_holidays)
    assert not any(dia.otras for dia in days(impreso, "Marzo de 2026").values())
    assert impreso.titulo == "Calendario del plan de promoción: Dirección de Puentes"


def test_what_has_no_day_or_lies_far_away_is_listed_at_the_end() -> None:
    lineas = [
        LINEA,
        linea("b", fecha=None),
        linea("n", nombre="", fecha=date(2026, 3, 2)),
        linea("z", nombre="Lejana", fecha=date(2040, 1, 1)),
    ]
    impreso = print_calendar(delivery(*lineas), no_holidays)
    assert sum(isinstance(parte, Mes) for parte in impreso.partes) == MESES_MAXIMOS
    tablas = [parte for parte in impreso.partes if isinstance(parte, Tabla)]
    assert [tabla.bloques[0].titulo for tabla in tablas] == ["Sin fecha · 1 actividad", "Más adelante · 1 actividad"]
    assert days(impreso, "Marzo de 2026")[2].actividades == ["Actividad sin nombre"]


def test_a_mistyped_year_does_not_push_the_rest_out_of_the_calendar() -> None:
    lineas = [LINEA, linea("b"), linea("v", nombre="Vieja", fecha=date(1926, 3, 2), fecha_fin=date(1926, 4, 2))]
    impreso = print_calendar(delivery(*lineas), no_holidays)
    meses = [parte.titulo for parte in impreso.partes if isinstance(parte, Mes)]
    assert meses == ["Marzo de 2026"]
    (tabla,) = (parte for parte in impreso.partes if isinstance(parte, Tabla))
    assert [bloque.titulo for bloque in tabla.bloques] == ["Antes · 1 actividad"]


def test_a_period_that_began_before_the_calendar_and_reaches_into_it_is_in_it() -> None:
    lineas = [LINEA, linea("b"), linea("v", nombre="Larga", fecha=date(1926, 3, 2), fecha_fin=date(2026, 3, 23))]
    impreso = print_calendar(delivery(*lineas), no_holidays)
    assert "(sigue) Larga" in days(impreso, "Marzo de 2026")[2].actividades
    assert not any(isinstance(parte, Tabla) for parte in impreso.partes)


def test_cancelled_lines_are_in_the_table_and_not_in_the_calendar() -> None:
    cancelada = linea("x", estado=EstadoLinea.CANCELADA)
    assert print_plan(delivery(cancelada)).detalle == "1 actividad"
    assert print_calendar(delivery(cancelada), no_holidays).partes == []


def test_the_map_is_printed_by_area() -> None:
    grupos = [
        replace(PERIODISTAS, poder=5, interes=5),
        GrupoUsuarios(id="g", nombre="abejas", clase=ClaseGrupo.SOCIEDAD, area="area"),
        GrupoUsuarios(id="s", nombre="Sueltos"),
        UsoDatos(id="u", grupo="periodistas", conjunto="puentes", tipo=TipoUso.ACTUAL),
    ]
    impreso = print_map(delivery(*grupos))
    assert {titulo: [r[0] for r in suyos] for titulo, suyos in table(impreso).items()} == {
        "Dirección de Puentes · 2 grupos": ["abejas", "Periodistas\nPrioritario"],
        "Sin área · 1 grupo": ["Sueltos"],
    }
    assert table(impreso)["Dirección de Puentes · 2 grupos"][1][-1] == "Puentes y vados"
    assert impreso.detalle == "3 grupos"
    assert print_map(Entrega(proyecto=Proyecto(), momento=MOMENTO)).detalle == "Todavía no hay grupos de usuarios."


AFOROS, FUERTE, LIGA = Tramo("Nuevos aforos"), Tramo("Fuerte", negrita=True), Tramo("Liga", enlace="https://www.gob.mx")


def test_a_text_is_printed_upright_with_the_part_of_each_paragraph() -> None:
    impreso = print_content(
        "Nuevos aforos", [("titulo", [AFOROS]), ("cita", [Tramo("Sí")]), ("otro", [FUERTE, LIGA])], delivery()
    )
    (parte,) = impreso.partes
    assert isinstance(parte, Parrafos)
    assert parte.parrafos == [
        (EstiloTexto.TITULO, [AFOROS]), (EstiloTexto.CITA, [Tramo("Sí")]), (EstiloTexto.TEXTO, [FUERTE, LIGA]),
    ]  # fmt: skip
    assert not impreso.apaisado
    assert impreso.titulo == "Nuevos aforos"


def test_items_of_lists_keep_their_signs() -> None:
    items = [("sumario", "Uno"), ("texto", "Texto"), ("numero", "A"), ("numero", "B"), ("vineta", "C"), ("numero", "D")]
    written = [(estilo, [Tramo(texto)]) for estilo, texto in items]
    (parrafos,) = print_content("Boletín", written, delivery()).partes
    assert isinstance(parrafos, Parrafos)
    said = ["".join(uno.texto for uno in tramos) for _, tramos in parrafos.parrafos]
    assert said == [
        "• Uno",
        "Texto",
        "1. A",
        "2. B",
        "• C",
        "1. D",
    ]
