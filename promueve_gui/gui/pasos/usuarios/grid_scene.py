"""What the power–interest grid shows at one moment: cells, points and names in their places. Made anew when asked."""

from __future__ import annotations

from collections import defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

from promueve_gui.application.stakeholders import grades_of
from promueve_gui.domain.actores import MITAD, Tratamiento, tratamiento
from promueve_gui.domain.formato import ESCALA_MAXIMA
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.pasos.usuarios.placing import MARK, PITCH, listed, mark_size, most_listed, spread
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.gui.pasos.usuarios.placing import Spot

WIDEST_NAME = 220.0
GRADES = range(1, ESCALA_MAXIMA + 1)
Grades = tuple[int, int]  # poder, interés


@frozen
class Point:
    """A group on the grid: the middle of its point, its size, and where its name goes, if anywhere."""

    grupo: GrupoUsuarios
    spot: Spot
    name: Box | None
    size: float = MARK


@frozen
class More:
    """The place of «+n» in a cell that holds more groups than fit."""

    grades: Grades
    spot: Spot
    how_many: int


class GridScene:
    """The grid inside ``plot``; the first groups of a cell are those shown, and ``current`` always is."""

    def __init__(
        self,
        plot: Box,
        cells: Mapping[Grades, list[GrupoUsuarios]],
        current: GrupoUsuarios | None,
        name_width: Callable[[str], float],
    ) -> None:
        """Lay everything out."""
        self.plot = plot
        self.cells = cells
        self.more: list[More] = []
        self._name_width = name_width
        self.points = self._laid_out(current)
        self._by_id = {point.grupo.id: point for point in self.points}

    def cell(self, poder: int, interes: int) -> Box:
        """Return the cell of two grades; power grows upwards."""
        width, height = self.plot.width / ESCALA_MAXIMA, self.plot.height / ESCALA_MAXIMA
        return Box(
            self.plot.left + (interes - 1) * width, self.plot.top + (ESCALA_MAXIMA - poder) * height, width, height
        )

    def grades_at(self, x: float, y: float) -> Grades | None:
        """Return the grades of the cell at a place, or ``None`` outside."""
        cells = ((poder, interes) for poder in GRADES for interes in GRADES)
        return next((grades for grades in cells if self.cell(*grades).has(x, y)), None)

    def point(self, identidad: Id | None) -> Point | None:
        """Return the point of a group, or ``None`` when it is not shown."""
        return None if identidad is None else self._by_id.get(identidad)

    def point_at(self, x: float, y: float) -> Point | None:
        """Return the point at a place, or the one whose name is there."""
        near = (p for p in self.points if max(abs(p.spot[0] - x), abs(p.spot[1] - y)) <= p.size * PITCH / MARK / 2)
        named = (p for p in self.points if p.name is not None and p.name.has(x, y))
        return next(near, None) or next(named, None)

    def more_at(self, x: float, y: float) -> More | None:
        """Return the «+n» at a place, or ``None``."""
        return next((m for m in self.more if abs(m.spot[0] - x) <= MARK and abs(m.spot[1] - y) <= MARK), None)

    def quadrants(self) -> list[tuple[Tratamiento, Box]]:
        """Return the four quadrants with what they advise; the line between them runs over the middle grade."""
        found = []
        for low_power in (True, False):
            for low_interest in (True, False):
                poderes = (1, MITAD) if low_power else (MITAD + 1, ESCALA_MAXIMA)
                intereses = (1, MITAD) if low_interest else (MITAD + 1, ESCALA_MAXIMA)
                corner, end = self.cell(poderes[1], intereses[0]), self.cell(poderes[0], intereses[1])
                box = Box(corner.left, corner.top, end.right - corner.left, end.bottom - corner.top)
                advice = tratamiento(poderes[1], intereses[1])
                if advice is not None:
                    found.append((advice, box))
        return found

    def _laid_out(self, current: GrupoUsuarios | None) -> list[Point]:
        """Return the points: as lists with their names in the cells that have room for that, crowded in the others."""
        found: list[Point] = []
        taken = set(self.cells)
        for grades, groups in sorted(self.cells.items(), key=lambda cell: (-cell[0][0], cell[0][1])):
            beside = self._beside(grades, taken)
            lines = self._lines(grades, beside, groups)
            if lines is None:
                found += self._crowd(grades, groups, current)
            else:
                taken.update(beside)  # for nobody else's names
                found += [Point(grupo, spot, name) for grupo, (spot, name) in zip(groups, lines, strict=True)]
        return found

    def _lines(
        self, grades: Grades, beside: Sequence[Grades], groups: Sequence[GrupoUsuarios]
    ) -> list[tuple[Spot, Box]] | None:
        """Return point and name of each group of a cell; ``None``, unmeasured, where they can find no room."""
        cell = self.cell(*grades)
        if len(groups) > most_listed(cell):
            return None
        widths = [min(self._name_width(short_name(grupo)), WIDEST_NAME) for grupo in groups]
        return listed(cell, self._room([grades, *beside]), widths)

    def _crowd(self, grades: Grades, groups: list[GrupoUsuarios], current: GrupoUsuarios | None) -> list[Point]:
        """Return the points of a cell in rows; what does not fit is counted, but never the current group."""
        spots, more, pitch = spread(self.cell(*grades), len(groups))
        shown = groups[: len(spots)]
        here = current is not None and grades_of(current) == grades
        if current is not None and here and shown and all(grupo.id != current.id for grupo in shown):
            shown[-1] = current
        if more is not None:
            self.more.append(More(grades, more, len(groups) - len(shown)))
        return [Point(grupo, spot, None, mark_size(pitch)) for grupo, spot in zip(shown, spots, strict=True)]

    def _beside(self, grades: Grades, taken: Collection[Grades]) -> list[Grades]:
        """Return the empty cells at the right of one, or else at its left, within its quadrant."""
        poder, interes = grades
        first, last = (1, MITAD) if interes <= MITAD else (MITAD + 1, ESCALA_MAXIMA)
        for way in (range(interes + 1, last + 1), range(interes - 1, first - 1, -1)):
            free = list(takewhile(lambda cell: cell not in taken, ((poder, other) for other in way)))
            if free:
                return free
        return []

    def _room(self, cells: Sequence[Grades]) -> Box:
        """Return how far the names of a cell may go, over the cells beside it."""
        boxes = [self.cell(*grades) for grades in cells]
        left, right = min(box.left for box in boxes), max(box.right for box in boxes)
        return Box(left, boxes[0].top, right - left, boxes[0].height)


def by_grades(groups: Sequence[GrupoUsuarios]) -> dict[Grades, list[GrupoUsuarios]]:
    """Return the groups of each cell, in their order; those without both grades are left out."""
    found: defaultdict[tuple[int | None, int | None], list[GrupoUsuarios]] = defaultdict(list)
    for grupo in groups:
        found[grupo.poder, grupo.interes].append(grupo)
    return {(p, i): inside for (p, i), inside in found.items() if p is not None and i is not None}


def find_group(groups: Sequence[GrupoUsuarios], identidad: Id | None) -> GrupoUsuarios | None:
    """Return the group with an identity; ``None`` when it is not among them, or none is asked for."""
    return None if identidad is None else next((grupo for grupo in groups if grupo.id == identidad), None)


def short_name(grupo: GrupoUsuarios) -> str:
    """Return what stands beside a point: initials where there are any."""
    return grupo.siglas or grupo.titulo_breve
