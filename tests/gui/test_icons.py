"""The icons: in the colour asked for, sharp at any size, grey where disabled."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage

from promueve_gui import gui
from promueve_gui.gui.icons import GlyphEngine, Icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from promueve_gui.gui.context import Services


@pytest.fixture
def icons(qapp: QApplication, services: Services) -> Icons:
    return Icons(services.recursos / "iconos")


def ink(image: QImage) -> set[str]:
    """Return the colours of the pixels that are wholly covered."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in places if image.pixelColor(x, y).alpha() == 255}


def picture(icon: QIcon, side: int, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(side, side), mode).toImage()


def test_every_name_has_a_glyph_that_is_drawn(icons: Icons, services: Services) -> None:
    names = tomllib.loads((services.recursos / "iconos" / "iconos.toml").read_text(encoding="utf-8"))
    empty = [name for name in names if not ink(picture(icons.icon(name, "#8a1538"), 48))]
    assert names
    assert empty == []


def test_every_glyph_that_ships_is_asked_for(services: Services) -> None:
    names = tomllib.loads((services.recursos / "iconos" / "iconos.toml").read_text(encoding="utf-8"))
    code = "".join(path.read_text(encoding="utf-8") for path in Path(gui.__file__).parent.rglob("*.py"))
    assert [name for name in names if f'"{name}"' not in code] == []


def test_an_icon_is_drawn_in_its_colour(icons: Icons) -> None:
    assert ink(picture(icons.icon("check", "#1a7f4b"), 48)) == {"#1a7f4b"}


def test_a_disabled_icon_is_drawn_in_the_other(icons: Icons) -> None:
    icon = icons.icon("check", "#1a7f4b", "#63686f")
    assert ink(picture(icon, 48, QIcon.Mode.Disabled)) == {"#63686f"}


@pytest.mark.parametrize("side", [1, 16, 48, 96])
def test_an_icon_is_as_large_as_asked_for(icons: Icons, side: int) -> None:
    assert picture(icons.icon("plus", "#000000"), side).size() == QSize(side, side)


def test_a_larger_icon_has_more_ink(icons: Icons) -> None:
    def covered(side: int) -> int:
        image = picture(icons.icon("plus", "#000000"), side)
        return sum(image.pixelColor(x, y).alpha() > 0 for x in range(side) for y in range(side))

    assert covered(96) > 2 * covered(32)


def test_a_copy_of_an_icon_is_the_same(icons: Icons) -> None:
    icon = icons.icon("plus", "#1f5fa8")
    assert picture(QIcon(icon), 32) == picture(icon, 32)


def test_a_copied_engine_draws_the_same(icons: Icons) -> None:
    engine = GlyphEngine(icons.glyph("plus"), icons.family, "#000000", "#000000", {})
    both = [QIcon(made).pixmap(QSize(32, 32)).toImage() for made in (engine.clone(), engine)]
    assert both[0] == both[1]


def test_a_glyph_is_one_character(icons: Icons) -> None:
    assert len(icons.glyph("close")) == 1


def test_an_unknown_name_is_an_error(icons: Icons) -> None:
    with pytest.raises(KeyError):
        icons.icon("unicornio", "#000000")
