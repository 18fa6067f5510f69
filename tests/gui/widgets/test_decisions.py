"""What returned workbooks are decided with: the card of both sides, the filter by kind, the table and its keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from promueve_gui.application.returns import Returns
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.gui.models.differences import HEADINGS, DifferenceModel
from promueve_gui.gui.widgets.decision_card import DecisionCard
from promueve_gui.gui.widgets.difference_table import DifferenceTable
from promueve_gui.gui.widgets.kind_filter import KindFilter
from promueve_gui.gui.widgets.tips import plain_tip
from tests.galeria import read, sent_session
from tests.gui.looking import labels

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

CHOICES = (Decision.TOMAR, Decision.CONSERVAR, Decision.ESPERAR)


@pytest.fixture(params=[False, True], ids=["side by side", "upright"])
def card(request: pytest.FixtureRequest, qtbot: QtBot) -> DecisionCard:
    made = DecisionCard(upright=request.param)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def sides(card: DecisionCard) -> list[str]:
    return [edit.toPlainText() for edit in card.findChildren(QPlainTextEdit) if edit.isVisible()]


def enabled(card: DecisionCard) -> set[Decision]:
    return {decision for decision, made in card.buttons.items() if made.isEnabled()}


def test_it_shows_each_side_under_its_caption(card: DecisionCard) -> None:
    said = [("Se envió", "3"), ("El archivo dice", "<b>4</b>\n\notra línea")]
    card.show_thing("Municipios · Interés", said, "No cuadra.", CHOICES, Decision.ESPERAR)
    assert sides(card) == ["3", "<b>4</b>\n\notra línea"]
    assert labels(card) == ["Municipios · Interés", "No cuadra.", "Se envió", "El archivo dice"]
    assert enabled(card) == set(CHOICES)
    assert [decision for decision, made in card.buttons.items() if made.isChecked()] == [Decision.ESPERAR]


def test_a_long_heading_is_told_whole_by_its_tip(card: DecisionCard) -> None:
    heading = "«Residencias regionales de conservación de caminos»: «Interés» cambió aquí y en el archivo"
    card.show_thing(heading, [("El archivo dice", "4")], "", CHOICES, None)
    assert plain_tip(heading) in [made.toolTip() for made in card.findChildren(QLabel)]


def test_with_nothing_chosen_nothing_can_be_decided(card: DecisionCard) -> None:
    card.show_nothing("Elija un renglón")
    assert (sides(card), enabled(card), labels(card)) == ([], set(), ["Elija un renglón"])


def test_a_button_tells_what_was_decided(card: DecisionCard, qtbot: QtBot) -> None:
    card.show_thing("Uno", [("El archivo dice", "4")], "", CHOICES, Decision.TOMAR)
    with qtbot.waitSignal(card.decided) as heard:
        card.buttons[Decision.TOMAR].click()
    assert heard.args == [Decision.TOMAR]
    assert card.buttons[Decision.TOMAR].isChecked()  # pressing it again does not take it back


def test_only_some_decisions_may_be_offered(qtbot: QtBot) -> None:
    made = DecisionCard((Decision.TOMAR, Decision.CONSERVAR))
    qtbot.addWidget(made)
    assert [button.text() for button in made.buttons.values()] == ["Lo del archivo", "Lo del proyecto"]


def test_kinds_are_counted_and_chosen_one_at_a_time(qtbot: QtBot) -> None:
    made = KindFilter()
    qtbot.addWidget(made)
    made.show()
    made.count({TipoDiferencia.NUEVO: 1_234, TipoDiferencia.VALOR: 2})
    assert {button.text() for button in made.buttons.values() if button.isVisible()} == {
        "Todo (1,236)",
        "Nuevo (1,234)",
        "No se entiende (2)",
    }
    heard: list[tuple[TipoDiferencia, ...]] = []
    made.chosen.connect(heard.append)
    made.buttons[TipoDiferencia.VALOR].click()
    made.buttons[None].click()
    assert heard == [(TipoDiferencia.VALOR,), ()]
    assert made.buttons[TipoDiferencia.VALOR].accessibleName() == "Mostrar no se entiende (2)"
    made.count({})
    assert made.buttons[None].isChecked()


@pytest.fixture
def table(context: Context, empty_project: Project, qtbot: QtBot) -> DifferenceTable:
    model = DifferenceModel(sent_session().proyecto)
    model.show(Returns(sent_session()).compare(read("valores pegados.xlsx")).diferencias, {})
    made = DifferenceTable(context, empty_project, model)
    qtbot.addWidget(made)
    model.setParent(made)
    made.resize(1200, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("key", "decision"),
    [
        (Qt.Key.Key_1, Decision.TOMAR),
        (Qt.Key.Key_2, Decision.CONSERVAR),
        (Qt.Key.Key_3, Decision.AMBOS),
        (Qt.Key.Key_4, Decision.ESPERAR),
    ],
)
def test_keys_decide(table: DifferenceTable, qtbot: QtBot, key: Qt.Key, decision: Decision) -> None:
    with qtbot.waitSignal(table.key_pressed) as heard:
        QTest.keyClick(table, key)
    assert heard.args == [decision]


def test_other_keys_are_qts_own(table: DifferenceTable, qtbot: QtBot) -> None:
    table.selectRow(0)
    with qtbot.waitSignal(table.current_changed):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen_rows() == [1]


def test_rows_are_copied_for_a_spreadsheet(table: DifferenceTable) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("antes")
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "antes"
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, line = clipboard.text().splitlines()
    assert titles.split("\t") == list(HEADINGS.values())
    assert line.split("\t")[:4] == ["Cambia", "Municipios costeros", "Interés", "4"]


def test_what_a_spreadsheet_would_run_is_copied_as_text(table: DifferenceTable) -> None:
    (first, *_) = Returns(sent_session()).compare(read("valores pegados.xlsx")).diferencias
    model = table.model()
    assert isinstance(model, DifferenceModel)
    model.show([replace(first, titulo='=HYPERLINK("http://mal.example")')], {})
    table.selectRow(0)
    table.copy()
    cells = QGuiApplication.clipboard().text().splitlines()[1].split("\t")
    assert cells[1].lstrip('"').startswith("'=HYPERLINK")


def test_chips_and_texts_are_painted(table: DifferenceTable, context: Context) -> None:
    image = table.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}
    assert {context.colores.error_suave, context.colores.bien_suave, context.colores.atencion_suave} <= seen
