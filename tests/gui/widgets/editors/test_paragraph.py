"""The editor of one paragraph: it wraps what is written, and there is no way to begin another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.ficha import campos
from promueve_gui.gui.widgets.editors.paragraph import PARAGRAPH_TALLEST, ParagraphEditor
from promueve_gui.gui.widgets.editors.text_height import FRAME
from promueve_gui.gui.widgets.parts import column
from tests.gui.desk import type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.widgets.editors.base import FieldEditor

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = "La Secretaría abre los datos de 4,200 puentes rurales, con ubicación, estado y fecha de la última revisión"


@pytest.fixture
def title(show: Callable[..., QWidget]) -> ParagraphEditor:
    """Return the editor of a title over a button."""
    host, editor = QWidget(), ParagraphEditor(campos(Contenido)["nombre"])
    host.setLayout(column(editor, QPushButton("Otro")))
    show(host, 400, 300)
    editor.setFocus()
    return editor


def test_it_has_the_name_of_its_field_and_tells_each_letter(
    title: ParagraphEditor, listen: Callable[[FieldEditor], list[str]]
) -> None:
    told = listen(title)
    type_text(title.box, "Año")
    assert title.box.accessibleName() == "Título"
    assert title.value() == "Año"
    assert told.count("cambia") == 3


def test_it_grows_with_what_is_written_up_to_a_height(title: ParagraphEditor) -> None:
    height = title.box.height()
    title.set_value(LONG)
    assert title.box.height() > height
    title.set_value(LONG * 20)
    assert title.box.height() == PARAGRAPH_TALLEST * title.box.fontMetrics().lineSpacing() + FRAME
    title.set_value("")
    assert title.box.height() == height


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, CONTROL])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_on_to_the_next_field(
    title: ParagraphEditor, key: Qt.Key, modifier: Qt.KeyboardModifier, listen: Callable[[FieldEditor], list[str]]
) -> None:
    told = listen(title)
    type_text(title.box, "Uno")
    QTest.keyClick(title.box, key, modifier)
    assert title.typed() == "Uno"
    assert told[-1] == "listo"
    assert isinstance(QApplication.focusWidget(), QPushButton)


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_breaks_that_are_pasted_become_spaces(title: ParagraphEditor, breaks: str) -> None:
    pasted = QMimeData()
    pasted.setText(f"Abre{breaks}los datos{breaks}")
    title.box.insertFromMimeData(pasted)
    assert title.typed() == "Abre los datos"


def test_spaces_to_spare_are_left_out_of_what_is_kept(title: ParagraphEditor) -> None:
    type_text(title.box, "  Dos   palabras ")
    assert title.value() == "Dos palabras"


def test_letters_are_undone_and_redone(title: ParagraphEditor) -> None:
    type_text(title.box, "Uno")
    QTest.keyClick(title.box, Qt.Key.Key_Z, CONTROL)
    assert title.typed() == ""
    QTest.keyClick(title.box, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert title.typed() == "Uno"


def test_it_is_read_from_its_beginning_and_goes_on_at_its_end(title: ParagraphEditor) -> None:
    title.box.clearFocus()
    title.set_value(LONG)
    assert title.box.textCursor().position() == 0
    title.setFocus()
    assert title.box.textCursor().position() == len(LONG)
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)  # another window, for a while
    QApplication.sendEvent(title.box, away)
    assert title.box.textCursor().position() == len(LONG)
    QTest.keyClick(title.box, Qt.Key.Key_Tab)
    assert title.box.textCursor().position() == 0
