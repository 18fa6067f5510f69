"""The words that a user added, looked through and taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from promueve_gui.gui.dialogs.personal_words import PersonalWordsDialog
from tests.lengua import MemoryWords

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.gui.answers import Answers
    from tests.gui.dialogs.conftest import Host


def opened(host: Host, words: MemoryWords, messages: Answers) -> PersonalWordsDialog:
    dialog = PersonalWordsDialog(host.widget, words, messages)
    host.show(dialog)
    return dialog


def shown(dialog: PersonalWordsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_words_stand_in_the_order_of_the_alphabet(host: Host, messages: Answers) -> None:
    dialog = opened(host, MemoryWords("Tlaxiaco", "ánfora", "banco"), messages)
    assert shown(dialog) == ["ánfora", "banco", "Tlaxiaco"]
    assert not dialog.remove.isEnabled()


def test_the_chosen_ones_are_taken_out_by_button_and_by_key(host: Host, messages: Answers, qtbot: QtBot) -> None:
    words = MemoryWords("uno", "dos", "tres")
    dialog = opened(host, words, messages)
    dialog.list.item(0).setSelected(True)
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert shown(dialog) == sorted(words.kept) == ["tres", "uno"]
    dialog.list.selectAll()
    dialog.activateWindow()
    dialog.list.setFocus()
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert shown(dialog) == sorted(words.kept) == []
    assert not dialog.list.isVisible()
    assert not dialog.remove.isEnabled()


def test_what_cannot_be_written_stays_and_is_said(host: Host, messages: Answers) -> None:
    words = MemoryWords("uno")
    words.refuses = True
    dialog = opened(host, words, messages)
    dialog.list.item(0).setSelected(True)
    dialog.remove.click()
    assert shown(dialog) == sorted(words.kept) == ["uno"]
    assert "Su diccionario no cambió" in messages.said[0]
