"""What the opening-plan tool says about itself is told apart (R2)."""

from __future__ import annotations

import pytest

from promueve_gui.domain.conjuntos_generados import es_institucional


@pytest.mark.parametrize(
    "nombre",
    [
        "Inventario Institucional de Datos de SEDEMO",
        "PLAN DE APERTURA INSTITUCIONAL DE SEDEMO",
        "Oficios y Documentos Institucionales del SEDEMO",
        "  Oficios  y documentos institucionáles de la Secretaría",
    ],
)
def test_rows_made_by_the_tool_are_institutional(nombre: str) -> None:
    assert es_institucional(nombre)


@pytest.mark.parametrize(
    "nombre",
    [
        "",
        "Inventario de bibliotecas",
        "Plan de Apertura",
        "Oficios de la dirección",
        "Inventario Institucional de Datos Demográficos",
    ],
)
def test_other_datasets_are_not_institutional(nombre: str) -> None:
    assert not es_institucional(nombre)
