"""R3: plan lines are complete, and what is priority has one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.domain.fechas import add_days
from promueve_gui.domain.reglas import Estado
from promueve_gui.domain.vocabularios import Acceso, EstadoLinea
from tests.domain.reglas.fabrica import CONJUNTO, GRUPO, HERRAMIENTA, LINEA, MESA, evaluar, faltas

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

PRIORITARIOS = (replace(GRUPO, prioritario=True), replace(CONJUNTO, prioritario=True))


def test_does_not_apply_without_lines_nor_priorities() -> None:
    cancelada = replace(LINEA, estado=EstadoLinea.CANCELADA)
    assert evaluar("R3", GRUPO, CONJUNTO, cancelada).estado is Estado.NO_APLICA


def test_a_complete_line_covers_its_group_and_its_dataset() -> None:
    resultado = evaluar("R3", *PRIORITARIOS, LINEA)
    assert (resultado.estado, resultado.resumen) == (Estado.CUMPLE, "3 de 3")


@pytest.mark.parametrize("valores", [{"estado": EstadoLinea.CANCELADA}, {"retirado": "repetida"}])
def test_a_line_that_does_not_count_covers_nothing(valores: dict[str, Any]) -> None:
    resultado = evaluar("R3", *PRIORITARIOS, replace(LINEA, **valores))
    assert faltas(resultado) == [("grupo", "prioritario"), ("puentes", "prioritario")]
    assert resultado.resumen == "Por resolver: 1 grupo, 1 conjunto de datos"


def test_a_priority_dataset_that_is_not_public_needs_no_line() -> None:
    privado = replace(CONJUNTO, prioritario=True, acceso=Acceso.PRIVADO)
    assert evaluar("R3", privado).estado is Estado.NO_APLICA


@pytest.mark.parametrize(
    ("campo", "vacio"),
    [
        ("conjunto", None),
        ("grupos", ()),
        ("tipo_contenido", None),
        ("canal", None),
        ("fecha", None),
        ("rol_responsable", None),
    ],
)
def test_each_missing_part_of_a_line_is_named(campo: str, vacio: object) -> None:
    cambios: dict[str, Any] = {campo: vacio}
    assert faltas(evaluar("R3", replace(LINEA, **cambios))) == [("linea", campo)]


def test_a_line_promotes_one_thing_only() -> None:
    (hallazgo,) = evaluar("R3", replace(LINEA, evento="mesa")).hallazgos
    assert (hallazgo.campo, hallazgo.mensaje[:26]) == ("conjunto", "Se promueve una sola cosa:")


@pytest.mark.parametrize(("dias", "hallados"), [(-1, [("linea", "fecha_fin")]), (0, []), (9, [])])
def test_a_period_that_ends_before_it_begins_is_told(dias: int, hallados: list[tuple[str, str]]) -> None:
    assert LINEA.fecha is not None
    linea = replace(LINEA, fecha_fin=add_days(LINEA.fecha, dias))
    assert faltas(evaluar("R3", linea)) == hallados
    assert faltas(evaluar("R3", replace(linea, fecha=None))) == [("linea", "fecha")]


@pytest.mark.parametrize("objeto", ["herramienta", "evento"])
def test_the_object_may_be_a_tool_or_an_event(objeto: str) -> None:
    cambios: dict[str, Any] = {"conjunto": None, objeto: "otro"}
    assert evaluar("R3", replace(LINEA, **cambios)).estado is Estado.CUMPLE


@pytest.mark.parametrize(
    ("cambios", "retirado", "campo"),
    [
        ({"conjunto": None, "herramienta": "visor"}, HERRAMIENTA, "herramienta"),
        ({"conjunto": None, "evento": "mesa"}, MESA, "evento"),
        ({}, GRUPO, "grupos"),
    ],
)
def test_what_was_withdrawn_serves_no_line_that_is_still_to_be_done(
    cambios: dict[str, Any], retirado: Registro, campo: str
) -> None:
    linea = replace(LINEA, **cambios)
    assert evaluar("R3", linea, retirado).estado is Estado.CUMPLE
    fuera = replace(retirado, retirado="Ya no existe")
    assert faltas(evaluar("R3", linea, fuera)) == [("linea", campo)]
    assert evaluar("R3", replace(linea, estado=EstadoLinea.HECHA), fuera).estado is Estado.CUMPLE


def test_one_group_left_is_enough() -> None:
    fuera = replace(GRUPO, id="fuera", retirado="Repetido")
    assert evaluar("R3", replace(LINEA, grupos=("grupo", "fuera")), GRUPO, fuera).estado is Estado.CUMPLE
