"""Where circles, types and groups go in the picture of salience: plain arithmetic, no Qt. Units are pixels."""

from __future__ import annotations

from math import hypot, sqrt
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.prominencia import ATRIBUTOS, Atributo, Prominencia
from promueve_gui.gui.pasos.usuarios.placing import LINE, MARK, NAME_GAP, NAME_HEIGHT, PITCHES, mark_size
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from promueve_gui.application.stakeholders import PorTipo
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.gui.pasos.usuarios.placing import Spot

APART = 1.05  # from one middle to the next, in radii: every region has room for its groups
DROP = APART * sqrt(3) / 2
WIDE, TALL = 2 + APART, 2 + DROP  # of the three circles together, in radii
EDGE = 18.0  # room for the names of the attributes, above and below
LEAST_LIST = 130.0  # a narrower list of names cannot be read
ROUND = 0.02  # radii that a point keeps from the circles

MIDDLES: Mapping[Atributo, Spot] = {
    Atributo.PODER: (-APART / 2, 0.0),
    Atributo.LEGITIMIDAD: (APART / 2, 0.0),
    Atributo.URGENCIA: (0.0, DROP),
}
# The largest boxes inside each region in which names can be read: middle and size in radii, from between the upper two.
BOXES: Mapping[Prominencia, tuple[float, float, float, float]] = {
    Prominencia.DEFINITIVO: (0.0, 0.24, 0.6, 0.48),
    Prominencia.DOMINANTE: (0.0, -0.33, 0.56, 0.4),
    Prominencia.PELIGROSO: (-0.63, 0.69, 0.48, 0.4),
    Prominencia.DEPENDIENTE: (0.63, 0.69, 0.48, 0.4),
    Prominencia.ADORMECIDO: (-0.9, -0.3, 0.76, 0.6),
    Prominencia.DISCRECIONAL: (0.9, -0.3, 0.76, 0.6),
    Prominencia.DEMANDANTE: (0.0, 1.38, 1.0, 0.68),
}


@frozen
class Mark:
    """A group in the picture: the middle of its mark, its size, and where its name goes, if anywhere."""

    grupo: GrupoUsuarios
    spot: Spot
    size: float
    name: Box | None = None


@frozen
class Region:
    """One type: its box, its groups, and their marks; none where there is room for their number alone.

    ``title`` is how wide its title may be.
    """

    tipo: Prominencia
    box: Box
    title: float
    grupos: Sequence[GrupoUsuarios]
    marks: Sequence[Mark]


class SalienceScene:
    """The picture inside ``plot`` of the groups of each type; ``name_width`` tells how wide a name is."""

    def __init__(self, plot: Box, by_type: PorTipo, name_width: Callable[[str], float]) -> None:
        """Lay everything out."""
        self.plot = plot
        self.radius = max(min(plot.width / WIDE, (plot.height - 2 * EDGE) / TALL), 1.0)
        self._origin = (plot.left + plot.width / 2, plot.top + EDGE + self.radius)
        self._name_width = name_width
        groups = dict(by_type)
        self.regions = [self._region(tipo, groups[tipo]) for tipo in BOXES]
        self.marks = [mark for region in self.regions for mark in region.marks]
        self._by_id = {mark.grupo.id: mark for mark in self.marks}

    def middle(self, atributo: Atributo) -> Spot:
        """Return the middle of a circle."""
        x, y = MIDDLES[atributo]
        return self._origin[0] + x * self.radius, self._origin[1] + y * self.radius

    def type_at(self, x: float, y: float) -> Prominencia | None:
        """Return the type whose region is at a place, ``None`` outside the circles."""
        inside = frozenset(a for a in Atributo if self._distance(a, x, y) <= self.radius)
        return next((tipo for tipo in BOXES if ATRIBUTOS[tipo] == inside), None)

    def mark(self, identidad: Id | None) -> Mark | None:
        """Return the mark of a group, or ``None`` when it has none."""
        return None if identidad is None else self._by_id.get(identidad)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the mark at a place, or the one whose name is there."""
        near = (m for m in self.marks if hypot(m.spot[0] - x, m.spot[1] - y) <= m.size)
        named = (m for m in self.marks if m.name is not None and m.name.has(x, y))
        return next(near, None) or next(named, None)

    def _distance(self, atributo: Atributo, x: float, y: float) -> float:
        middle = self.middle(atributo)
        return hypot(x - middle[0], y - middle[1])

    def _region(self, tipo: Prominencia, groups: list[GrupoUsuarios]) -> Region:
        x, y, width, height = (value * self.radius for value in BOXES[tipo])
        box = Box(self._origin[0] + x - width / 2, self._origin[1] + y - height / 2, width, height)
        below = Box(box.left, box.top + LINE, box.width, max(box.height - LINE, 0.0))  # the first line is its title
        marks = self._list(below, groups) or self._crowd(tipo, below, groups)
        bare = not marks  # then the title stands in the middle
        return Region(tipo, box, self._across(tipo, box, LINE / 2 if not bare else height / 2), groups, marks)

    def _across(self, tipo: Prominencia, box: Box, below: float) -> float:
        """Return how wide a region is, both ways from the middle of its box, at a height below the top of the box."""
        x, y, half = box.left + box.width / 2, box.top + below, 0.0
        while all(self._is_well_inside(tipo, (x + way * half, y), 2.0) for way in (-1, 1)):
            half += 4.0
        return 2 * max(half - 4.0, 0.0)

    def _list(self, box: Box, groups: list[GrupoUsuarios]) -> list[Mark]:
        """Return the groups as a list with their names, if all of them have room."""
        if box.width < LEAST_LIST or len(groups) * LINE > box.height:
            return []
        found = []
        for line, grupo in enumerate(groups):
            y = box.top + (line + 0.5) * LINE
            width = min(self._name_width(grupo.titulo_breve), box.width - MARK - NAME_GAP)
            name = Box(box.left + MARK + NAME_GAP, y - NAME_HEIGHT / 2, width, NAME_HEIGHT)
            found.append(Mark(grupo, (box.left + MARK / 2, y), MARK, name))
        return found

    def _crowd(self, tipo: Prominencia, below: Box, groups: list[GrupoUsuarios]) -> list[Mark]:
        """Return the groups as marks, as large as all of them have room for, and nearest to the middle first."""
        for pitch in PITCHES:
            spots = self._spots(tipo, below, pitch)
            if len(spots) >= len(groups):
                return [Mark(grupo, spot, mark_size(pitch)) for grupo, spot in zip(groups, spots, strict=False)]
        return []

    def _spots(self, tipo: Prominencia, below: Box, pitch: float) -> list[Spot]:
        """Return where marks may stand in a region without covering its title or a circle."""
        middle = (below.left + below.width / 2, below.top + below.height / 2)
        steps = range(-int(self.radius / pitch), int(self.radius / pitch) + 1)
        spots = [(middle[0] + across * pitch, middle[1] + down * pitch) for down in steps for across in steps]
        keep = mark_size(pitch) / 2 + ROUND * self.radius
        title = Box(below.left, below.top - LINE, below.width, LINE)
        free = [
            spot
            for spot in spots
            if self._is_well_inside(tipo, spot, keep)
            and not title.meets(Box(spot[0] - keep, spot[1] - keep, 2 * keep, 2 * keep))
        ]
        return sorted(
            free, key=lambda spot: (spot[1] < below.top, round(hypot(spot[0] - middle[0], spot[1] - middle[1]), 3))
        )

    def _is_well_inside(self, tipo: Prominencia, spot: Spot, keep: float) -> bool:
        for atributo in Atributo:
            distance = self._distance(atributo, *spot)
            inside = atributo in ATRIBUTOS[tipo]
            if distance > self.radius - keep if inside else distance < self.radius + keep:
                return False
        return True
