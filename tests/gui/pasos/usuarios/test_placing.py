from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.gui.pasos.usuarios.placing import MARK, PITCH, place_names, spread
from promueve_gui.gui.widgets.box import Box

CELL = Box(100, 50, 60, 60)


def box_of(x: float, y: float) -> Box:
    return Box(x - MARK / 2, y - MARK / 2, MARK, MARK)


def test_one_point_stands_in_the_middle() -> None:
    assert spread(CELL, 1) == ([(130, 80)], None)


def test_no_point_needs_no_place() -> None:
    assert spread(CELL, 0) == ([], None)


@given(how_many=st.integers(1, 60), width=st.floats(20, 200), height=st.floats(20, 200))
def test_points_do_not_cover_each_other_nor_leave_the_cell(how_many: int, width: float, height: float) -> None:
    cell = Box(0, 0, width, height)
    spots, more = spread(cell, how_many)
    boxes = [box_of(*spot) for spot in (*spots, *([more] if more else []))]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(Box(-0.01, -0.01, width + 0.02, height + 0.02).holds(box) for box in boxes)


@pytest.mark.parametrize("how_many", [10, 400])
def test_what_does_not_fit_is_counted_in_the_last_place(how_many: int) -> None:
    spots, more = spread(CELL, how_many)
    assert len(spots) == 8
    assert more == (150, 100)


def test_a_tiny_cell_shows_only_the_count() -> None:
    assert spread(Box(0, 0, 10, 10), 3) == ([], (5, 5))


def test_a_name_goes_at_the_right_of_its_point() -> None:
    (name,) = place_names([(20, 20)], [60], [Box(0, 0, 200, 100)])
    assert name is not None
    assert name.left > 20
    assert name.width == 60


def test_near_the_edge_a_name_goes_at_the_left() -> None:
    (name,) = place_names([(190, 20)], [60], [Box(0, 0, 200, 100)])
    assert name is not None
    assert name.right < 190


def test_between_two_points_a_name_goes_above_or_below() -> None:
    names = place_names([(100, 50)], [60], [Box(0, 0, 200, 100)], others=[(100 - PITCH, 50), (100 + PITCH, 50)])
    assert names[0] is not None
    assert names[0].bottom <= 50 - MARK / 2


def test_a_long_name_is_cut_to_the_room_there_is() -> None:
    (name,) = place_names([(20, 20)], [500], [Box(0, 0, 200, 100)])
    assert name is not None
    assert name.right <= 200


def test_a_name_without_room_is_left_out() -> None:
    assert place_names([(10, 10)], [60], [Box(0, 0, 20, 20)]) == [None]


@given(st.lists(st.tuples(st.integers(2, 18), st.integers(2, 9)), unique=True, max_size=25))
def test_names_cover_neither_points_nor_each_other(cells: list[tuple[int, int]]) -> None:
    spots = [(x * PITCH, y * PITCH) for x, y in cells]
    bounds = Box(0, 0, 400, 220)
    names = [name for name in place_names(spots, [80.0] * len(spots), [bounds] * len(spots)) if name is not None]
    points = [box_of(*spot) for spot in spots]
    assert not any(one.meets(other) for one, other in combinations(names, 2))
    assert not any(name.meets(point) for name in names for point in points)
    assert all(bounds.holds(name) for name in names)
