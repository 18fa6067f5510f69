"""Pictures are taken of the real window, named after what they show, and always of the same day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QLabel

from pictures.camera import lighten, shoot, shoot_dialog, shrink
from pictures.tour import Tour, opened_window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
HOY = date(2026, 3, 17)


@pytest.fixture
def tour(tmp_path: Path) -> Tour:
    home = tmp_path / "casa"
    home.mkdir()
    return Tour(home, HOY)


def names(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir()}


def test_a_picture_is_saved_with_its_folder(qtbot: QtBot, tmp_path: Path) -> None:
    label = QLabel("Hola")
    qtbot.addWidget(label)
    shoot(label, tmp_path / "a" / "b.png")
    assert QImage(str(tmp_path / "a" / "b.png")).size() == label.size()


def test_a_picture_that_cannot_be_saved_is_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    label = QLabel("Hola")
    qtbot.addWidget(label)
    with pytest.raises(OSError, match="b"):
        shoot(label, tmp_path / "b.sin-formato")


def test_a_dialog_is_prepared_drawn_and_closed(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    titles: list[str] = []
    shoot_dialog(dialog.open, tmp_path / "d.png", lambda seen: titles.append(seen.windowTitle()))
    assert (tmp_path / "d.png").is_file()
    assert dialog.isHidden()
    assert titles == [""]


def test_a_lighter_picture_shows_the_same(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0x8A1538)
    picture.save(str(path))
    lighten(path)
    assert QImage(str(path)).format() is QImage.Format.Format_Indexed8
    assert QImage(str(path)).pixelColor(20, 20).name() == "#8a1538"


def test_a_smaller_picture_keeps_its_shape(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(0x8A1538)
    picture.save(str(path))
    shrink(path, 10)
    assert (QImage(str(path)).width(), QImage(str(path)).height()) == (10, 5)


def test_the_start_screen_is_drawn(qtbot: QtBot, tour: Tour, tmp_path: Path) -> None:
    with opened_window(tour, "claro") as window:
        tour.draw_start(window, tmp_path / "fotos")
        assert window.project is None
    assert names(tmp_path / "fotos") == {"inicio-del-programa"}


@pytest.mark.lento
def test_every_page_of_the_sample_is_drawn_with_its_tabs(qtbot: QtBot, tour: Tour, tmp_path: Path) -> None:
    with opened_window(tour, "oscuro", "ejemplo") as window:
        assert window.context.services.today() == HOY
        tour.draw_pages(window, tmp_path / "todas")
        tour.draw_pages(window, tmp_path / "pocas", every_tab=False)
    drawn = names(tmp_path / "todas")
    assert {"0-inicio-tablero", "0-inicio-areas", "0-inicio-ficha", "1-usuarios-grupos", "6-entregables"} <= drawn
    assert {name.split("-")[0] for name in drawn} == set("0123456")
    assert len(names(tmp_path / "pocas")) == 7
    assert QImage(str(tmp_path / "pocas" / "0-inicio.png")).width() == 1366


@pytest.mark.lento
def test_an_empty_project_is_drawn_and_so_are_the_dialogs(qtbot: QtBot, tour: Tour, tmp_path: Path) -> None:
    with opened_window(tour, "claro", "vacio") as window:
        tour.draw_page(window, "usuarios", tmp_path / "usuarios.png")
        tour.draw_dialogs(window, tmp_path / "dialogos")
    assert (tmp_path / "usuarios.png").is_file()
    assert {"buscar", "bitacora", "perfil", "manual", "nuevo", "importar"} <= names(tmp_path / "dialogos")
