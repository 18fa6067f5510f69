"""Publications and updates of any horizon, and the lines that already speak of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.upcoming import DIAS_ANTES, DIAS_DESPUES, ClaseProxima, line_values, upcoming
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.fechas import updates_between
from promueve_gui.domain.vocabularios import Acceso, EstadoLinea, Frecuencia
from tests.application.plan_records import PUENTES, linea, no_holidays
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.upcoming import Proxima
    from promueve_gui.domain.ficha import Registro

INICIO, FIN = date(2026, 1, 1), date(2026, 4, 30)
MARZO = date(2026, 3, 20)


def coming(*registros: Registro, desde: date = INICIO, hasta: date = FIN) -> list[Proxima]:
    return upcoming(project_of(*registros), desde, hasta, no_holidays)


def covering(*lineas: Registro) -> list[str]:
    """Return the lines that speak of the update of March."""
    hallada = next(proxima for proxima in coming(PUENTES, *lineas) if proxima.fecha == MARZO)
    return [linea.id for linea in hallada.lineas]


def test_publication_and_updates_come_in_order() -> None:
    assert [(p.fecha, p.texto) for p in coming(PUENTES)] == [
        (date(2026, 1, 20), "Publicación: Puentes y vados"),
        (date(2026, 2, 20), "Actualización: Puentes y vados"),
        (date(2026, 3, 20), "Actualización: Puentes y vados"),
        (date(2026, 4, 20), "Actualización: Puentes y vados"),
    ]


def test_of_one_day_they_come_by_name() -> None:
    otro = replace(PUENTES, id="aforos", nombre="Aforos")
    assert [p.conjunto.nombre for p in coming(PUENTES, otro, hasta=date(2026, 1, 31))] == ["Aforos", "Puentes y vados"]


def test_what_is_over_or_still_far_is_left_out() -> None:
    assert [p.fecha for p in coming(PUENTES, desde=date(2026, 4, 1))] == [date(2026, 4, 20)]
    assert coming(PUENTES, desde=date(2025, 1, 1), hasta=date(2025, 12, 31)) == []


def test_only_what_may_be_promoted_and_has_a_date() -> None:
    assert coming(replace(PUENTES, acceso=Acceso.PRIVADO), ConjuntoDatos(id="b", frecuencia=Frecuencia.MENSUAL)) == []


def test_daily_data_are_news_only_once() -> None:
    diario = replace(PUENTES, frecuencia=Frecuencia.DIARIO)
    assert [p.clase for p in coming(diario)] == [ClaseProxima.PUBLICACION]


def test_a_day_off_is_named() -> None:
    proximas = upcoming(
        project_of(PUENTES), INICIO, FIN, lambda year: frozenset({date(year, 4, 20)}) if year == 2026 else frozenset()
    )
    motivos = [p.inhabil for p in proximas]
    assert motivos == ["", "", "", "Día inhábil"]
    sabado = coming(replace(PUENTES, fecha_publicacion=date(2026, 1, 24)), hasta=date(2026, 1, 31))
    assert [p.inhabil for p in sabado] == ["Sábado"]


def test_lines_around_the_day_cover_it() -> None:
    antes, despues = MARZO - timedelta(days=DIAS_ANTES), MARZO + timedelta(days=DIAS_DESPUES)
    lineas = [linea("b", fecha=despues), linea("a", fecha=antes)]
    lejos = [
        linea("c", fecha=antes - timedelta(days=1)),
        linea("d", fecha=despues + timedelta(days=1)),
        linea("e", fecha=None),
        linea("f", conjunto=None),
        linea("g", estado=EstadoLinea.CANCELADA),
        linea("h", retirado="Se repite"),
    ]
    assert covering(*lineas, *lejos) == ["a", "b"]


def test_a_line_of_a_tool_or_an_event_with_the_dataset_speaks_of_it() -> None:
    mesa, visor = Evento(id="m", conjuntos=("puentes",)), Herramienta(id="v", conjuntos=("puentes", "otro"))
    lineas = [
        linea("a", conjunto=None, evento="m", fecha=date(2026, 1, 21)),
        linea("b", conjunto=None, herramienta="v", fecha=date(2026, 1, 22)),
        linea("c", evento="m", fecha=date(2026, 1, 23)),
    ]
    (primera, *_) = coming(PUENTES, mesa, visor, *lineas)
    assert [linea.id for linea in primera.lineas] == ["a", "b", "c"]


def test_a_line_covers_with_all_of_its_period() -> None:
    assert covering(linea("a", fecha=date(2026, 1, 5), fecha_fin=date(2026, 3, 10))) == ["a"]
    assert covering(linea("a", fecha=date(2026, 3, 10), fecha_fin=date(2026, 1, 5))) == ["a"]


@given(
    primera=st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    frecuencia=st.sampled_from(sorted(set(Frecuencia) - {Frecuencia.DIARIO})),
    desde=st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    dias=st.integers(0, 800),
)
def test_any_horizon_has_what_the_calendar_says(primera: date, frecuencia: Frecuencia, desde: date, dias: int) -> None:
    hasta = desde + timedelta(days=dias)
    conjunto = replace(PUENTES, fecha_publicacion=primera, frecuencia=frecuencia)
    esperadas = [primera] if desde <= primera <= hasta else []
    assert [p.fecha for p in coming(conjunto, desde=desde, hasta=hasta)] == [
        *esperadas,
        *updates_between(primera, frecuencia, desde, hasta),
    ]


def test_a_line_made_for_it_begins_with_its_name_and_a_working_day() -> None:
    sabado = next(p for p in coming(replace(PUENTES, fecha_publicacion=date(2026, 1, 17))))
    valores = line_values(project_of(PUENTES), sabado, no_holidays)
    assert (valores["nombre"], valores["conjunto"]) == ("Publicación: Puentes y vados", "puentes")
    assert valores["fecha"] == date(2026, 1, 19)
    assert valores["estado"] is EstadoLinea.PLANEADA
