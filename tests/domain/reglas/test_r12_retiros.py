"""R12: what is withdrawn says why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from promueve_gui.domain.reglas import Estado
from tests.domain.reglas.fabrica import CONJUNTO, GRUPO, evaluar, faltas


def test_does_not_apply_while_nothing_is_withdrawn() -> None:
    assert evaluar("R12", GRUPO, CONJUNTO).estado is Estado.NO_APLICA


def test_a_reason_complies() -> None:
    assert evaluar("R12", replace(GRUPO, retirado="Estaba repetido"), CONJUNTO).resumen == "1 de 1"


@pytest.mark.parametrize("motivo", ["x", " . ", "-----", "no"])
def test_a_mark_is_no_reason(motivo: str) -> None:
    resultado = evaluar("R12", replace(CONJUNTO, retirado=motivo))
    assert faltas(resultado) == [("puentes", "retirado")]
    assert f"«{motivo.strip()}»" in resultado.hallazgos[0].mensaje
