"""What is told on opening: little, in sentences, the most pressing first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.application.alerts import ClaseAlerta, alerts, summary
from promueve_gui.domain.vocabularios import EstadoLinea, Frecuencia
from tests.application.plan_records import HOY, PUENTES, linea, no_holidays
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.alerts import Alerta
    from promueve_gui.domain.ficha import Registro


def told(*registros: Registro, hoy: date = HOY) -> list[Alerta]:
    return alerts(project_of(*registros), hoy, no_holidays)


def texts(*registros: Registro, hoy: date = HOY) -> list[str]:
    return [alerta.texto for alerta in told(*registros, hoy=hoy)]


def test_overdue_first_then_data_without_a_line_then_what_comes() -> None:
    alertas = told(
        replace(PUENTES, id="aforos", nombre="Aforos", fecha_publicacion=date(2026, 3, 20)),
        linea("b", nombre="Nota", fecha=date(2026, 3, 13)),
        linea("a", nombre="Boletín", fecha=date(2026, 3, 2)),
    )
    assert [(a.clase, a.fecha, a.entidad, a.id) for a in alertas] == [
        (ClaseAlerta.VENCIDA, date(2026, 3, 2), "linea_plan", "a"),
        (ClaseAlerta.SIN_ACTIVIDAD, date(2026, 3, 20), "conjunto_datos", "aforos"),
        (ClaseAlerta.PROXIMA, date(2026, 3, 13), "linea_plan", "b"),
    ]
    assert [a.texto for a in alertas] == [
        "«Boletín» venció el 02/03/2026 y no está hecha.",
        "«Aforos» se publica el 20/03/2026 y ninguna actividad lo promueve.",
        "«Nota» toca mañana.",
    ]


def test_a_line_is_overdue_once_its_period_is_over() -> None:
    assert texts(linea("a", fecha=date(2026, 3, 2), fecha_fin=HOY)) == []
    vencida = linea("a", nombre="", fecha=date(2026, 3, 2), fecha_fin=date(2026, 3, 11))
    assert texts(vencida) == ["«actividad sin nombre» venció el 11/03/2026 y no está hecha."]


def test_today_and_the_last_of_the_days_ahead_are_told() -> None:
    lineas = [linea("a", fecha=HOY), linea("b", fecha=date(2026, 3, 27)), linea("c", fecha=date(2026, 3, 28))]
    assert texts(*lineas) == ["«Boletín de puentes» toca hoy.", "«Boletín de puentes» toca el 27/03/2026."]


def test_what_is_done_given_up_or_undated_is_not_told() -> None:
    assert (
        texts(
            linea("a", estado=EstadoLinea.HECHA),
            linea("b", estado=EstadoLinea.CANCELADA),
            linea("c", fecha=None),
            linea("d", retirado="Se repite"),
        )
        == []
    )


def test_updates_are_told_of_what_goes_first_alone() -> None:
    assert texts(PUENTES) == ["«Puentes y vados» se actualiza el 20/03/2026 y ninguna actividad lo promueve."]
    comun = replace(PUENTES, prioritario=False)
    assert texts(comun) == []
    nuevo = replace(comun, nombre="", fecha_publicacion=date(2026, 3, 13), frecuencia=Frecuencia.ANUAL)
    assert texts(nuevo) == ["«conjunto de datos sin nombre» se publica mañana y ninguna actividad lo promueve."]


def test_data_with_a_line_near_are_not_told() -> None:
    assert texts(PUENTES, linea("a", fecha=date(2026, 4, 2))) == []


def test_the_calendar_ends_without_trouble() -> None:
    assert texts(linea("a", fecha=date.max), hoy=date(9999, 12, 30)) == ["«Boletín de puentes» toca mañana."]


def test_they_are_summed_up_in_one_sentence() -> None:
    vencida, proxima, dato = linea("a", fecha=date(2026, 3, 2)), linea("b", fecha=date(2026, 3, 13)), PUENTES
    otro = replace(PUENTES, id="x", fecha_publicacion=date(2026, 3, 20))
    assert summary([]) == ""
    assert summary(told(linea("b", fecha=date(2026, 3, 13)))) == "1 actividad próxima."
    assert summary(told(otro, linea("c", fecha=date(2026, 3, 1), conjunto=None))) == (
        "1 actividad vencida y 1 dato por salir sin actividad."
    )
    assert summary(told(vencida, proxima, linea("c", fecha=date(2026, 3, 3)), otro, replace(otro, id="y"))) == (
        "2 actividades vencidas, 2 datos por salir sin actividad y 1 actividad próxima."
    )
    assert dato.destacado
