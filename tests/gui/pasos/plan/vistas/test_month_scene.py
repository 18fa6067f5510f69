from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont

from promueve_gui.application.month import by_day, weeks
from promueve_gui.application.review import ClaseProximo, Proximo
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.vistas.line_pen import LinePen
from promueve_gui.gui.pasos.plan.vistas.month_painter import SMALL, count_text
from promueve_gui.gui.pasos.plan.vistas.month_scene import HEAD, NUMBER, PAD, MonthScene, lowest
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context

AREA = Box(0, 0, 700, HEAD + 6 * 80)
DIA = date(2026, 11, 10)


def line(name: str, fecha: date = DIA) -> LineaPlan:
    return LineaPlan(id=name, nombre=name, fecha=fecha)


def other(name: str) -> Proximo:
    return Proximo(DIA, ClaseProximo.DATO, name, "conjunto_datos", name)


def scene(lines: int, others: int = 0) -> MonthScene:
    return MonthScene(
        AREA, 2026, 11, {DIA: [line(f"l{n}") for n in range(lines)]}, {DIA: [other(f"o{n}") for n in range(others)]}
    )


def test_monday_is_at_the_left_and_every_day_has_its_place() -> None:
    made = scene(0)
    monday = made.cell(date(2026, 11, 9))
    assert monday is not None
    assert monday.left == 0
    assert made.cell(date(2026, 1, 1)) is None
    dias = [made.weeks[0][0] + timedelta(days=n) for n in range(42)]
    cells = [cell for dia in dias if (cell := made.cell(dia))]
    assert len(cells) == 42
    assert not any(one.meets(another) for one, another in combinations(cells, 2))


def test_a_place_leads_to_its_day() -> None:
    made = scene(0)
    cell = made.cell(DIA)
    assert cell is not None
    assert made.day_at(cell.left + 1, cell.top + 1) == DIA
    assert made.day_at(5, 5) is None


def test_lines_come_before_other_dates() -> None:
    made = scene(1, 2)
    assert [chip.linea.nombre for chip in made.chips] == ["l0"]
    assert [note.proximo.texto for note in made.notes] == ["o0", "o1"]
    assert made.more == []
    assert made.chips[0].box.bottom <= made.notes[0].box.top


def test_what_does_not_fit_is_counted() -> None:
    made = scene(2, 5)
    assert len(made.chips) + len(made.notes) == 3
    assert made.more[0].how_many == 4
    assert made.counted(DIA)
    assert not made.counted(DIA + timedelta(days=1))
    box = made.more[0].box
    taken = [*(chip.box for chip in made.chips), *(note.box for note in made.notes)]
    assert not any(box.meets(other) for other in taken)
    assert made.more_at(box.left + 1, box.top + 1) is made.more[0]


def test_lines_and_dates_are_found_where_they_are() -> None:
    made = scene(1, 1)
    chip, note = made.chips[0], made.notes[0]
    assert made.chip_at(chip.box.left + 1, chip.box.top + 1) is chip
    assert made.note_at(note.box.left + 1, note.box.top + 1) is note
    assert made.chip_of("l0") is chip
    assert made.chip_of("nadie") is None


def test_a_period_goes_on_after_its_first_day() -> None:
    period = line("campaña", DIA)
    made = MonthScene(AREA, 2026, 11, {DIA: [period], DIA + timedelta(days=1): [period]}, {})
    assert [chip.goes_on for chip in made.chips] == [False, True]


@pytest.mark.parametrize("dia", [DIA, date(2026, 2, 10), date(2027, 2, 10)])
def test_at_its_lowest_a_month_shows_two_lines_of_each_day(dia: date) -> None:
    lines = [line(f"l{n}", dia) for n in range(4)]
    area = Box(0, 0, 400, lowest(len(weeks(dia.year, dia.month))))
    made = MonthScene(area, dia.year, dia.month, {dia: lines}, {})
    assert [chip.linea.id for chip in made.chips] == ["l0", "l1"]
    assert made.more[0].how_many == 2


@pytest.mark.parametrize("width", [300, 400, 700])
def test_what_does_not_fit_is_counted_beside_the_number_of_the_day(width: float) -> None:
    made = MonthScene(Box(0, 0, width, 150), 2026, 11, {DIA: [line("a")]}, {})
    cell = made.cell(DIA)
    assert cell is not None
    assert cell.left + PAD + NUMBER <= made.more[0].box.left < made.more[0].box.right <= cell.right


@pytest.mark.parametrize(("room", "text"), [(200.0, "+122 más"), (34.0, "+122")])
def test_a_count_says_as_much_as_there_is_room_for(context: Context, room: float, text: str) -> None:
    assert count_text(LinePen(context, QFont(), SMALL), 122, room) == text


def test_a_flat_calendar_counts_everything() -> None:
    made = MonthScene(Box(0, 0, 700, 150), 2026, 11, {DIA: [line("a")]}, {})
    assert made.chips == []
    assert made.more[0].how_many == 1


def month_of(*lineas: LineaPlan) -> MonthScene:
    by_days = by_day(lineas, date(2026, 10, 26), date(2026, 12, 6))
    return MonthScene(AREA, 2026, 11, by_days, {})


def test_a_period_is_one_bar_in_each_week_with_its_name_once() -> None:
    made = month_of(LineaPlan(id="larga", nombre="Larga", fecha=date(2026, 11, 12), fecha_fin=date(2026, 11, 18)))
    runs = [(chip.dia, chip.run) for chip in made.chips if chip.run is not None]
    assert [dia for dia, _ in runs] == [date(2026, 11, 12), date(2026, 11, 16)]
    assert [chip.goes_on for chip in made.chips if chip.run is not None] == [False, True]
    first, second = (run for _, run in runs)
    assert (first.right, second.left) == (AREA.right, AREA.left)  # it goes on over the end of the week
    assert len(made.chips) == 7


def test_a_period_keeps_its_row_all_week_and_the_others_make_room() -> None:
    made = month_of(
        LineaPlan(id="larga", nombre="Z", fecha=date(2026, 11, 9), fecha_fin=date(2026, 11, 13)),
        LineaPlan(id="otra", nombre="Y", fecha=date(2026, 11, 11), fecha_fin=date(2026, 11, 12)),
        line("a", date(2026, 11, 11)),
        line("b", date(2026, 11, 13)),
    )
    tops = {(chip.linea.id, chip.dia.day): chip.box.top for chip in made.chips}
    assert len({tops["larga", dia] for dia in range(9, 14)}) == 1
    assert tops["larga", 11] < tops["otra", 11] == tops["otra", 12]
    assert tops["b", 13] == tops["otra", 11]
    assert ("a", 11) in tops
    assert not any(one.box.meets(another.box) for one, another in combinations(made.chips, 2))
