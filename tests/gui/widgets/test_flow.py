from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.flow import FlowRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Fixed(QPushButton):
    """A button of a known size."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.wanted = width

    def sizeHint(self) -> QSize:
        return QSize(self.wanted, 30)


@pytest.fixture
def parts(qtbot: QtBot) -> tuple[FlowRow, QLineEdit, list[Fixed]]:
    search, buttons = QLineEdit(), [Fixed(100), Fixed(100), Fixed(120)]
    search.setMinimumWidth(150)
    row = FlowRow(search, *buttons)
    qtbot.addWidget(row)
    row.show()
    return row, search, buttons


def test_with_room_everything_is_in_one_line(parts: tuple[FlowRow, QLineEdit, list[Fixed]]) -> None:
    row, search, buttons = parts
    row.resize(800, row.heightForWidth(800))
    assert [button.x() for button in buttons] == [800 - 320 - 2 * GRID, 800 - 220 - GRID, 680]
    assert search.width() == 800 - 320 - 3 * GRID
    assert row.heightForWidth(800) == max(30, search.sizeHint().height())


def test_without_room_the_last_stays_above_and_the_middle_goes_below(
    parts: tuple[FlowRow, QLineEdit, list[Fixed]],
) -> None:
    row, search, buttons = parts
    row.resize(300, row.heightForWidth(300))
    assert buttons[2].geometry().right() == 299
    assert abs(buttons[2].geometry().center().y() - search.geometry().center().y()) <= 1
    assert buttons[0].y() == buttons[1].y() > search.geometry().bottom()


def test_the_middle_takes_as_many_lines_as_it_needs(parts: tuple[FlowRow, QLineEdit, list[Fixed]]) -> None:
    row, _, buttons = parts
    buttons[0].wanted = buttons[1].wanted = 200
    row.resize(300, row.heightForWidth(300))
    assert buttons[1].y() > buttons[0].y()


def test_a_hidden_control_takes_no_room(parts: tuple[FlowRow, QLineEdit, list[Fixed]]) -> None:
    row, _, buttons = parts
    row.resize(800, 40)
    buttons[0].hide()
    assert row.sizeHint().width() < 800
    assert row.minimumSizeHint().width() == 150 + 120 + GRID


def test_a_control_that_grows_is_placed_anew(qtbot: QtBot) -> None:
    host = QWidget()
    search, button = QLineEdit(), QPushButton("Sí")
    layout = QVBoxLayout(host)
    layout.addWidget(FlowRow(search, button))
    qtbot.addWidget(host)
    host.resize(600, 100)
    host.show()
    before = button.width()
    button.setText("Un texto bastante más largo que el anterior")
    qtbot.waitUntil(lambda: button.width() > before)
    assert button.geometry().right() <= 600


def test_a_row_of_nothing_is_nothing(qtbot: QtBot) -> None:
    row = FlowRow()
    qtbot.addWidget(row)
    row.show()
    assert row.heightForWidth(300) == 0
    assert row.sizeHint() == QSize(0, 0)


def test_controls_that_are_all_alike_are_not_stretched(qtbot: QtBot) -> None:
    buttons = [Fixed(100), Fixed(150), Fixed(120)]
    row = FlowRow(*buttons, spread=False)
    qtbot.addWidget(row)
    row.show()
    row.resize(300, row.heightForWidth(300))
    assert [(button.x(), button.width()) for button in buttons] == [(0, 100), (100 + GRID, 150), (0, 120)]
    assert buttons[2].y() > buttons[0].y()
    assert row.minimumSizeHint().width() == 150


def test_controls_can_be_added_later(parts: tuple[FlowRow, QLineEdit, list[Fixed]]) -> None:
    row, _, buttons = parts
    late = Fixed(50)
    row.add(late)
    late.show()
    row.resize(900, row.heightForWidth(900))
    assert late.x() > buttons[-1].x()
