"""Editors of choices: by mouse, by keyboard, and by a wheel that only scrolls past."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from promueve_gui.gui.widgets.editors.choice import NADA, CheckEditor, ChoiceEditor, ChoicesEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.widgets.editors.base import FieldEditor


@pytest.fixture
def choice(make: Callable[..., ChoiceEditor]) -> ChoiceEditor:
    return make(GrupoUsuarios, "clase")


def wheel(editor: ChoiceEditor) -> QWheelEvent:
    """Turn the wheel down over a list."""
    place = QPointF(5, 5)
    event = QWheelEvent(
        place,
        QPointF(editor.list.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.list, event)
    return event


def test_a_box_is_ticked_with_the_space_bar(
    make: Callable[..., CheckEditor], listen: Callable[[FieldEditor], list[str]]
) -> None:
    editor = make(GrupoUsuarios, "prioritario")
    told = listen(editor)
    editor.setFocus()
    QTest.keyClick(editor.box, Qt.Key.Key_Space)
    assert editor.value() is True
    assert told[-2:] == ["cambia", "listo"]
    assert editor.box.text() == "Prioritario"


def test_a_vocabulary_is_offered_in_its_order_after_nothing(choice: ChoiceEditor) -> None:
    texts = [choice.list.itemText(place) for place in range(choice.list.count())]
    assert texts == [NADA, *(opcion.etiqueta for opcion in ClaseGrupo)]


def test_a_grade_is_offered_from_one_to_five(make: Callable[..., ChoiceEditor]) -> None:
    editor = make(GrupoUsuarios, "poder")
    assert [editor.list.itemText(place) for place in range(editor.list.count())] == [NADA, *"12345"]
    editor.list.setCurrentIndex(3)
    assert editor.value() == 3


def test_a_choice_is_made_with_the_keyboard(choice: ChoiceEditor, listen: Callable[[FieldEditor], list[str]]) -> None:
    told = listen(choice)
    choice.setFocus()
    QTest.keyClick(choice.list, Qt.Key.Key_Down)
    QTest.keyClick(choice.list, Qt.Key.Key_Down)
    assert choice.value() is ClaseGrupo.GOBIERNO
    assert told[-2:] == ["cambia", "listo"]


def test_no_choice_at_all_is_nothing(choice: ChoiceEditor) -> None:
    choice.list.setCurrentIndex(-1)
    assert choice.value() is None


def test_the_wheel_scrolls_past_a_list_without_the_focus(choice: ChoiceEditor) -> None:
    choice.window().findChildren(QPushButton)[-1].setFocus()
    assert not wheel(choice).isAccepted()
    assert choice.value() is None


def test_the_wheel_chooses_where_the_focus_is(choice: ChoiceEditor) -> None:
    choice.setFocus()
    wheel(choice)
    assert choice.value() is ClaseGrupo.DENTRO


def test_several_are_ticked_one_by_one(
    make: Callable[..., ChoicesEditor], listen: Callable[[FieldEditor], list[str]]
) -> None:
    editor = make(GrupoUsuarios, "ejes")
    told = listen(editor)
    for eje in (Eje.SERVICIOS, Eje.EFICIENCIA, Eje.SERVICIOS):
        editor.boxes[eje].setFocus()
        QTest.keyClick(editor.boxes[eje], Qt.Key.Key_Space)
    assert editor.value() == frozenset({Eje.EFICIENCIA})
    assert told.count("cambia") == 3


def test_each_box_says_its_field_and_its_choice(make: Callable[..., ChoicesEditor]) -> None:
    editor = make(GrupoUsuarios, "ejes")
    assert editor.boxes[Eje.SERVICIOS].accessibleName() == "Ejes estratégicos: Mejora de servicios públicos"
    editor.setFocus()
    assert next(iter(editor.boxes.values())).hasFocus()  # the first takes the focus of the whole
