"""What is seen before a project is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from promueve_gui.gui.settings import RECENT
from promueve_gui.gui.start_screen import StartScreen
from promueve_gui.gui.theme import Tema

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context

NOTHING = "Aquí aparecerán los proyectos que abra."


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> StartScreen:
    made = StartScreen(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def remember(context: Context, screen: StartScreen, *paths: Path) -> None:
    for path in paths:
        path.touch()
        context.settings.add_recent(path)
    screen.refresh()


def recents(screen: StartScreen) -> list[str]:
    return [screen.recent.item(place).text() for place in range(screen.recent.count())]


def test_at_first_it_says_where_projects_will_appear(screen: StartScreen, context: Context) -> None:
    assert not screen.recent.isVisible()
    shown = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert NOTHING in shown
    assert f"Versión {context.services.version}" in shown


def test_each_way_to_begin_asks_for_it(screen: StartScreen) -> None:
    asked: list[str] = []
    screen.new_asked.connect(lambda: asked.append("new"))
    screen.open_asked.connect(lambda: asked.append("open"))
    screen.example_asked.connect(lambda: asked.append("example"))
    for made in (screen.new_button, screen.open_button, screen.example_button):
        made.click()
    assert asked == ["new", "open", "example"]


def test_the_primary_action_is_one(screen: StartScreen) -> None:
    buttons = (screen.new_button, screen.open_button, screen.example_button)
    assert [made.objectName() for made in buttons] == ["primario", "", ""]


def test_recent_projects_are_listed_newest_first(screen: StartScreen, context: Context, tmp_path: Path) -> None:
    remember(context, screen, tmp_path / "ríos.promueve", tmp_path / "museos.promueve")
    assert [text.splitlines()[0] for text in recents(screen)] == ["museos", "ríos"]
    assert str(tmp_path) in recents(screen)[0]
    assert screen.recent.isVisible()
    assert NOTHING not in [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]


def test_those_that_are_gone_are_not_listed(screen: StartScreen, context: Context, tmp_path: Path) -> None:
    remember(context, screen, tmp_path / "ríos.promueve", tmp_path / "museos.promueve")
    (tmp_path / "museos.promueve").unlink()
    screen.refresh()
    assert [text.splitlines()[0] for text in recents(screen)] == ["ríos"]


def test_no_more_than_a_few_are_remembered(screen: StartScreen, context: Context, tmp_path: Path) -> None:
    remember(context, screen, *(tmp_path / f"proyecto{number}.promueve" for number in range(RECENT + 3)))
    assert len(recents(screen)) == RECENT
    assert recents(screen)[0].startswith(f"proyecto{RECENT + 2}\n")


@pytest.mark.parametrize("way", ["click", "enter"])
def test_a_recent_project_is_opened_with_a_click_or_enter(
    qtbot: QtBot, screen: StartScreen, context: Context, tmp_path: Path, way: str
) -> None:
    remember(context, screen, tmp_path / "ríos.promueve")
    chosen: list[Path] = []
    screen.recent_chosen.connect(chosen.append)
    item = screen.recent.item(0)
    if way == "click":
        place = screen.recent.visualItemRect(item).center()
        qtbot.mouseClick(screen.recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        screen.recent.setCurrentItem(item)
        qtbot.keyClick(screen.recent, Qt.Key.Key_Return)
    assert chosen == [tmp_path / "ríos.promueve"]


def test_its_icons_follow_the_theme(screen: StartScreen, context: Context) -> None:
    def picture() -> bytes:
        image = screen.open_button.icon().pixmap(16, 16).toImage()
        return bytes(image.constBits())

    light = picture()
    context.set_theme(Tema.OSCURO)
    assert picture() != light


def test_folder_names_are_not_taken_for_html(screen: StartScreen, context: Context, tmp_path: Path) -> None:
    remember(context, screen, tmp_path / "<i>ríos<i>.promueve")
    assert "&lt;i&gt;" in screen.recent.item(0).toolTip()
    assert recents(screen)[0].startswith("<i>ríos<i>\n")
