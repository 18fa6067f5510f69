"""What the board of rules says of the sample project: mostly well, with a few gaps that teach what a gap looks like."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from promueve_gui.adapters.recursos import Recursos
from promueve_gui.adapters.resource_root import find_root
from promueve_gui.application.example_project import build_example
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.reglas.base import Contexto, Estado, Resultado
from promueve_gui.domain.reglas.catalogo import revisar

HOY = date(2026, 11, 19)
RECURSOS = Recursos(find_root())
FILAS = RECURSOS.ejemplo()
POR_ATENDER = {"R3", "R5", "R6", "R8", "R11"}


def _tablero(hoy: date) -> dict[str, Resultado]:
    proyecto = Proyecto()
    registros = build_example(hoy, RECURSOS.load_perfil("vigente"), FILAS)
    proyecto.apply([alta(registro) for registro in registros])
    return {resultado.regla.id: resultado for resultado in revisar(Contexto(proyecto, hoy))}


@given(hoy=st.dates(date(1990, 1, 1), date(2120, 12, 31)))
@settings(max_examples=15)
@example(hoy=date(2028, 2, 29))
@example(hoy=date(2026, 12, 31))
@example(hoy=date(2027, 1, 1))
def test_five_rules_wait_and_the_others_are_met_on_any_day(hoy: date) -> None:
    estados = {regla: resultado.estado for regla, resultado in _tablero(hoy).items()}
    assert estados == {
        f"R{numero}": Estado.FALTA if f"R{numero}" in POR_ATENDER else Estado.CUMPLE for numero in range(1, 15)
    }


def test_gaps_are_those_put_there_on_purpose() -> None:
    tablero = _tablero(HOY)
    assert {regla: len(tablero[regla].hallazgos) for regla in POR_ATENDER} == {
        "R3": 6,
        "R5": 1,
        "R6": 1,
        "R8": 1,
        "R11": 3,
    }


def test_only_the_current_bimestre_lacks_its_communication() -> None:
    resultado = _tablero(HOY)["R8"]
    assert (resultado.cumplidos, resultado.total) == (5, 6)


def test_every_rule_of_the_board_has_its_citation() -> None:
    claves = {getattr(registro, "clave", "") for registro in RECURSOS.load_perfil("vigente")}
    assert set(_tablero(HOY)) <= claves
