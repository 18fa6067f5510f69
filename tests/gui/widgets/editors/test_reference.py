"""Editors of links: names typed, suggested or picked; unknown and repeated names are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QPushButton, QToolButton, QWidget

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.widgets.editors.reference import ReferenceEditor, ReferencesEditor
from tests.gui.desk import type_text
from tests.gui.looking import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.domain.ficha import Campo
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.editors.base import FieldEditor


class Picker:
    """Somebody who picks from the list what was said beforehand."""

    def __init__(self) -> None:
        self.answer: tuple[str, ...] | None = None
        self.offered: tuple[str, ...] | None = None

    def __call__(self, campo: Campo, chosen: tuple[str, ...]) -> tuple[str, ...] | None:
        self.offered = chosen
        return self.answer


@pytest.fixture
def picker() -> Picker:
    return Picker()


@pytest.fixture
def area(context: Context, project: Project, picker: Picker, show: Callable[..., QWidget]) -> ReferenceEditor:
    campo = campos(ConjuntoDatos)["area"]
    made = ReferenceEditor(campo, context, lambda: project.proyecto, picker)
    show(made, 400, 60)
    return made


@pytest.fixture
def groups(project: Project, picker: Picker, show: Callable[..., QWidget]) -> ReferencesEditor:
    made = ReferencesEditor(campos(LineaPlan)["grupos"], lambda: project.proyecto, picker)
    show(made, 400, 200)
    return made


def shown(groups: ReferencesEditor) -> list[str]:
    return [groups.list.item(row).text() for row in range(groups.list.count())]


def click_arrow(area: ReferenceEditor) -> None:
    (arrow,) = [one for one in area.findChildren(QToolButton) if one.accessibleName().startswith("Elegir de la lista")]
    QTest.mouseClick(arrow, Qt.MouseButton.LeftButton)


def test_suggestions_are_dressed_as_the_window_is(area: ReferenceEditor) -> None:
    area.line.setFocus()
    type_text(area.line, "di")
    sheet = area.window().styleSheet()
    popup = area.line.completer().popup()
    assert popup is not None
    assert popup.styleSheet() == sheet != ""
    area.window().setStyleSheet(sheet.replace("#8a1538", "#ef89a5"))  # another theme
    type_text(area.line, "r")
    assert popup.styleSheet() == area.window().styleSheet() != sheet
    popup.close()


def test_a_record_is_shown_by_its_name_from_the_beginning(area: ReferenceEditor) -> None:
    area.set_value("puentes")
    assert area.line.text() == "Subdirección de Puentes"
    assert area.line.cursorPosition() == 0
    area.set_value(None)
    assert area.line.text() == ""


def test_a_name_is_typed_without_accents(area: ReferenceEditor) -> None:
    type_text(area.line, "direccion de caminos")
    assert area.value() == "caminos"


def test_an_unknown_name_is_told(area: ReferenceEditor) -> None:
    area.set_value("puentes")
    area.line.clear()
    type_text(area.line, "Subdirección de Puente")
    with pytest.raises(ValorInvalidoError, match="¿quiso decir «Subdirección de Puentes»"):
        area.value()


def test_the_link_is_kept_while_its_name_stands_even_if_two_have_it(area: ReferenceEditor, project: Project) -> None:
    project.edit("Nueva área", [alta(AreaGeneradora(id="otra", nombre="Dirección de Caminos"))])
    area.set_value("otra")
    assert area.value() == "otra"
    type_text(area.line, "x")
    area.line.setText("Dirección de Caminos")
    with pytest.raises(ValorInvalidoError, match="Hay 2 áreas que se llaman"):
        area.value()


def test_the_names_of_now_are_suggested_when_somebody_comes(area: ReferenceEditor, project: Project) -> None:
    project.edit("Nueva área", [alta(AreaGeneradora(id="norte", nombre="Centro Norte"))])
    area.line.clearFocus()
    area.setFocus()
    completer = area.line.completer()
    assert completer is not None
    model = completer.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["Centro Norte", "Dirección de Caminos", "Subdirección de Puentes"]


def test_a_suggestion_taken_is_the_value(area: ReferenceEditor, listen: Callable[[FieldEditor], list[str]]) -> None:
    told = listen(area)
    completer = area.line.completer()
    assert isinstance(completer, QCompleter)
    area.setFocus()
    area.line.setText("Subdirección de Puentes")
    model = completer.model()
    completer.activated.emit(model.index(model.rowCount() - 1, 0).data())
    assert area.value() == "puentes"
    assert told[-2:] == ["cambia", "listo"]


def test_a_record_is_picked_from_the_list(
    area: ReferenceEditor, picker: Picker, listen: Callable[[FieldEditor], list[str]]
) -> None:
    told = listen(area)
    picker.answer = ("puentes",)
    click_arrow(area)
    assert not picker.offered
    assert area.value() == "puentes"
    assert told[-2:] == ["cambia", "listo"]
    picker.answer = ()
    click_arrow(area)
    assert picker.offered == ("puentes",)
    assert area.value() is None


def test_thinking_better_of_it_changes_nothing(
    area: ReferenceEditor, picker: Picker, listen: Callable[[FieldEditor], list[str]]
) -> None:
    area.set_value("caminos")
    told = listen(area)
    click_arrow(area)
    assert picker.offered == ("caminos",)
    assert area.value() == "caminos"
    assert "cambia" not in told


def test_links_are_listed_in_their_order(groups: ReferencesEditor) -> None:
    groups.set_value(("prensa", "senado"))
    assert shown(groups) == ["Periodistas", "Comisión del Senado"]
    assert groups.list.item(0).toolTip() == "<qt>Periodistas</qt>"


def test_several_are_picked_from_the_list(
    groups: ReferencesEditor, picker: Picker, listen: Callable[[FieldEditor], list[str]]
) -> None:
    groups.set_value(("prensa",))
    told = listen(groups)
    named(groups, "Elegir…").click()
    assert groups.value() == ("prensa",)  # thought better of it
    picker.answer = ("prensa", "escuelas")
    named(groups, "Elegir…").click()
    assert picker.offered == ("prensa",)
    assert groups.value() == ("prensa", "escuelas")
    assert [word for word in told if word != "foco"] == ["cambia", "listo"]


def test_the_chosen_ones_are_taken_away(groups: ReferencesEditor, listen: Callable[[FieldEditor], list[str]]) -> None:
    groups.set_value(("prensa", "senado", "escuelas"))
    assert not groups.remove.isEnabled()
    for row in (0, 2):
        groups.list.item(row).setSelected(True)
    assert groups.remove.isEnabled()
    told = listen(groups)
    groups.remove.click()
    assert groups.value() == ("senado",)
    assert shown(groups) == ["Comisión del Senado"]
    assert not groups.remove.isEnabled()
    assert told[-2:] == ["cambia", "listo"]


def test_buttons_say_what_they_choose(groups: ReferencesEditor) -> None:
    names = [made.accessibleName() for made in groups.findChildren(QPushButton)]
    assert names == ["Elegir grupos de usuarios", "Quitar de grupos de usuarios"]


def test_the_start_of_a_name_is_unfinished_until_the_user_is_through(area: ReferenceEditor) -> None:
    area.setFocus()
    type_text(area.line, "Subdi")
    assert area.unfinished()
    QTest.keyClick(area.line, Qt.Key.Key_Return)
    assert not area.unfinished()
    type_text(area.line, "r")
    area.line.clearFocus()
    assert not area.unfinished()
    type_text(area.line, "e")
    area.set_value("caminos")
    assert not area.unfinished()


def test_a_suggestion_is_taken_whole_and_shown_from_its_beginning(area: ReferenceEditor, qtbot: QtBot) -> None:
    area.setFocus()
    type_text(area.line, "Subdi")
    completer = area.line.completer()
    assert isinstance(completer, QCompleter)
    completer.activated.emit("Subdirección de Puentes")
    assert area.value() == "puentes"
    qtbot.waitUntil(lambda: area.line.cursorPosition() == 0)


@pytest.mark.qt_log_ignore("This plugin does not support", "Keyboard event not accepted")
def test_alt_and_the_down_arrow_offer_every_name(area: ReferenceEditor) -> None:
    area.set_value("puentes")
    area.line.setFocus()
    QTest.keyClick(area.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    completer = area.line.completer()
    assert isinstance(completer, QCompleter)
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    assert completer.completionCount() == 2
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert area.value() == "caminos"
