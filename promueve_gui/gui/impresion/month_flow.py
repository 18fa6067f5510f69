"""A month on a page of its own: a box per day with all that falls on it, and what does not fit listed after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.fechas import DIAS_SEMANA, fecha_larga
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.impresion.pages import GAP
from promueve_gui.gui.impresion.paper import POINT, Look
from promueve_gui.gui.theme import CLARO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.application.print_model import Dia, Mes
    from promueve_gui.gui.impresion.pages import Pages

RULE = 0.6 * POINT
PAD = 3 * POINT
SHARES = (6, 6, 6, 6, 6, 4, 4)  # of the width, from Monday to Sunday
LINE, OTHER = "• ", "◦ "  # before activities, and before everything else that falls on a day


@frozen
class Written:
    """What is written in a box, a line each, with its colour; ``parts`` says where each thing begins."""

    lines: Sequence[tuple[str, str]]
    parts: Sequence[int]


class MonthFlow:
    """Puts one month on the pages."""

    def __init__(self, pages: Pages, month: Mes) -> None:
        """Share the width out among the days of the week."""
        self._pages, self._month = pages, month
        self._widths = [pages.body.width() * share / sum(SHARES) for share in SHARES]
        self._leading = pages.type.leading(Look.SMALL)
        self._number = pages.type.leading(Look.NUMBER)
        self._cut: list[tuple[Dia, int]] = []  # days whose things did not all fit, and from which on

    def steps(self) -> Iterator[None]:
        """Put the month on a new page, and after it what did not fit; control comes back from time to time."""
        pages = self._pages
        if not pages.sheets or len(pages.sheets[-1].words) > 0:
            pages.turn()
        pages.top = self._title(self._month.titulo)
        self._weekdays()
        weeks = [
            [self._written(day, width) for day, width in zip(week, self._widths, strict=True)]
            for week in self._month.semanas
        ]
        yield
        for week, written, height in zip(self._month.semanas, weeks, self._heights(weeks), strict=True):
            self._put_week(week, written, height)
            yield
        yield from self._put_rest()

    def _title(self, text: str) -> float:
        pages = self._pages
        return pages.write([text], Look.TITLE, pages.body.left(), pages.top, colour=CLARO.acento) + GAP

    def _weekdays(self) -> None:
        pages, height = self._pages, self._number + 2 * PAD
        pages.fill(pages.body.left(), pages.top, pages.body.width(), height, CLARO.acento)
        x = pages.body.left()
        for name, width in zip(DIAS_SEMANA, self._widths, strict=True):
            pages.write([name.capitalize()], Look.NUMBER, x, pages.top + PAD, colour=CLARO.sobre_acento, centred=width)
            x += width
        pages.top += height

    def _written(self, day: Dia, width: float) -> Written:
        lines: list[tuple[str, str]] = []
        parts = []
        things = [(day.inhabil, CLARO.secundario)] if day.inhabil else []
        things += [(LINE + text, CLARO.texto) for text in day.actividades]
        things += [(OTHER + text, CLARO.secundario) for text in day.otras]
        for text, colour in things:
            parts.append(len(lines))
            lines += [(line, colour) for line in self._pages.type.wrap(text, Look.SMALL, width - 2 * PAD)]
        return Written(lines, parts)

    def _heights(self, weeks: Sequence[Sequence[Written]]) -> list[float]:
        """Return how tall each week is: as tall as it needs where all fit; else the fullest give way."""
        room = self._pages.left_over
        needs = [max(len(day.lines) for day in week) * self._leading + self._number + 3 * PAD for week in weeks]
        fair = room / len(weeks)
        if sum(max(need, fair / 2) for need in needs) <= room:
            least = [max(need, fair / 2) for need in needs]
            return [height + (room - sum(least)) / len(weeks) for height in least]
        # What the small ones do not need goes to the tall ones in equal parts.
        left, heights = room, [0.0] * len(weeks)
        for waiting, place in enumerate(sorted(range(len(weeks)), key=needs.__getitem__)):
            heights[place] = min(needs[place], left / (len(weeks) - waiting))
            left -= heights[place]
        return heights

    def _put_week(self, week: Sequence[Dia], written: Sequence[Written], height: float) -> None:
        pages = self._pages
        x = pages.body.left()
        for day, said, width in zip(week, written, self._widths, strict=True):
            if not day.del_mes or day.inhabil or day.fecha.weekday() >= SHARES.index(4):
                pages.fill(x, pages.top, width, height, CLARO.fondo)
            pages.fill(x, pages.top, RULE, height, CLARO.linea)
            self._put_day(day, said, x, height)
            x += width
        pages.fill(x - RULE, pages.top, RULE, height, CLARO.linea)
        pages.top += height
        pages.fill(pages.body.left(), pages.top - RULE, pages.body.width(), RULE, CLARO.linea)

    def _put_day(self, day: Dia, said: Written, x: float, height: float) -> None:
        pages = self._pages
        y = pages.top + PAD
        colour = CLARO.texto if day.del_mes else CLARO.secundario
        pages.write([str(day.fecha.day)], Look.NUMBER, x + PAD, y, colour=colour)
        y += self._number + PAD
        fitting = int((pages.top + height - y) // self._leading)
        shown = list(said.lines)
        if len(shown) > fitting:
            kept = max(fitting - 1, 0)
            first = sum(end <= kept for end in (*said.parts[1:], len(shown)))  # of those that are not whole here
            shown = [*shown[:kept], (f"+{len(said.parts) - first} al final", CLARO.acento)]
            self._cut.append((day, first))
        for line, colour_of_line in shown:
            y = pages.write([line], Look.SMALL, x + PAD, y, colour=colour_of_line)

    def _put_rest(self) -> Iterator[None]:
        """List, on the pages that follow, what did not fit in its box."""
        if not self._cut:
            return
        pages = self._pages
        pages.turn()
        pages.top = self._title(f"{self._month.titulo} (continúa)")
        for day, first in self._cut:
            things = [day.inhabil] * bool(day.inhabil)
            things += [*(LINE + text for text in day.actividades), *(OTHER + text for text in day.otras)]
            if not pages.room_for(pages.type.leading(Look.BLOCK) + pages.type.leading(Look.TEXT)):
                pages.turn()
            pages.paragraph(fecha_larga(day.fecha), Look.BLOCK, colour=CLARO.acento)
            for text in things[first:]:
                pages.paragraph(text, Look.TEXT, indent=2 * GAP)
                yield
            pages.top += GAP
