from __future__ import annotations

from itertools import combinations

from promueve_gui.domain.actores import Tratamiento, tratamiento
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.pasos.usuarios.grid_scene import GRADES, GridScene, by_grades, find_group, short_name
from promueve_gui.gui.widgets.box import Box

PLOT = Box(0, 0, 300, 300)


def group(name: str, poder: int | None, interes: int | None) -> GrupoUsuarios:
    return GrupoUsuarios(id=name, nombre=name, poder=poder, interes=interes)


def scene(*groups: GrupoUsuarios, current: str | None = None) -> GridScene:
    return GridScene(PLOT, by_grades(groups), find_group(groups, current), lambda text: 6.0 * len(text))


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
    made = scene(*(group(f"g{n}", 3, 3) for n in range(40)))
    (more,) = made.more
    assert more.how_many + len(made.points) == 40
    assert made.more_at(*more.spot) is more
    assert made.more_at(0, 0) is None


def test_the_current_group_is_always_shown() -> None:
    groups = [group(f"g{n}", 3, 3) for n in range(40)]
    assert scene(*groups).point("g39") is None
    assert scene(*groups, current="g39").point("g39") is not None


def test_quadrants_agree_with_the_treatment_of_their_cells() -> None:
    made = scene()
    quadrants = made.quadrants()
    assert {advice for advice, _ in quadrants} == set(Tratamiento)
    for poder in GRADES:
        for interes in GRADES:
            cell = made.cell(poder, interes)
            (advice,) = [advice for advice, box in quadrants if box.has(cell.left + 1, cell.top + 1)]
            assert advice is tratamiento(poder, interes)


def test_initials_are_the_short_name() -> None:
    assert short_name(GrupoUsuarios(id="a", nombre="Instituto", siglas="INE")) == "INE"
    assert short_name(GrupoUsuarios(id="a")) == "Sin nombre"


def test_a_name_goes_over_empty_cells_of_its_quadrant_and_no_others() -> None:
    made = scene(group("Instituto Nacional de Estadística y Geografía", 3, 1), group("Cámara de la Industria", 3, 5))
    left, right = (point.name for point in made.points)
    assert left is not None
    assert right is not None
    assert made.cell(3, 1).right < left.right <= made.cell(3, 3).right
    assert made.cell(3, 4).left <= right.left < made.cell(3, 5).left


def test_two_names_never_share_an_empty_cell() -> None:
    names = "Dirección de Planeación y Evaluación", "Dirección de Administración y Finanzas"
    made = scene(group(names[0], 2, 1), group(names[1], 2, 3))
    boxes = [point.name for point in made.points if point.name is not None]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_in_a_crowd_points_are_small_and_without_names() -> None:
    made = scene(*(group(f"{n} de muchos", 3, 3) for n in range(20)))
    assert all(point.name is None and point.size < 14 for point in made.points)
