"""Where pages of ten lines end, a line being a centimetre high."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.word.page_breaks import Bloque, length

ALTO = 10.0


def lines(renglones: int, *, antes: float = 0, despues: float = 0, entero: bool = False, sigue: bool = False) -> Bloque:
    return Bloque(renglones=renglones, alto=1, antes=antes, despues=despues, entero=entero, sigue=sigue)


@pytest.mark.parametrize(
    ("bloques", "esperado"),
    [
        ([], 0),
        ([lines(10)], 10),  # what fills a page fits
        ([lines(8), lines(4)], 12),  # two and two
        ([lines(9), lines(4)], 14),  # one alone would stay
        ([lines(7), lines(4)], 12),  # one alone would come: two go over
        ([lines(8), lines(3)], 13),  # three never part
        ([lines(8), lines(4, entero=True)], 14),
        ([lines(8), lines(1, sigue=True), lines(4)], 15),  # a heading goes with its text
        ([lines(7), lines(1, sigue=True), lines(4)], 12),
        ([lines(7), lines(1, sigue=True), lines(1, sigue=True), lines(4)], 16),
        ([lines(9), lines(1, sigue=True)], 10),  # nothing follows it
        (
            [lines(12, sigue=True), lines(12, sigue=True)],
            32,
        ),  # longer than a page: each begins one and breaks where it must
        ([lines(2, despues=1), lines(2, antes=3)], 7),  # of two spaces the larger one
        ([Bloque(renglones=2, alto=12)], 20),  # lines higher than a page have one each
    ],
)
def test_where_pages_end(bloques: list[Bloque], esperado: float) -> None:
    assert length(bloques, ALTO) == pytest.approx(esperado)


def test_what_stands_before_takes_its_place() -> None:
    assert length([lines(4)], ALTO, 9) == pytest.approx(14)


def test_a_first_page_with_more_room_than_the_others_has_no_end_before_its_own() -> None:
    assert length([lines(3), lines(3, entero=True), lines(6)], ALTO, -4) == pytest.approx(8)
    assert length([lines(13), lines(4)], ALTO, -4) == pytest.approx(14)


@given(st.lists(st.builds(lines, st.integers(1, 30), entero=st.booleans(), sigue=st.booleans()), min_size=1))
def test_all_lines_have_their_place_and_no_page_stays_empty(bloques: list[Bloque]) -> None:
    renglones = sum(bloque.renglones for bloque in bloques)
    assert renglones - 1e-3 <= length(bloques, ALTO) <= (renglones + 1) * ALTO
