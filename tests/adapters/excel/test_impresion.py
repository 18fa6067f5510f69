"""Tables too wide for a page are printed over several, none of them too small to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.excel.impresion import pages_across
from tests.adapters.excel.muestra import project, sample, written_map, written_plan

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("anchos", "paginas"),
    [([10], 1), ([10, 90], 1), ([10, 90, 1], 2), ([10, 50, 50, 40], 2), ([10, 200], 1), ([10, 50, 200, 50], 3)],
)
def test_columns_go_whole_to_as_few_pages_as_may_be(anchos: list[int], paginas: int) -> None:
    assert pages_across(anchos, 1, 100) == paginas


@given(st.lists(st.integers(1, 40), max_size=40), st.integers(0, 3))
def test_there_is_room_for_everything(anchos: list[int], repetidas: int) -> None:
    paginas = pages_across(anchos, repetidas, 180)
    libre = 180 - sum(anchos[:repetidas])
    assert paginas >= 1
    assert paginas * libre >= sum(anchos[repetidas:])


def test_wide_sheets_repeat_what_their_rows_are(tmp_path: Path) -> None:
    consolidado = written_map(tmp_path, project(sample()))["Consolidado"]
    assert (consolidado.page_setup.fitToWidth, consolidado.page_setup.fitToHeight) == (2, 0)
    assert consolidado.page_setup.pageOrder == "overThenDown"
    assert (consolidado.print_title_cols, consolidado.print_title_rows) == ("$A:$B", "$1:$1")
    calendario = written_plan(tmp_path, project(sample()))["Calendario"]
    assert calendario.page_setup.fitToWidth == 2
    assert calendario.print_title_cols == "$A:$A"


def test_what_fits_stays_on_one_page(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, project(sample()))["Análisis"]
    assert hoja.page_setup.fitToWidth == 1
    assert not hoja.print_title_cols
