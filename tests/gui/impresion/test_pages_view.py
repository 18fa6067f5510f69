"""Pages on the screen: turned and enlarged by keyboard, told to screen readers, white on any theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from promueve_gui.gui.impresion.pages_view import LARGEST, REMEMBERED, SMALLEST, PagesView
from tests.gui.impresion.made import composed, document, table
from tests.gui.looking import colours

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PAGES = 9


@pytest.fixture
def view(qtbot: QtBot) -> PagesView:
    """Return a view of several pages, on screen."""
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_pages(composed(document(table(("Enero", [[str(n), "Actividad " * 30, "x"] for n in range(90)])))))
    assert made.count >= PAGES
    return made


def press(qtbot: QtBot, view: PagesView, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(view, key)


def test_pages_come_as_wide_as_there_is_room(view: PagesView) -> None:
    assert view.horizontalScrollBar().maximum() == 0
    before = view.zoom
    view.resize(600, 500)
    assert view.zoom < before


def test_the_keyboard_turns_pages(qtbot: QtBot, view: PagesView) -> None:
    seen: list[int] = []
    view.page_changed.connect(seen.append)
    press(qtbot, view, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home)
    assert seen == [1, 2, 1, view.count - 1, 0]
    press(qtbot, view, Qt.Key.Key_PageUp)
    assert view.place == 0


def test_other_keys_scroll(qtbot: QtBot, view: PagesView) -> None:
    press(qtbot, view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0


def test_pages_are_made_larger_and_smaller_and_the_same_page_stays(qtbot: QtBot, view: PagesView) -> None:
    view.go(4)
    heard: list[float] = []
    view.zoom_changed.connect(heard.append)
    before = view.zoom
    press(qtbot, view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(before * 1.25)
    assert view.place == 4
    assert view.horizontalScrollBar().maximum() > 0
    press(qtbot, view, Qt.Key.Key_Minus)
    assert heard == pytest.approx([before * 1.25, before])
    view.set_zoom(99)
    assert view.zoom == LARGEST
    view.set_zoom(0)
    assert view.zoom == SMALLEST


def test_the_whole_page_fits_when_asked(view: PagesView) -> None:
    view.fit("pagina")
    whole = view.zoom
    view.fit("ancho")
    assert whole < view.zoom


def test_the_wheel_scrolls_and_enlarges_with_ctrl(view: PagesView) -> None:
    def roll(delta: int, modifier: Qt.KeyboardModifier) -> None:
        place = QPointF(100, 100)
        event = QWheelEvent(
            place, view.mapToGlobal(place), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, modifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)

    before = view.zoom
    roll(120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > before
    roll(-120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before)
    roll(-120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0


def test_a_screen_reader_is_told_the_page_in_sight(view: PagesView) -> None:
    assert view.accessibleName() == "Páginas del documento"
    assert view.accessibleDescription().startswith(f"Página 1 de {view.count}\nPlan de promoción")
    view.go(2)
    assert view.accessibleDescription().startswith(f"Página 3 de {view.count}\nFecha")


def test_paper_is_white_and_only_a_few_pages_are_kept(view: PagesView) -> None:
    assert {"#ffffff", "#8a1538"} <= colours(view)
    for place in range(view.count):
        view.go(place)
        view.grab()
    assert len(view._painted) <= REMEMBERED  # noqa: SLF001  # nothing else tells of it


def test_without_pages_there_is_nothing_to_turn_to(view: PagesView) -> None:
    assert view.accessibleDescription()
    view.show_pages(None)
    assert view.accessibleDescription() == ""
    view.go(3)
    view.fit("pagina")
    view.grab()
    assert (view.count, view.place) == (0, -1)
