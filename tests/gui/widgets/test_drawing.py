"""Pictures as documents: what a drawing paints, with its heading, as PNG and as SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from promueve_gui.gui.theme import CLARO
from promueve_gui.gui.widgets.drawing import WIDTH, Sheet, image_of, svg_of
from promueve_gui.gui.widgets.picture_file import save_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.task_runner import TaskRunner
    from promueve_gui.gui.theme import Colores
    from tests.gui.answers import Answers

SVG = "{http://www.w3.org/2000/svg}"


class Square:
    """A square as large as its room, with a word in it."""

    def height_for(self, width: float) -> float:
        return width / 2

    def paint(self, painter: QPainter, width: float, height: float, colores: Colores) -> None:
        painter.fillRect(QRectF(0, 0, width, height), QColor(colores.bien))
        painter.setPen(QColor(colores.texto))
        painter.drawText(QRectF(0, 0, width, 40), "Adentro & afuera <b>")

    def said(self) -> str:
        return "Un cuadrado & nada más"


@pytest.fixture
def sheet(qapp: QApplication) -> Sheet:
    return Sheet("Título & más", ("Secretaría <Norte>", "44 grupos"), Square(), QFont())


def test_an_image_is_sharp_light_and_says_what_it_shows(sheet: Sheet) -> None:
    image = image_of(sheet)
    assert image.width() == 2 * WIDTH
    assert image.height() == 2 * sheet.size.height()
    assert image.pixelColor(2, 2).name() == CLARO.superficie
    assert image.pixelColor(image.width() // 2, image.height() - 100).name() == CLARO.bien
    assert image.text("Title") == "Título & más"
    assert image.text("Description") == "Un cuadrado & nada más"


def test_an_svg_is_well_formed_and_its_texts_are_texts(sheet: Sheet) -> None:
    root = ET.fromstring(svg_of(sheet))  # noqa: S314  # our own, made a moment ago
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {WIDTH} {sheet.size.height()}"
    texts = ["".join(found.itertext()).strip() for found in root.iter(f"{SVG}text")]
    assert texts == ["Título & más", "Secretaría <Norte>", "44 grupos", "Adentro & afuera <b>"]
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == ("Título & más", "Un cuadrado & nada más")


def test_an_svg_of_texts_with_control_characters_is_well_formed(qapp: QApplication) -> None:
    made = svg_of(Sheet("Con\x00 \x07campana\x0by \ufffffin", ("Nota\x1b",), Square(), QFont()))
    root = ET.fromstring(made)  # noqa: S314  # as above
    texts = ["".join(found.itertext()).split() for found in root.iter(f"{SVG}text")]
    assert "campana" in texts[0]
    assert texts[1] == ["Nota"]


def test_an_svg_shows_the_same_as_the_image(sheet: Sheet) -> None:
    renderer = QSvgRenderer(QByteArray(svg_of(sheet)))
    assert renderer.isValid()
    image = QImage(sheet.size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(image.width() // 2, image.height() - 50).name() == CLARO.bien
    assert image.pixelColor(1, 1).name() == CLARO.superficie


def test_a_title_too_long_for_its_line_is_cut(qapp: QApplication) -> None:
    root = ET.fromstring(svg_of(Sheet("Palabras " * 60, (), Square(), QFont())))  # noqa: S314  # as above
    first = next(root.iter(f"{SVG}text"))
    assert "".join(first.itertext()).strip().endswith("…")


@pytest.mark.parametrize("name", ["imagen.png", "imagen.svg"])
def test_a_sheet_is_saved_as_what_its_name_says(
    sheet: Sheet, messages: Answers, runner: TaskRunner, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    messages.answer(tmp_path / name)
    task = save_sheet(sheet, "imagen", messages, runner)
    assert task is not None
    with qtbot.waitSignal(task.succeeded):
        pass
    content = (tmp_path / name).read_bytes()
    if name.endswith(".svg"):
        assert content == svg_of(sheet)
    else:
        image = QImage.fromData(content)
        assert image.size() == sheet.size * 2
        assert image.text("Title") == "Título & más"


def test_thinking_better_of_it_writes_nothing(sheet: Sheet, messages: Answers, runner: TaskRunner) -> None:
    messages.answer(None)
    assert save_sheet(sheet, "imagen", messages, runner) is None


def test_a_folder_that_refuses_is_told(
    sheet: Sheet, messages: Answers, runner: TaskRunner, qtbot: QtBot, tmp_path: Path
) -> None:
    messages.answer(tmp_path / "no-existe" / "imagen.svg")
    save_sheet(sheet, "imagen", messages, runner)
    qtbot.waitUntil(lambda: len(messages.said) == 2)
    assert messages.said[-1].startswith("No se pudo escribir «imagen.svg»")
