"""Where the groups go in the circles: each inside its region and no other, whatever their number."""

from __future__ import annotations

from itertools import combinations, product
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.stakeholders import salience_groups
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.prominencia import ATRIBUTOS, Atributo, Prominencia
from promueve_gui.gui.pasos.usuarios.salience_scene import BOXES, SalienceScene
from promueve_gui.gui.widgets.box import Box

SMALL, LARGE = Box(0, 0, 200, 140), Box(10, 20, 900, 880)


def group(tipo: Prominencia, number: int = 0) -> GrupoUsuarios:
    grades = {a.value: 5 if a in ATRIBUTOS[tipo] else 1 for a in Atributo}
    return GrupoUsuarios(
        id=f"{tipo.value}{number}",
        nombre=f"Grupo {number} {tipo.etiqueta}",
        poder=grades["poder"],
        legitimidad=grades["legitimidad"],
        urgencia=grades["urgencia"],
    )


def scene(plot: Box, *groups: GrupoUsuarios) -> SalienceScene:
    return SalienceScene(plot, salience_groups(groups), lambda text: 6.0 * len(text))


def circles_at(made: SalienceScene, x: float, y: float) -> set[Atributo]:
    return {a for a in Atributo if hypot(x - made.middle(a)[0], y - made.middle(a)[1]) <= made.radius}


@pytest.mark.parametrize("tipo", list(BOXES))
def test_the_box_of_each_region_lies_inside_it(tipo: Prominencia) -> None:
    made = scene(LARGE)
    box = next(region.box for region in made.regions if region.tipo is tipo)
    for across, down in product(range(11), repeat=2):
        place = box.left + box.width * across / 10, box.top + box.height * down / 10
        assert circles_at(made, *place) == ATRIBUTOS[tipo]
        assert made.type_at(*place) is tipo


@pytest.mark.parametrize("plot", [SMALL, LARGE, Box(0, 0, 40, 30)])
def test_the_circles_lie_inside_the_picture(plot: Box) -> None:
    made = scene(plot)
    for atributo in Atributo:
        x, y = made.middle(atributo)
        assert plot.left - 1 <= x - made.radius
        assert x + made.radius <= plot.right + 1
        assert y + made.radius <= plot.bottom + 1 or made.radius == 1


def test_outside_the_circles_there_is_no_type() -> None:
    made = scene(LARGE)
    assert made.type_at(LARGE.left, LARGE.top) is None


@given(st.integers(1, 60), st.sampled_from(list(BOXES)), st.sampled_from([SMALL, LARGE, Box(0, 0, 380, 360)]))
def test_every_mark_lies_in_the_region_of_its_group(how_many: int, tipo: Prominencia, plot: Box) -> None:
    made = scene(plot, *(group(tipo, number) for number in range(how_many)))
    region = next(region for region in made.regions if region.tipo is tipo)
    assert len(region.grupos) == how_many
    assert len(region.marks) in {0, how_many}  # all of them, or their number alone
    for mark in region.marks:
        assert circles_at(made, *mark.spot) == ATRIBUTOS[tipo]
        assert made.mark_at(*mark.spot) is not None
    for one, other in combinations(region.marks, 2):
        assert hypot(one.spot[0] - other.spot[0], one.spot[1] - other.spot[1]) >= one.size - 0.01


def test_few_groups_of_a_wide_region_have_their_names() -> None:
    made = scene(LARGE, group(Prominencia.DEMANDANTE, 1), group(Prominencia.DEMANDANTE, 2))
    names = [mark.name for mark in made.marks]
    assert all(name is not None for name in names)
    named = made.mark("demandante2")
    assert named is not None
    assert named.name is not None
    assert made.mark_at(named.name.right - 1, named.name.top + 4) is named


def test_groups_without_all_grades_or_any_high_one_have_no_mark() -> None:
    made = scene(LARGE, GrupoUsuarios(id="x", poder=5), group(Prominencia.NINGUNA))
    assert made.marks == []
    assert made.mark("x") is None
    assert made.mark(None) is None


def test_a_title_has_more_room_where_its_region_is_wide() -> None:
    widths = {region.tipo: region.title for region in scene(LARGE).regions}
    assert widths[Prominencia.DEMANDANTE] > widths[Prominencia.DOMINANTE] > 0
