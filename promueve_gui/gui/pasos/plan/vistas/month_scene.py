"""What the month shows at one moment: days, lines and other dates in their places. Units are pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.month import weeks
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from promueve_gui.application.review import Proximo
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan

HEAD = 24.0  # the names of the weekdays
NUMBER = 20.0  # the number of the day, and the name of a holiday beside it
ITEM = 19.0
PAD = 3.0
LEAST = 2  # lines of a day that are read at a glance, however small the window
COUNT = 46.0  # «+n más», at the right of the number


@frozen
class Chip:
    """A line on one of its days."""

    dia: date
    linea: LineaPlan
    box: Box

    @property
    def goes_on(self) -> bool:
        """Tell whether the line began on an earlier day."""
        return self.linea.fecha is not None and self.linea.fecha < self.dia


@frozen
class Note:
    """Another date: a publication, an event, a deadline."""

    dia: date
    proximo: Proximo
    box: Box


@frozen
class More:
    """The place of «+n más» on a day that holds more than fits."""

    dia: date
    how_many: int
    box: Box


def lowest(weeks: int) -> int:
    """Return the height below which a month of so many weeks would only count its lines."""
    return int(HEAD + weeks * (NUMBER + LEAST * ITEM + PAD))


class MonthScene:
    """The days of a month inside ``area``."""

    def __init__(
        self,
        area: Box,
        anio: int,
        mes: int,
        lines: Mapping[date, Sequence[LineaPlan]],
        others: Mapping[date, Sequence[Proximo]],
    ) -> None:
        """Lay everything out; lines come before other dates where there is not room for all."""
        self.area = area
        self.weeks = weeks(anio, mes)
        self.chips: list[Chip] = []
        self.notes: list[Note] = []
        self.more: list[More] = []
        self._rows = {dia: row for row, week in enumerate(self.weeks) for dia in week}
        for dia in self._rows:
            self._fill(dia, lines.get(dia, ()), others.get(dia, ()))

    def cell(self, dia: date) -> Box | None:
        """Return the place of a day, ``None`` when it is not shown."""
        row = self._rows.get(dia)
        if row is None:
            return None
        width, height = self.area.width / 7, (self.area.height - HEAD) / len(self.weeks)
        return Box(self.area.left + dia.weekday() * width, self.area.top + HEAD + row * height, width, height)

    def day_at(self, x: float, y: float) -> date | None:
        """Return the day at a place, or ``None``."""
        return next((dia for dia in self._rows if (cell := self.cell(dia)) and cell.has(x, y)), None)

    def chip_at(self, x: float, y: float) -> Chip | None:
        """Return the line at a place, or ``None``."""
        return next((chip for chip in self.chips if chip.box.has(x, y)), None)

    def note_at(self, x: float, y: float) -> Note | None:
        """Return the other date at a place, or ``None``."""
        return next((note for note in self.notes if note.box.has(x, y)), None)

    def more_at(self, x: float, y: float) -> More | None:
        """Return the «+n más» at a place, or ``None``."""
        return next((more for more in self.more if more.box.has(x, y)), None)

    def counted(self, dia: date) -> bool:
        """Tell whether a day holds more than is shown."""
        return any(more.dia == dia for more in self.more)

    def chip_of(self, identidad: Id, dia: date | None = None) -> Chip | None:
        """Return where a line is, on one day or on the first of those shown."""
        return next((c for c in self.chips if c.linea.id == identidad and dia in {None, c.dia}), None)

    def _fill(self, dia: date, lines: Sequence[LineaPlan], others: Sequence[Proximo]) -> None:
        cell = self.cell(dia)
        if cell is None:
            return
        room = max(0, int((cell.height - NUMBER - PAD) // ITEM))
        total = len(lines) + len(others)
        shown = min(total, room)
        places = [
            Box(cell.left + PAD, cell.top + NUMBER + place * ITEM, cell.width - 2 * PAD, ITEM - 2)
            for place in range(shown)
        ]
        self.chips += [Chip(dia, linea, box) for linea, box in zip(lines, places, strict=False)]
        self.notes += [Note(dia, otro, box) for otro, box in zip(others, places[len(lines) :], strict=False)]
        if shown < total:
            self.more.append(More(dia, total - shown, Box(cell.right - PAD - COUNT, cell.top + 1, COUNT, NUMBER - 2)))
