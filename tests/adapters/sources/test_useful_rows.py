"""Rows looked at together, and one by one where something is odd: the same rows and the same complaints."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.errores_formula import SIN_VALOR
from promueve_gui.adapters.reporte import Reporte
from promueve_gui.adapters.sources import rows
from promueve_gui.adapters.sources.layouts import find_header
from promueve_gui.adapters.sources.tables import Avance, Tabla

if TYPE_CHECKING:
    from promueve_gui.adapters.sources.tables import Fila
    from promueve_gui.domain.importacion import Problema

ENCABEZADO = ["Responsable", "Nombre del conjunto", "Nombre del recurso", "¿De qué es?", "¿Tiene datos privados?"]
SANO = ["Dirección de Aguas", "Pozos", "Pozos de 2025", "Profundidad de cada pozo", "Público"]
RAROS = [
    [],
    [""] * 5,
    ["", " ", "", "\t", ""],
    ENCABEZADO,
    ["", "NOMBRE DEL CONJUNTO:", "Nombre del recurso", "¿De qué es?", "Tiene datos privados"],
    [*ENCABEZADO[1:], ENCABEZADO[0]],
    ["Total", "", "12", "", ""],
    ["", "Suma:", "", "1,200", ""],
    [min(SIN_VALOR), *SANO[1:]],
    SANO[:3],
    [*SANO, "de más"],
    [*SANO, ""],
]
DUDOSOS = [
    ["", *SANO[1:]],
    ["", "Pozos", "", "", ""],
    ["Total", "Pozos", "", "", ""],
    [SANO[0], "Nombre del conjunto de pozos", *SANO[2:]],
    [SANO[0], "Pozos\nde agua", *SANO[2:]],
]


def _read(filas: list[list[str]]) -> tuple[list[Fila], list[Problema]]:
    numeradas = list(enumerate([ENCABEZADO, *filas], start=1))
    encabezado = find_header(numeradas[:1])
    assert encabezado is not None
    reporte = Reporte("inventario.csv")
    tabla = Tabla("", iter([numeradas[:1], numeradas[1:]] if filas else [numeradas]), len(numeradas), exacta=True)
    return list(rows.useful_rows(tabla, encabezado, reporte, Avance(None, tabla.total))), reporte.problemas


def _read_one_by_one(filas: list[list[str]]) -> tuple[list[Fila], list[Problema]]:
    with patch.object(rows, "_soundness", lambda _encabezado: lambda _bloque: False):
        return _read(filas)


@pytest.mark.parametrize("raro", [*RAROS, *DUDOSOS])
def test_an_odd_row_among_sound_ones_is_seen(raro: list[str]) -> None:
    assert _read([SANO, raro, SANO]) == _read_one_by_one([SANO, raro, SANO])


@given(st.lists(st.sampled_from([SANO, *RAROS, *DUDOSOS]) | st.lists(st.text(max_size=6), min_size=4, max_size=6)))
def test_any_block_is_read_as_row_by_row(filas: list[list[str]]) -> None:
    assert _read(filas) == _read_one_by_one(filas)


def test_rows_end_where_another_header_begins() -> None:
    leidas, problemas = _read([SANO, RAROS[5], SANO])
    assert [renglon for renglon, _ in leidas] == [2]
    assert "trae otro encabezado" in problemas[0].mensaje


def test_sound_rows_end_in_one_cell_more() -> None:
    assert _read([SANO, SANO]) == ([(2, [*SANO, ""]), (3, [*SANO, ""])], [])
