"""Looks over a text: what overlaps is merged, and positions are Qt's whatever the letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat, QTextDocument

from promueve_gui.gui.widgets.editors.marked_look import merged, python_position, qt_position, qt_positions

Line = QTextCharFormat.UnderlineStyle


def look(*, bold: bool = False, line: Line | None = None) -> QTextCharFormat:
    made = QTextCharFormat()
    if bold:
        made.setFontWeight(700)
    if line is not None:
        made.setUnderlineStyle(line)
    return made


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6), st.booleans(), st.booleans()), max_size=6))
def test_each_letter_looks_as_all_that_lie_over_it_say(given: list[tuple[int, int, bool, bool]]) -> None:
    stretches = [
        (start, start + length, look(bold=bold, line=Line.DotLine if dotted else Line.WaveUnderline))
        for start, length, bold, dotted in given
    ]
    found = {at: made for start, end, made in merged(stretches) for at in range(start, end)}
    for at in range(20):
        over = [made for start, end, made in stretches if start <= at < end]
        assert (at in found) is bool(over)
        if over:
            assert found[at].underlineStyle() is over[-1].underlineStyle()
            assert (found[at].fontWeight() == 700) is any(made.fontWeight() == 700 for made in over)


def test_nothing_is_merged_of_nothing() -> None:
    assert list(merged([])) == []
    assert [part[:2] for part in merged([(1, 4, look()), (2, 3, look())])] == [(1, 2), (2, 3), (3, 4)]


@given(st.text(alphabet="aé😀𝒳ש\n", max_size=30))
def test_positions_go_there_and_back(text: str) -> None:
    places = qt_positions(text)
    for index in range(len(text)):
        assert places(index) == qt_position(text, index)
        assert python_position(text, places(index)) == index
    assert python_position(text, places(len(text))) == len(text)


@pytest.mark.parametrize("text", ["camas", "ñandú", "😀 camas", "a😀b𝒳c", ""])
def test_positions_are_those_of_a_document(qapp: object, text: str) -> None:
    assert QTextDocument(text).characterCount() - 1 == qt_positions(text)(len(text))
