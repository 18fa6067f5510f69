"""A year can be read and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.gui.widgets.year_box import FIRST, LAST, YearBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_begins_with_the_policy_of_open_data(qtbot: QtBot) -> None:
    box = YearBox("Año del programa")
    qtbot.addWidget(box)
    assert (box.minimum(), box.maximum()) == (FIRST, LAST)
    assert box.accessibleName() == "Año del programa"


def test_what_is_typed_shows_whole_and_has_room_at_its_left(qtbot: QtBot) -> None:
    box = YearBox("Año", 1, 9999)
    qtbot.addWidget(box)
    box.lineEdit().clear()
    qtbot.keyClicks(box, "2027")
    assert box.value() == 2027
    assert box.lineEdit().textMargins().left() > 0
