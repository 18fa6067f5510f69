"""The line whose words change without anything around it being laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import column, label
from promueve_gui.gui.widgets.still_line import StillLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Layouts(QObject):
    """Counts how often a widget is asked to lay out what is in it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def shown(qtbot: QtBot, inside: QWidget) -> QWidget:
    window = QWidget()
    window.setLayout(column(inside))
    qtbot.addWidget(window)
    window.resize(400, 100)
    window.show()
    for _ in range(4):
        QApplication.processEvents()
    return window


def test_its_words_change_and_nothing_around_it_is_laid_out(qtbot: QtBot) -> None:
    line = StillLine("menor")
    window = shown(qtbot, line)
    layouts = Layouts(window)
    line.set_text("Lunes 2 de noviembre de 2026 · sin actividades")
    for _ in range(4):
        QApplication.processEvents()
    assert line.text() == "Lunes 2 de noviembre de 2026 · sin actividades"
    assert layouts.count == 0
    assert line.height() == line.sizeHint().height() == line.minimumSizeHint().height()


def test_a_row_of_controls_tells_only_when_it_needs_another_height(qtbot: QtBot) -> None:
    said = label("12 de 300")
    row = FlowRow(label("Buscar"), said, label("Nueva"))
    window = shown(qtbot, row)
    said.setText("1 de 300")
    for _ in range(4):
        QApplication.processEvents()
    layouts, height = Layouts(window), row.heightForWidth(row.width())
    said.setText("200 de 300")
    for _ in range(4):
        QApplication.processEvents()
    assert said.width() == said.sizeHint().width()
    assert layouts.count == 0
    said.setText("mucho más de lo que cabe en una sola línea de esta ventana, que es más bien angosta " * 2)
    qtbot.waitUntil(lambda: layouts.count > 0)
    assert row.heightForWidth(row.width()) > height
