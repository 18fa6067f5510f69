"""How a person fills in forms, by mouse and keyboard alone: what is clicked is where it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from promueve_gui.gui.widgets.editors.choice import ChoicesEditor
from promueve_gui.gui.widgets.editors.reference import ReferenceEditor, ReferencesEditor
from promueve_gui.gui.widgets.picker import PickerDialog
from tests.gui.desk import type_text
from tests.gui.modal import when_asked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.gui.widgets.record_form import RecordForm

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def click(widget: QWidget) -> None:
    """Click in the middle of a control."""
    QApplication.processEvents()
    assert widget.isVisible(), widget
    assert widget.isEnabled(), widget
    QTest.mouseClick(widget, LEFT, pos=widget.rect().center())
    QApplication.processEvents()


def click_button(parent: QWidget, text: str) -> None:
    """Click the button that says ``text``; there must be one in sight."""
    QApplication.processEvents()
    popup = QApplication.activePopupWidget()
    if popup is not None:  # suggestions that are still open would take the click, as on a desktop
        popup.close()
    seen = [b for b in parent.findChildren(QPushButton) if b.text().replace("&", "") == text and b.isVisible()]
    assert len(seen) == 1, (text, [b.text() for b in parent.findChildren(QPushButton) if b.isVisible()])
    click(seen[0])


def fill(form: RecordForm, values: Mapping[str, str]) -> None:
    """Fill in the fields of a form, each as its kind is filled in; several of a list are parted by « | »."""
    for nombre, text in values.items():
        editor = form.editor(nombre)
        form.ensureWidgetVisible(editor)
        QApplication.processEvents()
        if isinstance(editor, ReferencesEditor):
            _pick(editor, text.split(" | "))
        elif isinstance(editor, ChoicesEditor):
            for one in text.split(" | "):
                (box,) = [box for box in editor.boxes.values() if box.text() == one]
                QTest.mouseClick(box, LEFT, pos=box.rect().bottomLeft() / 2)
        elif isinstance(editor, ReferenceEditor):
            _complete(editor.line, text)
        else:
            widget = editor.focusProxy()
            assert widget is not None
            _choose(widget, text) if isinstance(widget, QComboBox) else _type(widget, text)


def _type(widget: QWidget, text: str) -> None:
    click(widget)
    QTest.keyClick(widget, Qt.Key.Key_A, CTRL)
    lines = text.split("\n")
    for place, line in enumerate(lines):
        type_text(widget, line)
        if place < len(lines) - 1:
            QTest.keyClick(widget, Qt.Key.Key_Return)
    QTest.keyClick(widget, Qt.Key.Key_Tab)
    shown = widget.toPlainText() if isinstance(widget, QPlainTextEdit | QTextEdit) else ""
    shown = widget.text() if isinstance(widget, QLineEdit) else shown
    assert shown == text


def _choose(combo: QComboBox, text: str) -> None:
    row = combo.findText(text)
    assert row >= 0, (text, [combo.itemText(n) for n in range(combo.count())])
    click(combo)
    view = combo.view()
    view.setCurrentIndex(combo.model().index(row, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert combo.currentText() == text


def _complete(line: QLineEdit, text: str) -> None:
    click(line)
    QTest.keyClick(line, Qt.Key.Key_A, CTRL)
    type_text(line, text[:6])
    completer = line.completer()
    popup = completer.popup()
    QApplication.processEvents()
    assert popup is not None
    assert popup.isVisible(), text
    rows = completer.completionModel()
    (row,) = [n for n in range(rows.rowCount()) if rows.index(n, 0).data() == text]
    for _ in range(row + 1):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == text


def _pick(editor: ReferencesEditor, names: list[str]) -> None:
    def tick(dialog: PickerDialog) -> None:
        for name in names:
            QTest.keyClick(dialog.search, Qt.Key.Key_A, CTRL)
            type_text(dialog.search, name)
            assert dialog.list.count() == 1, name
            dialog.list.setFocus()
            dialog.list.setCurrentRow(0)
            QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        click_button(dialog, "Elegir")

    asked = when_asked(PickerDialog, tick)
    click_button(editor, "Elegir…")
    assert not asked.isActive()
