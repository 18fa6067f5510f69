"""The colours of the window: readable in both themes, told to Qt whole, and chosen by the user or the desktop."""

from __future__ import annotations

import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QToolButton,
    QWidget,
)

from promueve_gui.gui import theme
from promueve_gui.gui.theme import CLARO, OSCURO, Colores, Tema
from promueve_gui.gui.widgets.record_delegate import CHIPS
from tests.gui.looking import colours

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Services

AA = 4.5
STATES = ("bien", "atencion", "error", "dato")
PAIRS = [
    *((ink, ground) for ink in ("texto", "secundario", "acento") for ground in ("fondo", "superficie", "seleccion")),
    *((state, ground) for state in STATES for ground in ("superficie", "fondo", f"{state}_suave")),
    *(("texto", f"{state}_suave") for state in STATES),
    *(("superficie", state) for state in STATES),
    ("sobre_acento", "acento"),
    ("sobre_acento", "acento_fuerte"),
    ("superficie", "acento"),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colores", [CLARO, OSCURO], ids=["claro", "oscuro"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(colores: Colores, ink: str, ground: str) -> None:
    assert contrast(getattr(colores, ink), getattr(colores, ground)) >= AA


@pytest.mark.parametrize("colores", [CLARO, OSCURO], ids=["claro", "oscuro"])
def test_the_frame_of_the_focus_stands_out(colores: Colores) -> None:
    assert contrast(colores.acento, colores.superficie) >= 3
    assert contrast(colores.texto, colores.fondo) >= 3  # around a primary button


@pytest.mark.parametrize("ground", ["fondo", "superficie"])
@pytest.mark.parametrize("colores", [CLARO, OSCURO], ids=["claro", "oscuro"])
def test_fields_and_scroll_bars_stand_out(colores: Colores, ground: str) -> None:
    assert contrast(colores.borde, getattr(colores, ground)) >= 3


@pytest.mark.parametrize("colores", [CLARO, OSCURO], ids=["claro", "oscuro"])
def test_a_choice_that_is_not_made_is_seen(colores: Colores, services: Services, qtbot: QtBot) -> None:
    choice = QRadioButton()
    choice.setStyleSheet(theme.style_sheet(colores, services.recursos / "iconos"))
    qtbot.addWidget(choice)
    choice.show()
    picture = choice.grab().toImage()
    across = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    assert any(contrast(colour, colores.superficie) >= 3 for colour in across)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(QPushButton, ""), (QPushButton, "primario"), (QPushButton, "enlace"), (QToolButton, "boton"), (QCheckBox, "")],
)
def test_what_the_tab_key_reaches_has_one_frame(
    kind: type[QAbstractButton], name: str, services: Services, qtbot: QtBot
) -> None:
    host = QWidget()
    host.setStyleSheet(theme.style_sheet(CLARO, services.recursos / "iconos"))
    first, second = QPushButton("Uno", host), kind(host)
    second.setObjectName(name)
    second.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    second.resize(200, 32)
    qtbot.addWidget(host)
    host.show()
    host.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    picture = second.grab().toImage()
    assert len({picture.pixelColor(x, y).name() for x in range(30, 196) for y in range(4, 28)}) == 1


@pytest.mark.parametrize("colores", [CLARO, OSCURO], ids=["claro", "oscuro"])
def test_how_far_something_is_can_be_read_on_the_bar(colores: Colores, services: Services, qtbot: QtBot) -> None:
    bar = QProgressBar(maximum=10, value=10)
    qtbot.addWidget(bar)
    bar.setStyleSheet(theme.style_sheet(colores, services.recursos / "iconos"))
    bar.resize(300, 24)
    bar.show()
    ground = bar.grab().toImage().pixelColor(60, 12).name()
    assert ground != colores.fondo
    assert contrast(colores.texto, ground) >= AA
    assert colores.acento in colours(bar)


def test_every_chip_names_a_pair_of_colours() -> None:
    names = {name for name in CHIPS.values() if name}
    assert names <= set(STATES)


@pytest.mark.parametrize(("tema", "expected"), [(Tema.CLARO, CLARO), (Tema.OSCURO, OSCURO)], ids=["claro", "oscuro"])
def test_the_user_chooses_the_theme(tema: Tema, expected: Colores) -> None:
    assert theme.colores(tema) is expected


@pytest.mark.usefixtures("qapp")
def test_a_desktop_that_is_not_dark_has_the_light_colours() -> None:
    assert QGuiApplication.styleHints().colorScheme() is not Qt.ColorScheme.Dark  # nothing of a desktop offscreen
    assert theme.colores(Tema.SISTEMA) is CLARO


@pytest.mark.parametrize("colores", [CLARO, OSCURO], ids=["claro", "oscuro"])
def test_the_style_sheet_is_complete(colores: Colores, services: Services) -> None:
    sheet = theme.style_sheet(colores, services.recursos / "iconos")
    assert "$" not in sheet
    own = {getattr(colores, name) for name in Colores.__dataclass_fields__ if name != "oscuro"}
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= own
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("colores", [CLARO, OSCURO], ids=["claro", "oscuro"])
def test_the_pictures_of_the_style_sheet_exist(colores: Colores, services: Services) -> None:
    folder = services.recursos / "iconos"
    pictures = re.findall(r'url\("(.+?)"\)', theme.style_sheet(colores, folder))
    assert len(pictures) == 2
    assert all((folder / name).is_file() for name in pictures)


def test_ticks_differ_between_the_themes(services: Services) -> None:
    light, dark = (theme.style_sheet(c, services.recursos / "iconos") for c in (CLARO, OSCURO))
    assert "marca-clara.png" in light
    assert "marca-oscura.png" in dark


@pytest.mark.parametrize("colores", [CLARO, OSCURO], ids=["claro", "oscuro"])
@pytest.mark.usefixtures("qapp")
def test_the_palette_says_the_same(colores: Colores) -> None:
    palette = theme.palette(colores)
    assert palette.color(QPalette.ColorRole.Window).name() == colores.fondo
    assert palette.color(QPalette.ColorRole.Text).name() == colores.texto
    assert palette.color(QPalette.ColorRole.Highlight).name() == colores.acento
    assert palette.color(QPalette.ColorRole.HighlightedText).name() == colores.sobre_acento
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert disabled.name() == colores.secundario


@pytest.mark.usefixtures("qapp")
def test_the_font_is_of_the_size_of_the_grid() -> None:
    assert theme.font().pixelSize() == theme.TEXT_PIXELS
    assert theme.font().family() == QGuiApplication.font().family()


@pytest.mark.parametrize("name", ["Mis programas", "José Núñez", "d'Anghiera", "a (1);}", '"así"', "50% #1"])
def test_the_style_is_whole_wherever_the_program_lies(
    qtbot: QtBot, services: Services, tmp_path: Path, name: str
) -> None:
    if sys.platform == "win32" and '"' in name:
        pytest.skip("Windows knows no such folder")
    icons = shutil.copytree(services.recursos / "iconos", tmp_path / name)
    box, tabs = QCheckBox("Prioritario"), QTabWidget()
    tabs.addTab(box, "Grupos")
    qtbot.addWidget(tabs)
    box.setChecked(True)
    tabs.setStyleSheet(theme.style_sheet(CLARO, icons))
    tabs.resize(240, 120)
    tabs.show()
    assert CLARO.sobre_acento in colours(box), "the tick is not drawn"
    assert CLARO.acento in colours(tabs.tabBar()), "the rules after the first picture are lost"
