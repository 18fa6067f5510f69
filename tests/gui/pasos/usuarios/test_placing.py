from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.gui.pasos.usuarios.placing import PITCH, caption, listed, mark_size, most_listed, spread
from promueve_gui.gui.widgets.box import Box

CELL = Box(100, 50, 60, 60)


def test_one_point_stands_in_the_middle() -> None:
    assert spread(CELL, 1) == ([(130, 80)], None, PITCH)


def test_no_point_needs_no_place() -> None:
    assert spread(CELL, 0) == ([], None, PITCH)


@given(how_many=st.integers(1, 60), width=st.floats(24, 200), height=st.floats(20, 200))
def test_points_do_not_cover_each_other_nor_leave_the_cell(how_many: int, width: float, height: float) -> None:
    spots, more, pitch = spread(Box(0, 0, width, height), how_many)
    size = mark_size(pitch)
    boxes = [Box(x - size / 2, y - size / 2, size, size) for x, y in (*spots, *([more] if more else []))]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(Box(-0.01, -0.01, width + 0.02, height + 0.02).holds(box) for box in boxes)


@pytest.mark.parametrize(("how_many", "pitch"), [(9, 20.0), (10, 13.0), (16, 13.0), (25, 11.0)])
def test_the_more_points_the_closer_they_stand(how_many: int, pitch: float) -> None:
    spots, more, found = spread(CELL, how_many)
    assert (len(spots), more, found) == (how_many, None, pitch)


@pytest.mark.parametrize("how_many", [26, 400])
def test_what_does_not_fit_is_counted_in_the_last_places(how_many: int) -> None:
    spots, more, _ = spread(CELL, how_many)
    assert len(spots) == 23
    assert more is not None
    assert more[0] > 140
    assert more[1] > 95


def test_a_tiny_cell_shows_only_the_count() -> None:
    assert spread(Box(0, 0, 10, 10), 3)[:2] == ([], (5, 5))


WIDE = Box(0, 0, 160, 66)


def test_few_groups_of_a_wide_cell_are_a_list_with_their_names() -> None:
    found = listed(WIDE, WIDE, [60, 90, 50])
    assert found is not None
    lefts = {spot[0] for spot, _ in found}
    assert len(lefts) == 1
    assert [name.width for _, name in found] == [60, 90, 50]
    assert all(name.left > spot[0] for spot, name in found)


def test_a_list_goes_on_in_a_second_column() -> None:
    found = listed(Box(0, 0, 200, 66), Box(0, 0, 200, 66), [75.0] * 6)
    assert found is not None
    assert len({spot[0] for spot, _ in found}) == 2


def test_names_go_over_the_empty_cells_at_the_right() -> None:
    cell, room = Box(50, 0, 50, 60), Box(50, 0, 150, 60)
    assert listed(cell, cell, [120]) is None
    found = listed(cell, room, [120])
    assert found is not None
    assert found[0][1].right > cell.right
    assert cell.has(*found[0][0])


def test_or_over_those_at_the_left_with_the_point_in_its_own_cell() -> None:
    cell, room = Box(100, 0, 50, 60), Box(0, 0, 150, 60)
    found = listed(cell, room, [90])
    assert found is not None
    ((spot, name),) = found
    assert cell.has(*spot)
    assert name.right < spot[0]
    assert name.left >= room.left


@pytest.mark.parametrize("cell", [Box(0, 0, 50, 60), Box(0, 0, 300, 10)])
def test_a_list_that_could_not_be_read_is_none(cell: Box) -> None:
    assert listed(cell, cell, [200, 200]) is None
    assert listed(cell, cell, []) is None


@given(
    widths=st.lists(st.floats(10, 220), min_size=1, max_size=12),
    width=st.floats(40, 300),
    height=st.floats(10, 160),
    left=st.floats(0, 100),
    right=st.floats(0, 100),
)
def test_names_of_a_list_keep_to_their_room(
    widths: list[float], width: float, height: float, left: float, right: float
) -> None:
    cell = Box(100, 0, width, height)
    # a cell lends at one side only
    room = Box(100, 0, width + right, height) if right > left else Box(100 - left, 0, width + left, height)
    found = listed(cell, room, widths)
    if found is None:
        return
    grown = Box(room.left - 0.01, -0.01, room.width + 0.02, height + 0.02)
    names = [name for _, name in found]
    assert all(grown.holds(name) for name in names)
    assert all(cell.has(*spot) for spot, _ in found)
    shrunk = [Box(name.left, name.top + 0.01, name.width, name.height - 0.02) for name in names]
    assert not any(one.meets(other) for one, other in combinations(shrunk, 2))


def test_a_caption_hides_as_little_as_it_can() -> None:
    bounds = Box(0, 0, 300, 200)
    above = caption((150, 100), 14, 80, bounds, [])
    assert above.bottom < 100
    below = caption((150, 100), 14, 80, bounds, [(150, 80)])
    assert below.top > 100
    right = caption((150, 100), 14, 80, bounds, [(150, 80), (150, 118)])
    assert right.left > 150
    left = caption((150, 100), 14, 80, bounds, [(150, 80), (150, 118), (200, 100)])
    assert left.right < 150


def test_a_caption_stays_inside() -> None:
    bounds = Box(0, 0, 300, 200)
    for spot in ((2, 2), (298, 198), (298, 2), (2, 198)):
        box = caption(spot, 14, 80, bounds, [])
        assert bounds.holds(box)
    assert caption((5, 5), 14, 900, Box(0, 0, 60, 12), []).width == 60


@pytest.mark.parametrize("cell", [WIDE, Box(0, 0, 200, 66), Box(0, 0, 18, 66), Box(0, 0, 90, 3)])
def test_beyond_what_can_be_listed_no_name_would_be_read(cell: Box) -> None:
    many = most_listed(cell)
    assert listed(cell, cell, [1.0] * (many + 1)) is None
    assert many >= 0
