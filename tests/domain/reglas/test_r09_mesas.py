"""R9: a round table has its whole kit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from promueve_gui.domain.reglas import Estado
from promueve_gui.domain.vocabularios import TipoEvento
from tests.domain.reglas.fabrica import ACUERDO, HOY, MESA, evaluar, faltas

KIT = ["invitacion", "agenda", "asistencia", "lugar", "hora_inicio", "hora_fin", "desarrollo", "encuesta"]


def test_does_not_apply_to_other_events() -> None:
    taller = replace(MESA, tipo=TipoEvento.TALLER, agenda="")
    assert evaluar("R9", taller, replace(ACUERDO, fin=None)).estado is Estado.NO_APLICA


def test_a_whole_kit_complies() -> None:
    assert evaluar("R9", MESA, ACUERDO).resumen == "2 de 2"


@pytest.mark.parametrize("campo", KIT)
def test_each_missing_piece_is_named(campo: str) -> None:
    cambios: dict[str, Any] = {campo: None if campo == "invitacion" else " "}
    assert faltas(evaluar("R9", replace(MESA, **cambios), ACUERDO)) == [("mesa", campo)]


def test_minutes_need_agreements_with_responsible_and_date() -> None:
    (hallazgo,) = evaluar("R9", MESA).hallazgos
    assert hallazgo.mensaje == "La minuta no tiene acuerdos con responsable y fecha."
    resultado = evaluar("R9", MESA, replace(ACUERDO, responsable="", fin=None))
    assert faltas(resultado) == [("acuerdo", "responsable"), ("acuerdo", "fin")]
    assert resultado.resumen == "Por resolver: 1 acuerdo"


def test_a_round_table_without_date_says_so_alone() -> None:
    assert faltas(evaluar("R9", replace(MESA, fecha=None, agenda=""))) == [("mesa", "fecha")]


@pytest.mark.parametrize(
    ("dias", "esperadas"),
    [
        (16, None),
        (15, ["invitacion", "agenda"]),
        (0, ["invitacion", "agenda"]),
        (-1, [*KIT, "desarrollo"]),
    ],
)
def test_what_is_due_depends_on_the_day(dias: int, esperadas: list[str] | None) -> None:
    vacios: dict[str, Any] = {campo: None if campo == "invitacion" else "" for campo in KIT}
    resultado = evaluar("R9", replace(MESA, fecha=HOY + timedelta(days=dias), **vacios))
    if esperadas is None:
        assert resultado.estado is Estado.NO_APLICA
    else:
        assert [hallazgo.campo for hallazgo in resultado.hallazgos] == esperadas
