"""Make the icons of the program and of its files again, out of the drawings `promueve.svg` and `proyecto.svg`.

Run with ``.venv/bin/python packaging/make_program_icons.py``. Windows and the window take `.ico`, Linux takes PNG of
each size, macOS `.icns`; only the `.ico` are kept in the repository, the rest is made with the packages.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from collections.abc import Sequence

DRAWINGS = Path(__file__).resolve().parent.parent / "recursos" / "iconos"
NAMES = ("promueve", "proyecto")
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def main(folder: Path = DRAWINGS) -> None:
    """Write the `.ico` of each drawing to ``folder``."""
    for name in NAMES:
        write_ico(DRAWINGS / f"{name}.svg", folder / f"{name}.ico")


def draw(drawing: Path, size: int) -> bytes:
    """Return ``drawing``, an SVG file, as a square PNG picture of ``size`` pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def write_ico(drawing: Path, target: Path) -> None:
    """Write ``drawing`` in every size to one `.ico`."""
    first, *others = reversed(_pictures(drawing, SIZES))
    first.save(target, "ICO", sizes=[(size, size) for size in SIZES], append_images=others)


def write_icns(drawing: Path, target: Path) -> None:
    """Write ``drawing`` to one `.icns`, in the sizes that macOS asks for."""
    first, *others = _pictures(drawing, (1024, 512, 256, 128, 64, 32, 16))
    first.save(target, "ICNS", append_images=others)


def write_pngs(drawing: Path, folder: Path, name: str, place: str = "apps") -> None:
    """Write ``drawing`` as the icon theme ``hicolor`` in ``folder`` wants it: a PNG for each size, and the drawing."""
    for size in SIZES:
        target = folder / f"{size}x{size}" / place / f"{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(draw(drawing, size))
    scalable = folder / "scalable" / place / f"{name}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    scalable.write_bytes(drawing.read_bytes())


def _pictures(drawing: Path, sizes: Sequence[int]) -> list[Image.Image]:
    return [Image.open(io.BytesIO(draw(drawing, size))) for size in sizes]


if __name__ == "__main__":
    main()
