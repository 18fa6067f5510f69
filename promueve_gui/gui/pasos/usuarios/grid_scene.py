"""What the power–interest grid shows at one moment: cells, points and names in their places. Made anew when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.actores import MITAD, Tratamiento, tratamiento
from promueve_gui.domain.formato import ESCALA_MAXIMA
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.pasos.usuarios.placing import MARK, PITCH, place_names, spread
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.gui.pasos.usuarios.placing import Spot

MOST_NAMES = 60  # past this, names would only hide each other
WIDEST_NAME = 120.0
GRADES = range(1, ESCALA_MAXIMA + 1)
Grades = tuple[int, int]  # poder, interés


@frozen
class Point:
    """A group on the grid: the middle of its point, and where its name goes, if anywhere."""

    grupo: GrupoUsuarios
    spot: Spot
    name: Box | None


@frozen
class More:
    """The place of «+n» in a cell that holds more groups than fit."""

    grades: Grades
    spot: Spot
    how_many: int


class GridScene:
    """The grid inside ``plot``; the first of ``groups`` in a cell are those shown."""

    def __init__(
        self, plot: Box, groups: Sequence[GrupoUsuarios], current: Id | None, name_width: Callable[[str], float]
    ) -> None:
        """Lay everything out."""
        self.plot = plot
        self.cells: dict[Grades, list[GrupoUsuarios]] = {}
        for grupo in groups:
            if grupo.poder is not None and grupo.interes is not None:
                self.cells.setdefault((grupo.poder, grupo.interes), []).append(grupo)
        self.more: list[More] = []
        self.points = self._named(self._spread(current), current, name_width)
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
        reach = PITCH / 2
        near = (p for p in self.points if abs(p.spot[0] - x) <= reach and abs(p.spot[1] - y) <= reach)
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

    def _spread(self, current: Id | None) -> list[tuple[GrupoUsuarios, Spot]]:
        found: list[tuple[GrupoUsuarios, Spot]] = []
        for grades, groups in sorted(self.cells.items(), key=lambda cell: (-cell[0][0], cell[0][1])):
            spots, more = spread(self.cell(*grades), len(groups))
            shown = groups[: len(spots)]
            hidden = next((grupo for grupo in groups[len(spots) :] if grupo.id == current), None)
            if hidden is not None and shown:
                shown[-1] = hidden
            found += zip(shown, spots, strict=True)
            if more is not None:
                self.more.append(More(grades, more, len(groups) - len(shown)))
        return found

    def _room(self, grupo: GrupoUsuarios) -> Box:
        cell = self.cell(grupo.poder or 1, grupo.interes or 1)
        return Box(cell.left + 1, cell.top, cell.width - 2, cell.height)

    def _named(
        self, placed: list[tuple[GrupoUsuarios, Spot]], current: Id | None, name_width: Callable[[str], float]
    ) -> list[Point]:
        order = sorted(placed, key=lambda pair: (pair[0].id != current, not pair[0].prioritario))
        named, others = order[:MOST_NAMES], order[MOST_NAMES:]
        widths = [min(name_width(short_name(grupo)), WIDEST_NAME) for grupo, _ in named]
        obstacles = [spot for _, spot in others] + [more.spot for more in self.more]
        rooms = [self._room(grupo) for grupo, _ in named]  # beyond its cell, a name would seem to be another's
        names = place_names([spot for _, spot in named], widths, rooms, obstacles)
        boxes = {grupo.id: box for (grupo, _), box in zip(named, names, strict=True)}
        return [Point(grupo, spot, boxes.get(grupo.id)) for grupo, spot in placed]


def short_name(grupo: GrupoUsuarios) -> str:
    """Return what stands beside a point: initials where there are any."""
    return grupo.siglas or grupo.nombre or "Sin nombre"
