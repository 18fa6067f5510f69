"""Saving what a widget shows as a PNG, sharp enough to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSaveFile, Qt
from PySide6.QtGui import QPixmap

from promueve_gui.gui.messages import PNG

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.messages import Messages

SCALE = 2.0


def save_picture(widget: QWidget, messages: Messages, name: str) -> bool:
    """Ask where the picture of ``widget`` goes and write it, whole or not at all; false when it was not written."""
    path = messages.save_file("Guardar la imagen en", f"{name}.png", PNG, ".png")
    if path is None:
        return False
    file = QSaveFile(str(path))
    written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and picture_of(widget).save(file, "PNG") and file.commit()
    if not written:
        messages.tell(f"No se pudo guardar «{path.name}». Revise que la carpeta exista y que pueda escribir en ella.")
    return written


def picture_of(widget: QWidget) -> QPixmap:
    """Return what ``widget`` shows, at twice its size in pixels."""
    picture = QPixmap(widget.size() * SCALE)
    picture.setDevicePixelRatio(SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    widget.render(picture, QPoint(0, 0))
    return picture
