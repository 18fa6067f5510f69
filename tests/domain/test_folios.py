from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.folios import siguiente_folio

MODELO = "R-{anio}-{numero:03}"


@pytest.mark.parametrize(
    ("existentes", "siguiente"),
    [
        ([], "R-2026-001"),
        (["", "sin número"], "R-2026-001"),
        (["R-2026-018"], "R-2026-019"),
        (["R-2026-018", "R-2026-003"], "R-2026-019"),
        (["REC-007/2026"], "REC-008/2026"),
        (["012/2026"], "013/2026"),
        (["R-2025-044"], "R-2026-001"),
        (["R-2025-044", "R-2026-002"], "R-2026-003"),
        (["REC-9", "R-2026-001", "REC-10"], "REC-11"),
        (["99"], "100"),
        (["2026"], "2027"),
        (["UT/118/2026"], "UT/119/2026"),
        (["F3-0007"], "F3-0008"),
        (["  R-2026-001  "], "R-2026-002"),
        (["0001/4026"], "0001/4027"),
    ],
)
def test_the_next_folio_is_written_like_the_last(existentes: list[str], siguiente: str) -> None:
    assert siguiente_folio(existentes, 2026, MODELO) == siguiente


@given(existentes=st.lists(st.text(max_size=12), max_size=6), anio=st.integers(1990, 2199))
def test_the_next_folio_is_never_one_in_use(existentes: list[str], anio: int) -> None:
    assert siguiente_folio(existentes, anio, MODELO) not in {texto.strip() for texto in existentes}
