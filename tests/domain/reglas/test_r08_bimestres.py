"""R8: at least one communication with direct URL in each bimestre, by either reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.difusion import AvisoAltoValor, SolicitudComunicacion
from promueve_gui.domain.fechas import bimestre_de
from promueve_gui.domain.reglas import (
    Contexto,
    Estado,
    Severidad,
    anio_del_programa,
    cuenta_por_bimestre,
    inicio_del_programa,
)
from promueve_gui.domain.vocabularios import LecturaBimestre
from tests.domain.reglas.fabrica import (
    HOY,
    LINEA,
    MESA,
    RECOMENDACION,
    contexto,
    evaluar,
    institucion,
    perfil,
    proyecto,
    publicacion,
)

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

MOVIL = perfil(lectura_bimestre=LecturaBimestre.MOVIL)
CADA_BIMESTRE = [publicacion(date(2026, mes, 10), f"p{mes}") for mes in (1, 3, 5, 7, 9, 11)]


def _hasta(dia: date) -> list[str]:
    return [h.mensaje for h in evaluar("R8", institucion(), hoy=dia).hallazgos]


def test_one_in_each_bimestre_complies() -> None:
    resultado = evaluar("R8", institucion(), *CADA_BIMESTRE)
    assert (resultado.estado, resultado.resumen, resultado.titulo) == (
        Estado.CUMPLE,
        "6 de 6",
        "Una comunicación por bimestre",
    )


def test_current_bimestre_is_due_and_past_ones_are_missed() -> None:
    assert _hasta(date(2026, 3, 19)) == [
        "No se comunicó en el primer bimestre (ene–feb de 2026) con URL directa.",
        "Falta comunicar en el segundo bimestre (mar–abr de 2026): quedan 42 días.",
    ]


@pytest.mark.parametrize(
    ("dia", "queda", "severidad"),
    [
        (date(2026, 1, 1), "quedan 58 días", Severidad.ADVIERTE),
        (date(2026, 2, 12), "quedan 16 días", Severidad.ADVIERTE),
        (date(2026, 2, 13), "quedan 15 días", Severidad.BLOQUEA),
        (date(2026, 2, 27), "queda 1 día", Severidad.BLOQUEA),
        (date(2026, 2, 28), "hoy termina", Severidad.BLOQUEA),
    ],
)
def test_the_clock_of_the_current_bimestre(dia: date, queda: str, severidad: Severidad) -> None:
    (hallazgo,) = evaluar("R8", institucion(), hoy=dia).hallazgos
    assert queda in hallazgo.mensaje
    assert (hallazgo.entidad, hallazgo.id, hallazgo.severidad) == ("publicacion", "", severidad)


def test_summary_names_the_only_gap_or_counts_them() -> None:
    assert evaluar("R8", institucion(), *CADA_BIMESTRE[:5]).resumen == "Falta comunicar en el sexto bimestre"
    assert evaluar("R8", institucion(), *CADA_BIMESTRE[1:]).resumen == "No se comunicó en el primer bimestre"
    assert evaluar("R8", institucion()).resumen == "6 periodos sin comunicar"


@pytest.mark.parametrize("url", ["", "https://datos.ejemplo.gob.mx/"])
def test_without_direct_url_it_does_not_count(url: str) -> None:
    assert len(evaluar("R8", publicacion(date(2026, 1, 5), url=url), hoy=date(2026, 1, 20)).hallazgos) == 1


def test_withdrawn_undated_and_future_communications_do_not_count() -> None:
    registros = [
        publicacion(HOY, "retirada", retirado="repetida"),
        publicacion(HOY + timedelta(days=1), "futura"),
    ]
    assert sum(cuenta_por_bimestre(contexto(*registros)).values()) == 0


def test_bimestres_count_from_the_year_of_the_program_to_today() -> None:
    assert evaluar("R8", institucion(anio=2026)).total == 6
    assert evaluar("R8", institucion(anio=2024)).total == 18
    assert evaluar("R8", institucion(anio=2025), hoy=date(2025, 12, 31)).total == 6
    resultado = evaluar("R8", institucion(), *CADA_BIMESTRE, hoy=date(2027, 1, 1))
    assert (resultado.cumplidos, resultado.total) == (6, 7)
    assert [h.mensaje for h in resultado.hallazgos] == [
        "Falta comunicar en el primer bimestre (ene–feb de 2027): quedan 58 días."
    ]


def test_a_plan_of_several_years_is_judged_year_by_year() -> None:
    en_2025 = [publicacion(date(2025, mes, 28), f"v{mes}") for mes in (2, 4, 6, 8, 10)]
    resultado = evaluar("R8", institucion(anio=2025), *en_2025, *CADA_BIMESTRE)
    assert [h.mensaje for h in resultado.hallazgos] == [
        "No se comunicó en el sexto bimestre (nov–dic de 2025) con URL directa."
    ]


def test_a_year_to_come_leaves_this_one_in_force_only_where_the_program_runs() -> None:
    assert evaluar("R8", institucion(anio=2027)).estado is Estado.NO_APLICA
    assert evaluar("R8", institucion(anio=2027), replace(LINEA, fecha=date(2027, 2, 1))).estado is Estado.NO_APLICA
    resultado = evaluar("R8", institucion(anio=2027), *CADA_BIMESTRE[:5])
    assert [h.mensaje for h in resultado.hallazgos] == [
        "Falta comunicar en el sexto bimestre (nov–dic de 2026): quedan 42 días."
    ]


@pytest.mark.parametrize(
    ("anio", "hoy", "visto"), [(2026, HOY, 2026), (2024, HOY, 2026), (2026, date(2027, 1, 1), 2027), (2027, HOY, 2027)]
)
def test_the_bimestres_in_sight_are_those_of_the_year_under_way(anio: int, hoy: date, visto: int) -> None:
    cuenta = cuenta_por_bimestre(Contexto(proyecto(institucion(anio=anio)), hoy))
    assert {bimestre.anio for bimestre in cuenta} == {visto}
    assert {b.anio for b in cuenta_por_bimestre(contexto(institucion(anio=anio)), 2023)} == {2023}


@pytest.mark.parametrize("anio", [None, 0, 123456])
def test_without_a_year_of_the_calendar_today_decides(anio: int | None) -> None:
    assert anio_del_programa(contexto(institucion(anio=anio))) == 2026
    assert anio_del_programa(contexto()) == 2026


@given(dias=st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=20))
def test_count_by_bimestre_adds_up(dias: list[date]) -> None:
    registros = [publicacion(dia, f"p{lugar}") for lugar, dia in enumerate(dias)]
    cuenta = cuenta_por_bimestre(Contexto(proyecto(*registros), date(2026, 12, 31)))
    assert sum(cuenta.values()) == len(dias)
    assert all(cuenta[bimestre_de(dia)] for dia in dias)


def test_rolling_reading_finds_stretches_of_more_than_sixty_days() -> None:
    dias = [date(2026, 1, 31), date(2026, 4, 1), date(2026, 6, 1)]
    registros = [publicacion(dia, dia.isoformat()) for dia in dias]
    resultado = evaluar("R8", institucion(), MOVIL, *registros, hoy=date(2026, 7, 1))
    assert [h.mensaje for h in resultado.hallazgos] == [
        "Pasaron 61 días sin comunicar, del 01/04/2026 al 01/06/2026.",
    ]
    assert (resultado.cumplidos, resultado.total) == (3, 4)
    assert resultado.titulo == "Una comunicación cada 60 días"
    assert resultado.resumen == "Pasaron 61 días sin comunicar"


@pytest.mark.parametrize(("transcurridos", "estado"), [(60, Estado.CUMPLE), (61, Estado.FALTA)])
def test_sixty_days_since_the_last_one_is_still_well(transcurridos: int, estado: Estado) -> None:
    ultima = publicacion(date(2026, 1, 1))
    hoy = date(2026, 1, 1) + timedelta(days=transcurridos)
    assert evaluar("R8", institucion(), MOVIL, ultima, hoy=hoy).estado is estado


def test_rolling_reading_starts_from_the_last_one_before_the_year() -> None:
    anteriores = [publicacion(date(2025, 6, 1), "vieja"), publicacion(date(2025, 12, 1), "previa")]
    enero = publicacion(date(2026, 1, 30), "enero")
    assert evaluar("R8", institucion(), MOVIL, *anteriores, enero, hoy=date(2026, 2, 1)).estado is Estado.CUMPLE
    resultado = evaluar("R8", institucion(), MOVIL, *anteriores, hoy=date(2026, 2, 1))
    assert "del 01/12/2025 al 01/02/2026" in resultado.hallazgos[0].mensaje


def test_rolling_reading_of_a_year_without_any() -> None:
    assert evaluar("R8", institucion(), MOVIL, hoy=date(2026, 1, 1)).estado is Estado.CUMPLE
    assert evaluar("R8", institucion(), MOVIL, hoy=date(2026, 2, 1)).estado is Estado.CUMPLE
    assert evaluar("R8", institucion(), MOVIL, hoy=date(2026, 3, 3)).estado is Estado.FALTA


def test_rolling_reading_goes_on_after_the_year_and_waits_for_its_start() -> None:
    ultima = publicacion(date(2025, 12, 31))
    assert evaluar("R8", institucion(anio=2027), MOVIL).estado is Estado.NO_APLICA
    assert "al 19/11/2026" in evaluar("R8", institucion(anio=2027), MOVIL, ultima).hallazgos[-1].mensaje
    hallazgos = evaluar("R8", institucion(anio=2025), MOVIL, ultima).hallazgos
    assert [h.mensaje for h in hallazgos] == [
        "Pasaron 364 días sin comunicar, del 01/01/2025 al 31/12/2025.",
        "Pasaron 323 días sin comunicar, del 31/12/2025 al 19/11/2026.",
    ]


# --- bimestres before the program began ----------------------------------------------------------------------


def nacido(dia: date) -> str:
    """Return an identity made at noon of a day in the centre of Mexico."""
    milisegundos = int(datetime(dia.year, dia.month, dia.day, 18, tzinfo=UTC).timestamp() * 1000)
    cifras = f"{milisegundos:012x}"
    return f"{cifras[:8]}-{cifras[8:]}-7000-8000-000000000000"


JUNIO = institucion(id=nacido(date(2026, 6, 20)))


def test_bimestres_that_ended_before_the_project_was_made_do_not_apply() -> None:
    resultado = evaluar("R8", JUNIO, hoy=date(2026, 7, 10))
    assert [h.mensaje for h in resultado.hallazgos] == [
        "No se comunicó en el tercer bimestre (may–jun de 2026) con URL directa.",
        "Falta comunicar en el cuarto bimestre (jul–ago de 2026): quedan 52 días.",
    ]
    assert (resultado.cumplidos, resultado.total) == (0, 2)


@pytest.mark.parametrize(
    "registro",
    [
        publicacion(date(2026, 1, 5), url=""),
        replace(LINEA, fecha=date(2026, 1, 30)),
        replace(MESA, fecha=date(2026, 2, 28)),
        replace(RECOMENDACION, fecha_recepcion=date(2026, 1, 1)),
        SolicitudComunicacion(id="s", asunto="Difundir", fecha=date(2026, 2, 1)),
        AvisoAltoValor(id="v", conjunto="puentes", fecha=date(2026, 2, 1)),
    ],
    ids=lambda registro: registro.ENTIDAD,
)
def test_anything_dated_before_makes_its_bimestre_count(registro: Registro) -> None:
    assert evaluar("R8", JUNIO, registro, hoy=date(2026, 7, 10)).total == 4


def test_what_is_dated_later_or_withdrawn_moves_nothing() -> None:
    registros = [replace(LINEA, fecha=date(2026, 9, 1)), replace(MESA, fecha=date(2026, 1, 1), retirado="Se canceló")]
    assert evaluar("R8", JUNIO, *registros, hoy=date(2026, 7, 10)).total == 2


def test_a_project_that_does_not_say_when_it_was_made_answers_for_the_whole_year() -> None:
    assert inicio_del_programa(contexto(institucion(id="i"))) is None
    assert evaluar("R8", institucion(id="i"), replace(LINEA, fecha=date(2026, 9, 1))).total == 6
    assert inicio_del_programa(contexto()) is None


def test_the_oldest_of_institution_and_profile_says_when_it_was_made() -> None:
    viejo = replace(perfil(), id=nacido(date(2026, 4, 2)))
    assert inicio_del_programa(contexto(JUNIO, viejo)) == date(2026, 4, 2)


def test_a_year_before_the_program_does_not_apply() -> None:
    antes = date(2025, 12, 31)
    assert evaluar("R8", replace(JUNIO, anio=2025), hoy=antes).estado is Estado.NO_APLICA
    assert evaluar("R8", replace(JUNIO, anio=2025), MOVIL, hoy=antes).estado is Estado.NO_APLICA
    assert evaluar("R8", replace(JUNIO, anio=2025)).total == 4


def test_a_year_after_the_program_began_counts_whole() -> None:
    assert evaluar("R8", replace(JUNIO, anio=2027), hoy=date(2027, 12, 31)).total == 6


def test_rolling_reading_starts_when_the_program_does() -> None:
    assert evaluar("R8", JUNIO, MOVIL, hoy=date(2026, 8, 19)).estado is Estado.CUMPLE
    (hallazgo,) = evaluar("R8", JUNIO, MOVIL, hoy=date(2026, 8, 20)).hallazgos
    assert hallazgo.mensaje == "Pasaron 61 días sin comunicar, del 20/06/2026 al 20/08/2026."
