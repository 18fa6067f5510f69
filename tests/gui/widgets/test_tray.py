from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QAbstractItemModelTester, QTest

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.widgets.tray import AT_ONCE, Tray, TrayModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ANA = GrupoUsuarios(id="ana", nombre="Asociaciones <b>")
BEA = GrupoUsuarios(id="bea")


def tray(qtbot: QtBot) -> Tray:
    made = Tray("Pendientes", lambda _: QIcon(), lambda grupo: str(grupo.nombre))
    qtbot.addWidget(made)
    made.resize(200, 120)
    made.show()
    made.set_records([ANA, BEA])
    return made


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = TrayModel(lambda _: QIcon(), lambda grupo: str(grupo.nombre))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_records([ANA, BEA])
    model.set_records([ANA, BEA])
    model.set_records([])
    assert model.data(QModelIndex()) is None
    assert model.rowCount() == 0


def test_records_show_their_names_and_tooltips_as_typed(qtbot: QtBot) -> None:
    model = tray(qtbot).model()
    assert [model.index(row, 0).data() for row in range(2)] == ["Asociaciones <b>", "Grupo sin nombre"]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "<qt>Asociaciones &lt;b&gt;</qt>"
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == ""


def test_a_long_name_has_two_lines(qtbot: QtBot) -> None:
    made = tray(qtbot)
    assert made.visualRect(made.model().index(0, 0)).height() >= 2 * made.fontMetrics().lineSpacing()
    assert made.wordWrap()


def test_of_very_many_records_the_chosen_one_is_shown_once_it_has_its_place(qtbot: QtBot) -> None:
    made = tray(qtbot)
    made.set_records([GrupoUsuarios(id=str(number), nombre="Grupo") for number in range(2 * AT_ONCE)])
    made.select(str(2 * AT_ONCE - 1))
    assert made.current_id() == str(2 * AT_ONCE - 1)
    qtbot.waitUntil(lambda: made.viewport().rect().contains(made.visualRect(made.currentIndex()).center()))
    made.select("0")
    assert made.viewport().rect().contains(made.visualRect(made.currentIndex()).center())


def test_the_cursor_stays_on_its_record(qtbot: QtBot) -> None:
    made = tray(qtbot)
    made.select("bea")
    made.set_records([BEA])
    assert made.current_id() == "bea"
    made.set_records([ANA])
    assert made.current_id() is None
    made.select("nobody")
    assert made.current_id() is None


def test_a_place_leads_to_its_record(qtbot: QtBot) -> None:
    made = tray(qtbot)
    assert made.at(made.visualRect(made.model().index(0, 0)).center()) == ("ana", "Asociaciones <b>")
    assert made.at(QPoint(5, 115)) is None


def test_enter_asks_for_a_place_and_other_keys_go_on(qtbot: QtBot) -> None:
    made = tray(qtbot)
    made.select("ana")
    with qtbot.waitSignal(made.place_asked) as asked:
        QTest.keyClick(made, Qt.Key.Key_Space)
    assert asked.args == ["ana"]
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert made.current_id() == "bea"


def test_a_double_click_opens(qtbot: QtBot) -> None:
    made = tray(qtbot)
    place = made.visualRect(made.model().index(1, 0)).center()
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(made.open_asked) as asked:
        QTest.mouseDClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["bea"]
