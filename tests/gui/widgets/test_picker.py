"""Choosing records from a list: search, one or several, what is chosen comes first, thinking better of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.fitting import MARGINS
from promueve_gui.gui.widgets.editors.factory import make_editor
from promueve_gui.gui.widgets.picker import PickerDialog, pick_records
from promueve_gui.gui.widgets.search_box import SearchBox
from tests.gui.desk import type_text
from tests.gui.looking import named
from tests.gui.samples import PUENTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

AREA, GROUPS = campos(ConjuntoDatos)["area"], campos(LineaPlan)["grupos"]


@pytest.fixture
def host(show: Callable[..., QWidget]) -> QWidget:
    return show(QWidget())


@pytest.fixture
def one(host: QWidget, context: Context, project: Project, show: Callable[..., QWidget]) -> PickerDialog:
    made = PickerDialog(host, context, project, AREA, ("puentes",))
    show(made, 560, 480)
    return made


@pytest.fixture
def several(host: QWidget, context: Context, project: Project, show: Callable[..., QWidget]) -> PickerDialog:
    made = PickerDialog(host, context, project, GROUPS, ("prensa",))
    show(made, 560, 480)
    return made


def shown(dialog: PickerDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def ticked(dialog: PickerDialog) -> list[str]:
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]


def test_it_fits_over_a_small_window(host: QWidget, context: Context, project: Project) -> None:
    host.resize(683, 375)  # a laptop of 1366 × 768 at 200 %
    asked = PickerDialog(host, context, project, AREA, ())
    assert asked.height() <= 375 - MARGINS.height()
    assert asked.width() == 560


def test_it_is_searched_like_every_list(one: PickerDialog) -> None:
    assert isinstance(one.search, SearchBox)
    assert one.search.accessibleName() == "Buscar en áreas"


def test_what_is_chosen_comes_first_and_has_the_cursor(one: PickerDialog) -> None:
    assert one.windowTitle() == "Elegir: Área generadora"
    assert shown(one) == ["Subdirección de Puentes", "Dirección de Caminos"]
    assert one.chosen() == ("puentes",)
    assert one.count.text() == "2 áreas"


def test_without_a_selection_there_is_nothing_to_choose(one: PickerDialog) -> None:
    assert named(one, "Elegir").isEnabled()
    type_text(one.search, "zzz")
    assert not named(one, "Elegir").isEnabled()
    QTest.keyClick(one.search, Qt.Key.Key_Return)
    assert one.isVisible()


def test_the_only_hit_is_taken_with_enter_from_the_search(one: PickerDialog) -> None:
    type_text(one.search, "caminos")
    QTest.keyClick(one.search, Qt.Key.Key_Return)
    assert one.result() == PickerDialog.DialogCode.Accepted
    assert one.chosen() == ("caminos",)


def test_the_arrows_move_in_the_list_from_the_search(one: PickerDialog) -> None:
    one.search.setFocus()
    for key, expected in (
        (Qt.Key.Key_Down, "caminos"),
        (Qt.Key.Key_Up, "puentes"),
        (Qt.Key.Key_PageDown, "caminos"),
    ):
        QTest.keyClick(one.search, key)
        assert one.chosen() == (expected,)
    assert one.search.hasFocus()


def test_what_is_chosen_can_be_taken_away(one: PickerDialog) -> None:
    named(one, "Quitar").click()
    assert one.result() == PickerDialog.DialogCode.Accepted
    assert one.chosen() == ()


def test_buttons_bear_no_icons_of_the_system(one: PickerDialog) -> None:
    assert [made.text() for made in one.findChildren(QPushButton) if not made.icon().isNull()] == []


def test_enter_ticks_the_only_hit_of_several_and_a_second_search_goes_on(several: PickerDialog) -> None:
    type_text(several.search, "escuelas")
    QTest.keyClick(several.search, Qt.Key.Key_Return)
    assert several.isVisible()
    assert several.chosen() == ("prensa", "escuelas")
    several.search.clear()
    QTest.keyClick(several.search, Qt.Key.Key_Return)
    assert several.result() == PickerDialog.DialogCode.Accepted


def test_search_narrows_the_list(one: PickerDialog) -> None:
    type_text(one.search, "caminos")
    assert shown(one) == ["Dirección de Caminos"]
    assert one.count.text() == "1 área"
    assert one.chosen() == ("caminos",)


def test_nothing_under_the_cursor_is_nothing_chosen(one: PickerDialog) -> None:
    type_text(one.search, "zzz")
    assert one.chosen() == ()
    assert one.count.text() == "0 áreas"


def test_enter_on_a_record_takes_it(one: PickerDialog) -> None:
    one.list.setCurrentRow(1)
    one.list.itemActivated.emit(one.list.item(1))
    assert one.result() == PickerDialog.DialogCode.Accepted
    assert one.chosen() == ("caminos",)


def test_several_are_ticked_and_stay_ticked_while_searching(several: PickerDialog) -> None:
    assert shown(several)[0] == "Periodistas"
    assert ticked(several) == ["Periodistas"]
    type_text(several.search, "escuelas")
    several.list.item(0).setCheckState(Qt.CheckState.Checked)
    several.search.clear()
    assert ticked(several) == ["Escuelas rurales", "Periodistas"]
    assert several.chosen() == ("prensa", "escuelas")
    assert several.count.text() == "4 grupos · marcados: 2"


def test_the_space_bar_ticks_and_unticks(several: PickerDialog) -> None:
    several.list.setFocus()
    several.list.setCurrentRow(0)
    QTest.keyClick(several.list, Qt.Key.Key_Space)
    assert several.chosen() == ()
    assert several.count.text() == "4 grupos · marque lo que corresponda"


def test_enter_on_one_of_several_ticks_it(several: PickerDialog) -> None:
    several.list.itemActivated.emit(several.list.item(1))
    several.list.itemActivated.emit(several.list.item(0))
    assert several.chosen() == ("senado",)
    assert several.isVisible()


def test_records_without_a_name_can_be_chosen_too(
    host: QWidget, context: Context, project: Project, show: Callable[..., QWidget]
) -> None:
    project.edit("Cambiar", [cambio(PUENTES, nombre="")])
    dialog = PickerDialog(host, context, project, AREA, ())
    show(dialog)
    assert shown(dialog) == ["Sin nombre", "Dirección de Caminos"]
    assert dialog.chosen() == ()


def test_tips_show_the_name_as_it_was_typed(
    host: QWidget, context: Context, project: Project, show: Callable[..., QWidget]
) -> None:
    project.edit("Cambiar", [cambio(PUENTES, nombre="<b>Puentes</b>")])
    dialog = PickerDialog(host, context, project, AREA, ())
    show(dialog)
    assert dialog.list.item(0).toolTip() == "<qt>&lt;b&gt;Puentes&lt;/b&gt;</qt>"


def answer(text: str) -> None:
    """Press a button of the dialog as soon as it stands."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PickerDialog)
        named(dialog, text).click()

    QTimer.singleShot(0, press)


@pytest.mark.parametrize(("text", "expected"), [("Elegir", ("prensa", "senado")), ("Cancelar", None)])
def test_the_question_is_answered_or_not(
    host: QWidget, context: Context, project: Project, text: str, expected: tuple[str, ...] | None
) -> None:
    answer(text)
    assert pick_records(host, context, project, GROUPS, ("prensa", "senado")) == expected
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: the dialog is let go
    assert host.findChildren(PickerDialog) == []


def test_the_editor_of_a_field_asks_with_this_dialog(
    host: QWidget, context: Context, project: Project, show: Callable[..., QWidget]
) -> None:
    editor = make_editor(GROUPS, context, project, host)
    editor.set_value(("senado",))
    show(editor)
    answer("Elegir")
    named(editor, "Elegir…").click()
    assert editor.value() == ("senado",)


def test_escape_is_thinking_better_of_it(several: PickerDialog) -> None:
    QTest.keyClick(several, Qt.Key.Key_Escape)
    assert several.result() == PickerDialog.DialogCode.Rejected
