"""Rectangles: what they share, hold and contain."""

from __future__ import annotations

import pytest

from promueve_gui.gui.widgets.box import Box

BOX = Box(10, 20, 30, 40)


def test_edges() -> None:
    assert (BOX.right, BOX.bottom) == (40, 60)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Box(0, 0, 100, 100), True),
        (Box(39, 59, 5, 5), True),
        (Box(40, 20, 5, 5), False),  # edge to edge shares nothing
        (Box(5, 20, 5, 5), False),
        (Box(10, 60, 5, 5), False),
        (Box(10, 10, 5, 10), False),
    ],
)
def test_boxes_meet_where_they_share_an_area(other: Box, expected: bool) -> None:
    assert BOX.meets(other) is expected
    assert other.meets(BOX) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (BOX, True),
        (Box(15, 25, 5, 5), True),
        (Box(9, 25, 5, 5), False),
        (Box(15, 19, 5, 5), False),
        (Box(15, 25, 26, 5), False),
        (Box(15, 25, 5, 36), False),
    ],
)
def test_a_box_holds_what_lies_inside(other: Box, expected: bool) -> None:
    assert BOX.holds(other) is expected


@pytest.mark.parametrize(
    ("x", "y", "expected"), [(10, 20, True), (39.9, 59.9, True), (40, 30, False), (20, 60, False), (9, 30, False)]
)
def test_a_point_is_inside_up_to_the_far_edges(x: float, y: float, expected: bool) -> None:
    assert BOX.has(x, y) is expected
