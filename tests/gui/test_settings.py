"""What the window remembers: written to a file and read from it by the next start, whatever it finds there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray

from promueve_gui.gui.settings import RECENT, Settings
from promueve_gui.gui.theme import Tema

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "ajustes.ini")


def next_start(tmp_path: Path, settings: Settings) -> Settings:
    """Return the settings as another start of the program reads them."""
    del settings  # it writes what it holds when it is let go
    return Settings(tmp_path / "ajustes.ini")


def make(tmp_path: Path, *names: str) -> list[Path]:
    paths = [tmp_path / f"{name}.promueve" for name in names]
    for path in paths:
        path.touch()
    return paths


def test_the_first_start_knows_nothing(settings: Settings) -> None:
    assert settings.tema is Tema.SISTEMA
    assert settings.recent() == []
    assert settings.bytes("ventana/geometria").isEmpty()
    assert settings.text("archivos/carpeta") == ""
    assert settings.flag("ventana/guia", default=True) is True
    assert settings.flag("ventana/guia", default=False) is False


@pytest.mark.parametrize("tema", list(Tema))
def test_the_theme_is_remembered(settings: Settings, tmp_path: Path, tema: Tema) -> None:
    settings.tema = tema
    assert next_start(tmp_path, settings).tema is tema


def test_a_theme_that_is_none_is_that_of_the_desktop(settings: Settings) -> None:
    settings.set_text("ventana/tema", "fucsia")
    assert settings.tema is Tema.SISTEMA


def test_recent_projects_come_newest_first(settings: Settings, tmp_path: Path) -> None:
    first, second = make(tmp_path, "uno", "dos")
    settings.add_recent(first)
    settings.add_recent(second)
    assert next_start(tmp_path, settings).recent() == [second, first]


def test_one_recent_project_is_read_back(settings: Settings, tmp_path: Path) -> None:
    (only,) = make(tmp_path, "año, «nuevo»")
    settings.add_recent(only)
    assert next_start(tmp_path, settings).recent() == [only]


def test_a_project_opened_again_is_listed_once(settings: Settings, tmp_path: Path) -> None:
    first, second = make(tmp_path, "uno", "dos")
    for path in (first, second, first):
        settings.add_recent(path)
    assert settings.recent() == [first, second]


def test_a_project_that_is_gone_is_not_offered(settings: Settings, tmp_path: Path) -> None:
    first, second = make(tmp_path, "uno", "dos")
    settings.add_recent(first)
    settings.add_recent(second)
    second.unlink()
    assert settings.recent() == [first]


def test_only_so_many_are_kept(settings: Settings, tmp_path: Path) -> None:
    paths = make(tmp_path, *(str(number) for number in range(RECENT + 3)))
    for path in paths:
        settings.add_recent(path)
    assert settings.recent() == paths[: -RECENT - 1 : -1]


def test_geometry_is_remembered(settings: Settings, tmp_path: Path) -> None:
    settings.set_bytes("ventana/geometria", QByteArray(b"\x00\x01\xff"))
    assert next_start(tmp_path, settings).bytes("ventana/geometria") == QByteArray(b"\x00\x01\xff")


def test_what_is_no_geometry_is_none(settings: Settings) -> None:
    settings.set_text("ventana/geometria", "estropeada")
    assert settings.bytes("ventana/geometria").isEmpty()


@pytest.mark.parametrize("value", [True, False])
def test_a_yes_or_no_is_remembered(settings: Settings, tmp_path: Path, value: bool) -> None:
    settings.set_flag("ventana/guia", value=value)
    again = next_start(tmp_path, settings)
    assert again.flag("ventana/guia", default=not value) is value


def test_a_text_is_remembered(settings: Settings, tmp_path: Path) -> None:
    settings.set_text("archivos/carpeta", '/casa/niñez, á; "b"')
    assert next_start(tmp_path, settings).text("archivos/carpeta") == '/casa/niñez, á; "b"'
