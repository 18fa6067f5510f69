"""What the month shows at one moment: days, lines and other dates in their places. Units are pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.month import weeks
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from promueve_gui.application.review import Proximo
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan

HEAD = 24.0  # the names of the weekdays
NUMBER = 20.0  # the number of the day, and the name of a holiday beside it
ITEM = 19.0
PAD = 3.0
LEAST = 2  # lines of a day that are read at a glance, however small the window
COUNT = 52.0  # «+n más», at the right of the number


@frozen
class Chip:
    """A line on one of its days; ``run`` is where it goes in that week, told on the first of its days there."""

    dia: date
    linea: LineaPlan
    box: Box
    run: Box | None

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
        for week in self.weeks:
            self._fill(week, lines, others)

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

    def chip_of(self, identidad: Id) -> Chip | None:
        """Return where a line is, on the first day of those shown."""
        return next((chip for chip in self.chips if chip.linea.id == identidad), None)

    def _fill(
        self,
        week: Sequence[date],
        lines: Mapping[date, Sequence[LineaPlan]],
        others: Mapping[date, Sequence[Proximo]],
    ) -> None:
        cell = self.cell(week[0])
        if cell is None:
            return
        room = max(0, int((cell.height - NUMBER - PAD) // ITEM))
        taken: dict[date, dict[int, Chip | Note]] = {dia: {} for dia in week}
        hidden = dict.fromkeys(week, 0)
        for linea, dias in _in_rows(week, lines):
            row = next((row for row in range(room) if all(row not in taken[dia] for dia in dias)), None)
            if row is None:
                for dia in dias:
                    hidden[dia] += 1
                continue
            boxes = [self._box(dia, row, linea) for dia in dias]
            run = Box(boxes[0].left, boxes[0].top, boxes[-1].right - boxes[0].left, boxes[0].height)
            for place, (dia, box) in enumerate(zip(dias, boxes, strict=True)):
                taken[dia][row] = Chip(dia, linea, box, None if place else run)
        for dia in week:
            notes = others.get(dia, ())
            free = [row for row in range(room) if row not in taken[dia]]
            taken[dia] |= {
                row: Note(dia, otro, self._box(dia, row, None)) for row, otro in zip(free, notes, strict=False)
            }
            self._show(dia, taken[dia], hidden[dia] + max(0, len(notes) - len(free)))

    def _show(self, dia: date, taken: Mapping[int, Chip | Note], hidden: int) -> None:
        """Keep what a day has room for and say how much it has not."""
        shown = [taken[row] for row in sorted(taken)]
        self.chips += [item for item in shown if isinstance(item, Chip)]
        self.notes += [item for item in shown if isinstance(item, Note)]
        cell = self.cell(dia)
        if hidden and cell is not None:
            room = max(min(COUNT, cell.width - NUMBER - 3 * PAD), 0.0)  # what the number of the day leaves
            self.more.append(More(dia, hidden, Box(cell.right - PAD - room, cell.top + 1, room, NUMBER - 2)))

    def _box(self, dia: date, row: int, linea: LineaPlan | None) -> Box:
        """Return the place of a row on a day; a period reaches over the edges to the days before and after."""
        cell = self.cell(dia) or self.area
        before = linea is not None and linea.fecha is not None and linea.fecha < dia
        after = linea is not None and linea.ultimo_dia is not None and linea.ultimo_dia > dia
        left, right = cell.left + (0 if before else PAD), cell.right - (0 if after else PAD)
        return Box(left, cell.top + NUMBER + row * ITEM, right - left, ITEM - 2)


def _in_rows(week: Sequence[date], lines: Mapping[date, Sequence[LineaPlan]]) -> Iterator[tuple[LineaPlan, list[date]]]:
    """Yield the lines of a week with their days in it: periods first, the earliest and longest before the others."""
    dias: dict[Id, list[date]] = {}
    found: dict[Id, LineaPlan] = {}
    for dia in week:
        for linea in lines.get(dia, ()):
            dias.setdefault(linea.id, []).append(dia)
            found[linea.id] = linea
    periods = [i for i, linea in found.items() if len(dias[i]) > 1 or linea.fecha != linea.ultimo_dia]
    periods.sort(key=lambda i: (dias[i][0], -len(dias[i]), found[i].nombre, i))
    several = set(periods)
    for identidad in (*periods, *(i for i in found if i not in several)):
        yield found[identidad], dias[identidad]
