"""Chips and labels that shorten: what they say, and that they never take text for HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from promueve_gui.gui.widgets.chip import Chip
from promueve_gui.gui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context


def test_a_chip_says_its_state_and_hides_without_one(context: Context, qtbot: QtBot) -> None:
    chip = Chip(context, "Aprobado", "dato")
    qtbot.addWidget(chip)
    assert chip.text() == "Aprobado"
    assert context.colores.dato in chip.styleSheet()
    chip.show_state("Borrador", "")
    assert context.colores.secundario in chip.styleSheet()
    chip.show_state("", "")
    assert chip.isHidden()
    assert chip.textFormat() is Qt.TextFormat.PlainText


def test_a_long_name_is_shortened_only_on_screen(qtbot: QtBot) -> None:
    label = ElidedLabel("<b>captura de pantalla con un nombre muy largo</b>.png")
    qtbot.addWidget(label)
    label.resize(80, 20)
    narrow = label.grab().toImage()
    label.setText("<b>ca…png")
    assert label.minimumSizeHint().width() == 0
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert not narrow.isNull()
