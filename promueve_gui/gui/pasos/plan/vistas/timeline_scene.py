"""The time line as places: lanes from top to bottom, days from left to right, lines in as many rows as they need.

What is seen is packed once, and nothing else is asked for. Units are pixels, from the first day and the first lane.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from datetime import date, timedelta
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from promueve_gui.application.plan_views import Carril
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan

ROW = 22.0
PAD = 4.0
MOST_ROWS = 10  # of a lane; what does not fit is counted by month
SIGN_WIDTH = 18.0
MORE_WIDTH = 62.0
EDGE = 5.0  # of a bar, where its end is grabbed


@frozen
class Zoom:
    """How wide a day is, and how much room a line has for its name."""

    key: str
    name: str
    day: float
    least: float


ZOOMS = (
    Zoom("meses", "Meses", 24.0, 132.0),
    Zoom("trimestres", "Trimestres", 8.0, 112.0),
    Zoom("anio", "Año", 2.6, 56.0),
)


@frozen
class Bar:
    """A line in its place: ``box`` covers its days, ``room`` is what its name may take."""

    linea: LineaPlan
    lane: int
    box: Box
    room: Box


@frozen
class More:
    """The lines of a month for which a lane has no row left."""

    lineas: tuple[LineaPlan, ...]
    box: Box


class Lane:
    """One lane, packed: lines in rows, and ``rest``, for which there is no row; each with its first days as numbers.

    Where there are more lines than rows, how high it is is known early, and the others wait until they are looked at.
    """

    def __init__(self, carril: Carril, zoom: Zoom) -> None:
        self.carril, self.zoom, self.top = carril, zoom, 0.0
        self.starts: list[list[int]] = []
        self.rows: list[list[LineaPlan]] = []
        self.rest: list[LineaPlan] = []
        self._rest_starts: list[int] = []
        self._free, self._packed = [0] * MOST_ROWS, 0  # when each row is free again, and how many lines are packed
        self.pack()
        rows = max(1, len(self.rows)) + (1 if self.rest else 0)
        self.height = rows * ROW + 2 * PAD

    def in_month(self, year: int, month: int) -> Sequence[LineaPlan]:
        """Return the lines without a row that begin in a month."""
        begin, end = month_numbers(year, month)
        self.pack(end)
        return self.rest[bisect_left(self._rest_starts, begin) : bisect_left(self._rest_starts, end)]

    def pack(self, until: int = 0) -> None:
        """Give lines the first row that is free on their day, up to a day and until the height is known.

        This runs over many lines whenever others are shown.
        """
        least, free, soonest = ceil(self.zoom.least / self.zoom.day), self._free, min(self._free)
        for linea in islice(self.carril.lineas, self._packed, None):
            fecha, last = linea.fecha, linea.fecha_fin
            start = until if fecha is None else fecha.toordinal()
            if start > until and self.rest:
                return
            self._packed += 1
            if fecha is None:
                continue
            if soonest > start:  # no row is free by then
                self.rest.append(linea)
                self._rest_starts.append(start)
                continue
            row = 0
            while free[row] > start:
                row += 1
            free[row] = start + (least if last is None else max((last - fecha).days + 1, least))
            soonest = min(free)
            if row == len(self.rows):
                self.rows.append([])
                self.starts.append([])
            self.rows[row].append(linea)
            self.starts[row].append(start)


def month_numbers(year: int, month: int) -> tuple[int, int]:
    """Return the first day of a month and that of the next, as numbers of days."""
    first = date(year, month, 1).toordinal()
    return first, first + monthrange(year, month)[1]


class TimelineScene:
    """Lanes and days between ``first`` and ``last``."""

    def __init__(
        self, lanes: Sequence[Carril], zoom: Zoom, first: date, last: date, packed: Iterable[Lane] = ()
    ) -> None:
        """Pack every lane but those that are ``packed`` already."""
        self.zoom, self.first, self.last = zoom, first, last
        known = {id(lane.carril): lane for lane in packed if lane.zoom is zoom}
        self.lanes: list[Lane] = []
        top = 0.0
        for carril in lanes:
            made = known.get(id(carril)) or Lane(carril, zoom)
            made.top = top
            self.lanes.append(made)
            top += made.height
        self._tops = [lane.top for lane in self.lanes]
        self._lane_of: dict[Id, int] = {}  # of those that were asked for
        self.height = top
        self.width = ((last - first).days + 1) * zoom.day

    def x_of(self, dia: date) -> float:
        """Return where a day begins."""
        return (dia - self.first).days * self.zoom.day

    def day_at(self, x: float) -> date:
        """Return the day at a place, at most the last and at least the first."""
        days = min(max(int(x // self.zoom.day), 0), (self.last - self.first).days)
        return self.first + timedelta(days=days)

    def lane_at(self, y: float) -> int:
        """Return the lane at a height, the nearest one beyond both ends; -1 without lanes."""
        return max(bisect_right(self._tops, y) - 1, 0) if self.lanes else -1

    def lanes_in(self, top: float, bottom: float) -> range:
        """Return the lanes that a stretch touches."""
        return range(self.lane_at(top), self.lane_at(bottom) + 1) if self.lanes else range(0)

    def lane_of(self, identidad: Id) -> int:
        """Return the first lane that holds a line, -1 for none."""
        if identidad not in self._lane_of:  # one look through all is quicker than keeping the places of all
            holding = (
                place for place, lane in enumerate(self.lanes) if identidad in [n.id for n in lane.carril.lineas]
            )
            self._lane_of[identidad] = next(holding, -1)
        return self._lane_of[identidad]

    def bars_in(self, view: Box) -> Iterator[Bar]:
        """Yield what is seen of ``view``, from top to bottom."""
        low, high = self.day_at(view.left).toordinal(), self.day_at(view.right).toordinal()
        for place in self.lanes_in(view.top, view.bottom):
            lane = self.lanes[place]
            lane.pack(high)
            for row, (starts, lineas) in enumerate(zip(lane.starts, lane.rows, strict=True)):
                first = max(bisect_right(starts, low) - 1, 0)
                for linea, start in zip(lineas[first:], starts[first:], strict=True):
                    if start > high:
                        break
                    yield self._bar(linea, place, row)

    def more_in(self, view: Box) -> Iterator[More]:
        """Yield the counts of what has no row, as far as they are seen."""
        for place in self.lanes_in(view.top, view.bottom):
            lane = self.lanes[place]
            for year, month in self._months_in(view) if lane.rest else ():
                left, lineas = self.x_of(date(year, month, 1)), lane.in_month(year, month)
                if lineas and view.left - MORE_WIDTH < left < view.right:
                    top = lane.top + PAD + len(lane.rows) * ROW
                    yield More(tuple(lineas), Box(left, top, MORE_WIDTH, ROW - 3))

    def _months_in(self, view: Box) -> Iterator[tuple[int, int]]:
        """Yield the months of which a count is seen."""
        first, last = self.day_at(view.left - MORE_WIDTH), self.day_at(view.right)
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            yield number // 12, number % 12 + 1

    def bar_at(self, x: float, y: float) -> Bar | None:
        """Return the line at a place: over its days or its name."""
        found = self.bars_in(Box(x, y, 0, 0))
        return next((bar for bar in found if bar.box.has(x, y) or bar.room.has(x, y)), None)

    def bar_of(self, identidad: Id, lane: int | None = None) -> Bar | None:
        """Return where a line is, in one lane or in the first that holds it; ``None`` where it has no row."""
        place = self.lane_of(identidad) if lane is None else lane
        if not 0 <= place < len(self.lanes):
            return None
        self.lanes[place].pack(self.last.toordinal())
        for row, lineas in enumerate(self.lanes[place].rows):
            for linea in lineas:
                if linea.id == identidad:
                    return self._bar(linea, place, row)
        return None

    def _bar(self, linea: LineaPlan, lane: int, row: int) -> Bar:
        fecha, last = linea.fecha or self.first, linea.ultimo_dia or self.first
        top = self.lanes[lane].top + PAD + row * ROW
        left, day = self.x_of(fecha), self.zoom.day
        width = max(((last - fecha).days + 1) * day, SIGN_WIDTH if last == fecha else day)
        room = max(width, ceil(self.zoom.least / day) * day - 3)
        return Bar(linea, lane, Box(left, top, width, ROW - 3), Box(left, top, room, ROW - 3))


def edge_at(bar: Bar, x: float) -> int:
    """Return which end of a bar is at a place: -1 its beginning, 1 its end, 0 none. One day is stretched by its end."""
    if abs(x - bar.box.right) <= EDGE:
        return 1
    if abs(x - bar.box.left) <= EDGE and bar.linea.fecha_fin is not None:
        return -1
    return 0
