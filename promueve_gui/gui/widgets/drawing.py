"""Pictures as documents: what a view paints, with title, institution and date over it, as PNG or SVG.

They are always light, whatever the theme: they go into letters and presentations, and are printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import sin_controles
from promueve_gui.gui.theme import CLARO, GRID

if TYPE_CHECKING:
    from promueve_gui.gui.theme import Colores

WIDTH = 1080
MARGIN = 4 * GRID
TITLE_PIXELS, NOTE_PIXELS = 22, 13
TITLE_HEIGHT, NOTE_HEIGHT = 34, 20
SCALE = 2.0  # pixels of a PNG for each of its units: sharp enough to be printed
INCH = 96  # units of a screen


class Drawing(Protocol):
    """Something that can be painted at any size and in any colours."""

    def height_for(self, width: float) -> float:
        """Return how tall it is at a width."""

    def paint(self, painter: QPainter, width: float, height: float, colores: Colores) -> None:
        """Paint it from the origin on."""

    def said(self) -> str:
        """Return in words what it shows."""


@frozen
class Sheet:
    """A drawing with its title and the lines under it: of whom, of when, of which groups."""

    title: str
    notes: tuple[str, ...]
    drawing: Drawing
    font: QFont

    @property
    def size(self) -> QSize:
        """Return its size in units of a screen."""
        return QSize(WIDTH, int(self._top + self.drawing.height_for(WIDTH - 2 * MARGIN) + MARGIN))

    @property
    def _top(self) -> float:
        return MARGIN + TITLE_HEIGHT + NOTE_HEIGHT * len(self.notes) + GRID

    def paint(self, painter: QPainter) -> None:
        """Paint all of it."""
        size = self.size
        painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(CLARO.superficie))
        across = size.width() - 2.0 * MARGIN
        self._write(painter, QRectF(MARGIN, MARGIN, across, TITLE_HEIGHT), self.title, TITLE_PIXELS, CLARO.acento)
        for line, note in enumerate(self.notes):
            place = QRectF(MARGIN, MARGIN + TITLE_HEIGHT + line * NOTE_HEIGHT, across, NOTE_HEIGHT)
            self._write(painter, place, note, NOTE_PIXELS, CLARO.secundario)
        painter.translate(MARGIN, self._top)
        painter.setFont(self.font)
        self.drawing.paint(painter, across, size.height() - self._top - MARGIN, CLARO)

    def _write(self, painter: QPainter, place: QRectF, text: str, pixels: int, colour: str) -> None:
        font = QFont(self.font)
        font.setPixelSize(pixels)
        font.setBold(pixels == TITLE_PIXELS)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), said)


def image_of(sheet: Sheet) -> QImage:
    """Return a sheet as an image, at twice its size in pixels."""
    image = QImage(sheet.size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.setText("Title", sheet.title)
    image.setText("Description", sheet.drawing.said())
    painter = QPainter(image)
    sheet.paint(painter)
    painter.end()
    return image


def svg_of(sheet: Sheet) -> bytes:
    """Return a sheet as SVG: its texts are texts, that can be searched, copied and read aloud."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(sheet.size)
    generator.setViewBox(QRect(0, 0, sheet.size.width(), sheet.size.height()))
    generator.setResolution(INCH)
    generator.setTitle(sheet.title)
    generator.setDescription(sheet.drawing.said())
    painter = QPainter(generator)
    sheet.paint(painter)
    painter.end()
    buffer.close()
    # Qt writes control characters as they are, which XML cannot hold; old files have some.
    return sin_controles(bytes(data.data()).decode("utf-8", "ignore")).encode()
