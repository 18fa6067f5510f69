from __future__ import annotations

from promueve_gui.domain.actores import Tratamiento, tratamiento
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.pasos.usuarios.grid_scene import GRADES, GridScene, short_name
from promueve_gui.gui.widgets.box import Box

PLOT = Box(0, 0, 300, 300)


def group(name: str, poder: int | None, interes: int | None, *, prioritario: bool = False) -> GrupoUsuarios:
    return GrupoUsuarios(id=name, nombre=name, poder=poder, interes=interes, prioritario=prioritario)


def scene(*groups: GrupoUsuarios, current: str | None = None) -> GridScene:
    return GridScene(PLOT, groups, current, lambda text: 6.0 * len(text))


def test_power_grows_upwards_and_interest_to_the_right() -> None:
    made = scene()
    assert made.grades_at(5, 5) == (5, 1)
    assert made.grades_at(295, 295) == (1, 5)
    assert made.grades_at(301, 5) is None


def test_a_group_stands_in_the_cell_of_its_grades() -> None:
    made = scene(group("Prensa", 4, 2))
    point = made.point("Prensa")
    assert point is not None
    assert made.grades_at(*point.spot) == (4, 2)
    assert made.point_at(*point.spot) is point


def test_a_group_is_also_found_by_its_name() -> None:
    made = scene(group("Prensa", 4, 2))
    point = made.points[0]
    assert point.name is not None
    assert made.point_at(point.name.right - 1, point.name.top + 5) is point


def test_groups_without_both_grades_are_not_shown() -> None:
    made = scene(group("Prensa", None, 2), group("Senado", 3, None))
    assert made.points == []
    assert made.point("Prensa") is None
    assert made.point(None) is None


def test_groups_of_one_cell_are_spread() -> None:
    made = scene(*(group(f"g{n}", 3, 3) for n in range(4)))
    assert len({point.spot for point in made.points}) == 4


def test_a_crowded_cell_says_how_many_more_there_are() -> None:
    made = scene(*(group(f"g{n}", 3, 3) for n in range(30)))
    (more,) = made.more
    assert more.how_many + len(made.points) == 30
    assert made.more_at(*more.spot) is more
    assert made.more_at(0, 0) is None


def test_the_current_group_is_always_shown() -> None:
    groups = [group(f"g{n}", 3, 3) for n in range(30)]
    assert scene(*groups).point("g29") is None
    assert scene(*groups, current="g29").point("g29") is not None


def test_quadrants_agree_with_the_treatment_of_their_cells() -> None:
    made = scene()
    quadrants = made.quadrants()
    assert {advice for advice, _ in quadrants} == set(Tratamiento)
    for poder in GRADES:
        for interes in GRADES:
            cell = made.cell(poder, interes)
            (advice,) = [advice for advice, box in quadrants if box.has(cell.left + 1, cell.top + 1)]
            assert advice is tratamiento(poder, interes)


def test_priority_groups_get_their_names_first() -> None:
    crowd = [group(f"grupo numero {n}", 3, 3) for n in range(9)]
    made = scene(*crowd, group("Prioritario", 3, 4, prioritario=True))
    point = made.point("Prioritario")
    assert point is not None
    assert point.name is not None


def test_many_groups_do_without_names_past_a_limit() -> None:
    groups = [group(f"g{n}", 1 + n % 5, 1 + n // 5 % 5) for n in range(200)]
    assert sum(point.name is not None for point in scene(*groups).points) <= 60


def test_initials_are_the_short_name() -> None:
    assert short_name(GrupoUsuarios(id="a", nombre="Instituto", siglas="INE")) == "INE"
    assert short_name(GrupoUsuarios(id="a")) == "Sin nombre"


def test_no_name_leaves_the_cell_of_its_group() -> None:
    crowd = [group(f"Dirección general número {n}", 1 + n % 5, 1 + n // 5 % 5) for n in range(40)]
    made = scene(*crowd)
    named = [point for point in made.points if point.name is not None]
    assert named
    for point in named:
        cell = made.cell(point.grupo.poder or 0, point.grupo.interes or 0)
        assert point.name is not None
        assert cell.holds(point.name)
