"""Where points and their names go on the power–interest grid: plain arithmetic, no Qt. Units are pixels."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

PITCH = 20.0  # from one point to the next in a cell
MARK = 14.0  # size of a point
NAME_HEIGHT = 14.0
NAME_GAP = 3.0
NARROWEST_NAME = 44.0  # a shorter piece of a name tells nothing


Spot = tuple[float, float]


def spread(cell: Box, how_many: int) -> tuple[list[Spot], Spot | None]:
    """Return the middle of each point of a cell, in rows, and the place of «+n» when not all of them fit."""
    across, down = max(1, int(cell.width // PITCH)), max(1, int(cell.height // PITCH))
    shown = min(how_many, across * down)
    columns = min(across, max(1, ceil(sqrt(shown * cell.width / max(cell.height, 1.0)))), max(1, shown))
    columns = max(columns, ceil(shown / down))
    rows = ceil(shown / columns) if shown else 0
    left = cell.left + (cell.width - (columns - 1) * PITCH) / 2
    top = cell.top + (cell.height - (rows - 1) * PITCH) / 2
    spots = [(left + place % columns * PITCH, top + place // columns * PITCH) for place in range(shown)]
    return (spots, None) if shown == how_many else (spots[:-1], spots[-1])


def place_names(
    spots: Sequence[Spot], widths: Sequence[float], bounds: Sequence[Box], others: Sequence[Spot] = ()
) -> list[Box | None]:
    """Return where each name goes beside its point, ``None`` where it would cover a point or another name.

    Names come in order of importance, each with the bounds that it may not leave; ``others`` are points without one.
    Right and left are tried with the whole name, then above and below, right and left with as much of it as there is
    room for.
    """
    points = [Box(x - MARK / 2, y - MARK / 2, MARK, MARK) for x, y in spots]
    taken = points + [Box(x - MARK / 2, y - MARK / 2, MARK, MARK) for x, y in others]
    places: list[Box | None] = []
    for own, width, room in zip(points, widths, bounds, strict=True):
        found = next((box for box in _candidates(own, width, room) if _is_free(box, room, taken)), None)
        places.append(found)
        if found is not None:
            taken.append(found)
    return places


def _candidates(point: Box, width: float, bounds: Box) -> list[Box]:
    middle = point.top + (point.height - NAME_HEIGHT) / 2
    along = min(width, bounds.width - 1)  # and not to the edge: sums of fractions would pass it
    start = min(max(point.left + (point.width - along) / 2, bounds.left), bounds.right - along - 0.5)
    right, left = point.right + NAME_GAP, point.left - NAME_GAP
    candidates = [
        Box(right, middle, width, NAME_HEIGHT),
        Box(left - width, middle, width, NAME_HEIGHT),
        Box(start, point.top - NAME_HEIGHT, along, NAME_HEIGHT),
        Box(start, point.bottom, along, NAME_HEIGHT),
    ]
    short_right, short_left = min(width, bounds.right - right), min(width, left - bounds.left)
    candidates.append(Box(right, middle, short_right, NAME_HEIGHT))
    candidates.append(Box(left - short_left, middle, short_left, NAME_HEIGHT))
    return [box for box in candidates if box.width >= min(width, NARROWEST_NAME)]


def _is_free(box: Box, bounds: Box, taken: Sequence[Box]) -> bool:
    return bounds.holds(box) and not any(box.meets(other) for other in taken)
