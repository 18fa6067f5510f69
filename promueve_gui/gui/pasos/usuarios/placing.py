"""Where points and their names go on the power–interest grid: plain arithmetic, no Qt. Units are pixels."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

PITCH = 20.0  # from one point to the next in a cell
PITCHES = (PITCH, 16.0, 13.0, 11.0)  # the more points a cell has, the closer they stand
MARK = 14.0  # size of a point
NAME_HEIGHT = 14.0
NAME_GAP = 3.0
NARROWEST_NAME = 72.0  # a shorter piece of a name tells nothing
LINE, CLOSEST_LINE = 16.0, 14.0  # from one name of a list to the next
MARGIN = 4.0
COUNT_WIDTH = 20.0


Spot = tuple[float, float]


def mark_size(pitch: float) -> float:
    """Return how large a point is where points stand ``pitch`` apart."""
    return MARK * pitch / PITCH


def spread(cell: Box, how_many: int) -> tuple[list[Spot], Spot | None, float]:
    """Return the middle of each point of a cell, in rows, the place of «+n» when not all of them fit, and their pitch.

    Points stand as far apart as there is room for.
    """
    pitch = next((pitch for pitch in PITCHES if _capacity(cell, pitch) >= how_many), PITCHES[-1])
    across, down = _across(cell, pitch)
    shown = min(how_many, across * down)
    columns = min(across, max(1, ceil(sqrt(shown * cell.width / max(cell.height, 1.0)))), max(1, shown))
    columns = max(columns, ceil(shown / down))
    rows = ceil(shown / columns) if shown else 0
    left = cell.left + (cell.width - (columns - 1) * pitch) / 2
    top = cell.top + (cell.height - (rows - 1) * pitch) / 2
    spots = [(left + place % columns * pitch, top + place // columns * pitch) for place in range(shown)]
    if shown == how_many:
        return spots, None, pitch
    taken = min(ceil(COUNT_WIDTH / pitch), columns)  # places that «+n» needs in the last row
    first, last = spots[-taken], spots[-1]
    return spots[:-taken], ((first[0] + last[0]) / 2, last[1]), pitch


def _across(cell: Box, pitch: float) -> tuple[int, int]:
    return max(1, int(cell.width // pitch)), max(1, int(cell.height // pitch))


def _capacity(cell: Box, pitch: float) -> int:
    across, down = _across(cell, pitch)
    return across * down


def most_listed(cell: Box) -> int:
    """Return with how many groups, at most, ``listed`` leaves any room for names in a cell."""
    rows = max(0, int((cell.height - MARGIN) // CLOSEST_LINE))
    return rows * max(1, int((cell.width - MARGIN) // (MARK + 2 * NAME_GAP)))


def listed(cell: Box, room: Box, widths: Sequence[float]) -> list[tuple[Spot, Box]] | None:
    """Return point and name of each group of a cell, as a list; ``None`` where their names could not be read.

    ``room`` is how far names may go where no other groups stand: the cell itself and its empty neighbours at one side.
    """
    rows = int((cell.height - MARGIN) // CLOSEST_LINE)
    if not widths or rows < 1:
        return None
    columns = ceil(len(widths) / rows)
    line = min((cell.height - MARGIN) / min(len(widths), rows), LINE)
    whole = room if columns == 1 else cell
    mirrored = columns == 1 and room.left < cell.left
    width = (whole.width - MARGIN) / columns
    longest = min(max(widths), width - MARK - 2 * NAME_GAP)
    if longest < min(max(widths), NARROWEST_NAME):
        return None
    used = MARK + NAME_GAP + longest
    slack = max(0.0, (cell.width - used) / 2) if columns == 1 else MARGIN
    top = cell.top + (cell.height - min(len(widths), rows) * line) / 2
    found = []
    for place, own in enumerate(widths):
        start = (cell.right - max(slack, MARGIN) - MARK) if mirrored else cell.left + max(slack, MARGIN)
        x, y = start + place // rows * width, top + place % rows * line
        length = min(own, longest)
        left = x - NAME_GAP - length if mirrored else x + MARK + NAME_GAP
        found.append(((x + MARK / 2, y + line / 2), Box(left, y + (line - NAME_HEIGHT) / 2, length, NAME_HEIGHT)))
    return found


def caption(point: Spot, size: float, width: float, bounds: Box, others: Sequence[Spot]) -> Box:
    """Return where the name of a chosen point is written over the picture: where it hides the fewest others."""
    mark = Box(point[0] - size / 2, point[1] - size / 2, size, size)
    along = min(width, bounds.width)
    start = min(max(point[0] - along / 2, bounds.left), bounds.right - along)
    beside = size / 2 + 2 * NAME_GAP
    middle = min(max(point[1] - NAME_HEIGHT / 2, bounds.top), bounds.bottom - NAME_HEIGHT)
    places = [
        Box(start, mark.top - NAME_HEIGHT - 2 * NAME_GAP, along, NAME_HEIGHT),
        Box(start, mark.bottom + 2 * NAME_GAP, along, NAME_HEIGHT),
        Box(point[0] + beside, middle, along, NAME_HEIGHT),
        Box(point[0] - beside - along, middle, along, NAME_HEIGHT),
    ]
    fitting = [place for place in places if bounds.holds(place)] or places[:2]
    return min(fitting, key=lambda place: sum(place.has(*other) for other in others))
