"""Tabs whose pages are made when first visited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from promueve_gui.gui.widgets.late_tabs import LateTabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def tabs(show: Callable[..., QWidget], made: list[str]) -> LateTabs:
    def make(name: str) -> QWidget:
        made.append(name)
        return QLabel(name)

    pages = LateTabs(
        ("Plan", QLabel("plan")), ("Calendario", lambda: make("calendario")), ("Objetos", lambda: make("objetos"))
    )
    show(pages)
    return pages


def on_tab(tabs: LateTabs, place: int) -> list[str]:
    page = tabs.widget(place)
    assert page is not None
    return [one.text() for one in page.findChildren(QLabel)]


def test_a_page_is_made_when_its_tab_is_first_chosen(tabs: LateTabs, made: list[str]) -> None:
    assert made == []
    tabs.setCurrentIndex(1)
    tabs.setCurrentIndex(0)
    tabs.setCurrentIndex(1)
    assert made == ["calendario"]
    assert on_tab(tabs, 1) == ["calendario"]


def test_the_keyboard_goes_from_tab_to_tab(tabs: LateTabs, made: list[str]) -> None:
    tabs.tabBar().setFocus()
    QTest.keyClick(tabs.tabBar(), Qt.Key.Key_Right)
    QTest.keyClick(tabs.tabBar(), Qt.Key.Key_Right)
    assert tabs.currentIndex() == 2
    assert made == ["calendario", "objetos"]


def test_the_same_name_again_paints_nothing_anew(tabs: LateTabs, qtbot: QtBot) -> None:
    class Painted(QObject):
        times = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            del watched
            self.times += event.type() == QEvent.Type.Paint
            return False

    tabs.setTabText(1, "Calendario (3)")
    QCoreApplication.processEvents()
    painted = Painted()
    tabs.tabBar().installEventFilter(painted)
    tabs.setTabText(1, "Calendario (3)")
    QCoreApplication.processEvents()
    assert painted.times == 0
    tabs.setTabText(1, "Calendario (4)")
    qtbot.waitUntil(lambda: painted.times > 0)
    assert tabs.tabText(1) == "Calendario (4)"


def test_a_page_can_be_made_beforehand(tabs: LateTabs, made: list[str]) -> None:
    tabs.build(2)
    tabs.build(2)
    assert made == ["objetos"]
    assert tabs.currentIndex() == 0


def test_the_first_page_may_be_late_too(show: Callable[..., QWidget]) -> None:
    pages = LateTabs(("Uno", lambda: QLabel("uno")))
    show(pages)
    assert on_tab(pages, 0) == ["uno"]


def test_a_page_is_on_screen_as_soon_as_it_is_made(tabs: LateTabs) -> None:
    tabs.setCurrentIndex(1)
    page = tabs.widget(1)
    assert page is not None
    assert all(one.isVisible() for one in page.findChildren(QLabel))


def test_a_page_that_could_not_be_made_is_tried_again(show: Callable[..., QWidget]) -> None:
    disks = [OSError("se fue el disco")]

    def make() -> QWidget:
        if disks:
            raise disks.pop()
        return QLabel("calendario")

    pages = LateTabs(("Plan", QLabel("plan")), ("Calendario", make))
    show(pages)
    with pytest.raises(OSError, match="disco"):
        pages.build(1)
    pages.build(1)
    assert on_tab(pages, 1) == ["calendario"]
