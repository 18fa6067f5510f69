"""The editor of rich text, as somebody writes in it: keys, bar, lists, links, fields, pasting, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.catalogos import Fragmento
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.gui.theme import CLARO, OSCURO
from promueve_gui.gui.widgets.editors.rich_box import BOLD, BULLETS, DATA, HEADING, ITALICS, LINK, NO_VALUE, NUMBERS
from promueve_gui.gui.widgets.editors.rich_link import LinkDialog, whole_address
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from tests.gui.desk import press, shown_dialogs, type_text
from tests.gui.looking import colours

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.editors.base import FieldEditor

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LINKED = "Vea [el portal](https://ejemplo.gob.mx) hoy"


@pytest.fixture
def editor(make: Callable[..., RichTextEditor]) -> RichTextEditor:
    made = make(Contenido, "cuerpo")
    assert type(made) is RichTextEditor
    made.box.value_of = lambda marca: {"{conjunto}": "Camas & <b>censables</b>"}.get(marca, marca)
    return made


def enter(editor: RichTextEditor) -> None:
    QTest.keyClick(editor.box, Qt.Key.Key_Return)


def select(editor: RichTextEditor, start: int, end: int) -> None:
    cursor = editor.box.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.box.setTextCursor(cursor)


def at(editor: RichTextEditor, place: int) -> None:
    select(editor, place, place)


def test_marks_are_not_seen_and_come_back(editor: RichTextEditor, listen: Callable[[FieldEditor], list[str]]) -> None:
    told = listen(editor)
    for text in ("Uno\ndos **tres**  ", "1\\. de mayo", "## T\n\n- a\n\n1. b", "- ", ""):
        editor.set_value(text)
        assert editor.value() == text
        assert editor.typed() == text
    editor.set_value("1\\. de **mayo**")
    assert editor.box.toPlainText() == "1. de mayo"
    assert "cambia" not in told


def test_the_cursor_stays_where_it_is_when_the_text_is_the_same(editor: RichTextEditor) -> None:
    editor.set_value("Uno **dos**")
    at(editor, 3)
    editor.set_value("Uno **dos**")
    assert editor.box.textCursor().position() == 3


def test_each_letter_is_told_and_marks_typed_are_signs(
    editor: RichTextEditor, listen: Callable[[FieldEditor], list[str]]
) -> None:
    told = listen(editor)
    type_text(editor.box, "**a**")
    assert told.count("cambia") == 5
    assert editor.value() == "\\*\\*a\\*\\*"


def test_formats_have_keys(editor: RichTextEditor) -> None:
    QTest.keyClick(editor.box, Qt.Key.Key_B, CTRL)
    type_text(editor.box, "uno")
    QTest.keyClick(editor.box, Qt.Key.Key_B, CTRL)
    QTest.keyClick(editor.box, Qt.Key.Key_I, CTRL)
    type_text(editor.box, "dos")
    assert editor.value() == "**uno***dos*"
    assert editor.box.is_on(ITALICS)
    assert not editor.box.is_on(BOLD)


def test_the_keys_of_formats_are_not_left_to_the_window(editor: RichTextEditor) -> None:
    window = editor.window()
    heard: list[str] = []
    QShortcut(QKeySequence("Ctrl+I"), window).activated.connect(lambda: heard.append("importar"))
    editor.setFocus()
    QTest.keyClick(editor.box, Qt.Key.Key_I, CTRL)
    assert heard == []
    assert editor.box.is_on(ITALICS)


@pytest.mark.parametrize(
    ("action", "key", "expected"),
    [
        (BULLETS, Qt.Key.Key_B, "- uno\n- dos"),
        (NUMBERS, Qt.Key.Key_N, "1. uno\n2. dos"),
        (HEADING, Qt.Key.Key_T, "## uno\n\n## dos"),
    ],
)
def test_lines_selected_become_what_is_asked_and_back(
    editor: RichTextEditor, action: str, key: Qt.Key, expected: str
) -> None:
    editor.set_value("uno\n\ndos")
    editor.box.selectAll()
    editor.bar.buttons[action].click()
    assert editor.value() == expected
    assert editor.bar.buttons[action].isChecked()
    QTest.keyClick(editor.box, key, CTRL | SHIFT)
    assert editor.value() == "uno\n\ndos"


def test_a_list_goes_on_with_each_line_and_ends_with_an_empty_one(editor: RichTextEditor) -> None:
    editor.box.apply(BULLETS)
    type_text(editor.box, "uno")
    enter(editor)
    type_text(editor.box, "dos")
    enter(editor)
    enter(editor)
    type_text(editor.box, "fin")
    assert editor.value() == "- uno\n- dos\n\nfin"


def test_after_a_heading_comes_a_paragraph(editor: RichTextEditor) -> None:
    editor.box.apply(HEADING)
    type_text(editor.box, "Retos")
    enter(editor)
    type_text(editor.box, "Había")
    assert editor.value() == "## Retos\n\nHabía"


@pytest.mark.parametrize(("sign", "kept"), [("-", "- "), ("*", "- "), ("•", "- "), ("1.", "1. ")])
def test_the_sign_of_an_item_begins_a_list(editor: RichTextEditor, sign: str, kept: str) -> None:
    type_text(editor.box, "Hay:")
    enter(editor)
    type_text(editor.box, f"{sign} uno")
    assert editor.value() == f"Hay:\n\n{kept}uno"


def test_a_list_that_was_not_meant_is_undone(editor: RichTextEditor) -> None:
    type_text(editor.box, "- ")
    QTest.keyClick(editor.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    type_text(editor.box, "uno - dos")
    assert editor.box.toPlainText() == "- uno - dos"
    assert editor.value() == "\\- uno - dos"


@pytest.mark.parametrize("text", ["- uno", "1. uno", "## uno"])
def test_backspace_at_its_beginning_makes_a_line_a_paragraph(editor: RichTextEditor, text: str) -> None:
    editor.set_value(text)
    QTest.keyClick(editor.box, Qt.Key.Key_Backspace)
    assert editor.value() == "uno"
    assert editor.box.textCursor().blockFormat().indent() == 0


def test_a_link_is_put_on_what_is_selected(editor: RichTextEditor) -> None:
    editor.set_value("Vea el portal hoy")
    select(editor, 4, 13)
    QTest.keyClick(editor.box, Qt.Key.Key_L, CTRL | SHIFT)
    (dialog,) = shown_dialogs(LinkDialog)
    assert isinstance(dialog, LinkDialog)
    assert dialog.text.text() == "el portal"
    dialog.address.setText("javascript:alert(1)")
    press(dialog, "Aceptar")
    assert "no sirve" in dialog.problem.text()
    dialog.address.setText("ejemplo.gob.mx")
    press(dialog, "Aceptar")
    assert editor.value() == LINKED
    type_text(editor.box, "!")
    assert editor.value() == LINKED.replace(") hoy", ")! hoy")


def test_a_link_is_corrected_and_taken_off_whole(editor: RichTextEditor) -> None:
    editor.set_value(LINKED)
    at(editor, 8)
    editor.box.apply(LINK)
    (dialog,) = shown_dialogs(LinkDialog)
    assert isinstance(dialog, LinkDialog)
    assert (dialog.text.text(), dialog.address.text()) == ("el portal", "https://ejemplo.gob.mx")
    dialog.text.setText("la página")
    press(dialog, "Aceptar")
    assert editor.value() == LINKED.replace("el portal", "la página")
    at(editor, 8)
    editor.box.apply(LINK)
    (dialog,) = shown_dialogs(LinkDialog)
    press(dialog, "Quitar la liga")
    assert editor.value() == "Vea la página hoy"


def test_a_link_is_of_one_line(editor: RichTextEditor) -> None:
    editor.set_value("- uno\n- dos")
    editor.box.selectAll()
    editor.box.apply(LINK)
    (dialog,) = shown_dialogs(LinkDialog)
    assert isinstance(dialog, LinkDialog)
    dialog.address.setText("https://a.mx")
    press(dialog, "Aceptar")
    assert editor.value() == "- [uno](https://a.mx)\n- dos"


def test_a_list_that_was_emptied_is_nothing(editor: RichTextEditor) -> None:
    editor.set_value("- uno\n- dos")
    editor.box.selectAll()
    QTest.keyClick(editor.box, Qt.Key.Key_Delete)
    assert editor.value() == ""


def test_inside_a_link_its_words_are_corrected(editor: RichTextEditor) -> None:
    editor.set_value(LINKED)
    at(editor, 6)
    type_text(editor.box, "l")
    assert editor.value() == LINKED.replace("el portal", "ell portal")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://a.mx", "https://a.mx"),
        (" ejemplo.gob.mx/x ", "https://ejemplo.gob.mx/x"),
        ("ana@ejemplo.gob.mx", "mailto:ana@ejemplo.gob.mx"),
        ("{url}", "{url}"),
        ("javascript:alert(1)", ""),
        ("nada", ""),
        ("", ""),
    ],
)
def test_addresses_are_taken_as_they_are_meant(typed: str, address: str) -> None:
    assert whole_address(typed) == address


def test_fields_stand_out_and_tell_their_value(editor: RichTextEditor) -> None:
    editor.set_value("😀 {conjunto} y {url}")
    editor.box.viewport().repaint()
    assert CLARO.dato_suave in colours(editor.box.viewport())
    cursor = editor.box.textCursor()
    for place, tip in ((5, "Camas & <b>censables</b>"), (18, NO_VALUE), (1, "")):
        cursor.setPosition(place)
        assert editor.box.tip_at(cursor) == tip
    cursor.setPosition(5)
    middle = editor.box.cursorRect(cursor).center()
    event = QHelpEvent(QEvent.Type.ToolTip, middle, editor.box.viewport().mapToGlobal(middle))
    QApplication.sendEvent(editor.box.viewport(), event)
    assert QToolTip.text() == "<qt>Camas &amp; &lt;b&gt;censables&lt;/b&gt;</qt>"
    QToolTip.hideText()


def test_a_link_tells_where_it_leads(editor: RichTextEditor) -> None:
    editor.set_value(LINKED)
    cursor = editor.box.textCursor()
    cursor.setPosition(8)
    assert editor.box.tip_at(cursor) == "https://ejemplo.gob.mx"


def test_data_and_snippets_are_inserted_from_a_menu(editor: RichTextEditor, project: Project) -> None:
    project.edit("x", [alta(Fragmento(id="f", nombre="Contacto & prensa", texto="Escriba a **{contacto}**"))])
    editor.set_value("Hay ")
    editor.setFocus()
    at(editor, 4)
    QTest.keyClick(editor.box, Qt.Key.Key_D, CTRL | SHIFT)
    assert editor.menu.isVisible()
    actions = {action.text(): action for action in editor.menu.actions()}
    actions["Conjunto de datos: Camas && <b>censables</b>"].trigger()
    assert list(actions)[1:] == ["", "Sin valor todavía", "Fragmentos"]
    empty = {action.text(): action for action in editor.without.actions()}
    assert empty["URL directa"].toolTip() == "La dirección directa de los datos."
    assert editor.without.toolTipsVisible()
    (snippet,) = editor.snippets.actions()
    assert snippet.text() == "Contacto && prensa"
    snippet.trigger()
    editor.menu.close()
    assert editor.value() == "Hay {conjunto}Escriba a **{contacto}**"


def test_what_is_pasted_is_clean_and_taken_back_at_once(editor: RichTextEditor, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setHtml("<h2>T</h2><p><b>uno</b><img src='http://x/y.png'></p>")
    assert editor.box.canInsertFromMimeData(mime)
    editor.box.insertFromMimeData(mime)
    assert editor.value() == "## T\n\n**uno**"
    editor.box.undo()
    assert editor.value() == ""
    mime = QMimeData()
    mime.setText("a" * 70_000)
    editor.box.insertFromMimeData(mime)
    assert editor.notice.isVisible()
    assert "60,000" in editor.notice.text()
    editor.forget.timeout.emit()  # the seconds that it stays
    assert not editor.notice.isVisible()


def test_the_bar_is_there_while_it_is_written(editor: RichTextEditor) -> None:
    height = editor.height()
    editor.box.clearFocus()
    assert not editor.bar.isVisible()
    editor.setFocus()
    assert editor.bar.isVisible()
    editor.set_read_only(True)
    assert not editor.bar.isVisible()
    assert editor.height() == height
    assert all(button.accessibleName() for button in editor.bar.buttons.values())


def test_everything_of_the_bar_is_in_the_menu_of_the_box(editor: RichTextEditor) -> None:
    editor.set_value("uno")
    editor.box.selectAll()
    menu = editor.context_menu()
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert {"Negrita", "Cursiva", "Liga…", "Lista", "Lista numerada", "Subtítulo", "Insertar datos…"} <= set(actions)
    actions["Negrita"].trigger()
    assert editor.value() == "**uno**"
    editor.box.customContextMenuRequested.emit(QPoint(3, 3))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_nothing_is_formatted_where_it_is_only_read(editor: RichTextEditor) -> None:
    editor.set_value("uno")
    editor.set_read_only(True)
    editor.box.selectAll()
    for action in (BOLD, ITALICS, BULLETS, LINK, DATA):
        editor.box.apply(action)
    editor.box.insert_blocks(())
    type_text(editor.box, "x")
    enter(editor)
    assert editor.value() == "uno"
    assert not shown_dialogs(LinkDialog)


def test_letters_are_taken_back_before_the_work(editor: RichTextEditor) -> None:
    editor.set_value("**Uno**")
    type_text(editor.box, "x")
    QTest.keyClick(editor.box, Qt.Key.Key_Z, CTRL)
    assert editor.value() == "**Uno**"
    assert not editor.box.document().isUndoAvailable()


def test_the_tab_key_leaves(editor: RichTextEditor) -> None:
    editor.setFocus()
    QTest.keyClick(editor.box, Qt.Key.Key_Tab)
    assert not editor.box.hasFocus()


def test_it_grows_with_its_text(editor: RichTextEditor) -> None:
    low = editor.box.height()
    editor.set_value("\n\n".join(["Renglón"] * 9))
    assert editor.box.height() > low


def test_other_colours_are_taken_when_they_change(
    editor: RichTextEditor, listen: Callable[[FieldEditor], list[str]]
) -> None:
    editor.set_value("{conjunto} [x](https://a.mx)\n\n## T")
    told = listen(editor)
    QApplication.processEvents()
    editor.set_colours(OSCURO)
    assert OSCURO.dato_suave in colours(editor.box.viewport())
    QApplication.sendEvent(editor, QEvent(QEvent.Type.PaletteChange))
    assert CLARO.dato_suave in colours(editor.box.viewport())
    assert "cambia" not in told


def test_lists_that_touch_go_on_counting(editor: RichTextEditor) -> None:
    editor.set_value("1. a\n\nEn medio\n\n1. b")
    select(editor, 1, 10)
    QTest.keyClick(editor.box, Qt.Key.Key_Delete)
    assert editor.value() == "1. a\n2. b"
    assert editor.box.document().lastBlock().textList() == editor.box.document().firstBlock().textList()
