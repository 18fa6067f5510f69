"""What the parts of the window share: colours that can change, icons in them, services made when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from promueve_gui.gui.settings import Settings
from promueve_gui.gui.theme import CLARO, INKS, OSCURO, Tema
from tests.gui.test_icons import ink

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.gui.context import Context, Services


@pytest.fixture
def heard(context: Context) -> list[None]:
    """Return a list that grows with each change of theme."""
    told: list[None] = []
    context.theme_changed.connect(lambda: told.append(None))
    return told


def colour(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    return ink(icon.pixmap(QSize(48, 48), mode).toImage())


def test_it_starts_with_the_colours_of_the_user(context: Context) -> None:
    assert context.colores is CLARO


def test_another_theme_is_told_and_remembered(context: Context, heard: list[None], tmp_path: Path) -> None:
    context.set_theme(Tema.OSCURO)
    assert context.colores is OSCURO
    assert heard == [None]
    assert context.settings.tema is Tema.OSCURO
    assert Settings(tmp_path / "ajustes.ini").tema is Tema.OSCURO


def test_icons_are_in_the_colour_of_text_unless_told_otherwise(context: Context) -> None:
    assert colour(context.icon("check")) == {CLARO.texto}
    assert colour(context.icon("check", CLARO.bien)) == {CLARO.bien}
    assert colour(context.icon("check"), QIcon.Mode.Disabled) == {CLARO.secundario}
    context.set_theme(Tema.OSCURO)
    assert colour(context.icon("check")) == {OSCURO.texto}


def test_icons_that_stand_somewhere_follow_the_theme(context: Context) -> None:
    made = {ink: context.icon("check", getattr(CLARO, ink)) for ink in INKS}
    for tema, colores in ((Tema.OSCURO, OSCURO), (Tema.CLARO, CLARO)):
        context.set_theme(tema)
        for ink_name, icon in made.items():
            assert colour(icon) == {getattr(colores, ink_name)}
            assert colour(icon, QIcon.Mode.Disabled) == {colores.secundario}
    assert colour(context.icon("check", "#123456")) == {"#123456"}


def test_the_desktop_is_followed_where_the_user_asks_for_it(context: Context, heard: list[None]) -> None:
    context.set_theme(Tema.OSCURO)
    context.settings.tema = Tema.SISTEMA  # and the desktop is light
    heard.clear()
    context.follow_system()
    assert context.colores is CLARO
    assert heard == [None]
    context.follow_system()
    assert heard == [None]  # nothing new


def test_the_desktop_is_not_asked_where_the_user_chose(context: Context, heard: list[None]) -> None:
    context.set_theme(Tema.OSCURO)
    heard.clear()
    context.follow_system()
    assert context.colores is OSCURO
    assert heard == []


def test_services_are_made_once(services: Services) -> None:
    assert services.opener is services.opener
    assert services.textos is services.textos
    assert "usuarios" in services.textos.pasos
