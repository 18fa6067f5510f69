from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.gui.widgets.choice_filter import ChoiceFilter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FRUITS = [(1, "Mango"), (2, "Tuna")]


def test_a_choice_is_made_from_the_menu_said_and_taken_away(qtbot: QtBot) -> None:
    told: list[int | None] = []
    made = ChoiceFilter[int]("Fruta", lambda: FRUITS, told.append)
    qtbot.addWidget(made)
    menu = made.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Tuna").trigger()
    assert (made.text(), made.choice, made.accessibleDescription()) == ("Fruta: Tuna ▾", 2, "Tuna")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Tuna"]
    menu.actions()[0].trigger()
    made.clear()
    assert (made.text(), told) == ("Fruta ▾", [2, None])


def test_a_choice_that_does_not_exist_is_none(qtbot: QtBot) -> None:
    told: list[int | None] = []
    made = ChoiceFilter[int]("Fruta", lambda: FRUITS, told.append)
    qtbot.addWidget(made)
    made.choose(7)
    assert (made.choice, told) == (None, [None])


def test_where_there_is_little_room_only_the_choice_is_said(qtbot: QtBot) -> None:
    made = ChoiceFilter[int]("Fruta", lambda: FRUITS, lambda _: None)
    qtbot.addWidget(made)
    made.set_compact()
    made.choose(1)
    assert made.text() == "Mango ▾"
    made.clear()
    assert made.text() == "Fruta ▾"


def test_a_choice_too_long_for_its_button_is_cut_at_its_end(qtbot: QtBot) -> None:
    made = ChoiceFilter[int]("Fruta", lambda: [(1, "Guanábana de la costa de Guerrero")], lambda _: None)
    qtbot.addWidget(made)
    made.set_compact()
    made.resize(110, 33)
    made.show()
    made.choose(1)
    assert made.text().startswith("Guan")
    assert made.text().endswith("… ▾")
    assert made.fontMetrics().horizontalAdvance(made.text()) <= 110
    assert "Guanábana de la costa de Guerrero" in made.toolTip()
    made.resize(600, 33)
    qtbot.waitUntil(lambda: made.text() == "Guanábana de la costa de Guerrero ▾")
    assert made.minimumSizeHint().height() == made.sizeHint().height()
