"""R1: a group has name, class and area, and one of society at least one eje."""

from __future__ import annotations

from dataclasses import replace

from promueve_gui.domain.reglas import Estado, Severidad
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from tests.domain.reglas.fabrica import AREA, GRUPO, evaluar, faltas


def test_does_not_apply_without_groups_in_use() -> None:
    assert evaluar("R1").estado is Estado.NO_APLICA
    resultado = evaluar("R1", replace(GRUPO, clase=None, retirado="repetido"))
    assert (resultado.estado, resultado.resumen) == (Estado.NO_APLICA, "Todavía no aplica")


def test_complete_groups_are_counted() -> None:
    social = replace(GRUPO, id="otro", clase=ClaseGrupo.SOCIEDAD, ejes=frozenset({Eje.TRANSPARENCIA}))
    resultado = evaluar("R1", GRUPO, social)
    assert (resultado.estado, resultado.resumen) == (Estado.CUMPLE, "2 de 2")


def test_each_missing_field_is_one_finding() -> None:
    resultado = evaluar("R1", GRUPO, replace(GRUPO, id="otro", nombre=" ", clase=None, area=None))
    assert faltas(resultado) == [("otro", "nombre"), ("otro", "clase"), ("otro", "area")]
    assert (resultado.cumplidos, resultado.total, resultado.resumen) == (1, 2, "Por resolver: 1 grupo")
    assert {hallazgo.severidad for hallazgo in resultado.hallazgos} == {Severidad.ADVIERTE}


def test_society_needs_an_eje_and_the_others_do_not() -> None:
    social = replace(GRUPO, id="social", clase=ClaseGrupo.SOCIEDAD)
    gobierno = replace(GRUPO, id="gobierno", clase=ClaseGrupo.GOBIERNO)
    assert faltas(evaluar("R1", social, gobierno)) == [("social", "ejes")]


def test_an_area_that_was_withdrawn_is_no_area() -> None:
    retirada = replace(AREA, retirado="Se fusionó con otra")
    (hallazgo,) = evaluar("R1", GRUPO, retirada).hallazgos
    assert (hallazgo.campo, hallazgo.mensaje) == (
        "area",
        "El área «Dirección de Puentes» se retiró del proyecto; elija otra.",
    )
    assert evaluar("R1", GRUPO, AREA).estado is Estado.CUMPLE
