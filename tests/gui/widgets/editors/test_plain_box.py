"""What comes into a box of plain text from outside: harmless, and never more than an editor takes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.gui.widgets.editors.rich_paste import CUT, LONGEST_TEXT
from promueve_gui.gui.widgets.editors.text import LongTextEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.widgets.editors.base import FieldEditor
    from tests.gui.widgets.editors.conftest import Make


@pytest.fixture
def editor(make: Make) -> LongTextEditor:
    made = make(Contenido, "mensaje")
    assert isinstance(made, LongTextEditor)
    return made


def paste(editor: LongTextEditor, text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    editor.box.insertFromMimeData(mime)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Hola\r\na todos", "Hola\na todos"),
        ("<b>no</b> <script>alert(1)</script>", "<b>no</b> <script>alert(1)</script>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("\u202eal revés\u202c", "al revés"),
        ("publi\u00adca\u200bción", "publicación"),
        (unicodedata.normalize("NFD", "Dirección"), "Dirección"),
        ("שלום 😀 👨‍👩‍👧 日本", "שלום 😀 👨‍👩‍👧 日本"),
    ],
)
def test_a_paste_is_text_and_nothing_else(
    editor: LongTextEditor, listen: Callable[[FieldEditor], list[str]], pasted: str, kept: str
) -> None:
    told = listen(editor)
    paste(editor, pasted, html="<i>otra cosa</i>")
    assert editor.value() == kept
    assert "cambia" in told
    assert editor.notice.isHidden()


def test_a_megabyte_is_cut_and_it_is_said(editor: LongTextEditor) -> None:
    paste(editor, "Uno dos tres. " * 75_000)
    assert len(str(editor.value())) == LONGEST_TEXT
    assert editor.notice.text() == CUT.format(largo=LONGEST_TEXT)
    assert editor.notice.isVisible()
    editor.forget.timeout.emit()
    assert editor.notice.isHidden()


def test_what_is_pasted_can_be_undone(editor: LongTextEditor) -> None:
    paste(editor, "Hola")
    editor.box.undo()
    assert editor.value() == ""


def test_a_change_of_looks_is_no_edit(editor: LongTextEditor, listen: Callable[[FieldEditor], list[str]]) -> None:
    told = listen(editor)
    editor.change_looks(lambda: editor.box.setPlainText("otro"))
    assert "cambia" not in told
    editor.box.insertPlainText("x")
    assert "cambia" in told
