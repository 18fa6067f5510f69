"""Until when to look ahead."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QDateEdit

from promueve_gui.gui.widgets.horizon_box import HorizonBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HOY = date(2026, 11, 30)


@pytest.fixture
def box(qtbot: QtBot) -> HorizonBox:
    made = HorizonBox("Hasta cuándo", HOY, [("Este año", date(2026, 12, 31))])
    qtbot.addWidget(made)
    made.show()
    return made


def combo(box: HorizonBox) -> QComboBox:
    found = box.findChild(QComboBox)
    assert isinstance(found, QComboBox)
    return found


def test_the_first_end_is_chosen_and_months_follow(box: HorizonBox) -> None:
    assert box.until() == date(2026, 12, 31)
    texts = [combo(box).itemText(place) for place in range(combo(box).count())]
    assert texts == ["Este año", "Próximos 3 meses", "Próximos 6 meses", "Próximos 12 meses", "Otra fecha…"]
    assert combo(box).accessibleName() == "Hasta cuándo"


@pytest.mark.parametrize(("place", "end"), [(1, date(2027, 2, 28)), (2, date(2027, 5, 30)), (3, date(2027, 11, 30))])
def test_months_are_counted_from_today(qtbot: QtBot, box: HorizonBox, place: int, end: date) -> None:
    with qtbot.waitSignal(box.changed):
        box.choose(place)
    assert box.until() == end


def test_a_day_of_ones_own_is_typed_in_a_field_that_opens(qtbot: QtBot, box: HorizonBox) -> None:
    day = box.findChild(QDateEdit)
    assert isinstance(day, QDateEdit)
    assert day.isHidden()
    box.choose(4)
    assert day.isVisible()
    assert box.until() == date(2026, 12, 31)
    with qtbot.waitSignal(box.changed):
        box.choose_day(date(2028, 2, 29))
    assert box.until() == date(2028, 2, 29)
    box.choose(0)
    assert day.isHidden()
