from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.application.month import Layer, by_day, layer, waiting, weeks
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.institucion import DiaInhabil
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.vocabularios import Acceso, EstadoLinea, Frecuencia

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

INICIO, FIN = date(2026, 3, 1), date(2026, 3, 31)
HOY = date(2026, 3, 12)


def project(*registros: Registro) -> Proyecto:
    proyecto = Proyecto()
    proyecto.apply(alta(registro) for registro in registros)
    return proyecto


def march(*registros: Registro, feriados: frozenset[date] = frozenset()) -> Layer:
    return layer(project(*registros), HOY, lambda _: feriados, INICIO, FIN)


def test_weeks_begin_on_monday_and_hold_the_whole_month() -> None:
    semanas = weeks(2026, 3)
    assert semanas[0] == (*(date(2026, 2, 23 + day) for day in range(6)), date(2026, 3, 1))
    assert [len(semana) for semana in semanas] == [7] * 6
    assert semanas[-1][-1] == date(2026, 4, 5)


def test_a_short_month_may_need_four_weeks() -> None:
    assert len(weeks(2027, 2)) == 4


def test_lines_stand_on_their_day_by_name() -> None:
    lineas = [
        LineaPlan(id="b", nombre="Mensaje", fecha=HOY),
        LineaPlan(id="a", nombre="Boletín", fecha=HOY),
        LineaPlan(id="c", nombre="Otro mes", fecha=date(2026, 4, 1)),
    ]
    por_dia = by_day(lineas, INICIO, FIN)
    assert {dia: [linea.nombre for linea in lineas] for dia, lineas in por_dia.items()} == {HOY: ["Boletín", "Mensaje"]}


def test_a_period_stands_on_each_of_its_days_inside_the_month() -> None:
    campana = LineaPlan(id="a", nombre="Campaña", fecha=date(2026, 2, 20), fecha_fin=date(2026, 3, 3))
    assert sorted(by_day([campana], INICIO, FIN)) == [date(2026, 3, day) for day in (1, 2, 3)]


def test_a_period_that_ends_before_it_begins_stands_on_its_first_day() -> None:
    linea = LineaPlan(id="a", fecha=HOY, fecha_fin=date(2026, 3, 1))
    assert sorted(by_day([linea], INICIO, FIN)) == [HOY]


def test_a_period_far_away_is_on_no_day() -> None:
    linea = LineaPlan(id="a", fecha=date(2027, 1, 1), fecha_fin=date(2027, 3, 1))
    assert by_day([linea], INICIO, FIN) == {}


def test_cancelled_and_withdrawn_lines_are_nowhere() -> None:
    lineas = [
        LineaPlan(id="a", fecha=HOY, estado=EstadoLinea.CANCELADA),
        LineaPlan(id="b", fecha=HOY, retirado="Se repite"),
        LineaPlan(id="c", estado=EstadoLinea.CANCELADA),
        LineaPlan(id="d", retirado="Se repite"),
    ]
    assert by_day(lineas, INICIO, FIN) == {}
    assert waiting(lineas) == []


def test_undated_lines_wait_by_name() -> None:
    lineas = [LineaPlan(id="a", nombre="Mensaje"), LineaPlan(id="b", nombre="Boletín"), LineaPlan(id="c", fecha=HOY)]
    assert [linea.nombre for linea in waiting(lineas)] == ["Boletín", "Mensaje"]


def test_holidays_and_closures_are_named() -> None:
    cierre = DiaInhabil(id="c", fecha=date(2026, 3, 20), motivo="Mudanza del archivo")
    sin_fecha = DiaInhabil(id="d", motivo="Por definir")
    found = march(cierre, sin_fecha, feriados=frozenset({date(2026, 3, 16), date(2026, 12, 25)}))
    assert found.inhabiles == {
        date(2026, 3, 16): "Natalicio de Benito Juárez",
        date(2026, 3, 20): "Mudanza del archivo",
    }


def test_a_stretch_over_new_year_asks_for_the_holidays_of_both() -> None:
    asked: list[int] = []

    def feriados(year: int) -> frozenset[date]:
        asked.append(year)
        return frozenset({date(year, 1, 1)})

    found = layer(Proyecto(), HOY, feriados, date(2026, 12, 28), date(2027, 1, 31))
    assert asked == [2026, 2027]
    assert found.inhabiles == {date(2027, 1, 1): "Año Nuevo"}


def test_every_update_of_the_month_is_shown() -> None:
    semanal = ConjuntoDatos(id="a", nombre="Aforos", frecuencia=Frecuencia.SEMANAL, fecha_publicacion=date(2026, 3, 10))
    textos = {dia: [otro.texto for otro in otros] for dia, otros in march(semanal).otros.items()}
    assert textos == {
        date(2026, 3, 10): ["Aforos (publicación)"],
        date(2026, 3, 17): ["Aforos (actualización)"],
        date(2026, 3, 24): ["Aforos (actualización)"],
        date(2026, 3, 31): ["Aforos (actualización)"],
    }


def test_daily_updates_private_and_undated_data_are_left_out() -> None:
    found = march(
        ConjuntoDatos(id="a", nombre="Diario", frecuencia=Frecuencia.DIARIO, fecha_publicacion=date(2026, 1, 1)),
        ConjuntoDatos(id="b", nombre="Nómina", acceso=Acceso.PRIVADO, fecha_publicacion=HOY),
        ConjuntoDatos(id="c", nombre="Sin fecha", frecuencia=Frecuencia.MENSUAL),
    )
    assert found.otros == {}


def test_events_and_deadlines_are_there_in_order() -> None:
    found = march(
        Evento(id="e", nombre="Mesa de caminos", fecha=date(2026, 3, 14)),
        Recomendacion(id="r", folio="R-2026-001", fecha_recepcion=date(2026, 2, 12)),
        Evento(id="f", nombre="Otro mes", fecha=date(2026, 5, 14)),
    )
    assert {dia: [otro.texto for otro in otros] for dia, otros in found.otros.items()} == {
        date(2026, 3, 14): ["Mesa de caminos", "Respuesta al folio R-2026-001"]
    }
