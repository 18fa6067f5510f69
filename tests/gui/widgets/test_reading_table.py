"""A table that is read: opened, copied, gone to; never written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest

from promueve_gui.gui.models.derived import Shown
from promueve_gui.gui.models.record_table import Role
from promueve_gui.gui.widgets.reading_table import ReadingTable
from tests.gui.mouse import LEFT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


@pytest.fixture
def model() -> QStandardItemModel:
    made = QStandardItemModel(0, 2)
    made.setHorizontalHeaderLabels(["Fecha", "Qué"])
    for cells in (("01/03", "Aforos"), ("02/03", "Baches"), ("03/03", "")):
        items = [QStandardItem(text) for text in cells]
        for item in items:
            item.setData(Shown(item.text()), Role.SHOWN)
        made.appendRow(items)
    return made


@pytest.fixture
def table(
    qtbot: QtBot, context: Context, open_project: Callable[..., Project], model: QStandardItemModel
) -> ReadingTable:
    made = ReadingTable(context, open_project(), model, "Lo que viene", (120,))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_it_has_a_name_and_the_last_column_takes_the_rest(table: ReadingTable) -> None:
    assert table.accessibleName() == "Lo que viene"
    assert table.columnWidth(0) == 120
    assert table.columnWidth(1) >= table.viewport().width() - 121


def test_enter_and_two_clicks_open_a_row(table: ReadingTable) -> None:
    opened: list[int] = []
    table.opened.connect(opened.append)
    table.setCurrentIndex(QModelIndex())
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == []
    table.go_to(1)
    QTest.keyClick(table, Qt.Key.Key_Enter)
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    QTest.mouseDClick(table.viewport(), LEFT, pos=place)
    assert opened == [1, 0]


def test_the_chosen_rows_are_copied_with_their_titles(table: ReadingTable) -> None:
    QGuiApplication.clipboard().setText("antes")
    table.clearSelection()
    table.copy()
    assert QGuiApplication.clipboard().text() == "antes"
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    title, *lines = QGuiApplication.clipboard().text().splitlines()
    assert title == "Fecha\tQué"
    assert sorted(lines) == ["01/03\tAforos", "02/03\tBaches", "03/03\t"]
    assert table.chosen_rows() == [0, 1, 2]


@pytest.mark.parametrize(("asked", "row"), [(0, 0), (2, 2), (9, 2), (-1, 1)])
def test_going_past_the_last_row_stops_at_it(table: ReadingTable, asked: int, row: int) -> None:
    table.go_to(1)
    table.go_to(asked)
    assert table.currentIndex().row() == row


def test_there_is_nowhere_to_go_in_an_empty_table(table: ReadingTable, model: QStandardItemModel) -> None:
    model.setRowCount(0)
    table.go_to(0)
    assert not table.currentIndex().isValid()


def test_arrows_and_letters_change_nothing(table: ReadingTable, model: QStandardItemModel) -> None:
    before = [model.item(row, 0).text() for row in range(3)]
    table.go_to(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClick(table, Qt.Key.Key_Z)
    assert table.currentIndex().row() == 1
    assert [model.item(row, 0).text() for row in range(3)] == before


def test_what_a_spreadsheet_would_run_is_copied_as_text(table: ReadingTable, model: QStandardItemModel) -> None:
    model.item(0, 1).setText('=HYPERLINK("http://mal")')
    table.selectRow(model.index(0, 1).row())
    table.copy()
    assert "'=HYPERLINK(" in QGuiApplication.clipboard().text()
    assert "\t=" not in QGuiApplication.clipboard().text()
