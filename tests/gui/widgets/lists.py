"""A list as somebody narrows it down: its filters opened and chosen from, its search typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from tests.gui.desk import type_text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.widgets.record_list import RecordList

FILTERS = ("clase", "area", "prioritario", "ejes")


def ids(records: RecordList) -> list[str]:
    """Return the identities shown, in order."""
    return [registro.id for registro in records.model.registros()]


def filter_button(records: RecordList, nombre: str) -> QToolButton:
    """Return the button of a filter."""
    made = [one for one in records.findChildren(QToolButton) if one.accessibleName().startswith("Filtrar por")]
    return made[FILTERS.index(nombre)]


def offered(records: RecordList, nombre: str) -> list[QAction]:
    """Open the menu of a filter and return what it offers."""
    menu = filter_button(records, nombre).menu()
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def pick(records: RecordList, nombre: str, text: str) -> None:
    """Choose what a filter lets through."""
    (action,) = [action for action in offered(records, nombre) if action.text() == text]
    action.trigger()


def search(records: RecordList, text: str, qtbot: QtBot) -> None:
    """Type into the search field and wait until it is heeded."""
    type_text(records.search, text)
    with qtbot.waitSignal(records.model.modelReset):
        pass
