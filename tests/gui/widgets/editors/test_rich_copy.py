"""What is copied or cut of a rich text, and how it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from tests.gui.desk import type_text
from tests.gui.widgets.editors.test_rich_text import select

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def editor(make: Callable[..., RichTextEditor]) -> RichTextEditor:
    made = make(Contenido, "cuerpo")
    assert type(made) is RichTextEditor
    return made


@pytest.mark.parametrize(
    "text",
    [
        "**De** uno\n\n- a\n- b",
        "- a\n- b\n\nfin",
        "## T\n\nuno\n\n1. a\n2. b",
        "1. a\n\n- b",
        "uno\n\ndos",
        "uno",
        "- uno",
    ],
)
def test_what_was_cut_whole_comes_back_as_it_was(editor: RichTextEditor, text: str) -> None:
    editor.set_value(text)
    editor.box.selectAll()
    editor.box.cut()
    assert editor.value() == ""
    editor.box.paste()
    assert editor.value() == text


@pytest.mark.parametrize(("start", "end"), [(3, 4), (3, 8), (4, 8), (4, 10), (0, 3), (8, 16)])
def test_a_piece_of_a_line_is_copied_with_its_spaces(editor: RichTextEditor, start: int, end: int) -> None:
    text = "Uno **dos** 😀 {url}"
    editor.set_value(text)
    select(editor, start, end)
    whole = editor.box.textCursor().selectedText()
    editor.box.copy()
    assert QApplication.clipboard().text() == whole
    editor.box.paste()
    assert editor.value() == text


def test_a_list_is_copied_for_others_with_its_signs(editor: RichTextEditor) -> None:
    editor.set_value("Hay:\n\n- uno\n- dos")
    editor.box.selectAll()
    editor.box.copy()
    assert QApplication.clipboard().text() == "Hay:\n• uno\n• dos"
    assert "<li" in QApplication.clipboard().mimeData().html()


@pytest.mark.parametrize(
    ("text", "moved"),
    [("- uno\n- dos\n- tres", "- dos\n- uno\n- tres"), ("uno\n\ndos\n\ntres", "dos\n\nuno\n\ntres")],
)
def test_a_whole_line_is_moved_as_one(editor: RichTextEditor, text: str, moved: str) -> None:
    editor.set_value(text)
    select(editor, 0, 4)
    editor.box.cut()
    select(editor, 4, 4)
    editor.box.paste()
    assert editor.value() == moved
    type_text(editor.box, "y ")
    assert editor.value() == moved.replace("tres", "y tres")
    editor.box.undo()
    editor.box.undo()
    assert editor.box.toPlainText() == "dos\ntres"


def test_a_line_from_elsewhere_stays_one(editor: RichTextEditor) -> None:
    QApplication.clipboard().setText("uno\r\n")
    editor.set_value("dos")
    editor.box.paste()
    assert editor.value() == "uno\n\ndos"
    select(editor, 7, 7)
    editor.box.paste()
    assert editor.value() == "uno\n\ndosuno"
