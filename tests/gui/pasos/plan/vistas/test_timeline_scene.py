"""Where the lines of the time line are; what does not fit is counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.plan_views import Carril
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.vistas.timeline_scene import MOST_ROWS, ZOOMS, TimelineScene, Zoom, edge_at
from promueve_gui.gui.widgets.box import Box

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
MONTHS = ZOOMS[0]


def made(*carriles: Carril, zoom: Zoom = MONTHS) -> TimelineScene:
    return TimelineScene(carriles, zoom, FIRST, LAST)


def lane(clave: str, *lineas: LineaPlan) -> Carril:
    return Carril(clave, clave.capitalize(), lineas)


def on(identidad: str, mes: int, dia: int, days: int = 0) -> LineaPlan:
    fecha = date(2026, mes, dia)
    return LineaPlan(
        id=identidad, nombre=identidad, fecha=fecha, fecha_fin=fecha + timedelta(days=days) if days else None
    )


def everything(scene: TimelineScene) -> Box:
    return Box(0, 0, scene.width, scene.height)


@pytest.mark.parametrize("zoom", ZOOMS)
@given(days=st.integers(0, 364))
def test_a_day_is_where_it_was_put(zoom: Zoom, days: int) -> None:
    scene = made(lane("a", on("l", 1, 1)), zoom=zoom)
    dia = FIRST + timedelta(days=days)
    assert scene.day_at(scene.x_of(dia) + zoom.day / 2) == dia


def test_beyond_the_ends_are_the_first_and_the_last_day() -> None:
    scene = made()
    assert (scene.day_at(-50), scene.day_at(1e6)) == (FIRST, LAST)
    assert scene.lane_at(10) == -1
    assert list(scene.lanes_in(0, 100)) == []


def test_lines_that_meet_stand_in_rows_of_their_own() -> None:
    scene = made(lane("a", on("uno", 3, 2), on("dos", 3, 3), on("tres", 3, 30)))
    bars = {bar.linea.id: bar for bar in scene.bars_in(everything(scene))}
    assert bars["uno"].box.top < bars["dos"].box.top
    assert bars["uno"].box.top == bars["tres"].box.top
    assert not bars["uno"].room.meets(bars["dos"].room)


def test_a_period_covers_its_days() -> None:
    scene = made(lane("a", on("larga", 3, 2, days=9)))
    bar = scene.bar_of("larga")
    assert bar is not None
    assert bar.box.left == scene.x_of(date(2026, 3, 2))
    assert bar.box.right == scene.x_of(date(2026, 3, 12))


def test_a_period_that_ends_before_it_begins_is_one_day() -> None:
    odd = LineaPlan(id="rara", fecha=date(2026, 3, 5), fecha_fin=date(2026, 3, 1))
    bar = made(lane("a", odd)).bar_of("rara")
    assert bar is not None
    assert bar.box.width == MONTHS.day


def test_lanes_come_one_beneath_the_other() -> None:
    scene = made(lane("a", on("uno", 3, 2), on("dos", 3, 2)), lane("b", on("tres", 3, 2)))
    assert scene.lanes[1].top == scene.lanes[0].height
    assert scene.height == sum(each.height for each in scene.lanes)
    assert scene.lane_at(scene.lanes[1].top + 1) == 1
    assert (scene.lane_of("tres"), scene.lane_of("nadie")) == (1, -1)
    assert scene.bar_of("nadie") is None
    assert scene.bar_of("uno", 1) is None
    assert scene.bar_of("uno", 7) is None


def test_what_has_no_row_is_counted_by_month() -> None:
    crowd = [on(f"l{n:02}", 3, 2) for n in range(MOST_ROWS + 3)]
    scene = made(lane("a", *crowd))
    (more,) = scene.more_in(everything(scene))
    assert [linea.id for linea in more.lineas] == ["l10", "l11", "l12"]
    assert more.box.top >= max(bar.box.bottom for bar in scene.bars_in(everything(scene)))
    assert scene.bar_of("l12") is None
    assert list(scene.more_in(Box(5_000, 0, 100, 100))) == []


def test_only_what_is_seen_is_told() -> None:
    scene = made(lane("a", *(on(f"m{mes:02}", mes, 15) for mes in range(1, 13))), lane("b", on("otra", 6, 1)))
    june = Box(scene.x_of(date(2026, 6, 1)), 0, 20 * MONTHS.day, scene.lanes[0].height - 1)
    assert [bar.linea.id for bar in scene.bars_in(june)] == ["m05", "m06"]


def test_a_long_period_is_seen_from_within() -> None:
    scene = made(lane("a", on("larga", 2, 1, days=200)))
    june = Box(scene.x_of(date(2026, 6, 1)), 0, 100, 100)
    assert [bar.linea.id for bar in scene.bars_in(june)] == ["larga"]
    assert scene.bar_at(june.left, scene.lanes[0].top + 10) is not None


def test_a_line_is_found_by_its_days_and_by_its_name() -> None:
    scene = made(lane("a", on("uno", 3, 2)))
    bar = scene.bar_of("uno")
    assert bar is not None
    assert scene.bar_at(bar.box.left + 3, bar.box.top + 3) == bar
    assert scene.bar_at(bar.room.right - 3, bar.box.top + 3) == bar
    assert scene.bar_at(bar.room.right + 40, bar.box.top + 3) is None


def test_undated_lines_have_no_place() -> None:
    scene = made(lane("a", LineaPlan(id="sin", nombre="Sin fecha")))
    assert list(scene.bars_in(everything(scene))) == []


def test_of_a_crowded_lane_only_what_is_seen_is_packed() -> None:
    crowd = [on(f"{mes:02}{dia:02}{n}", mes, dia) for mes in range(1, 13) for dia in range(1, 29) for n in range(4)]
    crowd[5:5] = [LineaPlan(id="sin")]
    scene, whole = made(lane("a", *crowd)), made(lane("a", *crowd))
    whole.bar_of("12280")
    january = Box(0, 0, 30 * MONTHS.day, scene.height)
    assert list(scene.bars_in(january)) == list(whole.bars_in(january))
    assert scene.height == whole.height
    assert sum(map(len, scene.lanes[0].rows)) < sum(map(len, whole.lanes[0].rows)) / 6
    assert list(scene.more_in(everything(scene))) == list(whole.more_in(everything(whole)))
    assert scene.bar_of("03151") == whole.bar_of("03151")
    assert list(scene.bars_in(everything(scene))) == list(whole.bars_in(everything(whole)))


def test_lanes_that_stay_are_not_packed_again() -> None:
    one, two = lane("a", on("uno", 3, 2)), lane("b", on("dos", 3, 2))
    before = TimelineScene([one, two], MONTHS, FIRST, LAST)
    after = TimelineScene([two, one], MONTHS, FIRST, LAST, before.lanes)
    assert after.lanes[0] is before.lanes[1]
    assert after.lanes[0].top == 0
    assert TimelineScene([one], ZOOMS[1], FIRST, LAST, before.lanes).lanes[0] is not before.lanes[0]


@pytest.mark.parametrize(
    ("days", "where", "edge"),
    [(9, "left", -1), (9, "right", 1), (9, "middle", 0), (0, "right", 1), (0, "left", 0), (0, "middle", 0)],
)
def test_ends_are_grabbed(days: int, where: str, edge: int) -> None:
    bar = made(lane("a", on("uno", 3, 2, days=days))).bar_of("uno")
    assert bar is not None
    x = {"left": bar.box.left + 1, "right": bar.box.right - 1, "middle": bar.box.left + bar.box.width / 2}[where]
    assert edge_at(bar, x) == edge


@given(
    starts=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)), max_size=60),
    zoom=st.sampled_from(ZOOMS),
)
def test_no_two_lines_share_a_place_and_none_is_lost(starts: list[tuple[int, int]], zoom: Zoom) -> None:
    lineas = [
        LineaPlan(
            id=f"l{n}",
            fecha=FIRST + timedelta(days=start),
            fecha_fin=FIRST + timedelta(days=start + length) if length else None,
        )
        for n, (start, length) in enumerate(sorted(starts))
    ]
    scene = made(lane("a", *lineas), zoom=zoom)
    bars = list(scene.bars_in(everything(scene)))
    counted = [linea.id for more in scene.more_in(everything(scene)) for linea in more.lineas]
    assert sorted([bar.linea.id for bar in bars] + counted) == sorted(linea.id for linea in lineas)
    rooms = [bar.room for bar in bars]
    assert not any(a.meets(b) for n, a in enumerate(rooms) for b in rooms[n + 1 :])
