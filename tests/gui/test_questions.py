"""The two dialogs that the system has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QWidget

from promueve_gui.gui.messages import DISMISS
from promueve_gui.gui.questions import ReasonDialog, SentencesDialog
from tests.gui.desk import press, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SENTENCES = ["Grupo «Escuelas»: revise.", "<b>Segunda</b> frase."]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(qtbot: QtBot, dialog: QDialog) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)


def test_sentences_are_listed_one_a_line_and_copied(qtbot: QtBot, parent: QWidget) -> None:
    dialog = SentencesDialog(parent, "Revise además:", SENTENCES)
    shown(qtbot, dialog)
    lines = dialog.findChildren(QListWidget)[0]
    assert [lines.item(place).text() for place in range(lines.count())] == SENTENCES
    assert lines.accessibleName() == "Revise además:"
    press(dialog, "Copiar todo")
    assert QGuiApplication.clipboard().text() == "\n".join(SENTENCES)
    assert dialog.isVisible()
    press(dialog, "Entendido")
    assert not dialog.isVisible()


def test_a_long_sentence_is_wrapped_and_not_scrolled_sideways(qtbot: QtBot, parent: QWidget) -> None:
    dialog = SentencesDialog(parent, "Revise además:", ["Corta.", "Grupo de usuarios «Escuelas», " * 12])
    shown(qtbot, dialog)
    lines = dialog.findChildren(QListWidget)[0]
    assert not lines.horizontalScrollBar().isVisible()
    assert lines.visualItemRect(lines.item(1)).height() > 2 * lines.visualItemRect(lines.item(0)).height()
    assert lines.visualItemRect(lines.item(1)).width() <= lines.viewport().width()


def test_enter_understands(qtbot: QtBot, parent: QWidget) -> None:
    dialog = SentencesDialog(parent, "Revise además:", SENTENCES)
    shown(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def retire(dialog: ReasonDialog) -> QPushButton:
    (made,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Retirar"]
    return made


def test_without_a_reason_there_is_nothing_to_accept(qtbot: QtBot, parent: QWidget) -> None:
    dialog = ReasonDialog(parent, "Retirar «Escuelas»")
    shown(qtbot, dialog)
    assert not retire(dialog).isEnabled()
    type_text(dialog.line, "   ")
    assert not retire(dialog).isEnabled()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_reason_loses_spare_spaces_and_enter_gives_it(qtbot: QtBot, parent: QWidget) -> None:
    dialog = ReasonDialog(parent, "Retirar «Escuelas»")
    shown(qtbot, dialog)
    type_text(dialog.line, "  Se unió   a otro grupo ")
    assert retire(dialog).isEnabled()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.reason() == "Se unió a otro grupo"


def test_escape_gives_none(qtbot: QtBot, parent: QWidget) -> None:
    dialog = ReasonDialog(parent, "Retirar «Escuelas»")
    shown(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_titles_are_not_taken_for_html(parent: QWidget) -> None:
    for dialog in (ReasonDialog(parent, "<b>Ríos</b>"), SentencesDialog(parent, "<b>Ríos</b>", [])):
        (heading,) = [label for label in dialog.findChildren(QLabel) if label.text() == "<b>Ríos</b>"]
        assert heading.textFormat() is Qt.TextFormat.PlainText


def test_a_proposal_may_be_dismissed_without_a_reason(qtbot: QtBot, parent: QWidget) -> None:
    dialog = ReasonDialog(parent, "Descartar «Nota»", DISMISS, optional=True)
    shown(qtbot, dialog)
    assert dialog.windowTitle() == "Descartar"
    assert dialog.line.accessibleName() == "Por qué se descarta"
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.reason() == ""
